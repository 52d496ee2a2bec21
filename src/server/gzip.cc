#include "server/gzip.h"

#include <new>
#include <zlib.h>

namespace detente::server {
namespace {

constexpr int kLevel = 5;             // twice as fast as 6 for two per cent more bytes
constexpr int kGzipWindow = 15 + 16;  // zlib: the largest window, with gzip's header
constexpr int kMemory = 8;            // zlib's own default

}  // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  // zlib's interface is not const-correct: it does not write there.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);  // ends in one step: the bound holds all
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace detente::server
