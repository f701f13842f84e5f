// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpParser.Argument;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.LoopLike;
import dev.azulejo.ir.trait.NoTerminator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop whose iterations may be overlapped: {@code stages} says how many are under way at once. It
 * means the same as a plain loop with step 1; a range that is empty or negative runs no iteration.
 * It carries no values: state lives in fragments and local buffers. With {@code stages(0)} it is
 * not to be pipelined.
 */
@OpDef(name = "pipeline.for", customAssembly = true)
@Example(
    """
    pipeline.for %k = 0 to %n stages(3) {
    }\
    """)
public abstract sealed class ForOp extends Operation
    implements RecursiveEffects, NoTerminator, CustomAssembly, LoopLike, Verified
    permits ForOpImpl {
  private static final Set<String> SPELT = Set.of("lower", "upper", "stages");

  /** The most stages that a pipeline may have. */
  public static final long MAX_STAGES = 64;

  /** The first index, where it is no constant. */
  @Operand(Index.class)
  public abstract Optional<Value> lowerValue();

  /** The index behind the last, where it is no constant. */
  @Operand(Index.class)
  public abstract Optional<Value> upperValue();

  /** The first index, where it is a constant. */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> lower();

  /** The index behind the last, where it is a constant. */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> upper();

  /** How many iterations may be under way at once. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr stages();

  /** What is done in each iteration; its argument is the index. */
  @dev.azulejo.ir.spec.Region
  public abstract Region region();

  /** The first index. */
  public Offset from() {
    return lowerValue().map(Offset::of).orElseGet(() -> constant(lower()));
  }

  /** The index behind the last. */
  public Offset to() {
    return upperValue().map(Offset::of).orElseGet(() -> constant(upper()));
  }

  private static Offset constant(Optional<IntegerAttr> bound) {
    return Offset.of(bound.map(IntegerAttr::longValue).orElse(0L));
  }

  /** How many iterations may be under way at once. */
  public long depth() {
    return stages().longValue();
  }

  @Override
  public Block body() {
    return region().entry();
  }

  /** The index of an iteration. */
  public BlockArgument index() {
    return body().argument(0);
  }

  static void parse(OpParser parser, OperationState state) {
    Argument index = parser.argument(IndexType.INSTANCE);
    parser.expect("=");
    bound(parser, state, "lower");
    parser.expect("to");
    bound(parser, state, "upper");
    parser.expect("stages");
    parser.expect("(");
    state.attribute("stages", IntegerAttr.i64(parser.integer()));
    parser.expect(")");
    parser.attributeDictionaryWithKeyword(state);
    state.region(parser.region(List.of(index)));
  }

  private static void bound(OpParser parser, OperationState state, String name) {
    OpParser.Operand operand = parser.acceptOperand();
    if (operand == null) {
      state.operands(List.of());
      state.attribute(name, IntegerAttr.i64(parser.integer()));
    } else {
      state.operand(parser.resolve(operand, IndexType.INSTANCE));
    }
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ");
    printer.operand(index()).text(" = ");
    print(printer, from());
    printer.text(" to ");
    print(printer, to());
    printer.text(" stages(").number(depth()).text(")");
    printer.attributeDictionaryWithKeyword(this, SPELT);
    printer.region(region(), false, true);
  }

  private static void print(OpPrinter printer, Offset bound) {
    switch (bound) {
      case Offset.Constant constant -> printer.number(constant.value());
      case Offset.Dynamic dynamic -> printer.operand(dynamic.value());
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (lowerValue().isPresent() == lower().isPresent()
        || upperValue().isPresent() == upper().isPresent()) {
      diagnostics.report(error("must have each bound once, as a constant or as a value"));
    } else if (depth() < 0 || depth() > MAX_STAGES) {
      diagnostics.report(error("has %d stages; 0 to %d are possible", depth(), MAX_STAGES));
    } else if (region().isEmpty()
        || body().arguments().size() != 1
        || !index().type().equals(IndexType.INSTANCE)) {
      diagnostics.report(error("must have a body with one argument of type index"));
    }
  }
}
