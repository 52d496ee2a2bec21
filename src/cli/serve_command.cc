#include <charconv>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <mutex>

#include "cli/home.h"
#include "cli/ledger_file.h"
#include "cli/options.h"
#include "cli/reading.h"
#include "server/server.h"

namespace detente::cli {
namespace {

constexpr const char* kHelp =
    "Opens the ledger to a browser and to programs: the page at /, the API at /api/v1, its\n"
    "description at /openapi.json. Read-only unless a token is set; then reports and editors'\n"
    "words are taken from who sends it (Authorization: Bearer TOKEN).\n\n"
    "Examples:\n"
    "  detente serve                                    http://127.0.0.1:8080/ shows detente.db\n"
    "  DETENTE_TOKEN=... detente serve --ledger news.db   takes reports, too\n"
    "  detente serve --listen 0.0.0.0:8080 --host ledger.example   behind a proxy\n";

struct ServeOptions {
  std::string ledger;
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> hosts;
  std::string token_file;
  std::string web;
  double rate = 5;
  bool log = false;
};

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

// "127.0.0.1:8080", "[::1]:8080"
Result<Address> read_address(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  Address address;
  if (colon != std::string::npos) {
    const char* end = text.data() + text.size();
    const auto port = std::from_chars(text.data() + colon + 1, end, address.port);
    address.host = text.substr(0, colon);
    if (address.host.starts_with('[') && address.host.ends_with(']')) {
      address.host = address.host.substr(1, address.host.size() - 2);
    }
    if (port.ec == std::errc() && port.ptr == end && !address.host.empty()) return address;
  }
  return fail(ErrorCode::kBadUsage, "--listen", "\"" + text + "\" is no ADDRESS:PORT");
}

// The first line of the file, else of the environment; empty where neither is set.
Result<std::string> read_token(const std::string& file) {
  if (file.empty()) {
    const char* token = std::getenv("DETENTE_TOKEN");
    return token == nullptr ? std::string() : std::string(token);
  }
  std::ifstream in(file);
  std::string token;
  if (!std::getline(in, token) || token.empty()) {
    return fail(ErrorCode::kNotFound, file, "no token can be read from here");
  }
  if (token.ends_with('\r')) token.pop_back();
  return token;
}

// Reads documents with the model; each independent of the others.
server::ReadReports reader_of(Engine& engine) {
  return [&engine](std::span<const Document> documents, const server::EachReading& each) {
    return read_each(engine, documents, each, [](std::size_t) {});
  };
}

Result<server::ServerOptions> server_options(const ServeOptions& options, Console& console) {
  const Result<Address> address = read_address(options.listen);
  if (!address) return tl::unexpected(address.error());
  Result<std::string> token = read_token(options.token_file);
  if (!token) return tl::unexpected(token.error());
  server::ServerOptions out{.ledger = options.ledger, .host = address->host};
  out.port = address->port;
  out.names = options.hosts;
  out.token = *std::move(token);
  out.version = DETENTE_VERSION;
  out.log = options.log;
  out.writes_per_second = options.rate;
  out.writes_at_once = std::max(1.0, options.rate * 12);
  const auto web = find_folder(kWebFolder, options.web);
  if (web) {
    out.web = *web;
  } else if (!options.web.empty()) {
    return tl::unexpected(web.error());
  } else {
    console.warn("the page is not here (./dev build makes it); only the API is served");
  }
  return out;
}

// The model is only needed where reports are taken.
Result<EngineOptions> engine_options_for(const GlobalOptions& global, bool writes) {
  if (writes) return engine_options(global, true);
  const auto knowledge = find_folder(kKnowledgeFolder, global.knowledge);
  if (!knowledge) return tl::unexpected(knowledge.error());
  EngineOptions out;
  out.knowledge = *knowledge;
  return out;
}

int run_serve(const GlobalOptions& global, const ServeOptions& options, Console& console) {
  std::signal(SIGPIPE, SIG_IGN);  // a client, or who reads the log, may leave at any time
  auto own = server_options(options, console);
  if (!own) return console.stop(own.error());
  const bool writes = !own->token.empty();
  auto found = engine_options_for(global, writes);
  if (!found) return console.stop(found.error());
  own->coder = coder_version(*found);
  Engine engine(*std::move(found));
  const auto lore = engine.lore();
  if (!lore) return console.stop(lore.error());
  if (!writes) {
    const auto there = open_ledger(options.ledger, Ledger::Mode::kRead);
    if (!there) return console.stop(there.error());
  }
  auto server = server::Server::open(*own, (*lore)->knowledge, reader_of(engine));
  if (!server) return console.stop(server.error());
  server->stop_on_signals();
  const std::string host =
      own->host.find(':') == std::string::npos ? own->host : "[" + own->host + "]";
  console.say("serving " + options.ledger + (writes ? "" : ", read-only,") + " at http://" + host +
              ":" + std::to_string(server->port()) + "/");
  server->run();
  console.say("stopped");
  return console.finish();
}

}  // namespace

void add_serve(CLI::App& app, Program& program) {
  auto [command, options] =
      add_command(app, program, "serve", "The ledger on a page and over HTTP", run_serve);
  describe(*command, kHelp);
  add_ledger(*command, options->ledger);
  command->add_option("--listen", options->listen, "Where to listen (default: 127.0.0.1:8080)")
      ->type_name("ADDRESS:PORT");
  command->add_option("--host", options->hosts, "A name by which browsers call it")
      ->type_name("NAME");
  command
      ->add_option("--token-file", options->token_file,
                   "File with the token that writing needs (default: $DETENTE_TOKEN)")
      ->type_name("FILE");
  command->add_option("--web", options->web, "Folder of the page")->type_name("DIR");
  command->add_option("--rate", options->rate, "Writes a second from one client (default: 5)")
      ->check(CLI::Range(0.1, 1e6).description(""))
      ->type_name("N");
  command->add_flag("--log", options->log, "A line a request, on standard error");
}

}  // namespace detente::cli
