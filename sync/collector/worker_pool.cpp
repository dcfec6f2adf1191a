#include "sync/collector/worker_pool.h"

#include <utility>

#include "kiosk/base/assert.h"

namespace inloop::collector {

WorkerPool::WorkerPool(PoolSize size) : m_waiting(size.waiting) {
  INLOOP_ASSERT(size.threads >= 1 && size.waiting >= 1);
  for (std::size_t i = 0; i < size.threads; ++i) m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  finish();
}

void WorkerPool::add(std::function<void()> work) {
  std::unique_lock lock(m_mutex);
  INLOOP_ASSERT(!m_is_finishing);
  m_has_room.wait(lock, [this] { return m_queue.size() < m_waiting; });
  m_queue.push_back(std::move(work));
  m_is_crowded = m_idle < m_queue.size();
  lock.unlock();
  m_has_work.notify_one();
}

void WorkerPool::finish() {
  {
    std::lock_guard const lock(m_mutex);
    m_is_finishing = true;
  }
  m_has_work.notify_all();
  for (auto& thread : m_threads) thread.join();
  m_threads.clear();
}

void WorkerPool::work() {
  for (;;) {
    std::unique_lock lock(m_mutex);
    ++m_idle;
    m_has_work.wait(lock, [this] { return m_is_finishing || !m_queue.empty(); });
    --m_idle;
    if (m_queue.empty()) return;
    auto const work = std::move(m_queue.front());
    m_queue.pop_front();
    m_is_crowded = m_idle < m_queue.size();
    lock.unlock();
    m_has_room.notify_one();
    work();
  }
}

}  // namespace inloop::collector
