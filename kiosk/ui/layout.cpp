#include "kiosk/ui/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "kiosk/base/assert.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

class Column final : public Block {
 public:
  explicit Column(std::vector<Storey> storeys) : m_storeys(std::move(storeys)) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    Need total;
    for (auto const& storey : m_storeys) {
      auto const one = storey.block->need(ruler, width_mm);
      total.height_mm += one.height_mm + gap_below(storey);
      total.is_strained |= one.is_strained;
    }
    return total;
  }

  double natural_width_mm(Ruler const& ruler) const override {
    double widest = 0;
    for (auto const& storey : m_storeys)
      widest = std::max(widest, storey.block->natural_width_mm(ruler));
    return widest;
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const heights = heights_mm({stage.look(), stage.typesetter()}, box);
    auto top = box.top_mm;
    for (std::size_t i = 0; i < m_storeys.size(); ++i) {
      m_storeys[i].block->draw(stage, {box.left_mm, top, box.width_mm, heights[i]});
      top += heights[i] + gap_below(m_storeys[i]);
    }
  }

 private:
  double gap_below(Storey const& storey) const {
    return &storey == &m_storeys.back() ? 0 : storey.gap_below_mm;
  }

  // Hands out what is left by shares; what one cannot take goes to the others in the next round.
  std::vector<double> heights_mm(Ruler const& ruler, Box const& box) const {
    std::vector<double> heights;
    auto left_over = box.height_mm;
    for (auto const& storey : m_storeys) {
      heights.push_back(storey.block->need(ruler, box.width_mm).height_mm);
      left_over -= heights.back() + gap_below(storey);
    }
    for (std::size_t round = 0; round < m_storeys.size() && left_over > 0; ++round) {
      double shares = 0;
      for (std::size_t i = 0; i < m_storeys.size(); ++i)
        if (heights[i] < m_storeys[i].most_mm) shares += m_storeys[i].grow;
      if (shares <= 0) break;
      auto const for_one_share = left_over / shares;
      for (std::size_t i = 0; i < m_storeys.size(); ++i) {
        if (heights[i] >= m_storeys[i].most_mm) continue;
        auto const taken =
            std::min(for_one_share * m_storeys[i].grow, m_storeys[i].most_mm - heights[i]);
        heights[i] += taken;
        left_over -= taken;
      }
    }
    return heights;
  }

  std::vector<Storey> m_storeys;
};

class Row final : public Block {
 public:
  Row(std::vector<Seat> seats, double gap_mm) : m_seats(std::move(seats)), m_gap_mm(gap_mm) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto const widths = widths_mm(ruler, width_mm);
    Need total;
    for (std::size_t i = 0; i < m_seats.size(); ++i) {
      auto const one = m_seats[i].block->need(ruler, std::max(widths[i], 1.0));
      total.height_mm = std::max(total.height_mm, one.height_mm);
      total.is_strained |= one.is_strained || widths[i] < 1;
    }
    // Without a block that takes the rest, the row may come out wider than the place for it.
    auto const taken = std::accumulate(widths.begin(), widths.end(), m_gap_mm * gap_count());
    total.is_strained |= taken > width_mm + 0.1;
    return total;
  }

  double natural_width_mm(Ruler const& ruler) const override {
    double width = m_gap_mm * gap_count();
    for (auto const& seat : m_seats) width += seat.block->natural_width_mm(ruler);
    return width;
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const widths = widths_mm({stage.look(), stage.typesetter()}, box.width_mm);
    auto left = box.left_mm;
    for (std::size_t i = 0; i < m_seats.size(); ++i) {
      auto const width = std::max(widths[i], 1.0);
      m_seats[i].block->draw(stage, {left, box.top_mm, width, box.height_mm});
      left += width + m_gap_mm;
    }
  }

 private:
  double gap_count() const { return static_cast<double>(m_seats.size()) - 1; }

  std::vector<double> widths_mm(Ruler const& ruler, double width_mm) const {
    std::vector<double> widths;
    double shares = 0;
    auto left_over = width_mm - m_gap_mm * gap_count();
    for (auto const& seat : m_seats) {
      shares += seat.share;
      widths.push_back(seat.share > 0 ? 0 : seat.block->natural_width_mm(ruler));
      left_over -= widths.back();
    }
    for (std::size_t i = 0; i < m_seats.size(); ++i)
      if (m_seats[i].share > 0) widths[i] = left_over * m_seats[i].share / shares;
    return widths;
  }

  std::vector<Seat> m_seats;
  double m_gap_mm;
};

class Flow final : public Block {
 public:
  Flow(Blocks blocks, double gap_mm) : m_blocks(std::move(blocks)), m_gap_mm(gap_mm) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    Need total;
    for (auto const& line : lines(ruler, width_mm)) {
      if (total.height_mm > 0) total.height_mm += m_gap_mm;
      total.height_mm += line.height_mm;
      total.is_strained |= line.width_mm > width_mm + 0.1;
    }
    return total;
  }

  double natural_width_mm(Ruler const& ruler) const override {
    double width = -m_gap_mm;
    for (auto const& block : m_blocks) width += block->natural_width_mm(ruler) + m_gap_mm;
    return std::max(width, 0.0);
  }

  void draw(Stage& stage, Box const& box) const override {
    auto top = box.top_mm;
    for (auto const& line : lines({stage.look(), stage.typesetter()}, box.width_mm)) {
      auto left = box.left_mm + (box.width_mm - line.width_mm) / 2;
      for (std::size_t i = 0; i < line.widths_mm.size(); ++i) {
        m_blocks[line.first + i]->draw(stage, {left, top, line.widths_mm[i], line.height_mm});
        left += line.widths_mm[i] + m_gap_mm;
      }
      top += line.height_mm + m_gap_mm;
    }
  }

 private:
  struct Line {
    std::size_t first = 0;
    std::vector<double> widths_mm;
    double width_mm = 0;
    double height_mm = 0;
  };

  std::vector<Line> lines(Ruler const& ruler, double width_mm) const {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
      auto const width = m_blocks[i]->natural_width_mm(ruler);
      if (lines.empty() || lines.back().width_mm + m_gap_mm + width > width_mm)
        lines.push_back({.first = i, .widths_mm = {}, .width_mm = -m_gap_mm, .height_mm = 0});
      auto& line = lines.back();
      line.widths_mm.push_back(width);
      line.width_mm += m_gap_mm + width;
      line.height_mm = std::max(line.height_mm, m_blocks[i]->need(ruler, width).height_mm);
    }
    return lines;
  }

  Blocks m_blocks;
  double m_gap_mm;
};

class EvenGrid final : public Block {
 public:
  EvenGrid(Blocks blocks, Cells cells, double gap_mm)
      : m_blocks(std::move(blocks)), m_cells(cells), m_gap_mm(gap_mm) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto const cell_width = cell_mm(width_mm, m_cells.columns);
    Need highest;
    for (auto const& block : m_blocks) {
      auto const one = block->need(ruler, cell_width);
      highest.height_mm = std::max(highest.height_mm, one.height_mm);
      highest.is_strained |= one.is_strained;
    }
    auto const rows = static_cast<double>(m_cells.rows);
    return {rows * highest.height_mm + (rows - 1) * m_gap_mm, highest.is_strained};
  }

  double natural_width_mm(Ruler const& ruler) const override {
    double widest = 0;
    for (auto const& block : m_blocks) widest = std::max(widest, block->natural_width_mm(ruler));
    auto const columns = static_cast<double>(m_cells.columns);
    return columns * widest + (columns - 1) * m_gap_mm;
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const width = cell_mm(box.width_mm, m_cells.columns);
    auto const height = cell_mm(box.height_mm, m_cells.rows);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
      auto const column = static_cast<double>(i % m_cells.columns);
      auto const row = static_cast<double>(i / m_cells.columns);
      m_blocks[i]->draw(stage, {box.left_mm + column * (width + m_gap_mm),
                                box.top_mm + row * (height + m_gap_mm), width, height});
    }
  }

 private:
  double cell_mm(double whole_mm, std::size_t count) const {
    auto const cells = static_cast<double>(count);
    return std::max((whole_mm - (cells - 1) * m_gap_mm) / cells, 1.0);
  }

  Blocks m_blocks;
  Cells m_cells;
  double m_gap_mm;
};

class Space final : public Block {
 public:
  Need need(Ruler const&, double) const override { return {}; }
  double natural_width_mm(Ruler const&) const override { return 0; }
  void draw(Stage&, Box const&) const override {}
};

}  // namespace

BlockPointer column(std::vector<Storey> storeys) {
  return std::make_shared<Column>(std::move(storeys));
}

BlockPointer row(std::vector<Seat> seats, double gap_mm) {
  return std::make_shared<Row>(std::move(seats), gap_mm);
}

BlockPointer equal_row(Blocks blocks, double gap_mm) {
  std::vector<Seat> seats;
  for (auto& block : blocks) seats.push_back({.block = std::move(block), .share = 1});
  return row(std::move(seats), gap_mm);
}

BlockPointer flow(Blocks blocks, double gap_mm) {
  return std::make_shared<Flow>(std::move(blocks), gap_mm);
}

BlockPointer grid(Blocks blocks, std::size_t columns, double gap_mm) {
  std::vector<Storey> lines;
  for (std::size_t first = 0; first < blocks.size(); first += columns) {
    Blocks line;
    for (std::size_t i = first; i < first + columns; ++i)
      line.push_back(i < blocks.size() ? blocks[i] : space());
    lines.push_back(
        {.block = equal_row(std::move(line), gap_mm), .grow = 1, .gap_below_mm = gap_mm});
  }
  return column(std::move(lines));
}

BlockPointer even_grid(Blocks blocks, Cells cells, double gap_mm) {
  INLOOP_ASSERT(blocks.size() <= cells.count());
  return std::make_shared<EvenGrid>(std::move(blocks), cells, gap_mm);
}

BlockPointer space() {
  return std::make_shared<Space>();
}

}  // namespace inloop::ui
