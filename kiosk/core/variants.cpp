#include "kiosk/core/action.h"
#include "kiosk/core/effect.h"
#include "kiosk/core/screen.h"
#include "kiosk/core/state.h"

// The one place where the great variants are compiled.
namespace inloop::core {
namespace {

// As variants, because Name::operator== would call itself.
template <class Variant>
bool are_equal(Variant const& a, Variant const& b) {
  return a == b;
}

}  // namespace

INLOOP_COMPILE(Action);
INLOOP_COMPILE(Effect);
INLOOP_COMPILE(Page);
INLOOP_COMPILE(Content);

bool Effect::operator==(Effect const& other) const {
  return are_equal<EffectVariant>(*this, other);
}

bool Page::operator==(Page const& other) const {
  return are_equal<PageVariant>(*this, other);
}

bool Content::operator==(Content const& other) const {
  return are_equal<ContentVariant>(*this, other);
}

}  // namespace inloop::core
