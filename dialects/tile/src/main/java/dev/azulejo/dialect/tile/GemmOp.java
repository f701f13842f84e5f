// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Multiplies two tiles and adds the product to a third: {@code C[m, n] += sum over k of A[m, k] *
 * B[k, n]}, with A stored as (K, M) under {@code transpose_a} and B as (N, K) under {@code
 * transpose_b}. Dimensions of size one in front of the last two are dropped. Where {@code clear} is
 * true, C is set to zero first. Products and sums are exact in the type of C up to its rounding;
 * their order is not fixed.
 *
 * <p>Under {@code tf32} operands of type f32 are rounded before they are multiplied: to the 10 bits
 * of fraction that tf32 has, to the nearest, and of two that are as near to the one farther from
 * zero. Matrix instructions multiply no f32 otherwise.
 *
 * <p>Under {@code asynchronous} the product is only begun, as a group of its own, and over when a
 * {@code tile.wait_gemm} says so. Until then A and B may not be written, and nothing may use C but
 * other asynchronous products into it. B lies in shared memory, A there or in a fragment, C in a
 * fragment.
 */
@OpDef(name = "tile.gemm", customAssembly = true)
@Example(
    """
    tile.gemm %As, %Bs, %acc {transpose_b} : memref<128x32xf16, "shared">, \
    memref<128x32xf16, "shared">, memref<128x128xf32, "fragment">\
    """)
public abstract sealed class GemmOp extends Operation
    implements Accessing, CustomAssembly, Rebasable, Verified permits GemmOpImpl {
  /** By instructions of a warpgroup, which read shared memory themselves. */
  public static final String WGMMA = "wgmma";

  /** By instructions of a warp, whose operands are registers. */
  public static final String MMA = "mma";

  private static final int SUMS_GROUP = 4;
  private static final int CLEAR_GROUP = 6;
  private static final Set<String> REGION_ATTRIBUTES =
      Set.of("aOffsets", "aSizes", "bOffsets", "bSizes", "cOffsets", "cSizes");

  /** The left operand. */
  @Operand(OnChipBuffer.class)
  public abstract Value a();

  /** The offsets of A that are values. */
  @Operand(Index.class)
  public abstract List<Value> aIndices();

  /** The right operand. */
  @Operand(OnChipBuffer.class)
  public abstract Value b();

  /** The offsets of B that are values. */
  @Operand(Index.class)
  public abstract List<Value> bIndices();

  /** The accumulator. */
  @Operand(OnChipBuffer.class)
  public abstract Value c();

  /** The offsets of C that are values. */
  @Operand(Index.class)
  public abstract List<Value> cIndices();

  /** Whether C is set to zero first; without it, it isn't. */
  @Operand(I1.class)
  public abstract Optional<Value> clear();

  /** The offsets of A that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr aOffsets();

  /** The sizes of A. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr aSizes();

  /** The offsets of B that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr bOffsets();

  /** The sizes of B. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr bSizes();

  /** The offsets of C that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr cOffsets();

  /** The sizes of C. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr cSizes();

  /** A is stored as (K, M). */
  @Attr(value = UnitAttribute.class, name = "transpose_a")
  public abstract boolean transposeA();

  /** B is stored as (N, K). */
  @Attr(value = UnitAttribute.class, name = "transpose_b")
  public abstract boolean transposeB();

  /** Operands of type f32 are rounded to tf32. */
  @Attr(UnitAttribute.class)
  public abstract boolean tf32();

  /** The product is only begun. */
  @Attr(UnitAttribute.class)
  public abstract boolean asynchronous();

  /**
   * By which instructions it is to be made, {@value #WGMMA} or {@value #MMA}, and by no others;
   * nothing where passes may choose.
   */
  @Attr(StringAttribute.class)
  public abstract Optional<StringAttr> instruction();

  /** Is it to be made by some instructions? */
  public boolean isMadeBy(String instructions) {
    return instruction().map(StringAttr::value).filter(instructions::equals).isPresent();
  }

  /**
   * How many of its executions in a loop may be summed by matrix instructions alone, which keep
   * fewer bits of a sum than C has where the operands have 8; what they have summed is then added
   * to C by itself. Nothing where that is not asked for.
   */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> promote();

  /** What is read of A. */
  public BufferRegion aRegion() {
    return RegionOperand.region(a(), aIndices(), aOffsets(), aSizes());
  }

  /** What is read of B. */
  public BufferRegion bRegion() {
    return RegionOperand.region(b(), bIndices(), bOffsets(), bSizes());
  }

  /** What is updated of C. */
  public BufferRegion cRegion() {
    return RegionOperand.region(c(), cIndices(), cOffsets(), cSizes());
  }

  /** Lets it set C to zero first where a condition of type i1 is true. */
  public void setClear(Value condition) {
    setOperandGroup(CLEAR_GROUP, List.of(condition));
  }

  /** Lets its sums go to another buffer, of which it takes all. */
  public void setSums(Value buffer) {
    BufferRegion all = RegionOperand.all(buffer);
    setOperand(operandGroupStart(SUMS_GROUP), buffer);
    setOperandGroup(SUMS_GROUP + 1, List.of());
    setAttribute("cOffsets", MixedIndices.constants(all.offsets()));
    setAttribute("cSizes", DenseArrayAttr.ofI64(all.sizes()));
  }

  /** Lets it only begin the product. */
  public void makeAsynchronous() {
    setAttribute("asynchronous", UnitAttr.INSTANCE);
  }

  /** Is it certain that C is set to zero first? */
  public boolean alwaysClears() {
    Attribute constant = clear().map(Constants::of).orElse(null);
    return constant instanceof IntegerAttr flag && flag.longValue() != 0;
  }

  static void parse(OpParser parser, OperationState state) {
    List<RegionOperand> regions = new ArrayList<>();
    regions.add(RegionOperand.parse(parser));
    parser.expect(",");
    regions.add(RegionOperand.parse(parser));
    parser.expect(",");
    regions.add(RegionOperand.parse(parser));
    OpParser.Operand clear = null;
    if (parser.accept("clear")) {
      parser.expect("(");
      clear = parser.operand();
      parser.expect(")");
    }
    parser.attributeDictionary(state);
    parser.expect(":");
    List<Type> types = parser.types();
    if (types.size() != regions.size()) {
      throw parser.error(parser.location(), "expected three types, but got %d", types.size());
    }
    List<String> names = List.of("a", "b", "c");
    for (int i = 0; i < names.size(); i++) {
      RegionOperand region = regions.get(i);
      long[] sizes = region.sizes(types.get(i));
      if (sizes == null) {
        throw parser.error(region.location(), "needs the region's sizes: [offsets][sizes]");
      }
      DenseArrayAttr offsets = region.resolve(parser, state, types.get(i));
      state.attribute(names.get(i) + "Offsets", offsets);
      state.attribute(names.get(i) + "Sizes", DenseArrayAttr.ofI64(sizes));
    }
    state.operands(clear == null ? List.of() : List.of(parser.resolve(clear, IntegerType.I1)));
  }

  @Override
  public void print(OpPrinter printer) {
    RegionOperand.print(printer.text(" "), aRegion(), true);
    RegionOperand.print(printer.text(", "), bRegion(), true);
    RegionOperand.print(printer.text(", "), cRegion(), true);
    clear().ifPresent(flag -> printer.text(" clear(").operand(flag).text(")"));
    printer.attributeDictionary(this, REGION_ATTRIBUTES);
    printer.text(" : ");
    printer.typesOf(List.of(a(), b(), c()));
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(operandRead(aRegion()));
    sink.accept(operandRead(bRegion()));
    if (!alwaysClears()) {
      sink.accept(inTime(BufferAccess.read(cRegion())));
    }
    sink.accept(inTime(BufferAccess.write(cRegion())));
  }

  private Access operandRead(BufferRegion region) {
    Access read = BufferAccess.read(region);
    boolean byEngine = asynchronous() || isMadeBy(WGMMA);
    return inTime(
        byEngine && Space.of(region.buffer()) == Space.SHARED ? read.by(Access.Proxy.ASYNC) : read);
  }

  private Access inTime(Access access) {
    return asynchronous() ? access.completing(Access.Completion.MATRIX_GROUP) : access;
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    List<Value> buffers = List.of(a(), b(), c());
    List<String> names = List.of("a", "b", "c");
    for (int i = 0; i < names.size(); i++) {
      if (buffers.get(i) == buffer) {
        String name = names.get(i);
        RegionOperand.rebase(this, 2 * i, name + "Offsets", name + "Sizes", versioned, slot);
      }
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    RegionOperand.verify(this, "A", a(), aIndices(), aOffsets(), aSizes(), diagnostics);
    RegionOperand.verify(this, "B", b(), bIndices(), bOffsets(), bSizes(), diagnostics);
    RegionOperand.verify(this, "C", c(), cIndices(), cOffsets(), cSizes(), diagnostics);
    if (diagnostics.errorCount() == before) {
      GemmShape.verify(this, diagnostics);
    }
    if (diagnostics.errorCount() == before) {
      verifyInstruction(diagnostics);
    }
  }

  private void verifyInstruction(Diagnostics diagnostics) {
    if (instruction().isPresent() && !isMadeBy(WGMMA) && !isMadeBy(MMA)) {
      diagnostics.report(
          error(
              "is made by \"%s\"; \"%s\" and \"%s\" are known",
              instruction().get().value(), WGMMA, MMA));
    } else if (promote().isPresent() && promote().get().longValue() < 1) {
      diagnostics.report(
          error("is promoted after %d executions; one at least", promote().get().longValue()));
    } else if (promote().isPresent() && !isReal(c())) {
      diagnostics.report(error("is promoted, but its sums are exact: C has integers"));
    } else if (asynchronous() && isMadeBy(MMA)) {
      diagnostics.report(error("can't be asynchronous by \"%s\"", MMA));
    } else if (asynchronous()
        && (Space.of(c()) != Space.FRAGMENT
            || Space.of(b()) != Space.SHARED
            || Space.of(a()) == Space.LOCAL)) {
      diagnostics.report(
          error(
              "is asynchronous: C must be a fragment, B in shared memory, and A there or a"
                  + " fragment"));
    }
  }

  private static boolean isReal(Value buffer) {
    return buffer.type() instanceof MemRefType type && type.elementType() instanceof FloatType;
  }
}
