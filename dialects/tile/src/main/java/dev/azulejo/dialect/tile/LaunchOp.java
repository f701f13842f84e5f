// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpParser.Argument;
import dev.azulejo.ir.OpParser.Operand;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.RegionVerified;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.NoTerminator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * Runs its body once for each block of a grid, in no particular order. The first dimension of the
 * grid varies fastest. A block has {@code threads} threads; up to rung 2 they act as one.
 */
@OpDef(name = "tile.launch", customAssembly = true)
@Example(
    """
    tile.launch grid(%bx = 2, %by = %n) threads(128) {
    }\
    """)
public abstract sealed class LaunchOp extends Operation
    implements RecursiveEffects, NoTerminator, CustomAssembly, Verified, RegionVerified
    permits LaunchOpImpl {
  private static final Set<String> SPELT = Set.of("grid", "threads");
  private static final int MAX_DIMENSIONS = 3;

  /** The sizes of the grid that are values. */
  @dev.azulejo.ir.spec.Operand(Index.class)
  public abstract List<Value> gridSizes();

  /** The sizes of the grid that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr grid();

  /** How many threads a block has. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr threads();

  /**
   * Which lines of blocks the grid is walked in panels of, {@code rows} or {@code columns}, so that
   * blocks that run together share what they load; nothing for the usual order. The body computes
   * the same for every block, whenever that runs.
   */
  @Attr(StringAttribute.class)
  public abstract Optional<StringAttr> raster();

  /** How many lines a panel has, where {@code raster} asks for panels. */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> panel();

  /**
   * Do the threads of a block still have to be made to wait for each other? On rung 3 the body says
   * what one thread does; until barriers order what threads do to shared memory, it can't be run,
   * and no kernel can be made of it.
   */
  @Attr(UnitAttribute.class)
  public abstract boolean unsynchronized();

  /**
   * Do the fences between the two paths to shared memory stand in the body? Without it they are
   * implied up to rung 2, and rung 3 puts them in.
   */
  @Attr(value = UnitAttribute.class, name = "explicit_fences")
  public abstract boolean explicitFences();

  /**
   * How many blocks of the grid form a cluster, a number for each dimension of the grid: they run
   * at one time and reach each other's shared memory. Without it, each block is on its own.
   */
  @Attr(I64ArrayAttribute.class)
  public abstract Optional<DenseArrayAttr> cluster();

  /**
   * At most how many blocks are to be launched, each of which does the work of several blocks of
   * the grid one after the other. It changes nothing that the blocks compute.
   */
  @Attr(I64Attribute.class)
  public abstract Optional<IntegerAttr> persistent();

  /** How many registers a thread that brings data gets; 0 leaves all threads what they have. */
  @Attr(value = I64Attribute.class, name = "producer_registers")
  public abstract Optional<IntegerAttr> producerRegisters();

  /** How many registers a thread that computes gets; 0 leaves all threads what they have. */
  @Attr(value = I64Attribute.class, name = "consumer_registers")
  public abstract Optional<IntegerAttr> consumerRegisters();

  /**
   * For at least how many blocks a multiprocessor must have room: a thread is launched with so few
   * registers that they fit beside each other. One without it.
   */
  @Attr(value = I64Attribute.class, name = "blocks_per_multiprocessor")
  public abstract Optional<IntegerAttr> blocksPerMultiprocessor();

  /** What each block does; its arguments are the block's place in the grid. */
  @dev.azulejo.ir.spec.Region
  public abstract Region body();

  /** The sizes of the grid, constants and values. */
  public List<Offset> sizes() {
    return MixedIndices.offsets(grid(), gridSizes());
  }

  /** What the grid is walked in panels of, if it is. */
  public Optional<RasterOrder> rasterOrder() {
    return raster().map(word -> RasterOrder.ofWord(word.value()));
  }

  /** How many blocks of each dimension form a cluster: ones where each is on its own. */
  public long[] clusterSizes() {
    return cluster()
        .map(DenseArrayAttr::asLongs)
        .orElseGet(() -> {
          long[] alone = new long[grid().size()];
          Arrays.fill(alone, 1);
          return alone;
        });
  }

  /** For at least how many blocks a multiprocessor must have room. */
  public long residentBlocks() {
    return blocksPerMultiprocessor().map(IntegerAttr::longValue).orElse(1L);
  }

  /** The launches in an operation, itself included, in the order of the text. */
  public static List<LaunchOp> allIn(Operation root) {
    List<LaunchOp> launches = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof LaunchOp launch) {
        launches.add(launch);
      }
    });
    return launches;
  }

  /** Does its body say what a block does, with operations on tiles? Else, what one thread does. */
  public boolean isOfTiles() {
    boolean[] found = new boolean[1];
    walk(op -> {
      String dialect = op.schema().dialectName();
      found[0] |= op != this && (dialect.equals("tile") || dialect.equals("pipeline"));
    });
    return found[0];
  }

  /** Says whether threads still have to be made to wait for each other; returns what was said. */
  public boolean setUnsynchronized(boolean still) {
    boolean before = unsynchronized();
    if (still) {
      setAttribute("unsynchronized", UnitAttr.INSTANCE);
    } else {
      removeAttribute("unsynchronized");
    }
    return before;
  }

  /** Says that the fences between the two paths to shared memory stand in the body. */
  public void makeFencesExplicit() {
    setAttribute("explicit_fences", UnitAttr.INSTANCE);
  }

  static void parse(OpParser parser, OperationState state) {
    List<Argument> places = new ArrayList<>();
    List<Operand> dynamic = new ArrayList<>();
    MutableLongList constants = LongLists.mutable.empty();
    parser.expect("grid");
    Location location = parser.location();
    parser.list(
        "(",
        ")",
        () -> {
          places.add(parser.argument(IndexType.INSTANCE));
          parser.expect("=");
          constants.add(MixedIndices.item(parser, dynamic));
        });
    state.operands(
        parser.resolve(dynamic, Collections.nCopies(dynamic.size(), IndexType.INSTANCE), location));
    state.attribute("grid", DenseArrayAttr.ofI64(constants.toArray()));
    parser.expect("threads");
    parser.expect("(");
    state.attribute("threads", IntegerAttr.i64(parser.integer()));
    parser.expect(")");
    parser.attributeDictionaryWithKeyword(state);
    state.region(parser.region(places));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" grid(");
    List<Offset> sizes = sizes();
    for (int i = 0; i < sizes.size(); i++) {
      printer.text(i == 0 ? "" : ", ");
      printer.operand(body().entry().argument(i)).text(" = ");
      MixedIndices.item(printer, sizes.get(i));
    }
    printer.text(") threads(").number(threads().longValue()).text(")");
    printer.attributeDictionaryWithKeyword(this, SPELT);
    printer.region(body(), false, true);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = grid().asLongs().length;
    if (rank < 1 || rank > MAX_DIMENSIONS) {
      diagnostics.report(error("has a grid of %d dimensions; one to three are possible", rank));
    } else if (!MixedIndices.fits(grid(), gridSizes())) {
      diagnostics.report(error("has a grid that doesn't fit the number of values given for it"));
    } else if (threads().longValue() < 1 || threads().longValue() > 1024) {
      diagnostics.report(
          error("has %d threads a block; 1 to 1024 are possible", threads().longValue()));
    } else if (hasNegativeSize()) {
      diagnostics.report(error("has a grid with a negative size"));
    } else {
      int before = diagnostics.errorCount();
      verifyRaster(rank, diagnostics);
      LoopBody.verifyArguments(this, body(), rank, diagnostics);
      if (diagnostics.errorCount() == before) {
        LaunchRules.verify(this, diagnostics);
      }
    }
  }

  @Override
  public void verifyRegions(Diagnostics diagnostics) {
    LaunchRules.verifyMulticasts(this, diagnostics);
  }

  private void verifyRaster(int rank, Diagnostics diagnostics) {
    if (raster().isPresent() != panel().isPresent()) {
      diagnostics.report(error("has 'raster' exactly where it has 'panel'"));
    } else if (raster().isPresent() && rasterOrder().isEmpty()) {
      diagnostics.report(error("has a 'raster' that is neither \"rows\" nor \"columns\""));
    } else if (raster().isPresent() && rank == 1) {
      diagnostics.report(error("has a grid of one dimension, which has no panels"));
    } else if (panel().isPresent() && panel().get().longValue() < 1) {
      diagnostics.report(error("has panels of %d lines", panel().get().longValue()));
    }
  }

  private boolean hasNegativeSize() {
    for (long size : grid().asLongs()) {
      if (size < 0 && size != ShapedType.DYNAMIC) {
        return true;
      }
    }
    return false;
  }
}
