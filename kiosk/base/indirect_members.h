#pragma once
// The members of Indirect, for the one file that instantiates it for a type. Any thread.

#include <utility>

#include "kiosk/base/indirect.h"

namespace inloop {

template <class T>
Indirect<T>::Indirect() : m_value(std::make_unique<T>()) {}

template <class T>
Indirect<T>::Indirect(T value) : m_value(std::make_unique<T>(std::move(value))) {}

template <class T>
Indirect<T>::Indirect(Indirect const& other) : m_value(std::make_unique<T>(*other.m_value)) {}

template <class T>
Indirect<T>::Indirect(Indirect&& other) noexcept = default;

template <class T>
Indirect<T>& Indirect<T>::operator=(Indirect const& other) {
  if (this != &other) m_value = std::make_unique<T>(*other.m_value);
  return *this;
}

template <class T>
Indirect<T>& Indirect<T>::operator=(Indirect&& other) noexcept = default;

template <class T>
Indirect<T>::~Indirect() = default;

template <class T>
bool Indirect<T>::operator==(Indirect const& other) const {
  return *m_value == *other.m_value;
}

}  // namespace inloop
