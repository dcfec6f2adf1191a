#include "kiosk/cards/pcsc_service.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <string_view>
#include <utility>

#include <winscard.h>

namespace inloop::cards {
namespace {

// A reader that is plugged in just before a wait begins is not noticed by it; then after this.
constexpr DWORD longest_wait_ms = 10'000;

// This name stands for the list of readers itself: it changes when one is plugged in or out.
constexpr char const* reader_list = "\\\\?PnP?\\Notification";

constexpr std::size_t longest_reader_list_bytes = most_readers * MAX_READERNAME;

using Slots = std::vector<Slot>;
using Names = std::vector<std::string>;

tl::unexpected<Error> pcsc_failure(std::string_view what, LONG code) {
  return failure("{}: {}", what, pcsc_stringify_error(code));
}

class PcscCard final : public Card {
 public:
  PcscCard(SCARDHANDLE handle, DWORD protocol) : m_handle(handle), m_protocol(protocol) {}
  PcscCard(PcscCard const&) = delete;
  PcscCard& operator=(PcscCard const&) = delete;
  ~PcscCard() override { SCardDisconnect(m_handle, SCARD_LEAVE_CARD); }

  Result<CardReply> transmit(std::span<std::byte const> command) override {
    CardReply reply;
    auto const room = reply.room();
    DWORD size = room.size();
    auto const* request = m_protocol == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    LONG const code =
        SCardTransmit(m_handle, request, reinterpret_cast<BYTE const*>(command.data()),
                      command.size(), nullptr, reinterpret_cast<BYTE*>(room.data()), &size);
    if (code != SCARD_S_SUCCESS) return pcsc_failure("the card does not answer", code);
    reply.set_size(size);
    return reply;
  }

 private:
  SCARDHANDLE m_handle;
  DWORD m_protocol;
};

SlotState state_from(DWORD word) {
  if ((word & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE | SCARD_STATE_IGNORE)) != 0)
    return SlotState::Unusable;
  if ((word & SCARD_STATE_PRESENT) == 0) return SlotState::Empty;
  return (word & SCARD_STATE_MUTE) != 0 ? SlotState::Mute : SlotState::Occupied;
}

Slot slot_from(SCARD_READERSTATE const& state) {
  Slot slot{.reader = state.szReader,
            .state = state_from(state.dwEventState),
            .changes = static_cast<std::uint32_t>(state.dwEventState >> 16U),
            .service_state =
                static_cast<std::uint32_t>(state.dwEventState & ~DWORD{SCARD_STATE_CHANGED})};
  if (slot.state != SlotState::Occupied) return slot;
  auto const* atr = reinterpret_cast<std::byte const*>(state.rgbAtr);
  slot.atr.assign(atr, atr + std::min<std::size_t>(state.cbAtr, MAX_ATR_SIZE));
  return slot;
}

// One name after the other, each with a NUL behind it.
Names names_in(std::string_view list) {
  Names names;
  while (!list.empty() && list.front() != '\0' && names.size() < most_readers) {
    names.emplace_back(list.substr(0, list.find('\0')));
    list.remove_prefix(std::min(list.size(), names.back().size() + 1));
  }
  return names;
}

Slots still_listed(Slots slots, Names const& readers) {
  std::erase_if(slots, [&](Slot const& slot) {
    return std::find(readers.begin(), readers.end(), slot.reader) == readers.end();
  });
  return slots;
}

// The names point into `readers`. The list of readers itself comes last, with how many there were.
std::vector<SCARD_READERSTATE> questions_about(Names const& readers, Slots const& seen) {
  std::vector<SCARD_READERSTATE> states;
  for (auto const& reader : readers) {
    auto const known = std::find_if(seen.begin(), seen.end(),
                                    [&](Slot const& slot) { return slot.reader == reader; });
    SCARD_READERSTATE state{};
    state.szReader = reader.c_str();
    state.dwCurrentState = known != seen.end() ? known->service_state : SCARD_STATE_UNAWARE;
    states.push_back(state);
  }
  SCARD_READERSTATE list{};
  list.szReader = reader_list;
  list.dwCurrentState = static_cast<DWORD>(readers.size()) << 16U;
  states.push_back(list);
  return states;
}

class PcscService final : public CardService {
 public:
  PcscService() = default;
  PcscService(PcscService const&) = delete;
  PcscService& operator=(PcscService const&) = delete;
  ~PcscService() override { let_go(); }

  Result<Slots> wait_for_change(Slots const& seen) override {
    // A reader that is pulled out between the list and the wait is unknown to the wait.
    constexpr int most_attempts = 2;
    LONG code = SCARD_S_SUCCESS;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
      auto const readers = list_readers();
      if (!readers) return tl::unexpected(readers.error());
      auto slots = still_listed(seen, *readers);
      // That there is no reader is news, too, and no wait would tell it.
      bool const has_none_yet = std::exchange(m_is_fresh, false) && readers->empty();
      if (has_none_yet || slots.size() < seen.size() || m_is_stopped) return slots;
      auto states = questions_about(*readers, seen);
      code = SCardGetStatusChange(m_context, longest_wait_ms, states.data(), states.size());
      if (code == SCARD_E_TIMEOUT || code == SCARD_E_CANCELLED) return slots;
      if (code == SCARD_E_UNKNOWN_READER) continue;
      if (code != SCARD_S_SUCCESS) break;
      states.pop_back();
      slots.clear();
      std::transform(states.begin(), states.end(), std::back_inserter(slots), slot_from);
      return slots;
    }
    let_go();
    return pcsc_failure("waiting for a card", code);
  }

  Result<std::unique_ptr<Card>> connect(std::string const& reader) override {
    SCARDHANDLE handle = 0;
    DWORD protocol = 0;
    LONG const code = SCardConnect(m_context, reader.c_str(), SCARD_SHARE_SHARED,
                                   SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &handle, &protocol);
    if (code != SCARD_S_SUCCESS) return pcsc_failure("the card cannot be reached", code);
    return std::make_unique<PcscCard>(handle, protocol);
  }

  void pause(std::chrono::milliseconds duration) override {
    std::unique_lock lock(m_mutex);
    m_stopped.wait_for(lock, duration, [this] { return m_is_stopped.load(); });
  }

  void stop() override {
    std::lock_guard const lock(m_mutex);
    m_is_stopped = true;
    m_stopped.notify_all();
    // A context that is gone, or waits for nothing, cannot be cancelled, and need not be.
    if (m_has_context) static_cast<void>(SCardCancel(m_context));
  }

 private:
  Result<Names> list_readers() {
    if (!m_has_context) {
      SCARDCONTEXT context = 0;
      LONG const code = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &context);
      if (code != SCARD_S_SUCCESS) return pcsc_failure("the card service", code);
      std::lock_guard const lock(m_mutex);
      m_context = context;
      m_has_context = true;
      m_is_fresh = true;
    }
    std::array<char, longest_reader_list_bytes> text{};
    DWORD size = text.size();
    LONG const code = SCardListReaders(m_context, nullptr, text.data(), &size);
    if (code == SCARD_E_NO_READERS_AVAILABLE) return Names{};
    if (code != SCARD_S_SUCCESS) {
      let_go();
      return pcsc_failure("listing the card readers", code);
    }
    return names_in({text.data(), std::min<std::size_t>(size, text.size())});
  }

  // Under the lock, for stop() may be using the context.
  void let_go() {
    std::lock_guard const lock(m_mutex);
    if (!m_has_context) return;
    static_cast<void>(SCardReleaseContext(m_context));  // a dead service cannot release anything
    m_has_context = false;
  }

  std::mutex m_mutex;  // changes of the context, and stop()
  std::condition_variable m_stopped;
  std::atomic<bool> m_is_stopped = false;
  SCARDCONTEXT m_context = 0;  // read by the reader's thread, changed by it under the lock
  bool m_has_context = false;
  bool m_is_fresh = false;  // nothing was told yet in this context
};

}  // namespace

std::unique_ptr<CardService> pcsc_service() {
  return std::make_unique<PcscService>();
}

}  // namespace inloop::cards
