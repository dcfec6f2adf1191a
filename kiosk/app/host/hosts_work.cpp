#include <algorithm>

#include "kiosk/app/host/sealing.h"
#include "kiosk/app/host/work.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/hosts.h"

namespace inloop::app::host {
namespace {

using namespace core::host;
using Answer = Result<HostsOutcome>;

// Whoever asks has to be a coordinator at this very moment, whatever the screen believes.
Result<> is_coordinator(store::Store& store, HostPicture by) {
  auto const host = store::find_host(store, by);
  if (!host) return tl::unexpected(host.error());
  if (!*host || (*host)->role != Role::Coordinator)
    return failure("picture {} is no coordinator", by);
  return {};
}

bool is_last_coordinator(std::vector<ListedHost> const& hosts, HostPicture picture) {
  return std::ranges::none_of(hosts, [&](ListedHost const& one) {
    return one.host.role == Role::Coordinator && one.host.picture != picture;
  });
}

struct Work {
  Desk& desk;
  HostPicture by;
  core::Now now;

  Answer operator()(ListHosts) const {
    return as_coordinator([](store::Store& store) { return listed(store, std::nullopt, 0); });
  }

  Answer operator()(AddHost const& add) const {
    auto const pin = seal_pin(desk, add.added.picture, add.pin);
    if (!pin) return tl::unexpected(pin.error());
    return as_coordinator([&](store::Store& store) -> Answer {
      auto const taken = store::add_host(store, {.host = add.added, .pin = *pin});
      if (!taken) return tl::unexpected(taken.error());
      if (*taken == store::Taken::ByAHost) return HostsOutcome{HostsRefused{WhyNot::PictureTaken}};
      return noted(store, Act::HostAdded, add.added.picture);
    });
  }

  Answer operator()(ResetPin const& reset) const {
    auto const pin = seal_pin(desk, reset.picture, reset.pin);
    if (!pin) return tl::unexpected(pin.error());
    return change(reset.picture, Act::PinReset, [&](store::Store& store) {
      return store::reset_pin(store, reset.picture, *pin);
    });
  }

  Answer operator()(UnlockHost const& unlock) const {
    return change(unlock.picture, Act::HostUnlocked,
                  [&](store::Store& store) { return store::unlock_host(store, unlock.picture); });
  }

  Answer operator()(GiveRole const& give) const {
    return as_coordinator([&](store::Store& store) {
      if (give.role == Role::Coordinator)
        return changed(store, give.picture, Act::RoleGiven,
                       store::give_role(store, give.picture, give.role));
      return unless_last(store, give.picture, Act::RoleGiven,
                         [&] { return store::give_role(store, give.picture, give.role); });
    });
  }

  Answer operator()(RemoveHost const& remove) const {
    return as_coordinator([&](store::Store& store) {
      return unless_last(store, remove.picture, Act::HostRemoved,
                         [&] { return store::remove_host(store, remove.picture); });
    });
  }

  Answer operator()(RestoreHost const& restore) const {
    return change(restore.picture, Act::HostRestored,
                  [&](store::Store& store) { return store::restore_host(store, restore.picture); });
  }

  Answer operator()(ReadTrail) const {
    return as_coordinator([](store::Store& store) -> Answer {
      auto const rows = store::audit_rows(store, std::nullopt, most_trail_rows);
      if (!rows) return tl::unexpected(rows.error());
      auto const altered = store::first_broken_link(store);
      if (!altered) return tl::unexpected(altered.error());
      TrailRead read{.rows = {}, .altered = *altered};
      for (auto const& row : *rows) read.rows.push_back({.id = row.id, .deed = row.deed});
      return HostsOutcome{std::move(read)};
    });
  }

 private:
  template <class Deed>
  Answer as_coordinator(Deed const& deed) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      if (auto const may = is_coordinator(store, by); !may) return tl::unexpected(may.error());
      return deed(store);
    });
  }

  template <class Change>
  Answer change(HostPicture picture, Act act, Change const& deed) const {
    return as_coordinator(
        [&](store::Store& store) { return changed(store, picture, act, deed(store)); });
  }

  template <class Change>
  Answer unless_last(store::Store& store, HostPicture picture, Act act, Change const& deed) const {
    auto const hosts = store::hosts(store);
    if (!hosts) return tl::unexpected(hosts.error());
    if (is_last_coordinator(*hosts, picture))
      return HostsOutcome{HostsRefused{WhyNot::LastCoordinator}};
    return changed(store, picture, act, deed());
  }

  [[nodiscard]] Answer changed(store::Store& store, HostPicture picture, Act act,
                               Result<> const& done) const {
    if (!done) return tl::unexpected(done.error());
    return noted(store, act, picture);
  }

  [[nodiscard]] Answer noted(store::Store& store, Act act, HostPicture about) const {
    auto const noted =
        store::note(store, {.when = now.local, .host = by, .act = act, .about = about});
    if (!noted) return tl::unexpected(noted.error());
    return listed(store, act, about);
  }

  static Answer listed(store::Store& store, std::optional<Act> done, HostPicture about) {
    auto hosts = store::hosts(store);
    if (!hosts) return tl::unexpected(hosts.error());
    return HostsOutcome{HostsListed{.hosts = std::move(*hosts), .done = done, .about = about}};
  }
};

}  // namespace

Result<HostsOutcome> perform(HostsRequest const& request, Desk& desk) {
  return std::visit(Work{desk, request.by, request.now}, request.what);
}

}  // namespace inloop::app::host
