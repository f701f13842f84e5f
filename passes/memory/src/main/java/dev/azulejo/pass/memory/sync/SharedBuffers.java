// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.AddressOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the buffers of a launch lie in shared memory. */
final class SharedBuffers {
  /** How far buffers are from each other that have no place yet; a multiple of any alignment. */
  private static final long FAR = 1L << 20;

  private final Map<Value, SharedBuffer> places = new LinkedHashMap<>();
  private long end;

  SharedBuffers(LaunchOp launch) {
    launch.walk(op -> {
      if (op instanceof AllocaOp alloca && Space.of(alloca.memref()) == Space.SHARED) {
        add(alloca);
      }
    });
  }

  private void add(AllocaOp alloca) {
    Long place = SharedPlace.of(alloca);
    long bytes = bytes(alloca);
    long start = place == null ? Math.ceilDiv(end, FAR) * FAR + FAR : place;
    SharedBuffer buffer = new SharedBuffer(start, start + bytes);
    places.put(alloca.memref(), buffer);
    end = Math.max(end, buffer.end());
  }

  /** How many bytes a buffer has; a dynamic one as many as there may be. */
  private static long bytes(AllocaOp alloca) {
    return alloca.memref().type() instanceof MemRefType type
            && type.hasStaticShape()
            && elementBits(alloca.memref()) > 0
        ? Math.ceilDiv(type.bitSize(), Byte.SIZE)
        : FAR;
  }

  /** All shared memory that is used. */
  SharedBuffer all() {
    return new SharedBuffer(0, Math.max(1, end));
  }

  /** Where a buffer lies, or null if it is none of shared memory. */
  @Nullable SharedBuffer of(Value buffer) {
    return places.get(BufferRegion.rootOf(buffer));
  }

  /** The buffer that something was added to the address of, or null. */
  @Nullable SharedBuffer ofAddress(Value address) {
    return switch (address.definingOp()) {
      case AddressOp op -> of(op.buffer());
      case AddIOp sum -> {
        SharedBuffer left = ofAddress(sum.lhs());
        yield left != null ? left : ofAddress(sum.rhs());
      }
      case null, default -> null;
    };
  }

  static long elementBits(Value buffer) {
    return buffer.type() instanceof MemRefType type ? bits(type.elementType()) : 0;
  }

  /** How many bits a number of a type has; 0 for what is no number. */
  static int bits(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width();
      case FloatType real -> real.width();
      case IndexType _ -> Long.SIZE;
      default -> 0;
    };
  }
}
