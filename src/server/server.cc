#include "server/server.h"

#include "server/http/wire.h"

namespace detente::server {

// In the order of construction: each refers to those before it.
struct Server::Body {
  Body(const ServerOptions& options, const Knowledge& knowledge, Ledger watch, Pages pages)
      : site{.knowledge = knowledge, .version = options.version, .coder = options.coder},
        ledgers(options.ledger),
        app(site, ledgers, std::move(watch),
            {.hosts = HostNames(options.host, options.names),
             .token = Token(options.token),
             .pages = std::move(pages),
             .most_body = options.most_body,
             .writes_per_second = options.writes_per_second,
             .writes_at_once = options.writes_at_once,
             .cache_bytes = options.cache_bytes,
             .log = options.log}),
        wire(app, WireLimits{}, options.threads) {}

  Site site;
  Ledgers ledgers;
  App app;
  Wire wire;
};

namespace {

Status open_writer(const ServerOptions& options, ReadReports read, Site& site) {
  Result<Ledger> ledger = Ledger::open(options.ledger, Ledger::Mode::kWrite);
  if (!ledger) return tl::unexpected(ledger.error());
  site.writer = std::make_unique<Writer>(*std::move(ledger), options.coder);
  site.jobs = std::make_unique<Jobs>(*site.writer, site.hub, std::move(read));
  return {};
}

}  // namespace

Server::Server(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Server::Server(Server&&) noexcept = default;
Server::~Server() = default;

Result<Server> Server::open(const ServerOptions& options, const Knowledge& knowledge,
                            ReadReports read) {
  Pages pages;
  if (!options.web.empty()) {
    Result<Pages> loaded = Pages::load(options.web);
    if (!loaded) return tl::unexpected(loaded.error());
    pages = *std::move(loaded);
  }
  const bool writes = !options.token.empty();
  if (writes) {  // makes the ledger where there is none
    const auto made = Ledger::open(options.ledger, Ledger::Mode::kWrite);
    if (!made) return tl::unexpected(made.error());
  }
  Result<Ledger> watch = Ledger::open(options.ledger, Ledger::Mode::kRead);
  if (!watch) return tl::unexpected(watch.error());
  auto body = std::make_unique<Body>(options, knowledge, *std::move(watch), std::move(pages));
  if (writes) {
    const Status opened = open_writer(options, std::move(read), body->site);
    if (!opened) return tl::unexpected(opened.error());
  }
  const Status bound = body->wire.listen(options.host, options.port);
  if (!bound) return tl::unexpected(bound.error());
  return Server(std::move(body));
}

std::uint16_t Server::port() const { return body_->wire.port(); }
void Server::run() { body_->wire.run(); }
void Server::stop() { body_->wire.stop(); }
void Server::stop_on_signals() { body_->wire.stop_on_signals(); }

}  // namespace detente::server
