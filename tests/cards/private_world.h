#pragma once
// Gives the test program a network of its own with loopback only, and a /run of its own: pcscd has
// one fixed socket there, and the virtual reader fixed TCP ports. Nobody else sees either.

namespace inloop::test {

// Once for the program, before its first thread; later calls do nothing. Needs root or user
// namespaces. Throws std::runtime_error when it has neither.
void enter_private_world();

}  // namespace inloop::test
