#pragma once
// What a host must not write about a resident, wherever sentences are typed: a story, a reason, a
// title. It finds what points at one person by its form; it cannot know what a text means. Pure.

#include <optional>
#include <string>
#include <string_view>

namespace inloop::core::host {

// Whole paragraphs are looked at; longer texts are cut off by whoever takes them in.
inline constexpr std::size_t most_free_text_bytes = 8'000;

enum class PrivateKind { CitizenNumber, PhoneNumber, MailAddress, BankAccount };

// The first thing in a text that may not be kept.
struct PrivateWords {
  PrivateKind kind = PrivateKind::CitizenNumber;
  std::string found;  // as it was typed

  bool operator==(PrivateWords const&) const = default;
};

// Digits of every script that can be typed here count, and blanks, dots and dashes between them
// hide nothing. Looked for are:
// - nine digits that pass the eleven-test of the burgerservicenummer (Wet algemene bepalingen
//   burgerservicenummer);
// - telephone numbers as they are written in the Netherlands (ten digits from 0), and
//   international ones (E.164: "+" or "00", then 8 to 15 digits);
// - whatever has an at sign before a name;
// - an IBAN (ISO 13616), by its check digits.
// Dates and times of day are none of these.
[[nodiscard]] std::optional<PrivateWords> find_private_words(std::string_view text);

// What the host is told: an English message, one for each kind.
[[nodiscard]] std::string_view message_about(PrivateKind kind);

// The first word that looks like somebody's name: a capital where no sentence begins, unless it is
// all capitals or well known (languages, feasts). A guess, for a kind question and never a reason
// to refuse; scripts without capitals give none.
[[nodiscard]] std::optional<std::string> find_likely_name(std::string_view text);

}  // namespace inloop::core::host
