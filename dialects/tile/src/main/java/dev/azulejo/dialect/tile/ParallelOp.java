// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
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
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.NoTerminator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Runs its body once for each point of an index space, the points in any order and shared out to
 * the threads. The body loads, computes and stores single elements; no point may read what another
 * writes.
 */
@OpDef(name = "tile.parallel", customAssembly = true)
@Example(
    """
    tile.parallel (%i, %j) to (64, 32) {
      %x = memref.load %t[%i, %j] : memref<64x32xf32, "fragment">
      %y = arith.addf %x, %x : f32
      memref.store %y, %t[%i, %j] : memref<64x32xf32, "fragment">
    }\
    """)
public abstract sealed class ParallelOp extends Operation
    implements RecursiveEffects, NoTerminator, CustomAssembly, Verified permits ParallelOpImpl {
  private static final Set<String> SPELT = Set.of("extents");

  /** The extents that are values. */
  @dev.azulejo.ir.spec.Operand(Index.class)
  public abstract List<Value> dynamicExtents();

  /** The extents that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr extents();

  /**
   * Which thread does which point, and as its how manieth. {@code layout-inference} writes it, or
   * keeps what the program lays down.
   */
  @Attr(LayoutAttribute.class)
  public abstract Optional<LayoutAttr> layout();

  /** How many points that follow each other in the last dimension a thread may do at once. */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> vector();

  /** Some threads have no point: whoever has none does nothing. */
  @Attr(value = UnitAttribute.class, name = "guard_threads")
  public abstract boolean guardThreads();

  /** Threads have places without a point: they are passed over. */
  @Attr(value = UnitAttribute.class, name = "guard_padding")
  public abstract boolean guardPadding();

  /** Several threads do each point: only the first of them stores to memory that others see. */
  @Attr(value = UnitAttribute.class, name = "guard_replicas")
  public abstract boolean guardReplicas();

  /** What is done at each point; its arguments are the point. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();

  /** The extents, constants and values. */
  public List<Offset> sizes() {
    return MixedIndices.offsets(extents(), dynamicExtents());
  }

  /** Makes a loop over constant extents; {@code body} writes what is done at a point. */
  public static ParallelOp create(
      Inserter at, List<Long> extents, BiConsumer<Inserter, List<BlockArgument>> body) {
    Region region = new Region();
    Block block = region.appendBlock();
    for (int i = 0; i < extents.size(); i++) {
      block.addArgument(IndexType.INSTANCE, at.location());
    }
    body.accept(at.atEndOf(block), block.arguments());
    return ParallelOpImpl.at(at)
        .operands(List.of())
        .attribute("extents", DenseArrayAttr.ofI64(extents))
        .region(region)
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    List<Argument> points = new ArrayList<>();
    Location location = parser.location();
    parser.list("(", ")", () -> points.add(parser.argument(IndexType.INSTANCE)));
    if (points.isEmpty()) {
      throw parser.error(location, "expected an index for each dimension, at least one");
    }
    parser.expect("to");
    MixedIndices extents = MixedIndices.parse(parser, "(", ")");
    state.operands(extents.resolve(parser));
    state.attribute("extents", extents.constants());
    parser.attributeDictionaryWithKeyword(state);
    state.region(parser.region(points));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" (");
    printer.operands(body().entry().arguments());
    printer.text(") to (");
    MixedIndices.print(printer, sizes());
    printer.text(")");
    printer.attributeDictionaryWithKeyword(this, SPELT);
    printer.region(body(), false, true);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!MixedIndices.fits(extents(), dynamicExtents())) {
      diagnostics.report(error("has extents that don't fit the number of values given for them"));
      return;
    }
    int rank = extents().asLongs().length;
    if (rank == 0) {
      diagnostics.report(error("must have at least one dimension"));
      return;
    }
    for (long extent : extents().asLongs()) {
      if (extent < 0 && extent != ShapedType.DYNAMIC) {
        diagnostics.report(error("has the extent %d; it can't be negative", extent));
        return;
      }
    }
    LoopBody.verifyArguments(this, body(), rank, diagnostics);
    verifyLayout(diagnostics);
  }

  private void verifyLayout(Diagnostics diagnostics) {
    LayoutAttr layout = layout().orElse(null);
    if (layout == null) {
      if (guardThreads() || guardPadding() || guardReplicas() || vector().isPresent()) {
        diagnostics.report(
            error("has a vector width or guards, but no layout that they belong to"));
      }
    } else if (!(layout.placement() instanceof Fragment fragment)) {
      diagnostics.report(error("has a layout that says no threads"));
    } else if (!fits(fragment.inputShape())) {
      diagnostics.report(
          error(
              "has a layout for %s, which are not its extents", fragment.inputShape().toString()));
    } else {
      LayoutRules.verifyThreads(this, fragment, diagnostics);
    }
  }

  /** Has a shape this loop's extents, with any symbol where they are values? */
  private boolean fits(Shape shape) {
    long[] own = extents().asLongs();
    if (own.length != shape.rank()) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      if (own[i] != ShapedType.DYNAMIC && !shape.extent(i).isConstant(own[i])) {
        return false;
      }
    }
    return true;
  }
}
