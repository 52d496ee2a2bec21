// Who may ask at all, and who may write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/request.h"

namespace detente::server {

// Names under which the server may be called. A page of the open web whose name was made to point
// at 127.0.0.1 (DNS rebinding) sends its own name: it is refused.
class HostNames {
 public:
  // `listen`: the address that the server listens on. On a loopback address those of loopback are
  // allowed, and `more`; on any other address only `more`, or all names where it is empty.
  HostNames(const std::string& listen, const std::vector<std::string>& more);

  // By the Host header, whatever its port.
  bool allow(std::string_view host) const;

 private:
  bool any_ = false;
  std::vector<std::string> names_;
};

// The token that writing needs. Only its hash is kept.
class Token {
 public:
  explicit Token(std::string_view token);  // empty: nobody may write

  bool is_set() const { return !hash_.empty(); }
  // An Authorization header, "Bearer ..."; takes as long whatever is wrong with it.
  bool opens(std::string_view authorization) const;

 private:
  std::string hash_;
};

}  // namespace detente::server
