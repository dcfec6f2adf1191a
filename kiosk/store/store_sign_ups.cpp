#include <algorithm>

#include "kiosk/base/assert.h"
#include "kiosk/store/activities_table.h"
#include "kiosk/store/sign_ups_table.h"
#include "kiosk/store/store_impl.h"
#include "kiosk/store/token_draw.h"

namespace inloop::store {
namespace {

using core::SignUpProblem;

static_assert(core::token_count > core::most_capacity + core::most_waiting,
              "a free token can always be drawn");

// The session, if it still takes or holds sign-ups.
struct OpenSession {
  core::Session session;
  std::vector<KeptSignUp> sign_ups;

  [[nodiscard]] KeptSignUp const* held_by(core::Token const& token) const {
    auto const found = std::ranges::find(sign_ups, token, &KeptSignUp::token);
    return found == sign_ups.end() ? nullptr : &*found;
  }

  [[nodiscard]] std::vector<core::Token> free_tokens() const {
    std::vector<core::Token> free;
    for (int picture = 0; picture < static_cast<int>(core::token_pictures.size()); ++picture)
      for (auto const colour : core::all_token_colours)
        if (held_by({picture, colour}) == nullptr) free.push_back({picture, colour});
    return free;
  }
};

std::optional<OpenSession> open_session(SQLite::Database& database, core::SessionId id) {
  auto const session = session_of(database, id);
  if (!session || session->state != core::SessionState::Planned) return std::nullopt;
  return OpenSession{*session, sign_ups_of(database, *session)};
}

// A wish that no screen should have sent.
Result<> check_wish(SignUpWish const& wish, core::SignUpMode mode) {
  if (!core::takes_sign_ups(mode)) return failure("session {} takes no sign-ups", wish.session);
  if (wish.token && !core::is_valid(*wish.token)) return failure("there is no such token");
  if (wish.first_name.has_value() != (mode == core::SignUpMode::Name))
    return failure("session {} {}", wish.session,
                   wish.first_name ? "keeps no names" : "needs a first name");
  if (wish.first_name &&
      (core::problem_with_name(*wish.first_name) || wish.first_name->size() > greatest_name_bytes))
    return failure("that is no first name");
  return {};
}

// Why there is no place for the wish; nothing when there is.
std::optional<SignUpProblem> problem_with(SignUpWish const& wish, OpenSession const& open) {
  if (core::standing_of(open.session, wish.now) == core::Standing::Over) return SignUpProblem::Gone;
  auto const places = open.session.activity.capacity.value_or(core::most_capacity);
  auto const signed_up = static_cast<int>(open.sign_ups.size());
  auto const wait = wish.when_full == core::WhenFull::Wait ? core::most_waiting : 0;
  if (signed_up >= places + wait) return SignUpProblem::Full;
  if (wish.token && open.held_by(*wish.token) != nullptr) return SignUpProblem::TokenTaken;
  return std::nullopt;
}

Result<> lock_name(SQLite::Database& database, NameVault const* names, SignUpId sign_up,
                   SignUpWish const& wish, RandomSource& random) {
  if (!wish.first_name) return {};
  if (names == nullptr) return failure("there is no key to lock first names with");
  // After the master key was renewed the session's key is noise, and so are the names before.
  auto key = key_of(database, wish.session);
  if (!key || !names->opens(wish.session, *key)) {
    auto const made = names->make_key(wish.session, random);
    if (!made) return tl::unexpected(made.error());
    keep_key(database, wish.session, *made);
    key = *made;
  }
  auto const sealed = names->seal(
      *wish.first_name, {.session = wish.session, .sign_up = sign_up, .key = *key}, random);
  if (!sealed) return tl::unexpected(sealed.error());
  keep_name(database, sign_up, *sealed);
  return {};
}

}  // namespace

SignUpResult<SignedUp> Store::sign_up(SignUpWish const& wish, RandomSource& random) {
  using Answer = SignUpResult<SignedUp>;
  return m_impl->attempt("signing up", [&](SQLite::Database& database) -> Answer {
    WriteTransaction transaction(database);
    auto const open = open_session(database, wish.session);
    if (!open) return SignUpProblem::Gone;
    auto const good = check_wish(wish, open->session.activity.sign_up);
    if (!good) return tl::unexpected(good.error());
    if (auto const problem = problem_with(wish, *open)) return *problem;

    auto token = wish.token;
    if (!token) {
      auto const drawn = draw_tokens(open->free_tokens(), 1, random);
      if (!drawn) return tl::unexpected(drawn.error());
      token = drawn->front();
    }
    auto const places = open->session.activity.capacity.value_or(core::most_capacity);
    auto const waiting = std::max(0, static_cast<int>(open->sign_ups.size()) + 1 - places);
    auto const id = insert_sign_up(database, wish.session, *token,
                                   waiting > 0 ? Joined::Waiting : Joined::WithPlace);
    auto const locked = lock_name(database, m_impl->names(), id, wish, random);
    if (!locked) return tl::unexpected(locked.error());
    transaction.commit();
    return SignedUp{.token = *token, .place = {.waiting_number = waiting}};
  });
}

SignUpResult<core::Place> Store::find_sign_up(core::SessionId session, core::Token const& token) {
  using Answer = SignUpResult<core::Place>;
  return m_impl->attempt("finding a sign-up", [&](SQLite::Database& database) -> Answer {
    auto const open = open_session(database, session);
    if (!open) return SignUpProblem::Gone;
    auto const* const held = open->held_by(token);
    if (held == nullptr) return SignUpProblem::Unknown;
    return held->place;
  });
}

SignUpResult<std::monostate> Store::cancel_sign_up(core::SessionId session,
                                                   core::Token const& token) {
  using Answer = SignUpResult<std::monostate>;
  return m_impl->attempt("cancelling a sign-up", [&](SQLite::Database& database) -> Answer {
    WriteTransaction transaction(database);
    auto const open = open_session(database, session);
    if (!open) return SignUpProblem::Gone;
    auto const* const held = open->held_by(token);
    if (held == nullptr) return SignUpProblem::Unknown;
    delete_sign_up(database, held->id);
    transaction.commit();
    return std::monostate{};
  });
}

Result<std::vector<core::Token>> Store::free_tokens(core::SessionId session, std::size_t count,
                                                    RandomSource& random) {
  using Tokens = Result<std::vector<core::Token>>;
  return m_impl->attempt("drawing tokens", [&](SQLite::Database& database) -> Tokens {
    auto const open = open_session(database, session);
    if (!open) return failure("there is no planned session {}", session);
    return draw_tokens(open->free_tokens(), count, random);
  });
}

Result<std::vector<NamedSignUp>> Store::names_of(core::SessionId session) {
  using Names = Result<std::vector<NamedSignUp>>;
  return m_impl->attempt("reading first names", [&](SQLite::Database& database) -> Names {
    auto const found = session_of(database, session);
    if (!found) return failure("there is no session {}", session);
    auto const key = key_of(database, session);
    std::vector<NamedSignUp> named;
    for (auto const& kept : sign_ups_of(database, *found)) {
      named.push_back({kept.token, kept.place, std::nullopt});
      if (!kept.first_name || !key) continue;
      if (m_impl->names() == nullptr) return failure("there is no key to read first names with");
      auto name = m_impl->names()->unseal(*kept.first_name,
                                          {.session = session, .sign_up = kept.id, .key = *key});
      // Locked with a key that is gone: the host still sees the token, and the other names.
      if (name) named.back().first_name = std::move(*name);
    }
    return named;
  });
}

Result<> Store::forget_sign_ups(core::Date today, int kept_days) {
  INLOOP_ASSERT(kept_days >= 0);
  return m_impl->attempt("forgetting sign-ups", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    auto const sessions = sessions_to_forget(database, today, kept_days);
    if (sessions.empty()) return {};
    for (auto const session : sessions) {
      freeze_places_of(database, session);
      delete_sign_ups_of(database, session);
    }
    transaction.commit();
    // The old pages still stand in the write-ahead log until it is emptied.
    inloop::store::checkpoint(database);
    return {};
  });
}

}  // namespace inloop::store
