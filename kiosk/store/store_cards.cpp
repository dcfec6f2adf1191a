#include "kiosk/store/cards_table.h"
#include "kiosk/store/feelings_table.h"
#include "kiosk/store/store_impl.h"
#include "kiosk/store/visits_table.h"

namespace inloop::store {
namespace {

core::FirstTime answer_by(CardSeen seen) {
  return seen == CardSeen::Now ? core::FirstTime::Yes : core::FirstTime::No;
}

}  // namespace

Result<CardKey> Store::card_key(core::Period month, RandomSource& random) {
  return m_impl->attempt("reading the cards' key",
                         [&](SQLite::Database& database) -> Result<CardKey> {
                           if (auto const known = card_key_of(database, month)) return *known;
                           CardKey key{};
                           if (auto const filled = random.fill(key); !filled)
                             return tl::unexpected(filled.error());
                           WriteTransaction transaction(database);
                           insert_card_key(database, month, key);
                           transaction.commit();
                           return key;
                         });
}

Result<CardVisit> Store::add_card_visit(core::Visit const& visit, CardHash const& card) {
  return m_impl->attempt(
      "adding a card's visit", [&](SQLite::Database& database) -> Result<CardVisit> {
        auto& taps = m_impl->card_taps();
        if (taps.knows(card, visit)) return AlreadyCounted{};

        auto counted = visit;
        counted.channel = core::Channel::Card;
        counted.first_time = core::FirstTime::Skipped;
        auto seen = CardSeen::Before;
        WriteTransaction transaction(database);
        if (card.month == core::period_of(visit.arrived.date)) {
          seen = insert_card(database, card);
          counted.first_time = answer_by(seen);
        }
        auto const id = insert_visit(database, counted);
        transaction.commit();
        taps.remember({.card = card, .daypart = visit.daypart(), .visit = id, .seen = seen});
        return CountedByCard{.visit = id, .first_time = counted.first_time};
      });
}

Result<> Store::add_feeling(core::Period month, core::Feeling feeling) {
  return m_impl->attempt("adding a feeling", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    add_one_feeling(database, month, feeling);
    transaction.commit();
    return {};
  });
}

}  // namespace inloop::store
