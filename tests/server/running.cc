#include "server/running.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace detente::server::test {
namespace {

namespace fs = std::filesystem;

Interval when(const char* iso) { return *Interval::parse(iso); }

// A report whose sentences are told one after the other, each with the object that it announces.
class Told {
 public:
  Told(std::string id, std::string outlet, const char* published) {
    one_.document = {std::move(id), std::move(outlet), "", *Date::parse(published), "", ""};
    one_.document.title = "Report " + one_.document.id;
    one_.document.url = "https://news.example/" + one_.document.id;
    one_.reading.document = one_.document.id;
    one_.reading.published = one_.document.published;
  }

  template <typename Object>
  Told& tell(std::vector<Object> Record::*list, Object object, const std::string& sentence) {
    std::string& text = one_.document.text;
    const auto begin = static_cast<std::uint32_t>(text.size());
    const auto end = begin + static_cast<std::uint32_t>(sentence.size());
    text += sentence + " ";
    object.evidence = {
        {one_.document.id, {begin, end}, sentence, {{"trigger", {begin, begin + 4}}}}};
    (one_.reading.objects.*list).push_back(std::move(object));
    return *this;
  }

  const ReadDocument& done() const { return one_; }

 private:
  ReadDocument one_;
};

ReadDocument first_report() {
  return Told("d1", "The Tagus Courier", "2031-06-02")
      .tell(&Record::events,
            Event{.source = {"PRT"},
                  .target = {"MAR"},
                  .root = "ACCUSE",
                  .status = "happened",
                  .date = when("2031-06-01")},
            "Portugal accused Morocco — “again” — of dumping.")
      .tell(&Record::measures,
            Measure{.by = {"PRT"},
                    .against = {"MAR"},
                    .kind = "import_ban",
                    .status = "announced",
                    .announced = when("2031-06-01"),
                    .deadline = when("2031-12-31")},
            "It banned Moroccan tomatoes until the end of the year.")
      .tell(&Record::channels,
            Channel{.between = {"MAR", "PRT"},
                    .kind = "hotline",
                    .status = "cut",
                    .since = when("2031-06-02")},
            "The hotline is cut.")
      .tell(&Record::statements,
            Statement{.speaker = "Ana Invented",
                      .actor = "PRT",
                      .stance = "asserts",
                      .about = "the tomatoes are dumped",
                      .date = when("2031-06-02"),
                      .sides = {"MAR"}},
            "Ana Invented said that they were dumped.")
      .done();
}

ReadDocument second_report() {
  return Told("d2", "Skerry Post", "2031-07-10")
      .tell(&Record::measures,
            Measure{.by = {"MAR"},
                    .against = {"PRT"},
                    .kind = "import_ban",
                    .status = "in_force",
                    .announced = when("2031-07-09"),
                    .effective = when("2031-07-10"),
                    .responds_to = Answered{"import_ban", {"PRT"}}},
            "In answer Morocco banned Portuguese fish.")
      .tell(&Record::proposals,
            Proposal{.by = {"MAR"},
                     .to = {"PRT"},
                     .status = "offered",
                     .date = when("2031-07-09"),
                     .terms = {{"meet", "near_term", {"fish"}, when("2031-09-01")}}},
            "It offered to meet by September.")
      .tell(&Record::meetings,
            Meeting{.actors = {"MAR", "PRT"},
                    .date = when("2032-02-01"),
                    .place = "Praia",
                    .setting = "third_country",
                    .status = "scheduled"},
            "The two are to meet in Praia on 1 February.")
      .tell(&Record::claims,
            Claim{.about = "a deal on fish is near",
                  .standing = "unconfirmed",
                  .first_reported_by = "Skerry Post",
                  .sides = {"MAR", "PRT"}},
            "A deal on fish is near, one official says.")
      .tell(&Record::roles,
            RoleHeld{
                .person = "Ana Invented", .actor = "PRT", .office = "minister", .when = "current"},
            "Minister Ana Invented was asked.")
      .done();
}

// Twelve meetings of minds, one a month: enough for pages.
ReadDocument monthly_report(int month) {
  const std::string number = (month < 10 ? "0" : "") + std::to_string(month);
  const std::string day = "2032-" + number + "-15";
  const bool odd = month % 2 == 1;
  return Told("m" + number, "The Tagus Courier", day.c_str())
      .tell(&Record::events,
            Event{.source = {odd ? "PRT" : "MAR"},
                  .target = {odd ? "MAR" : "PRT"},
                  .root = month % 3 == 0 ? "REJECT" : "CONSULT",
                  .status = "happened",
                  .date = when(day.c_str())},
            "They talked in month " + std::to_string(month) + ".")
      .done();
}

void fill(const fs::path& file, bool empty) {
  Result<Ledger> ledger = Ledger::open(file, Ledger::Mode::kWrite);
  ASSERT_TRUE(ledger) << ledger.error().message();
  if (empty) return;
  std::vector<ReadDocument> all{first_report(), second_report()};
  for (int month = 1; month <= 12; ++month) all.push_back(monthly_report(month));
  const auto added = ledger->add(all, {"2032-12-31T12:00:00Z", "by hand"});
  ASSERT_TRUE(added) << added.error().message();
}

Status read_all(std::span<const Document> documents, const EachReading& each) {
  for (std::size_t i = 0; i < documents.size(); ++i) each(i, read_by_hand(documents[i]));
  return {};
}

}  // namespace

const Knowledge& knowledge() {
  static const Knowledge kKnowledge = *load_knowledge(fs::path(DETENTE_SOURCE_DIR) / "knowledge");
  return kKnowledge;
}

Result<Reading> read_by_hand(const Document& document) {
  if (document.text.starts_with("unreadable")) {
    return fail(ErrorCode::kTooLarge, "", "no memory for this");
  }
  Reading reading;
  reading.document = document.id;
  reading.published = document.published;
  const std::size_t at = document.text.find(" accuses ");
  if (at == std::string::npos) return reading;
  const std::size_t begin = document.text.rfind(' ', at - 1) == std::string::npos
                                ? 0
                                : document.text.rfind(' ', at - 1) + 1;
  const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + 12)};
  Event event{.source = {document.text.substr(begin, 3)},
              .target = {document.text.substr(at + 9, 3)},
              .root = "ACCUSE",
              .status = "happened"};
  if (document.published) event.date = Interval{*document.published, *document.published};
  event.evidence = {{document.id, span, document.text.substr(span.begin, span.size()), {}}};
  reading.objects.events.push_back(std::move(event));
  return reading;
}

Running::Running(const Wanted& wanted) {
  std::string pattern = (fs::temp_directory_path() / "detente-server-XXXXXX").string();
  folder_ = mkdtemp(pattern.data());
  file_ = folder_ / "test.db";
  fill(file_, wanted.empty);
  ServerOptions options{.ledger = file_, .port = 0};
  options.names = wanted.names;
  options.token = wanted.token ? kToken : "";
  options.web = wanted.web;
  options.version = "0.0.test";
  options.coder = "by hand";
  options.most_body = wanted.most_body;
  options.writes_per_second = 1;
  options.writes_at_once = wanted.writes_at_once;
  Result<Server> server = Server::open(options, knowledge(), read_all);
  if (!server) throw std::runtime_error(server.error().message());
  server_.emplace(*std::move(server));
  port_ = server_->port();
  thread_ = std::thread([this] { server_->run(); });
}

Running::~Running() {
  server_->stop();
  thread_.join();
  server_.reset();
  fs::remove_all(folder_);
}

Reply Running::post(const std::string& target, const std::string& body, const std::string& type,
                    const std::string& authorization) const {
  std::vector<std::string> headers{"Content-Type: " + type};
  if (!authorization.empty()) headers.push_back(authorization);
  return Client(port_).post(target, body, headers);
}

Json Running::first(const std::string& list) const {
  const Json page = get("/api/v1/" + list).json();
  return page["lines"].empty() ? Json() : page["lines"][0];
}

Json Running::finished_job(const std::string& id) const {
  for (int i = 0; i < 500; ++i) {
    Json job = get("/api/v1/jobs/" + id).json();
    if (job["state"] == "done") return job;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return nullptr;
}

}  // namespace detente::server::test
