#include "kiosk/cards/card_inquiry.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "kiosk/base/assert.h"

namespace inloop::cards {
namespace {

template <class... Values>
constexpr std::array<std::byte, sizeof...(Values)> bytes(Values... values) {
  return {static_cast<std::byte>(values)...};
}

// READ BINARY of page 3, 4 bytes: the capability container of a type 2 tag, before any content.
constexpr auto read_container = bytes(0xFF, 0xB0, 0x00, 0x03, 0x04);

// SELECT 2PAY.SYS.DDF01: the list of payment applications (EMV contactless, book B).
constexpr auto select_payment =
    bytes(0x00, 0xA4, 0x04, 0x00, 0x0E,  //
          '2', 'P', 'A', 'Y', '.', 'S', 'Y', 'S', '.', 'D', 'D', 'F', '0', '1', 0x00);

// SELECT of the passport application, also of identity cards (ICAO 9303-10).
constexpr auto select_identity =
    bytes(0x00, 0xA4, 0x04, 0x0C, 0x07, 0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01);

// SELECT of the driving licence application (ISO 18013-2).
constexpr auto select_driving_licence =
    bytes(0x00, 0xA4, 0x04, 0x0C, 0x07, 0xA0, 0x00, 0x00, 0x02, 0x48, 0x02, 0x00);

// GetVersion, its first frame only: maker, type, size. The UID comes in the third (NXP AN10833).
constexpr auto get_version = bytes(0x90, 0x60, 0x00, 0x00, 0x00);

constexpr auto get_uid = bytes(0xFF, 0xCA, 0x00, 0x00, 0x00);

constexpr auto memory_card_start =
    bytes(0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F, 0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06);
constexpr std::size_t memory_card_atr_bytes = 20;
constexpr auto iso_14443_a_part_3 = std::byte{0x03};

enum class Chip : std::uint16_t {
  MifareClassic1K = 0x0001,
  MifareClassic4K = 0x0002,
  MifareUltralight = 0x0003,  // also what most readers call an NTAG
  MifareUltralightC = 0x003A,
  MifareUltralightEv1 = 0x003D,
};

std::uint16_t word_at(std::span<std::byte const> text, std::size_t at) {
  return static_cast<std::uint16_t>((std::to_integer<unsigned>(text[at]) << 8U) |
                                    std::to_integer<unsigned>(text[at + 1]));
}

// Everything from T0 to TCK, put together by exclusive or, is zero (ISO 7816-3, 8.2.5).
bool has_good_checksum(std::span<std::byte const> atr) {
  return std::accumulate(atr.begin() + 1, atr.end(), std::byte{},
                         [](std::byte sum, std::byte next) { return sum ^ next; }) == std::byte{};
}

bool is_contactless(std::span<std::byte const> atr) {
  if (atr.size() < 5 || atr[0] != std::byte{0x3B} || atr[2] != std::byte{0x80} ||
      atr[3] != std::byte{0x01})
    return false;
  auto const counts = std::to_integer<unsigned>(atr[1]);
  return (counts & 0xF0U) == 0x80U && atr.size() == 5 + (counts & 0x0FU) && has_good_checksum(atr);
}

bool is_memory_card(std::span<std::byte const> atr) {
  return atr.size() == memory_card_atr_bytes &&
         std::equal(memory_card_start.begin(), memory_card_start.end(), atr.begin());
}

// An application answers with success, with a warning (62, 63), or with more data to fetch (61).
bool is_there(std::span<std::byte const> reply) {
  if (reply.size() < 2) return false;
  auto const status = word_at(reply, reply.size() - 2) >> 8U;
  return status == 0x90 || status == 0x61 || status == 0x62 || status == 0x63;
}

// Magic number E1 and major version 1 (NFC Forum Type 2 Tag).
bool is_container(std::span<std::byte const> reply) {
  return is_success(reply) && reply.size() >= 6 && reply[0] == std::byte{0xE1} &&
         (reply[1] & std::byte{0xF0}) == std::byte{0x10};
}

// Maker 04 is NXP, type 01 DESFire; 91 AF says that more frames could be fetched.
bool is_desfire_version(std::span<std::byte const> reply) {
  return reply.size() == 9 && word_at(reply, 7) == 0x91AF && reply[0] == std::byte{0x04} &&
         reply[1] == std::byte{0x01};
}

}  // namespace

bool is_accepted(CardKind kind, AcceptedKinds const& accepted) {
  switch (kind) {
    case CardKind::NfcTag:
      return accepted.nfc_tag;
    case CardKind::MifareClassic1K:
      return accepted.mifare_classic_1k;
    case CardKind::Desfire:
      return accepted.desfire;
    case CardKind::Forbidden:
    case CardKind::Unknown:
      return false;
  }
  return false;
}

Inquiry::Inquiry(std::span<std::byte const> atr) {
  if (!is_contactless(atr)) return;
  if (!is_memory_card(atr)) {
    m_step = Step::Payment;
    return;
  }
  if (atr[memory_card_start.size()] != iso_14443_a_part_3) return;
  switch (static_cast<Chip>(word_at(atr, memory_card_start.size() + 1))) {
    case Chip::MifareClassic1K:
      conclude(CardKind::MifareClassic1K);
      return;
    case Chip::MifareClassic4K:  // an OV-chipkaart shows itself as one
      conclude(CardKind::Forbidden);
      return;
    case Chip::MifareUltralight:
    case Chip::MifareUltralightC:
    case Chip::MifareUltralightEv1:
      m_step = Step::Container;  // tickets of transport and hotels are Ultralight, too
      return;
  }
}

std::optional<std::span<std::byte const>> Inquiry::question() const {
  switch (m_step) {
    case Step::Container:
      return read_container;
    case Step::Payment:
      return select_payment;
    case Step::Identity:
      return select_identity;
    case Step::DrivingLicence:
      return select_driving_licence;
    case Step::Version:
      return get_version;
    case Step::Known:
      break;
  }
  return std::nullopt;
}

void Inquiry::answer(std::span<std::byte const> reply) {
  switch (m_step) {
    case Step::Container:
      return conclude(is_container(reply) ? CardKind::NfcTag : CardKind::Unknown);
    case Step::Payment:
      if (is_there(reply)) return conclude(CardKind::Forbidden);
      m_step = Step::Identity;
      return;
    case Step::Identity:
      if (is_there(reply)) return conclude(CardKind::Forbidden);
      m_step = Step::DrivingLicence;
      return;
    case Step::DrivingLicence:
      if (is_there(reply)) return conclude(CardKind::Forbidden);
      m_step = Step::Version;
      return;
    case Step::Version:
      return conclude(is_desfire_version(reply) ? CardKind::Desfire : CardKind::Unknown);
    case Step::Known:
      INLOOP_ASSERT(m_step != Step::Known);
  }
}

CardKind Inquiry::kind() const {
  INLOOP_ASSERT(m_step == Step::Known);
  return m_kind;
}

void Inquiry::conclude(CardKind kind) {
  m_kind = kind;
  m_step = Step::Known;
}

std::span<std::byte const> uid_command() {
  return get_uid;
}

NumberKind kind_of_number(std::span<std::byte const> uid) {
  if (uid.size() == 4 && uid[0] == std::byte{0x08}) return NumberKind::Random;
  bool const is_uid = uid.size() == 4 || uid.size() == 7 || uid.size() == 10;
  return is_uid ? NumberKind::Fixed : NumberKind::Unusable;
}

bool is_success(std::span<std::byte const> reply) {
  return reply.size() >= 2 && word_at(reply, reply.size() - 2) == 0x9000;
}

}  // namespace inloop::cards
