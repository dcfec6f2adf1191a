#pragma once
// Variants of many types whose copying, moving, destroying and comparing is compiled in one file
// instead of in each that touches one: with the sanitizers that is seconds a file. Any thread.

// At class scope of `class Name : public std::variant<...>`. The variant's own converting
// constructor stays. With `bool operator==(Name const& other) const;` beside it, the comparison is
// too.
#define INLOOP_COMPILED_ONCE(Name)        \
 public:                                  \
  using variant::variant;                 \
  Name();                                 \
  Name(Name const& other);                \
  Name(Name&& other) noexcept;            \
  Name& operator=(Name const& other);     \
  Name& operator=(Name&& other) noexcept; \
  ~Name()

// In the one file, for a class that lies in a namespace or in another class: `Path` leads to it.
// Copying over an old value is copying and moving: half the work for the compiler.
#define INLOOP_COMPILE_AT(Path, Name)                     \
  Path::Name() = default;                                 \
  Path::Name(Path const& other) = default;                \
  Path::Name(Path&& other) noexcept = default;            \
  Path& Path::operator=(Path const& other) {              \
    return *this = Path(other);                           \
  }                                                       \
  Path& Path::operator=(Path&& other) noexcept = default; \
  Path::~Name() = default;                                \
  static_assert(true)  // takes the semicolon

#define INLOOP_COMPILE_COMPARISON(Path)                                              \
  bool Path::operator==(Path const& other) const {                                   \
    return static_cast<variant const&>(*this) == static_cast<variant const&>(other); \
  }                                                                                  \
  static_assert(true)  // takes the semicolon

#define INLOOP_COMPILE(Name) INLOOP_COMPILE_AT(Name, Name)

#define INLOOP_COMPILE_WITH_COMPARISON(Name) \
  INLOOP_COMPILE(Name);                      \
  INLOOP_COMPILE_COMPARISON(Name)

// The same for `Name` inside the class `Outer`.
#define INLOOP_COMPILE_INNER(Outer, Name) \
  INLOOP_COMPILE_AT(Outer::Name, Name);   \
  INLOOP_COMPILE_COMPARISON(Outer::Name)
