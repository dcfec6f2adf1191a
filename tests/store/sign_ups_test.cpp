#include <algorithm>
#include <iostream>
#include <random>
#include <set>

#include "kiosk/core/effect.h"
#include "kiosk/store/token_draw.h"
#include "tests/store/week_fixture.h"

namespace inloop::store::test {
namespace {

using core::Place;
using core::SignUpMode;
using core::SignUpProblem;
using core::Token;
using core::TokenColour;
using core::WhenFull;
using inloop::test::SeededRandom;

Token const blue_owl{.picture = 0, .colour = TokenColour::Blue};
Token const red_owl{.picture = 0, .colour = TokenColour::Red};
Token const red_fish{.picture = 3, .colour = TokenColour::Red};

TEST_CASE("A sign-up holds the token that was asked for, also after the store was opened again") {
  House const house;
  SeededRandom random(1);
  core::SessionId session = 0;
  {
    auto store = house.store();
    session = add_session(store, activity(SignUpMode::Token, 3));
    CHECK(granted(store.sign_up(wish(session, blue_owl), random)) ==
          SignedUp{.token = blue_owl, .place = {}});
  }
  auto store = house.store();
  CHECK(granted(store.find_sign_up(session, blue_owl)) == Place{});
  CHECK(refused(store.find_sign_up(session, red_owl)) == SignUpProblem::Unknown);
  CHECK(need(store.agenda(monday, 1)).front().taken == 1);
}

TEST_CASE(
    "Nobody gets a token that somebody else holds in the session; in another one it is free") {
  House const house;
  auto store = house.store();
  SeededRandom random(1);
  auto const session = add_session(store, activity(SignUpMode::Token, 3));
  auto const other = add_session(store, activity(SignUpMode::Token, 3), at(monday, 15));
  granted(store.sign_up(wish(session, blue_owl), random));
  CHECK(refused(store.sign_up(wish(session, blue_owl), random)) == SignUpProblem::TokenTaken);
  CHECK(granted(store.sign_up(wish(other, blue_owl), random)).token == blue_owl);
}

TEST_CASE("Of two who want the last place one gets it, and the other can wait") {
  House const house;
  auto store = house.store();
  SeededRandom random(1);
  auto const session = add_session(store, activity(SignUpMode::Token, 1));
  granted(store.sign_up(wish(session, blue_owl), random));
  CHECK(refused(store.sign_up(wish(session, red_owl), random)) == SignUpProblem::Full);
  CHECK(granted(store.sign_up(wish(session, red_owl, WhenFull::Wait), random)) ==
        SignedUp{.token = red_owl, .place = {.waiting_number = 1}});
  auto const seen = need(store.agenda(monday, 1)).front();
  CHECK(seen.taken == 1);
  CHECK(seen.waiting == 1);
}

TEST_CASE(
    "Who cancels makes room: the first who waits moves up and is told, the others wait less") {
  House const house;
  auto store = house.store();
  SeededRandom random(1);
  auto const session = add_session(store, activity(SignUpMode::Token, 1));
  granted(store.sign_up(wish(session, blue_owl), random));
  granted(store.sign_up(wish(session, red_owl, WhenFull::Wait), random));
  granted(store.sign_up(wish(session, red_fish, WhenFull::Wait), random));
  CHECK(granted(store.find_sign_up(session, red_fish)) == Place{.waiting_number = 2});
  granted(store.cancel_sign_up(session, blue_owl));
  CHECK(granted(store.find_sign_up(session, red_owl)) == Place{.has_moved_up = true});
  CHECK(granted(store.find_sign_up(session, red_fish)) == Place{.waiting_number = 1});
  CHECK(refused(store.cancel_sign_up(session, blue_owl)) == SignUpProblem::Unknown);
  // The place is not free for somebody new: it was taken by who waited.
  CHECK(refused(store.sign_up(wish(session, blue_owl), random)) == SignUpProblem::Full);
}

TEST_CASE("The waiting list ends, and then even who would wait is refused") {
  House const house;
  auto store = house.store();
  SeededRandom random(1);
  auto const session = add_session(store, activity(SignUpMode::Token, core::most_capacity));
  auto const join = [&] {
    return store.sign_up(wish(session, std::nullopt, WhenFull::Wait), random);
  };
  for (int i = 0; i < core::most_capacity + core::most_waiting; ++i) granted(join());
  CHECK(refused(join()) == SignUpProblem::Full);
  auto const seen = need(store.agenda(monday, 1)).front();
  CHECK(seen.taken == core::most_capacity);
  CHECK(seen.waiting == core::most_waiting);
}

TEST_CASE("A session without a limit has room for as many as any session may") {
  House const house;
  auto store = house.store();
  SeededRandom random(1);
  auto const session = add_session(store, activity(SignUpMode::Token));
  for (int i = 0; i < core::most_capacity; ++i) granted(store.sign_up(wish(session), random));
  CHECK(refused(store.sign_up(wish(session), random)) == SignUpProblem::Full);
}

TEST_CASE("A session that is over, cancelled or not there takes no sign-ups") {
  House const house;
  auto store = house.store();
  SeededRandom random(1);
  auto const session = add_session(store, activity(SignUpMode::Token, 3));
  granted(store.sign_up(wish(session, blue_owl), random));
  auto late = wish(session);
  late.now = at(monday, 11, 29);
  granted(store.sign_up(late, random));
  late.now = at(monday, 11, 30);
  CHECK(refused(store.sign_up(late, random)) == SignUpProblem::Gone);
  CHECK(refused(store.sign_up(wish(session + 1), random)) == SignUpProblem::Gone);
  need(store.cancel_session(session, ""));
  CHECK(refused(store.sign_up(wish(session), random)) == SignUpProblem::Gone);
  CHECK(refused(store.find_sign_up(session, blue_owl)) == SignUpProblem::Gone);
  CHECK(refused(store.cancel_sign_up(session, blue_owl)) == SignUpProblem::Gone);
  CHECK_FALSE(store.free_tokens(session, 6, random));
}

TEST_CASE("What no screen should ask for is refused in words") {
  House const house;
  auto store = house.store();
  SeededRandom random(1);
  auto const open = add_session(store, activity(SignUpMode::Open));
  auto const quiet = add_session(store, activity(SignUpMode::Anonymous), at(monday, 13));
  auto const by_token = add_session(store, activity(SignUpMode::Token), at(monday, 14));
  CHECK_THAT(words(store.sign_up(wish(open), random).error()), Catch::Contains("no sign-ups"));
  CHECK_THAT(words(store.sign_up(wish(quiet), random).error()), Catch::Contains("no sign-ups"));
  CHECK_FALSE(store.sign_up(wish(by_token, Token{.picture = 24}), random));
  auto named = wish(by_token);
  named.first_name = "Fatima";
  CHECK_THAT(words(store.sign_up(named, random).error()), Catch::Contains("keeps no names"));
}

TEST_CASE("Where randomness fails no token is drawn and nobody signs up") {
  House const house;
  auto store = house.store();
  inloop::test::DryRandom dry;
  auto const session = add_session(store, activity(SignUpMode::Token, 3));
  CHECK_FALSE(store.sign_up(wish(session), dry));
  CHECK_FALSE(store.free_tokens(session, 6, dry));
  CHECK(need(store.agenda(monday, 1)).front().taken == 0);
}

TEST_CASE("Tokens to choose from are free, and differ in picture and in colour") {
  House const house;
  auto store = house.store();
  constexpr std::uint32_t seed = 20261123;
  CAPTURE(seed);
  SeededRandom random(seed);
  auto const session = add_session(store, activity(SignUpMode::Token));
  for (int taken = 0; taken < core::most_capacity; ++taken) {
    auto const drawn = need(store.free_tokens(session, core::tokens_to_choose_from, random));
    REQUIRE(drawn.size() == core::tokens_to_choose_from);
    std::set<int> pictures;
    std::set<TokenColour> colours;
    for (auto const& token : drawn) {
      CHECK(refused(store.find_sign_up(session, token)) == SignUpProblem::Unknown);
      pictures.insert(token.picture);
      colours.insert(token.colour);
    }
    CHECK(pictures.size() == core::tokens_to_choose_from);
    if (taken < 20) CHECK(colours.size() == core::tokens_to_choose_from);
    granted(store.sign_up(wish(session, drawn.front()), random));
  }
}

TEST_CASE("Where pictures run out tokens differ in colour, and no more are drawn than are free") {
  SeededRandom random(5);
  std::vector<Token> free{{0, TokenColour::Blue}, {0, TokenColour::Red}, {1, TokenColour::Red}};
  auto const drawn = need(draw_tokens(free, 6, random));
  CHECK(drawn.size() == 3);
  CHECK(drawn[0].picture != drawn[1].picture);
  CHECK(std::ranges::is_permutation(drawn, free));
  CHECK(need(draw_tokens({}, 6, random)).empty());
}

TEST_CASE("The first token drawn is any of the free ones, each as often as the others") {
  constexpr std::uint32_t seed = 20261124;
  constexpr int draws_a_token = 200;
  CAPTURE(seed);
  SeededRandom random(seed);
  std::vector<Token> free;
  for (int picture = 0; picture < 24; ++picture)
    for (auto const colour : core::all_token_colours) free.push_back({picture, colour});
  std::vector<int> drawn(free.size());
  for (std::size_t i = 0; i < free.size() * draws_a_token; ++i) {
    auto const first = need(draw_tokens(free, 1, random)).front();
    ++drawn[static_cast<std::size_t>(std::ranges::find(free, first) - free.begin())];
  }
  double chi_square = 0;
  for (auto const count : drawn)
    chi_square += (count - draws_a_token) * (count - draws_a_token) / double{draws_a_token};
  // 143 degrees of freedom: six standard deviations above the mean.
  CHECK(chi_square < 143 + 6 * 16.9);
}

// What a session's sign-ups are, as a list that anybody can follow.
struct Model {
  struct Row {
    Token token;
    bool waited = false;
  };
  int capacity = 0;
  std::vector<Row> rows;

  [[nodiscard]] std::size_t place_of(Token const& token) const {
    return static_cast<std::size_t>(std::ranges::find(rows, token, &Row::token) - rows.begin());
  }
  [[nodiscard]] bool has(Token const& token) const { return place_of(token) < rows.size(); }
  [[nodiscard]] Place expected(Token const& token) const {
    auto const number = static_cast<int>(place_of(token)) + 1;
    if (number > capacity) return {.waiting_number = number - capacity};
    return {.has_moved_up = rows[place_of(token)].waited};
  }
};

class Sequence {
 public:
  explicit Sequence(std::uint32_t seed) : m_random(seed), m_chance(seed) {
    m_model.capacity = 1 + below(5);
    m_session = add_session(m_store, activity(SignUpMode::Token, m_model.capacity));
  }

  void step() {
    // Few tokens, so that they meet.
    Token const token{.picture = below(6), .colour = core::all_token_colours[below_size(5)]};
    auto const when_full = below(2) == 0 ? WhenFull::Refuse : WhenFull::Wait;
    if (below(3) == 0)
      cancel(token);
    else
      join(token, when_full);
  }

  void compare() {
    for (auto const& row : m_model.rows)
      REQUIRE(granted(m_store.find_sign_up(m_session, row.token)) == m_model.expected(row.token));
    auto const seen = need(m_store.agenda(monday, 1)).front();
    auto const all = static_cast<int>(m_model.rows.size());
    REQUIRE(seen.taken == std::min(all, m_model.capacity));
    REQUIRE(seen.waiting == std::max(0, all - m_model.capacity));
  }

  [[nodiscard]] std::size_t refusals() const { return m_refusals; }

 private:
  int below(int bound) { return static_cast<int>(m_chance() % static_cast<unsigned>(bound)); }
  std::size_t below_size(int bound) { return static_cast<std::size_t>(below(bound)); }

  void cancel(Token const& token) {
    if (!m_model.has(token)) {
      REQUIRE(refused(m_store.cancel_sign_up(m_session, token)) == SignUpProblem::Unknown);
      return;
    }
    granted(m_store.cancel_sign_up(m_session, token));
    m_model.rows.erase(m_model.rows.begin() + static_cast<std::ptrdiff_t>(m_model.place_of(token)));
  }

  void join(Token const& token, WhenFull when_full) {
    auto const answer = m_store.sign_up(wish(m_session, token, when_full), m_random);
    auto const all = static_cast<int>(m_model.rows.size());
    auto const room = m_model.capacity + (when_full == WhenFull::Wait ? core::most_waiting : 0);
    if (all >= room || m_model.has(token)) {
      ++m_refusals;
      REQUIRE(refused(answer) == (all >= room ? SignUpProblem::Full : SignUpProblem::TokenTaken));
      return;
    }
    m_model.rows.push_back({token, all >= m_model.capacity});
    REQUIRE(granted(answer) == SignedUp{token, m_model.expected(token)});
  }

  House m_house;
  Store m_store = m_house.store();
  SeededRandom m_random;
  std::mt19937 m_chance;
  Model m_model;
  core::SessionId m_session = 0;
  std::size_t m_refusals = 0;
};

TEST_CASE("Whatever people do, places and waiting list are those of a plain list") {
  constexpr std::uint32_t first_seed = 20261125;
  constexpr std::uint32_t seeds = 12;
  constexpr int steps = 120;
  std::size_t refusals = 0;
  for (auto seed = first_seed; seed < first_seed + seeds; ++seed) {
    CAPTURE(seed);
    Sequence sequence(seed);
    for (int step = 0; step < steps; ++step) {
      sequence.step();
      sequence.compare();
    }
    refusals += sequence.refusals();
  }
  std::cout << "sign-ups: seeds from " << first_seed << ", " << refusals << " refusals\n";
  CHECK(refusals > 100);
}

}  // namespace
}  // namespace inloop::store::test
