#include "kiosk/store/activity_limits.h"

#include <algorithm>

#include "kiosk/core/keyboard.h"
#include "kiosk/store/store.h"

namespace inloop::store {
namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr std::size_t most_picture_bytes = 40;  // an emoji of several parts
constexpr std::string_view secure = "https://";

bool has_control_character(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char byte) { return byte < ' ' || byte == 0x7F; });
}

enum class MayBeEmpty { Yes, No };

Result<> check_text(std::string_view what, std::string_view text, int most_characters,
                    MayBeEmpty may_be_empty) {
  if (text.empty() && may_be_empty == MayBeEmpty::No) return failure("the {} is empty", what);
  if (has_control_character(text)) return failure("the {} holds a control character", what);
  auto const longest = static_cast<std::size_t>(most_characters) * 4;
  if (text.size() > longest || core::count_characters(text) > most_characters)
    return failure("the {} has more than {} characters", what, most_characters);
  return {};
}

Result<> check_link(std::string_view link) {
  if (link.empty()) return {};
  if (!link.starts_with(secure) || link.size() == secure.size())
    return failure("a link begins with {}", secure);
  if (link.size() > core::greatest_link_bytes)
    return failure("a link has at most {} bytes", core::greatest_link_bytes);
  auto const is_foreign = [](unsigned char byte) { return byte <= ' ' || byte >= 0x7F; };
  if (std::ranges::any_of(link, is_foreign))
    return failure("a link has neither spaces nor letters beyond ASCII");
  return {};
}

}  // namespace

Result<> check_activity(core::Activity const& activity) {
  auto const& [title, picture, kind, sign_up, capacity, room, link, organiser] = activity;
  if (auto good = check_text("title", title, core::most_title_characters, MayBeEmpty::No); !good)
    return good;
  if (picture.empty() || picture.size() > most_picture_bytes || has_control_character(picture))
    return failure("the picture is no emoji");
  if (capacity && (*capacity < 1 || *capacity > core::most_capacity))
    return failure("the capacity is 1 to {}, or there is none", core::most_capacity);
  if (auto good = check_text("room", room, core::most_room_characters, MayBeEmpty::Yes); !good)
    return good;
  if (auto good =
          check_text("organiser", organiser, core::most_organiser_characters, MayBeEmpty::Yes);
      !good)
    return good;
  return check_link(link);
}

Result<> check_times(core::LocalTime const& start, int minutes) {
  if (!start.date.ok() || int{start.date.year()} < 0 || int{start.date.year()} > 9999 ||
      start.minute_of_day < 0 || start.minute_of_day >= minutes_a_day)
    return failure("a session begins at a time of a day");
  if (minutes < 1 || minutes > most_session_minutes)
    return failure("a session takes 1 to {} minutes", most_session_minutes);
  return {};
}

Result<> check_reason(std::string const& reason) {
  return check_text("reason", reason, core::most_reason_characters, MayBeEmpty::Yes);
}

Result<> check_attendance(int people) {
  if (people < 0 || people > most_people_at_session)
    return failure("0 to {} people are at a session", most_people_at_session);
  return {};
}

}  // namespace inloop::store
