#include "tests/support/mark_checks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

namespace inloop::test {
namespace {

using ui::Mark;
using ui::MarkKind;
using ui::Rect;

// Places are rounded to whole pixels, so a size may be off by half of one at each edge.
constexpr float rounding_px = 1.0F;

bool is_target(Mark const& mark) {
  return mark.kind == MarkKind::Button || mark.kind == MarkKind::MainButton ||
         mark.kind == MarkKind::Key;
}

bool has_words(Mark const& mark) {
  // On its key a mark of writing is as small as it always is.
  constexpr std::array<std::string_view, 8> marks{"،", "؛", "؟", "«", "»", "።", "፣", "፤"};
  if (std::ranges::find(marks, mark.label) != marks.end()) return false;
  return std::ranges::any_of(mark.label, [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<signed char>(c) < 0;
  });
}

bool opens_with_capital(Mark const& mark) {
  return !mark.label.empty() && mark.label.front() >= 'A' && mark.label.front() <= 'Z';
}

// The most that any edge of `inner` lies outside `outer`.
float excess_px(Rect const& inner, Rect const& outer) {
  return std::max({outer.left_px - inner.left_px, outer.top_px - inner.top_px,
                   inner.right_px - outer.right_px, inner.bottom_px - outer.bottom_px});
}

// Below zero: they overlap.
float gap_px(Rect const& one, Rect const& other) {
  float const across =
      std::max(one.left_px, other.left_px) - std::min(one.right_px, other.right_px);
  float const down = std::max(one.top_px, other.top_px) - std::min(one.bottom_px, other.bottom_px);
  return std::max(across, down);
}

std::string_view name_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::Text:
      return "text";
    case MarkKind::Picture:
      return "picture";
    case MarkKind::Card:
      return "card";
    case MarkKind::Button:
      return "button";
    case MarkKind::MainButton:
      return "main button";
    case MarkKind::Key:
      return "key";
  }
  return "";
}

class Checker {
 public:
  Checker(std::vector<Mark> const& marks, ui::Glass const& glass, core::TextSize text_size)
      : m_marks(marks), m_glass(glass), m_text_size(text_size) {}

  std::vector<std::string> objections() {
    check_names();
    for (Mark const& mark : m_marks) {
      check_place(mark);
      check_words(mark);
      if (is_target(mark)) check_target(mark);
    }
    check_pairs();
    return std::move(m_objections);
  }

 private:
  template <class... Args>
  void object(fmt::format_string<Args...> format, Args&&... args) {
    m_objections.push_back(fmt::format(format, std::forward<Args>(args)...));
  }

  float px(double mm) const { return static_cast<float>(mm * m_glass.px_per_mm); }
  double mm(float px) const { return static_cast<double>(px) / m_glass.px_per_mm; }

  double least_capital_mm() const {
    double const short_side_mm = std::min(m_glass.width_px, m_glass.height_px) / m_glass.px_per_mm;
    return short_side_mm < table_glass_mm ? least_large_capital_on_table_mm
                                          : least_large_capital_mm;
  }

  double least_side_mm(MarkKind kind) const {
    if (kind == MarkKind::MainButton) return least_main_target_mm;
    bool const is_small_key = kind == MarkKind::Key && m_text_size == core::TextSize::Normal;
    return is_small_key ? least_key_mm : least_target_mm;
  }

  void check_names() {
    std::set<std::string> ids;
    for (Mark const& mark : m_marks) {
      if (mark.id.empty()) object("a mark with the words \"{}\" has no id", mark.label);
      if (!ids.insert(mark.id).second) object("{} stands there twice", mark.id);
    }
    if (m_marks.empty()) object("nothing stands on the glass");
  }

  void check_place(Mark const& mark) {
    Rect const whole{0, 0, static_cast<float>(m_glass.width_px),
                     static_cast<float>(m_glass.height_px)};
    if (excess_px(mark.rect, whole) > rounding_px) object("{} reaches beyond the glass", mark.id);
    if (mark.rect.width_px() <= 0 || mark.rect.height_px() <= 0) object("{} has no size", mark.id);
  }

  void check_words(Mark const& mark) {
    if (mark.spoken.empty()) object("{} says nothing to who cannot see it", mark.id);
    if (!has_words(mark)) return;
    if (float const out_px = excess_px(mark.ink, mark.rect); out_px > rounding_px)
      object("{}: the words \"{}\" stand {:.1f} mm outside their box", mark.id, mark.label,
             mm(out_px));
    bool const is_large = m_text_size == core::TextSize::Large;
    double const least_mm =
        is_large && opens_with_capital(mark) ? least_capital_mm() : least_x_height_mm;
    // Ink is counted in whole pixels: a letter may lose part of one at its top and at its foot.
    if (mark.ink.height_px() + 2 * rounding_px < px(least_mm))
      object("{}: the words \"{}\" are {:.1f} mm high, {:.1f} is the least", mark.id, mark.label,
             mm(mark.ink.height_px()), least_mm);
  }

  void check_target(Mark const& mark) {
    double const least_mm = least_side_mm(mark.kind);
    float const smaller_px = std::min(mark.rect.width_px(), mark.rect.height_px());
    if (smaller_px + rounding_px < px(least_mm))
      object("{} is {:.1f} mm at its narrowest, {:.1f} is the least", mark.id, mm(smaller_px),
             least_mm);
  }

  void check_pairs() {
    for (auto one = m_marks.begin(); one != m_marks.end(); ++one)
      for (auto other = std::next(one); other != m_marks.end(); ++other) {
        if (is_target(*one) && is_target(*other)) check_gap(*one, *other);
        check_ink(*one, *other);
      }
  }

  void check_gap(Mark const& one, Mark const& other) {
    float const between_px = gap_px(one.rect, other.rect);
    if (between_px < 0)
      object("{} and {} overlap", one.id, other.id);
    else if (between_px + rounding_px < px(least_gap_mm))
      object("{} and {} are {:.1f} mm apart, {:.1f} is the least", one.id, other.id, mm(between_px),
             least_gap_mm);
  }

  void check_ink(Mark const& one, Mark const& other) {
    if (has_words(one) && has_words(other) && gap_px(one.ink, other.ink) < -rounding_px)
      object("the words of {} and {} lie over each other", one.id, other.id);
  }

  std::vector<Mark> const& m_marks;
  ui::Glass const& m_glass;
  core::TextSize m_text_size;
  std::vector<std::string> m_objections;
};

std::string list_of(std::vector<Mark> const& marks) {
  std::string list;
  for (Mark const& mark : marks)
    list += fmt::format("\n  {} {} \"{}\"", name_of(mark.kind), mark.id, mark.label);
  return list;
}

}  // namespace

std::vector<std::string> objections_to(std::vector<Mark> const& marks, ui::Glass const& glass,
                                       core::TextSize text_size) {
  return Checker(marks, glass, text_size).objections();
}

std::string written_out(std::vector<Mark> const& marks, ui::Glass const& glass) {
  auto const mm = [&](float px) { return static_cast<double>(px) / glass.px_per_mm; };
  std::string text;
  for (Mark const& mark : marks) {
    text +=
        fmt::format("{} {} at {:.0f},{:.0f} of {:.0f}x{:.0f} mm{}{} \"{}\"", name_of(mark.kind),
                    mark.id, mm(mark.rect.left_px), mm(mark.rect.top_px), mm(mark.rect.width_px()),
                    mm(mark.rect.height_px()), mark.is_enabled ? "" : " disabled",
                    mark.is_chosen ? " chosen" : "", mark.label);
    if (mark.spoken != mark.label) text += fmt::format(" spoken \"{}\"", mark.spoken);
    text += '\n';
  }
  return text;
}

Mark const& mark_of(std::vector<Mark> const& marks, std::string const& id_or_label) {
  auto const find = [&](auto const& fits) -> Mark const* {
    Mark const* found = nullptr;
    for (Mark const& mark : marks) {
      if (!fits(mark)) continue;
      if (found != nullptr)
        throw std::runtime_error(
            fmt::format("\"{}\" stands there more than once:{}", id_or_label, list_of(marks)));
      found = &mark;
    }
    return found;
  };
  if (auto const* mark = find([&](Mark const& m) { return m.id == id_or_label; })) return *mark;
  if (auto const* mark =
          find([&](Mark const& m) { return is_target(m) && m.label == id_or_label; }))
    return *mark;
  if (auto const* mark = find([&](Mark const& m) { return m.label == id_or_label; })) return *mark;
  throw std::runtime_error(
      fmt::format("\"{}\" is not on the glass; there are:{}", id_or_label, list_of(marks)));
}

}  // namespace inloop::test
