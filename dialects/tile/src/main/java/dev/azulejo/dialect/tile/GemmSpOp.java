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
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
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
 * Multiplies a sparse tile with a dense one and adds the product to a third: of every four
 * neighbours in a row of the (M, K) matrix A two at most are not zero, and A holds just these, as
 * (M, K / 2). E says which they are: two bits a kept element, the lower ones first, four bits a
 * group of four neighbours, {@code bits(E) / 4} groups a word. Of elements of 32 bits one of two is
 * kept, and the four bits of the pair are 4 where that is the first and 14 where it is the second.
 * B is (K, N), or (N, K) under {@code transpose_b}. Dimensions of size one in front of the last two
 * are dropped. Where {@code clear} is true, C is set to zero first. Operands of type f32 are
 * rounded to tf32, as {@code tile.gemm} rounds them; otherwise products and sums are exact up to
 * their rounding to the type of C; their order is not fixed.
 */
@OpDef(name = "tile.gemm_sp", customAssembly = true)
@Example(
    """
    tile.gemm_sp %As, %Es, %Bs, %acc : memref<128x32xf16, "shared">, memref<128x4xi16, "shared">, \
    memref<64x128xf16, "shared">, memref<128x128xf32, "fragment">\
    """)
public abstract sealed class GemmSpOp extends Operation
    implements Accessing, CustomAssembly, Rebasable, Verified permits GemmSpOpImpl {
  /** By sparse instructions of a warpgroup, which read shared memory themselves. */
  public static final String WGMMA = "wgmma.sp";

  /** By sparse instructions of a warp, whose operands are registers. */
  public static final String MMA = "mma.sp";

  private static final int CLEAR_GROUP = 8;
  private static final List<String> NAMES = List.of("a", "e", "b", "c");
  private static final Set<String> REGION_ATTRIBUTES =
      Set.of(
          "aOffsets", "aSizes", "eOffsets", "eSizes", "bOffsets", "bSizes", "cOffsets", "cSizes");

  /** What is kept of the left operand. */
  @Operand(OnChipBuffer.class)
  public abstract Value a();

  /** The offsets of A that are values. */
  @Operand(Index.class)
  public abstract List<Value> aIndices();

  /** Which elements of the left operand are kept. */
  @Operand(OnChipBuffer.class)
  public abstract Value e();

  /** The offsets of E that are values. */
  @Operand(Index.class)
  public abstract List<Value> eIndices();

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

  /** The offsets of E that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr eOffsets();

  /** The sizes of E. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr eSizes();

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

  /** B is stored as (N, K). */
  @Attr(value = UnitAttribute.class, name = "transpose_b")
  public abstract boolean transposeB();

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

  /** What is read of A. */
  public BufferRegion aRegion() {
    return RegionOperand.region(a(), aIndices(), aOffsets(), aSizes());
  }

  /** What is read of E. */
  public BufferRegion eRegion() {
    return RegionOperand.region(e(), eIndices(), eOffsets(), eSizes());
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

  /** Is it certain that C is set to zero first? */
  public boolean alwaysClears() {
    Attribute constant = clear().map(Constants::of).orElse(null);
    return constant instanceof IntegerAttr flag && flag.longValue() != 0;
  }

  static void parse(OpParser parser, OperationState state) {
    List<RegionOperand> regions = new ArrayList<>();
    regions.add(RegionOperand.parse(parser));
    while (regions.size() < NAMES.size()) {
      parser.expect(",");
      regions.add(RegionOperand.parse(parser));
    }
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
      throw parser.error(parser.location(), "expected four types, but got %d", types.size());
    }
    for (int i = 0; i < NAMES.size(); i++) {
      RegionOperand region = regions.get(i);
      long[] sizes = region.sizes(types.get(i));
      if (sizes == null) {
        throw parser.error(region.location(), "needs the region's sizes: [offsets][sizes]");
      }
      DenseArrayAttr offsets = region.resolve(parser, state, types.get(i));
      state.attribute(NAMES.get(i) + "Offsets", offsets);
      state.attribute(NAMES.get(i) + "Sizes", DenseArrayAttr.ofI64(sizes));
    }
    state.operands(clear == null ? List.of() : List.of(parser.resolve(clear, IntegerType.I1)));
  }

  @Override
  public void print(OpPrinter printer) {
    RegionOperand.print(printer.text(" "), aRegion(), true);
    RegionOperand.print(printer.text(", "), eRegion(), true);
    RegionOperand.print(printer.text(", "), bRegion(), true);
    RegionOperand.print(printer.text(", "), cRegion(), true);
    clear().ifPresent(flag -> printer.text(" clear(").operand(flag).text(")"));
    printer.attributeDictionary(this, REGION_ATTRIBUTES);
    printer.text(" : ");
    printer.typesOf(List.of(a(), e(), b(), c()));
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(operandRead(aRegion()));
    sink.accept(BufferAccess.read(eRegion()));
    sink.accept(operandRead(bRegion()));
    if (!alwaysClears()) {
      sink.accept(BufferAccess.read(cRegion()));
    }
    sink.accept(BufferAccess.write(cRegion()));
  }

  private Access operandRead(BufferRegion region) {
    Access read = BufferAccess.read(region);
    return isMadeBy(WGMMA) && Space.of(region.buffer()) == Space.SHARED
        ? read.by(Access.Proxy.ASYNC)
        : read;
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    List<Value> buffers = List.of(a(), e(), b(), c());
    for (int i = 0; i < NAMES.size(); i++) {
      if (buffers.get(i) == buffer) {
        String name = NAMES.get(i);
        RegionOperand.rebase(this, 2 * i, name + "Offsets", name + "Sizes", versioned, slot);
      }
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    RegionOperand.verify(this, "A", a(), aIndices(), aOffsets(), aSizes(), diagnostics);
    RegionOperand.verify(this, "E", e(), eIndices(), eOffsets(), eSizes(), diagnostics);
    RegionOperand.verify(this, "B", b(), bIndices(), bOffsets(), bSizes(), diagnostics);
    RegionOperand.verify(this, "C", c(), cIndices(), cOffsets(), cSizes(), diagnostics);
    if (diagnostics.errorCount() == before) {
      SparseShape.verify(this, diagnostics);
    }
    if (instruction().isPresent() && !isMadeBy(WGMMA) && !isMadeBy(MMA)) {
      diagnostics.report(
          error(
              "is made by \"%s\"; \"%s\" and \"%s\" are known",
              instruction().get().value(), WGMMA, MMA));
    }
  }
}
