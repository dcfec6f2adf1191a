#pragma once
// A queue between two threads that cannot grow without end. Any number of threads may push and
// take; the one that owns it decides its capacity.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace inloop {

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}

  // False when the queue is full or closed: the item was not taken.
  [[nodiscard]] bool try_push(T item) {
    {
      std::lock_guard const lock(m_mutex);
      if (m_closed || m_items.size() >= m_capacity) return false;
      m_items.push_back(std::move(item));
    }
    m_changed.notify_one();
    return true;
  }

  // The oldest item, or nothing when there is none now. Never waits.
  [[nodiscard]] std::optional<T> try_take() {
    std::lock_guard const lock(m_mutex);
    return take_locked();
  }

  // Waits for an item. Nothing means: closed, and everything that was pushed has been taken.
  [[nodiscard]] std::optional<T> take() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_closed || !m_items.empty(); });
    return take_locked();
  }

  // Refuses further items and wakes whoever waits. What is in the queue can still be taken.
  void close() {
    {
      std::lock_guard const lock(m_mutex);
      m_closed = true;
    }
    m_changed.notify_all();
  }

 private:
  std::optional<T> take_locked() {
    if (m_items.empty()) return std::nullopt;
    std::optional<T> item(std::move(m_items.front()));
    m_items.pop_front();
    return item;
  }

  std::size_t const m_capacity;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<T> m_items;
  bool m_closed = false;
};

}  // namespace inloop
