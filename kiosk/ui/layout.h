#pragma once
// Blocks that place other blocks: below one another, beside one another, in lines like words. The
// whole grid of every screen is made of these. UI thread.

#include <optional>
#include <vector>

#include "kiosk/ui/block.h"
#include "kiosk/ui/theme.h"

namespace inloop::ui {

// A block in a column.
struct Storey {
  BlockPointer block;
  double grow = 0;          // its share of the height that is left
  double most_mm = 1e6;     // it grows no higher than this
  double gap_below_mm = 0;  // the last one's is not used
};

// Below one another over the whole width. Height that nobody takes stays empty at the bottom.
[[nodiscard]] BlockPointer column(std::vector<Storey> storeys);

// A block in a row: as wide as it comes when it has no share of the width.
struct Seat {
  BlockPointer block;
  double share = 0;
};

// Beside one another, all as high as the row.
[[nodiscard]] BlockPointer row(std::vector<Seat> seats, double gap_mm);

// Beside one another with equal widths.
[[nodiscard]] BlockPointer equal_row(Blocks blocks, double gap_mm);

// As many beside one another as fit, in centred lines.
[[nodiscard]] BlockPointer flow(Blocks blocks, double gap_mm);

// Equal cells, line by line.
[[nodiscard]] BlockPointer grid(Blocks blocks, std::size_t columns, double gap_mm);

// Cells of one size, also where blocks are missing: a page of a list keeps its shape.
struct Cells {
  std::size_t columns = 1;
  std::size_t rows = 1;

  [[nodiscard]] std::size_t count() const { return columns * rows; }
};
[[nodiscard]] BlockPointer even_grid(Blocks blocks, Cells cells, double gap_mm);

// Nothing, to take room.
[[nodiscard]] BlockPointer space();

// A plate that is no control around a block, tinted or plain.
[[nodiscard]] BlockPointer panel(std::optional<Tint> tint, double padding_mm, BlockPointer inside);

}  // namespace inloop::ui
