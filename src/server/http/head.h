// Between the library's heads of messages and the plain types.
#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>

#include "server/answer.h"
#include "server/request.h"

namespace detente::server {

// Without the body, and without path and query.
Request request_of(const boost::beast::http::request<boost::beast::http::string_body>& message,
                   const std::string& client);

// With the headers that every answer has; without the body and its length.
boost::beast::http::response<boost::beast::http::span_body<const char>> head_of(
    const Answer& answer, unsigned version, bool keep);

}  // namespace detente::server
