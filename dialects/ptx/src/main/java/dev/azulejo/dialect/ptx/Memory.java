// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What instructions do to memory. An address that stems from {@link AddressOp} is of that buffer;
 * of others, only the memory is known.
 */
final class Memory {
  /** What lanes of a warp do together; such instructions keep their order. */
  static final Access.Resource WARP = new Access.Resource("the lanes of a warp");

  private static final List<String> SPACES = List.of("global", "shared", "local");
  private static final String GENERIC = "generic";

  private Memory() {}

  static void read(String space, Value address, Consumer<Access> sink) {
    for (Access.Target target : targets(space, address)) {
      sink.accept(Access.read(target));
    }
  }

  static void write(String space, Value address, Consumer<Access> sink) {
    for (Access.Target target : targets(space, address)) {
      sink.accept(Access.write(target));
    }
  }

  static void writeLater(Value address, Consumer<Access> sink) {
    for (Access.Target target : targets("shared", address)) {
      sink.accept(Access.write(target).completing(Access.Completion.ASYNC_GROUP));
    }
  }

  static void readAsync(Consumer<Access> sink) {
    Access.Target target = new Access.Resource("shared memory");
    sink.accept(
        Access.read(target).by(Access.Proxy.ASYNC).completing(Access.Completion.MATRIX_GROUP));
  }

  static void update(String space, Value address, Consumer<Access> sink) {
    read(space, address, sink);
    write(space, address, sink);
  }

  /** Some registers of an array. */
  static BufferRegion registers(Value array, long first, long count) {
    return new BufferRegion(array, List.of(Offset.of(first)), List.of(count));
  }

  static Access readRegisters(Value array, long first, long count) {
    return Access.read(registers(array, first, count)).by(Access.Proxy.REGISTER);
  }

  static Access writeRegisters(Value array, long first, long count) {
    return Access.write(registers(array, first, count)).by(Access.Proxy.REGISTER);
  }

  private static List<Access.Target> targets(String space, Value address) {
    Value buffer = buffer(address);
    if (buffer != null) {
      return List.of(BufferRegion.whole(buffer), new Access.Resource(space + " memory"));
    }
    if (!space.equals(GENERIC)) {
      return List.of(new Access.Resource(space + " memory"));
    }
    return SPACES.stream().<Access.Target>map(one -> new Access.Resource(one + " memory")).toList();
  }

  /** The buffer whose address something was added to, or null where that can't be told. */
  private static @Nullable Value buffer(Value address) {
    return switch (address.definingOp()) {
      case AddressOp op -> op.buffer();
      case AddOp sum -> {
        Value left = buffer(sum.lhs());
        yield left != null ? left : buffer(sum.rhs());
      }
      case MadOp sum -> buffer(sum.addend());
      case MadWideOp sum -> buffer(sum.addend());
      case null, default -> null;
    };
  }
}
