#include "kiosk/platform/pointer.h"

#include <vector>

#include <catch2/catch.hpp>

namespace inloop::platform {
namespace {

constexpr PointerSample nowhere{};

PointerSample pressed(float x_px, float y_px) {
  return {.x_px = x_px, .y_px = y_px, .present = true, .down = true};
}

PointerSample lifted(float x_px, float y_px) {
  return {.x_px = x_px, .y_px = y_px, .present = true, .down = false};
}

Contact down(std::int64_t finger, float x_px = 10, float y_px = 20) {
  return {.finger = finger, .phase = ContactPhase::Down, .x_px = x_px, .y_px = y_px};
}

Contact move(std::int64_t finger, float x_px, float y_px = 20) {
  return {.finger = finger, .phase = ContactPhase::Move, .x_px = x_px, .y_px = y_px};
}

Contact up(std::int64_t finger, float x_px = 10, float y_px = 20) {
  return {.finger = finger, .phase = ContactPhase::Up, .x_px = x_px, .y_px = y_px};
}

// Everything that frames get to see until there is nothing more.
std::vector<PointerSample> frames_of(Pointer& pointer, std::int64_t uptime_ms = 0) {
  std::vector<PointerSample> frames;
  while (pointer.has_more() && frames.size() < 2 * Pointer::most_waiting)
    frames.push_back(pointer.next_sample(uptime_ms));
  return frames;
}

Pointer fed(std::vector<Contact> const& contacts) {
  Pointer pointer;
  for (Contact const& contact : contacts) pointer.feed(contact, 0);
  return pointer;
}

}  // namespace

TEST_CASE("without a finger there is nothing to show") {
  Pointer pointer;
  CHECK_FALSE(pointer.has_more());
  CHECK(pointer.next_sample(0) == nowhere);
}

TEST_CASE("a down and an up that arrive together are shown in two frames") {
  Pointer pointer = fed({down(1), up(1)});
  CHECK(pointer.next_sample(0) == pressed(10, 20));
  CHECK(pointer.next_sample(0) == lifted(10, 20));
}

TEST_CASE("a release keeps its place for one frame more and then leaves the glass") {
  Pointer pointer = fed({down(1), up(1)});
  CHECK(frames_of(pointer) ==
        std::vector{pressed(10, 20), lifted(10, 20), lifted(10, 20), nowhere});
  CHECK(pointer.next_sample(0) == nowhere);
}

TEST_CASE("a finger that rests needs no further frame") {
  Pointer pointer = fed({down(1)});
  CHECK(pointer.next_sample(0) == pressed(10, 20));
  CHECK_FALSE(pointer.has_more());
  CHECK(pointer.is_touched());
  CHECK(pointer.next_sample(0) == pressed(10, 20));
}

TEST_CASE("of many moves between two frames only the last place is shown") {
  Pointer pointer = fed({down(1), move(1, 11), move(1, 12), move(1, 13)});
  CHECK(frames_of(pointer) == std::vector{pressed(10, 20), pressed(13, 20)});
  pointer.feed(move(1, 14), 0);
  pointer.feed(move(1, 15), 0);
  CHECK(frames_of(pointer) == std::vector{pressed(15, 20)});
}

TEST_CASE("a release after moves is shown where the finger left the glass") {
  Pointer pointer = fed({down(1), move(1, 300), up(1, 500)});
  CHECK(frames_of(pointer) ==
        std::vector{pressed(10, 20), lifted(500, 20), lifted(500, 20), nowhere});
}

TEST_CASE("two quick taps never share a button edge") {
  Pointer pointer = fed({down(1), up(1), down(2, 90), up(2, 90)});
  CHECK(frames_of(pointer) == std::vector{pressed(10, 20), lifted(10, 20), pressed(90, 20),
                                          lifted(90, 20), lifted(90, 20), nowhere});
}

TEST_CASE("a second finger changes nothing while the first is down") {
  Pointer pointer = fed({down(1), down(2, 90), move(2, 91), up(2, 91), up(1)});
  CHECK(frames_of(pointer) ==
        std::vector{pressed(10, 20), lifted(10, 20), lifted(10, 20), nowhere});
}

TEST_CASE("after two fingers no third counts until all are up") {
  Pointer pointer = fed({down(1), down(2), up(1)});
  CHECK(frames_of(pointer).size() == 4);
  pointer.feed(down(3), 0);
  CHECK_FALSE(pointer.has_more());
  pointer.feed(up(3), 0);
  pointer.feed(up(2), 0);
  pointer.feed(down(4, 70), 0);
  CHECK(frames_of(pointer) == std::vector{pressed(70, 20)});
}

TEST_CASE("a ghost that only moves or lifts is not there") {
  Pointer pointer = fed({move(5, 50), up(5, 50)});
  CHECK_FALSE(pointer.has_more());
  CHECK(pointer.next_sample(0) == nowhere);
}

TEST_CASE("a finger that goes down twice does not tap what lay under it first") {
  Pointer pointer = fed({down(1), down(1, 90)});
  CHECK(frames_of(pointer) == std::vector{pressed(10, 20), nowhere, pressed(90, 20)});
}

TEST_CASE("a contact of ten seconds is let go without a tap and reported once") {
  Pointer pointer = fed({down(1)});
  CHECK(frames_of(pointer) == std::vector{pressed(10, 20)});
  CHECK(pointer.deadline_ms() == stuck_after_ms);
  CHECK(pointer.next_sample(stuck_after_ms - 1) == pressed(10, 20));
  CHECK(pointer.next_sample(stuck_after_ms) == nowhere);
  CHECK(pointer.take_stuck_count() == 1);
  CHECK(pointer.take_stuck_count() == 0);
  CHECK_FALSE(pointer.deadline_ms());
  CHECK_FALSE(pointer.is_touched());
}

TEST_CASE("a stuck contact does not keep others from the glass") {
  Pointer pointer = fed({down(1)});
  static_cast<void>(frames_of(pointer));
  pointer.feed(down(2, 90), stuck_after_ms);
  pointer.feed(move(1, 11), stuck_after_ms);
  pointer.feed(up(2, 90), stuck_after_ms + 50);
  CHECK(frames_of(pointer, stuck_after_ms + 50) ==
        std::vector{nowhere, pressed(90, 20), lifted(90, 20), lifted(90, 20), nowhere});
}

TEST_CASE("a stuck contact that is lifted at last taps nothing") {
  Pointer pointer = fed({down(1)});
  static_cast<void>(frames_of(pointer));
  CHECK(pointer.next_sample(stuck_after_ms) == nowhere);
  pointer.feed(up(1), stuck_after_ms + 1);
  CHECK_FALSE(pointer.has_more());
}

TEST_CASE("more contacts than a hand has fingers are not remembered") {
  Pointer pointer;
  constexpr std::int64_t many = 3 * Pointer::most_contacts;
  for (std::int64_t finger = 0; finger < many; ++finger) pointer.feed(down(finger), 0);
  CHECK(frames_of(pointer).size() == 1);
  for (std::int64_t finger = 0; finger < many; ++finger) pointer.feed(up(finger), 0);
  CHECK(frames_of(pointer).back() == nowhere);
  pointer.feed(down(1), 0);
  CHECK(pointer.is_touched());
}

TEST_CASE("a storm of taps between two frames leaves no press without its release") {
  Pointer pointer;
  for (int tap = 0; tap < 1000; ++tap) {
    pointer.feed(down(1), 0);
    pointer.feed(move(1, 30), 0);
    pointer.feed(up(1), 0);
  }
  auto const frames = frames_of(pointer);
  CHECK(frames.size() <= Pointer::most_waiting + 2);
  // The last release stands for one frame more and then leaves the glass.
  for (std::size_t at = 0; at + 2 < frames.size(); ++at) CHECK(frames[at].down == (at % 2 == 0));
  CHECK(frames.back() == nowhere);
  CHECK_FALSE(pointer.is_touched());
}

}  // namespace inloop::platform
