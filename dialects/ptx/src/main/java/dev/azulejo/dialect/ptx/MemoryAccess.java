// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import java.util.Optional;

/** How loads, stores and atomic operations are spelt, and what they need. */
final class MemoryAccess {
  private static final String GENERIC = "generic";
  private static final int WIDEST = 256;
  private static final int USUAL = 128;
  private static final int MAX_DIMENSIONS = 5;

  private MemoryAccess() {}

  private static String word(Operation op, String attribute) {
    return op.attribute(attribute) instanceof StringAttr string ? string.value() : "";
  }

  private static Syntax begin(Operation op, String mnemonic) {
    String space = word(op, "space");
    return Syntax.of(op, mnemonic)
        .modifiers("semantics", "scope")
        .wordIf(!space.equals(GENERIC), space);
  }

  private static Syntax type(Syntax syntax, Operation op, List<? extends Value> values) {
    int count = values.size();
    String as = word(op, "as");
    return syntax
        .wordIf(count > 1, "v" + count)
        .word(as.isEmpty() ? TypeWords.memory(values.getFirst().type()) : as);
  }

  static Syntax load(LdOp op) {
    Syntax syntax =
        begin(op, "ld")
            .modifiers("cache")
            .wordIf(op.nc(), "nc")
            .modifier("L1::", "evict")
            .modifier("L2::", "prefetch");
    return type(syntax, op, op.values())
        .results(op.values())
        .address(op.address(), op.offset().longValue())
        .guard(op.guard(), op.negated())
        .ties(op.values(), op.otherwise());
  }

  static Syntax store(StOp op) {
    Syntax syntax = begin(op, "st").modifiers("cache").modifier("L1::", "evict");
    return type(syntax, op, op.values())
        .address(op.address(), op.offset().longValue())
        .vector(op.values())
        .guard(op.guard(), op.negated());
  }

  static Syntax atomic(Operation op, String mnemonic, String kind, Type type) {
    return begin(op, mnemonic).word(kind).word(atomicType(op, kind, type));
  }

  private static String atomicType(Operation op, String kind, Type type) {
    String packed = word(op, "packed");
    if (!packed.isEmpty()) {
      return "noftz." + packed;
    }
    return switch (kind) {
      case "add", "inc", "dec" ->
          isHalf(type) ? "noftz." + TypeWords.number(type) : TypeWords.unsigned(type);
      case "min", "max" ->
          op.hasAttribute("unsigned") ? TypeWords.unsigned(type) : TypeWords.number(type);
      default -> TypeWords.bits(type);
    };
  }

  private static boolean isHalf(Type type) {
    return type.equals(FloatType.F16) || type.equals(FloatType.BF16);
  }

  /** What an access needs, by its modifiers and by how many bits it moves. */
  static Needs needs(Operation op, int bits) {
    if (bits > USUAL) {
      return Needs.of(88, 100);
    }
    if (word(op, "scope").equals("cluster")) {
      return Needs.of(78, 90);
    }
    boolean hinted = op.hasAttribute("evict") || op.hasAttribute("prefetch");
    return hinted ? Needs.of(74, 75) : Needs.NOTHING;
  }

  static Needs atomicNeeds(Operation op, Type type) {
    boolean isNew =
        word(op, "scope").equals("cluster")
            || type.equals(FloatType.BF16)
            || word(op, "packed").equals("bf16x2");
    return isNew ? Needs.of(78, 90) : Needs.of(63, 70);
  }

  /** Reports an address that the memory has not. */
  static void verifySpace(Operation op, Value address, Diagnostics diagnostics) {
    String space = word(op, "space");
    if (!address.type().equals(SpaceOf.address(space))) {
      diagnostics.report(
          op.error(
              "needs an address of type %s in %s memory, not %s",
              AsmText.ofType(SpaceOf.address(space)), space, AsmText.ofType(address.type())));
    }
    if (op.hasAttribute("scope") != (op.hasAttribute("semantics") && !isVolatile(op))) {
      diagnostics.report(op.error("has 'scope' exactly where 'semantics' orders it"));
    }
  }

  private static boolean isVolatile(Operation op) {
    return word(op, "semantics").equals("volatile");
  }

  /** Reports what no load or store can move. */
  static void verify(
      Operation op, Value address, List<? extends Value> values, Diagnostics diagnostics) {
    verifySpace(op, address, diagnostics);
    int count = values.size();
    if (!List.of(1, 2, 4, 8).contains(count)) {
      diagnostics.report(op.error("moves %d numbers; 1, 2, 4 and 8 are possible", count));
      return;
    }
    Type type = values.getFirst().type();
    for (Value value : values) {
      if (!value.type().equals(type)) {
        diagnostics.report(op.error("moves numbers of different types"));
        return;
      }
    }
    String as = word(op, "as");
    int width = as.isEmpty() ? TypeWords.width(type) : Integer.parseInt(as.substring(1));
    if (!as.isEmpty() && (width > TypeWords.width(type) || type instanceof FloatType)) {
      diagnostics.report(op.error("has '%s' in memory, which its registers don't hold", as));
    } else if (width * count > WIDEST || (count == 8 && width != 32)) {
      diagnostics.report(op.error("moves %d numbers of %d bits at once", count, width));
    }
    verifyModifiers(op, diagnostics);
  }

  private static void verifyModifiers(Operation op, Diagnostics diagnostics) {
    boolean ordered = op.hasAttribute("semantics");
    boolean hinted =
        op.hasAttribute("cache") || op.hasAttribute("nc") || op.hasAttribute("prefetch");
    if (ordered && hinted) {
      diagnostics.report(op.error("is ordered by 'semantics', so caches have no say in it"));
    } else if (op.hasAttribute("nc") && !word(op, "space").equals("global")) {
      diagnostics.report(op.error("has 'nc', which global memory alone has"));
    }
    String wrong = op instanceof LdOp ? "release" : "acquire";
    if (word(op, "semantics").equals(wrong) || word(op, "semantics").equals("acq_rel")) {
      diagnostics.report(op.error("can't be ordered by '%s'", word(op, "semantics")));
    }
  }

  /** Reports results of a guarded load that are nowhere said, and negations of nothing. */
  static void verifyGuard(
      Operation op, Optional<Value> guard, List<Value> otherwise, Diagnostics diagnostics) {
    int wanted = guard.isPresent() ? op.resultCount() : 0;
    if (otherwise.size() != wanted) {
      diagnostics.report(
          op.error(
              "has %d values for a guard that is false, but needs %d", otherwise.size(), wanted));
    } else if (op.hasAttribute("negated") && guard.isEmpty()) {
      diagnostics.report(op.error("is 'negated', but has no guard"));
    }
  }

  /** Reports boxes of tensors that have no dimension, or too many. */
  static void verifyCoordinates(
      Operation op, List<? extends Value> coordinates, Diagnostics diagnostics) {
    if (coordinates.isEmpty() || coordinates.size() > MAX_DIMENSIONS) {
      diagnostics.report(
          op.error("has %d coordinates; 1 to %d are possible", coordinates.size(), MAX_DIMENSIONS));
    }
  }

  /** Reports what no atomic operation does. */
  static void verifyAtomic(Operation op, String kind, Type type, Diagnostics diagnostics) {
    boolean adds = kind.equals("add");
    String packed = word(op, "packed");
    if (!packed.isEmpty()
        && (!adds || !packed.contains("f16x2") || !type.equals(IntegerType.I32))) {
      diagnostics.report(
          op.error("has 'packed', which sums of pairs f16x2 and bf16x2 in i32 have"));
    } else if (type instanceof FloatType && !adds) {
      diagnostics.report(op.error("of floating-point numbers only makes sums, not '%s'", kind));
    } else if (type.equals(IntegerType.I16)) {
      diagnostics.report(op.error("needs whole numbers of 32 or 64 bits"));
    } else if (List.of("inc", "dec").contains(kind) && !type.equals(IntegerType.I32)) {
      diagnostics.report(op.error("counts in 32 bits only"));
    }
  }
}
