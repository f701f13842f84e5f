// RUN: tile-opt %s --split-input-file --verify-diagnostics
// RUN: not tile-opt %s --split-input-file 2>&1 | filecheck %s
// RUN: not tile-opt %S/Inputs/unexpected.mlir --verify-diagnostics 2>&1 | filecheck %s --check-prefix=UNMET
// RUN: not tile-opt %S/Inputs/unexpected.mlir --verify-diagnostics=only-expected 2>&1 | filecheck %s --check-prefix=ONLY

// UNMET:      unexpected.mlir:3:15: error: unexpected error: use of undeclared SSA value name
// UNMET-NEXT:   func.return %x : i32
// UNMET-NEXT: {{^}}              ^
// UNMET:      unexpected.mlir:1:4: error: expected error "never said" was not produced
// UNMET-NEXT: // expected-error@+2 {{[{]}}{never said
// UNMET-NEXT:    ^~~~

// ONLY-NOT: unexpected error
// ONLY:     error: expected error "never said" was not produced

// CHECK: error: use of undeclared SSA value name
func.func @same_line() {
  return %x : i32 // expected-error {{use of undeclared SSA value name}}
}

// -----

func.func @above() {
  return %x : i32
}
// expected-error@-2 {{undeclared}}

// -----

// expected-error-re@below {{custom op '{{[a-z]+}}' is unknown}}
nonsense

// -----

// Notes count on their own.
// expected-note@below {{see existing symbol definition here}}
func.func private @twice()
// expected-error@below {{redefinition of symbol named 'twice'}}
func.func private @twice()
