#pragma once
// Reads QR codes out of a picture with zbarimg, a program that knows nothing of ours, as a
// telephone would. Throws when the program is not there. Test thread.

#include <filesystem>
#include <string>
#include <vector>

namespace inloop::test {

// What the one code in a picture holds, byte for byte; empty when there is none.
[[nodiscard]] std::string scanned_code(std::filesystem::path const& picture);

// What all the codes in a picture hold, each one line, in no order.
[[nodiscard]] std::vector<std::string> scanned_lines(std::filesystem::path const& picture);

}  // namespace inloop::test
