// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads and stores of elements that lie together, of at most 16 bytes: of narrow elements in words.
 *
 * @param math makes constants
 * @param space the memory, as instructions name it
 * @param type the type of the elements
 */
record ElementAccess(ThreadMath math, String space, Type type) {

  /** Are so many elements in words, rather than in a register each? */
  private boolean isNarrow(int count) {
    int bits = Lanes.bits(type);
    return bits < Lanes.WORD && (count * bits >= Lanes.WORD || bits < Short.SIZE);
  }

  private @Nullable StringAttr memory(int count) {
    int moved = count * Lanes.bits(type);
    return isNarrow(count) && moved < Lanes.WORD ? StringAttr.of("u" + moved) : null;
  }

  /** Loads elements; zeros where a guard is false. */
  Lanes load(Inserter at, Address from, int count, @Nullable Value guard) {
    boolean isNarrow = isNarrow(count);
    int words = Math.max(1, count * Lanes.bits(type) / Lanes.WORD);
    List<Type> types =
        Collections.nCopies(isNarrow ? words : count, isNarrow ? IntegerType.I32 : type);
    LdOp op = load(at, from, types, guard);
    StringAttr as = memory(count);
    if (as != null) {
      op.setAttribute("as", as);
    }
    return isNarrow ? Lanes.ofWords(type, count, op.values()) : Lanes.of(type, op.values());
  }

  private LdOp load(Inserter at, Address from, List<Type> types, @Nullable Value guard) {
    if (guard == null) {
      return LdOp.create(at, space, from.base(), from.bytes(), types);
    }
    List<Value> zeros = Collections.nCopies(types.size(), math.zero(types.getFirst()));
    return LdOp.createGuarded(at, space, from.base(), from.bytes(), guard, zeros);
  }

  /** Stores elements; none where a guard is false. */
  void store(Inserter at, Address to, Lanes values, @Nullable Value guard) {
    int count = values.count();
    List<Value> registers = isNarrow(count) ? values.words(at, math) : values.elements(at, math);
    StOp op =
        guard == null
            ? StOp.create(at, space, to.base(), to.bytes(), registers)
            : StOp.createGuarded(at, space, to.base(), to.bytes(), registers, guard);
    StringAttr as = memory(count);
    if (as != null) {
      op.setAttribute("as", as);
    }
  }
}
