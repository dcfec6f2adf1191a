#pragma once
// The threads that serve connections, and a waiting room of fixed size. When it is full the
// accepting thread waits, and newcomers with it, in the system's own queue.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace inloop::collector {

struct PoolSize {
  std::size_t threads = 8;
  std::size_t waiting = 32;
};

class WorkerPool {
 public:
  explicit WorkerPool(PoolSize size);
  ~WorkerPool();
  WorkerPool(WorkerPool const&) = delete;
  WorkerPool& operator=(WorkerPool const&) = delete;

  // Waits for room. One thread at a time.
  void add(std::function<void()> work);

  // Does somebody wait for a thread?
  [[nodiscard]] bool is_crowded() const { return m_is_crowded; }

  // Returns when everything that was added has been done. Nothing may be added afterwards.
  void finish();

 private:
  void work();

  std::size_t const m_waiting;
  std::mutex m_mutex;
  std::condition_variable m_has_work;
  std::condition_variable m_has_room;
  std::deque<std::function<void()>> m_queue;
  std::atomic<bool> m_is_crowded{false};  // read by those who do not hold the mutex
  std::size_t m_idle = 0;                 // threads that wait for work
  bool m_is_finishing = false;
  std::vector<std::thread> m_threads;
};

}  // namespace inloop::collector
