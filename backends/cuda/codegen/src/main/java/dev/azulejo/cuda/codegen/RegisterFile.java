// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives out the registers of a kernel, in order, and says how many there are of each kind. */
final class RegisterFile {

  /** A register. */
  record Register(RegisterClass kind, int number) {
    @Override
    public String toString() {
      return "%" + kind.prefix() + number;
    }
  }

  private final Map<RegisterClass, Integer> counts = new EnumMap<>(RegisterClass.class);
  private final Map<Value, Register> registers = new IdentityHashMap<>();
  private final Map<Value, Register> arrays = new IdentityHashMap<>();

  /** A new register for values of a type. */
  Register fresh(Type type) {
    return fresh(classOf(type), 1);
  }

  /** A new register of a kind. */
  Register fresh(RegisterClass kind) {
    return fresh(kind, 1);
  }

  private Register fresh(RegisterClass kind, int count) {
    int number = count(kind);
    counts.put(kind, number + count);
    return new Register(kind, number);
  }

  /** Registers behind each other for an array. */
  void array(Value value) {
    if (value.type() instanceof RegistersType type) {
      arrays.put(value, fresh(classOf(type.element()), Math.toIntExact(type.size())));
    }
  }

  /** Says which register a value is in. */
  void put(Value value, Register register) {
    registers.put(value, register);
  }

  /** The register of a value, or null where it has none. */
  @Nullable Register find(Value value) {
    return registers.get(value);
  }

  /** The register of a value. */
  Register of(Value value) {
    Register register = registers.get(value);
    if (register == null) {
      throw new CompilerBug("a value has no register");
    }
    return register;
  }

  /** A register of an array. */
  Register element(Value array, long index) {
    Register first = arrays.get(array);
    if (first == null) {
      throw new CompilerBug("an array of registers that nothing set aside passed the verifier");
    }
    return new Register(first.kind(), Math.toIntExact(first.number() + index));
  }

  /** How many registers of a kind were given out. */
  int count(RegisterClass kind) {
    return counts.getOrDefault(kind, 0);
  }

  private static RegisterClass classOf(Type type) {
    RegisterClass found = RegisterClass.of(type);
    if (found == null) {
      throw new CompilerBug("a type that no register holds passed the verifier");
    }
    return found;
  }
}
