// Ledgers to read from, one for each thread at a time.
#pragma once

#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

#include "ledger/store/ledger.h"

namespace detente::server {

// Opened when they are needed, and kept. Any number of threads may ask.
class Ledgers {
 public:
  explicit Ledgers(std::filesystem::path file) : file_(std::move(file)) {}

  // A ledger on loan; it goes back when the loan ends.
  class Loan {
   public:
    Loan(Ledgers& from, Ledger ledger) : from_(&from), ledger_(std::move(ledger)) {}
    Loan(Loan&& other) noexcept : from_(other.from_), ledger_(std::move(other.ledger_)) {
      other.ledger_.reset();
    }
    Loan& operator=(Loan&&) = delete;
    ~Loan() {
      if (ledger_) from_->take_back(*std::move(ledger_));
    }

    const Ledger& ledger() const { return *ledger_; }

   private:
    Ledgers* from_;
    std::optional<Ledger> ledger_;
  };

  Result<Loan> lend() {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        Ledger ledger = std::move(free_.back());
        free_.pop_back();
        return Loan(*this, std::move(ledger));
      }
    }
    Result<Ledger> ledger = Ledger::open(file_, Ledger::Mode::kRead);
    if (!ledger) return tl::unexpected(ledger.error());
    return Loan(*this, *std::move(ledger));
  }

 private:
  void take_back(Ledger ledger) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(ledger));
  }

  std::filesystem::path file_;
  std::mutex mutex_;
  std::vector<Ledger> free_;
};

}  // namespace detente::server
