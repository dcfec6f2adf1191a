#include "tests/cards/virtual_slot.h"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace inloop::test {
namespace {

constexpr std::size_t longest_message_bytes = 300;
constexpr std::byte asks_for_atr{4};

using Message = cards::SecretBytes<longest_message_bytes>;

bool receive_all(int from, std::span<std::byte> bytes) {
  if (bytes.empty()) return true;
  return recv(from, bytes.data(), bytes.size(), MSG_WAITALL) == static_cast<ssize_t>(bytes.size());
}

// The reader sends length and message apart and waits for the first to be acknowledged (Nagle),
// which the system would put off for 40 ms.
void acknowledge_at_once(int from) {
  int const yes = 1;
  setsockopt(from, IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
}

// False when the reader let go of the card.
bool receive(int from, Message& message) {
  std::array<std::byte, 2> length{};
  acknowledge_at_once(from);
  if (!receive_all(from, length)) return false;
  acknowledge_at_once(from);
  auto const size =
      std::to_integer<std::size_t>(length[0]) * 256 + std::to_integer<std::size_t>(length[1]);
  if (size > longest_message_bytes) return false;
  message.set_size(size);
  return receive_all(from, message.room().first(size));
}

void send_message(int to, std::span<std::byte const> bytes) {
  Message message;
  message.push_back(static_cast<std::byte>(bytes.size() >> 8U));
  message.push_back(static_cast<std::byte>(bytes.size() & 0xFFU));
  if (!message.append(bytes)) throw std::length_error("too long for a card");
  // A reader that has let go is noticed by the next receive.
  static_cast<void>(send(to, message.bytes().data(), message.size(), MSG_NOSIGNAL));
}

}  // namespace

void VirtualSlot::place(SampleCard const& card, Grip grip) {
  lift();
  m_socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(m_port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(m_socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
    throw std::runtime_error("no virtual reader");
  int const yes = 1;
  setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  m_thread = std::thread([this, card, grip] { serve(card, grip); });
}

void VirtualSlot::lift() {
  if (m_socket < 0) return;
  shutdown(m_socket, SHUT_RDWR);
  m_thread.join();
  close(m_socket);
  m_socket = -1;
}

void VirtualSlot::serve(SampleCard const& card, Grip grip) {
  Message message;
  while (receive(m_socket, message)) {
    auto const request = message.bytes();
    if (request.size() == 1) {
      if (request[0] == asks_for_atr) send_message(m_socket, atr_of(card.kind));
      continue;
    }
    if (asks_for_number(request)) {
      ++m_numbers_asked;
      if (grip == Grip::SlipsAtNumber) {
        shutdown(m_socket, SHUT_RDWR);
        return;
      }
    }
    send_message(m_socket, reply_of(card, request).bytes());
    cards::wipe_stack();
  }
}

}  // namespace inloop::test
