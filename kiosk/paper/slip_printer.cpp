#include "kiosk/paper/slip_printer.h"

#include <csignal>
#include <memory>
#include <utility>

#include <pthread.h>

#include "kiosk/paper/escpos.h"

namespace inloop::paper {
namespace {

// A printer behind a pipe that goes away must not end the program.
void ignore_broken_pipes() {
  sigset_t broken_pipe;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
}

}  // namespace

SlipPrinter::SlipPrinter(PrinterSettings settings, Draw draw, Clock const& clock)
    : m_settings(std::move(settings)),
      m_draw(std::move(draw)),
      m_clock(clock),
      m_thread([this] { run(); }) {}

SlipPrinter::~SlipPrinter() {
  m_jobs.close();
  m_stop.raise();
  m_thread.join();
}

void SlipPrinter::print(Slip slip, Done done) {
  // The queue keeps nothing that it refuses, so the caller's words are held twice.
  auto const answer = std::make_shared<Done>(std::move(done));
  auto const is_taken =
      m_jobs.try_push({std::move(slip), [answer](Result<> const& outcome) { (*answer)(outcome); }});
  if (!is_taken) (*answer)(failure("{} slips wait for the printer already", most_waiting_slips));
}

void SlipPrinter::run() {
  ignore_broken_pipes();
  while (auto const job = m_jobs.take()) job->done(print_now(job->slip));
}

Result<> SlipPrinter::print_now(Slip const& slip) const {
  auto const picture = m_draw(slip, m_settings.paper_dots);
  if (!picture) return tl::unexpected(picture.error());
  return write_to(m_settings.device, escpos(*picture), m_clock, m_stop);
}

}  // namespace inloop::paper
