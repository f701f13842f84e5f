// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.BitcastOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.ShRUIOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.PackOp;
import dev.azulejo.dialect.ptx.PrmtOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Fragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A fragment, as each thread has its part of it: its elements by their private index, row-major. A
 * register holds one element, but where matrix instructions work on it as many as 32 bits hold, the
 * first at its lower end.
 *
 * @param registers the registers: of type i32 where they hold several elements
 * @param fragment which elements these are
 * @param element the type of the elements
 * @param perRegister how many elements a register holds
 */
record RegisterTile(Value registers, Fragment fragment, Type element, int perRegister) {
  /** Picks the lowest byte of both operands of a {@code prmt}. */
  static final int LOW_BYTES = 0x0040;

  /** Picks the lower half of both. */
  static final int LOW_HALVES = 0x5410;

  private static final int BYTES_IN_ORDER = 0x3210;
  private static final int HALVES = 2;

  /** How many elements a thread has. */
  int count() {
    return Math.toIntExact(fragment.outputShape().count());
  }

  /** Do registers hold several elements? */
  boolean isPacked() {
    return perRegister > 1;
  }

  /** An element, by its private index. */
  Value load(Inserter at, ThreadMath math, int place) {
    Value register = loadRegister(at, math, place / perRegister);
    if (!isPacked()) {
      return cast(at, register, element);
    }
    return perRegister == HALVES
        ? halves(at, register).get(place % perRegister)
        : quarter(at, math, register, place % perRegister);
  }

  /** The register of a number, as it is. */
  Value loadRegister(Inserter at, ThreadMath math, int number) {
    return LoadOp.create(at, registers, List.of(math.constant(number))).result();
  }

  /** Writes a register as it is. */
  void storeRegister(Inserter at, ThreadMath math, int number, Value value) {
    StoreOp.create(at, value, registers, List.of(math.constant(number)));
  }

  /** Writes elements behind each other, the first of which begins a register. */
  void store(Inserter at, ThreadMath math, int place, List<? extends Value> values) {
    for (int i = 0; i < values.size(); i += perRegister) {
      List<? extends Value> parts = values.subList(i, i + perRegister);
      Value register =
          switch (perRegister) {
            case 1 -> cast(at, parts.getFirst(), held());
            case HALVES -> PackOp.create(at, parts, IntegerType.I32).result();
            default -> quarters(at, math, parts);
          };
      storeRegister(at, math, (place + i) / perRegister, register);
    }
  }

  /** Writes one element; what else its register holds stays. */
  void store(Inserter at, ThreadMath math, int place, Value value) {
    if (!isPacked()) {
      storeRegister(at, math, place, cast(at, value, held()));
      return;
    }
    int number = place / perRegister;
    math.clear(registers, number);
    if (perRegister == HALVES) {
      List<Value> both = new ArrayList<>(halves(at, loadRegister(at, math, number)));
      both.set(place % HALVES, value);
      store(at, math, number * HALVES, both);
      return;
    }
    // The lowest byte of the value takes the place of one of the register's.
    int shift = 4 * (place % perRegister);
    int selector = (BYTES_IN_ORDER & ~(0xf << shift)) | (perRegister << shift);
    Value register = loadRegister(at, math, number);
    storeRegister(at, math, number, permuted(at, math, register, wide(at, value), selector));
  }

  private Value quarters(Inserter at, ThreadMath math, List<? extends Value> parts) {
    List<Value> wide = new ArrayList<>();
    for (Value part : parts) {
      wide.add(wide(at, part));
    }
    Value low = permuted(at, math, wide.get(0), wide.get(1), LOW_BYTES);
    Value high = permuted(at, math, wide.get(2), wide.get(3), LOW_BYTES);
    return permuted(at, math, low, high, LOW_HALVES);
  }

  /** An element of 8 bits in a register of 32. */
  private static Value wide(Inserter at, Value value) {
    return ExtUIOp.create(at, cast(at, value, IntegerType.I8), IntegerType.I32).out();
  }

  /** Bytes of two registers, picked by four bits each. */
  static Value permuted(Inserter at, ThreadMath math, Value low, Value high, int selector) {
    Value picks = math.constant(IntegerAttr.i32(selector));
    return PrmtOp.create(at, low, high, picks).result();
  }

  /** What the registers are of; a view sees it as something else. */
  private Type held() {
    return Kernel.type(registers).elementType();
  }

  private static Value cast(Inserter at, Value value, Type type) {
    return value.type().equals(type) ? value : BitcastOp.create(at, value, type).out();
  }

  private List<OpResult> halves(Inserter at, Value register) {
    return UnpackOp.create(at, register, Collections.nCopies(HALVES, element)).parts();
  }

  private Value quarter(Inserter at, ThreadMath math, Value register, int place) {
    Value by = math.constant(IntegerAttr.i32(place * Byte.SIZE));
    Value low = place == 0 ? register : ShRUIOp.create(at, register, by).result();
    Value bits = TruncIOp.create(at, low, IntegerType.of(Byte.SIZE)).out();
    return bits.type().equals(element) ? bits : BitcastOp.create(at, bits, element).out();
  }
}
