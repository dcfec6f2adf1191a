#pragma once
// Variants of many types whose copying, moving, destroying and comparing is compiled in one file
// instead of in each that touches one: with the sanitizers that is seconds a file. Any thread.

// At class scope of `class Name : public Variant`. The variant's own converting constructor stays.
#define INLOOP_COMPILED_ONCE(Name, Variant) \
 public:                                    \
  using Variant::variant;                   \
  Name();                                   \
  Name(Name const& other);                  \
  Name(Name&& other) noexcept;              \
  Name& operator=(Name const& other);       \
  Name& operator=(Name&& other) noexcept;   \
  ~Name()

// In the one file. Copying over an old value is copying and moving: half the work for the compiler.
#define INLOOP_COMPILE(Name)                              \
  Name::Name() = default;                                 \
  Name::Name(Name const& other) = default;                \
  Name::Name(Name&& other) noexcept = default;            \
  Name& Name::operator=(Name const& other) {              \
    return *this = Name(other);                           \
  }                                                       \
  Name& Name::operator=(Name&& other) noexcept = default; \
  Name::~Name() = default;                                \
  static_assert(true)  // takes the semicolon

// The same with a comparison: `bool operator==(Name const& other) const;` in the class.
#define INLOOP_COMPILE_WITH_COMPARISON(Name, Variant)                                \
  INLOOP_COMPILE(Name);                                                              \
  bool Name::operator==(Name const& other) const {                                   \
    return static_cast<Variant const&>(*this) == static_cast<Variant const&>(other); \
  }                                                                                  \
  static_assert(true)  // takes the semicolon
