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

// In the one file.
#define INLOOP_COMPILE(Name)                              \
  Name::Name() = default;                                 \
  Name::Name(Name const& other) = default;                \
  Name::Name(Name&& other) noexcept = default;            \
  Name& Name::operator=(Name const& other) = default;     \
  Name& Name::operator=(Name&& other) noexcept = default; \
  Name::~Name() = default
