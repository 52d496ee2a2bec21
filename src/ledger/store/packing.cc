#include "ledger/store/packing.h"

#include <zstd.h>

#include "document/reader.h"

namespace detente::store {
namespace {

constexpr int kLevel =
    9;  // a report takes some tens of microseconds, reading it by the model far more

}  // namespace

std::vector<char> pack(std::string_view text) {
  std::vector<char> packed(ZSTD_compressBound(text.size()));
  packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), kLevel));
  return packed;
}

std::optional<std::string> unpack(std::string_view packed) {
  const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  // Also above the limit where the size is unknown or the bytes are no frame.
  if (size > kMaxDocumentBytes) return std::nullopt;
  std::string text(size, '\0');
  const std::size_t got = ZSTD_decompress(text.data(), size, packed.data(), packed.size());
  if (ZSTD_isError(got) != 0 || got != size) return std::nullopt;
  return text;
}

}  // namespace detente::store
