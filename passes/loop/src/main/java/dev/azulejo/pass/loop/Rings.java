// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.rewrite.DeadCode;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slots and parities that are computed from counts, and are to be carried beside them instead: a
 * count's remainder by a constant, and whether its quotient by that is odd.
 */
final class Rings {
  private record Kind(long size, boolean isFlipped) {}

  private final Map<Kind, Ring> rings = new LinkedHashMap<>();
  private final List<RemUIOp> remainders = new ArrayList<>();
  private final List<DivUIOp> quotients = new ArrayList<>();
  private int carried;

  private Rings(Operation root) {
    root.walk(op -> {
      if (op instanceof RemUIOp rest && size(rest.lhs(), rest.rhs()) != null) {
        remainders.add(rest);
      } else if (op instanceof DivUIOp quotient
          && size(quotient.lhs(), quotient.rhs()) != null
          && !bits(quotient).isEmpty()) {
        quotients.add(quotient);
      }
    });
  }

  /**
   * Carries those of a function.
   *
   * @return how many slots and parities
   */
  static int carry(Operation root) {
    Rings rings = new Rings(root);
    rings.carry();
    return rings.carried;
  }

  private static @Nullable Long size(Value count, Value size) {
    boolean isNumber =
        count.type() instanceof IndexType
            && Constants.of(size) instanceof IntegerAttr known
            && known.fitsLong()
            && known.longValue() >= 2
            && known.longValue() <= Integer.MAX_VALUE;
    return isNumber && Count.is(Count.behindCast(count)) ? (Long) Count.number(size) : null;
  }

  /** What asks whether a quotient is odd. */
  private static List<AndIOp> bits(DivUIOp quotient) {
    List<AndIOp> bits = new ArrayList<>();
    for (Use use : quotient.result().uses()) {
      if (use.owner() instanceof AndIOp bit && isOne(bit.rhs()) && bit.lhs() == quotient.result()) {
        bits.add(bit);
      }
    }
    return bits;
  }

  private static boolean isOne(Value value) {
    return Constants.of(value) instanceof IntegerAttr known
        && known.fitsLong()
        && known.longValue() == 1;
  }

  private void carry() {
    List<Value> counts = new ArrayList<>();
    for (DivUIOp quotient : quotients) {
      Value count = Count.behindCast(quotient.lhs());
      counts.add(count);
      carry(quotient, count);
    }
    for (RemUIOp rest : remainders) {
      Value count = Count.behindCast(rest.lhs());
      Ring ring = ring(Count.number(rest.rhs()), count);
      if (ring != null) {
        counts.add(count);
        replace(rest.result(), ring.of(count).slot());
      }
    }
    for (Value count : counts) {
      for (Operation user : users(count)) {
        if (user instanceof IndexCastOp cast && cast.out().isUnused()) {
          cast.erase();
        }
      }
      Count.dropIfUnused(count);
    }
  }

  private void carry(DivUIOp quotient, Value count) {
    List<AndIOp> bits = bits(quotient);
    boolean isFlipped = bits.stream().allMatch(Rings::isFlipped);
    Kind kind = new Kind(Count.number(quotient.rhs()), isFlipped);
    Ring ring = rings.computeIfAbsent(kind, _ -> new Ring(kind.size, kind.isFlipped));
    Value parity = ring.of(count).parity();
    for (AndIOp bit : bits) {
      if (isFlipped) {
        for (Operation flip : users(bit.result())) {
          replace(flip.result(0), parity);
        }
        if (bit.result().isUnused()) {
          bit.erase();
        }
      } else {
        replace(bit.result(), parity);
      }
    }
    if (quotient.result().isUnused()) {
      quotient.erase();
    }
  }

  /** Is a bit only asked for the other way round? */
  private static boolean isFlipped(AndIOp bit) {
    for (Use use : bit.result().uses()) {
      if (!(use.owner() instanceof XOrIOp flip && isOne(flip.rhs()))) {
        return false;
      }
    }
    return !bit.result().isUnused();
  }

  /** The ring that a count has parities of, or null. */
  private @Nullable Ring ring(long size, Value count) {
    for (boolean isFlipped : new boolean[] {false, true}) {
      Ring ring = rings.get(new Kind(size, isFlipped));
      if (ring != null && ring.has(count)) {
        return ring;
      }
    }
    return null;
  }

  private static List<Operation> users(Value value) {
    List<Operation> users = new ArrayList<>();
    for (Use use : value.uses()) {
      users.add(use.owner());
    }
    return users;
  }

  private void replace(Value old, Value now) {
    carried++;
    old.replaceAllUsesWith(now);
    Operation op = old.definingOp();
    if (op != null && DeadCode.isTriviallyDead(op)) {
      op.erase();
    }
  }
}
