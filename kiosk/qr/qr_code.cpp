#include "kiosk/qr/qr_code.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <system_error>

#include <qrencode.h>

namespace inloop::qr {
namespace {

struct InputRelease {
  void operator()(QRinput* input) const { QRinput_free(input); }
};

struct CodeRelease {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

using Input = std::unique_ptr<QRinput, InputRelease>;
using Code = std::unique_ptr<QRcode, CodeRelease>;

constexpr int smallest_that_fits = 0;     // the version, in qrencode's words
constexpr unsigned dark_bit = 1;          // the other bits say what a module is for
constexpr unsigned utf8_assignment = 26;  // Extended Channel Interpretation, AIM ITS/04-023

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char byte) { return static_cast<signed char>(byte) >= 0; });
}

// Digits, capitals and a few signs take five and a half bits each instead of eight.
bool is_alphanumeric(std::string_view text) {
  return text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == text.npos;
}

Code encoded(std::string_view text) {
  Input const input(QRinput_new2(smallest_that_fits, QR_ECLEVEL_M));
  if (!input) return nullptr;
  // Without this a reader has to guess, and some take Arabic for Chinese.
  if (!is_ascii(text) && QRinput_appendECIheader(input.get(), utf8_assignment) != 0) return nullptr;
  auto const mode = is_alphanumeric(text) ? QR_MODE_AN : QR_MODE_8;
  if (QRinput_append(input.get(), mode, static_cast<int>(text.size()),
                     reinterpret_cast<unsigned char const*>(text.data())) != 0)
    return nullptr;
  return Code(QRcode_encodeInput(input.get()));
}

}  // namespace

Result<QrCode> qr_code(std::string_view text) {
  if (text.empty()) return failure("a QR code holds some text");
  if (text.size() > longest_text_bytes)
    return failure("a QR code holds at most {} bytes, not {}", longest_text_bytes, text.size());
  auto const code = encoded(text);
  if (!code) return failure("a QR code: {}", std::generic_category().message(errno));
  QrCode made{.side = code->width, .dark = {}};
  auto const modules =
      static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
  made.dark.resize(modules);
  std::transform(code->data, code->data + modules, made.dark.begin(),
                 [](unsigned char module) { return static_cast<std::uint8_t>(module & dark_bit); });
  return made;
}

}  // namespace inloop::qr
