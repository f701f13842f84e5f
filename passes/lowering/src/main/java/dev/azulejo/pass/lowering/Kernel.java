// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.gpu.LaneIdOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.ptx.SharedPlace;
import dev.azulejo.dialect.ptx.TensorMapFields;
import dev.azulejo.dialect.ptx.TensorMapOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.ViewOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.ThreadRange;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lowerings of a launch's operations have in common: the threads, what each of them
 * computes at the start, and where buffers are now.
 */
final class Kernel {
  private static final int VECTOR_BYTES = 16;

  private final Team team;
  private final PassContext context;
  private final @Nullable Kernel around;
  private final boolean asksForThreads;
  private final ThreadMath math;
  private final Addresses addresses;
  private final Descriptors descriptors;
  private final Map<Value, SharedTile> shared = new LinkedHashMap<>();
  private final Map<Value, RegisterTile> registers = new LinkedHashMap<>();
  private final Map<Fragment, Share> shares = new LinkedHashMap<>();
  private final Map<Fragment, Optional<HeldElements>> held = new LinkedHashMap<>();
  private final Map<IndexExpr, ThreadFunction> functions = new LinkedHashMap<>();
  private final Map<String, Value> scratch = new LinkedHashMap<>();

  Kernel(LaunchOp launch, PassContext context) {
    this(Team.of(launch), context, null, asksForThreads(launch));
  }

  private Kernel(Team team, PassContext context, @Nullable Kernel around, boolean asksForThreads) {
    this.team = team;
    this.context = context;
    this.around = around;
    this.asksForThreads = asksForThreads;
    this.math = new ThreadMath(team);
    this.addresses = new Addresses(math);
    this.descriptors = new Descriptors(this);
  }

  /** The same for some threads that execute a part of the launch; shared memory is that of all. */
  Kernel of(Team part) {
    return new Kernel(part, context, this, asksForThreads);
  }

  private static boolean asksForThreads(LaunchOp launch) {
    List<Operation> asking = new ArrayList<>();
    launch.walk(op -> {
      if (op instanceof ThreadIdOp || op instanceof LaneIdOp) {
        asking.add(op);
      }
    });
    return !asking.isEmpty();
  }

  /** Did the launch ask which thread runs it, as what each thread does, before it was lowered? */
  boolean asksForThreads() {
    return asksForThreads;
  }

  /** Is it a buffer on chip that has been given its place? */
  boolean isPlaced(Value buffer) {
    return sharedTile(buffer) != null || registers.containsKey(buffer);
  }

  LaunchOp launch() {
    return team.launch();
  }

  /** The threads. */
  Team team() {
    return team;
  }

  /** How many threads there are. */
  long threads() {
    return team.threads();
  }

  ThreadMath math() {
    return math;
  }

  /** An expression over the thread as a function, each evaluated once. */
  ThreadFunction function(IndexExpr expr) {
    ThreadFunction there = functions.get(expr);
    if (there == null) {
      there = ThreadFunction.of(expr, threads());
      functions.put(expr, there);
    }
    return there;
  }

  Addresses addresses() {
    return addresses;
  }

  /** The descriptors of operands in shared memory. */
  Descriptors descriptors() {
    return descriptors;
  }

  /** Says that something could not be done as the program asks, and why. */
  void remark(Operation op, String text) {
    context.remark(op, "%s", text);
  }

  /** Says what was chosen for an operation, and why nothing better. */
  void decide(Operation op, String subject, String asked, String chosen, String reason) {
    context.decide(Decision.about(op, subject, asked, chosen).because("%s", reason));
  }

  // --- Buffers ----------------------------------------------------------------------------------

  /** Gives a buffer its place in shared memory or in registers. */
  void place(AllocOp alloc) throws LoweringFailure {
    Value buffer = alloc.buffer();
    Space space = Space.of(buffer);
    LayoutAttr layout = alloc.layout().orElse(null);
    MemRefType type = type(buffer);
    if (space == Space.LOCAL) {
      Shape own = type.rank() == 0 ? Shape.of(1) : Shape.of(type.shape());
      Fragment all = Fragment.fullyReplicated(own, threads());
      registers.put(buffer, inRegisters(alloc, type, all));
      return;
    }
    if (layout == null || space == null || bits(type) % Byte.SIZE != 0) {
      throw LoweringFailure.of(
          alloc,
          layout == null
              ? "nothing says where its elements live; run layout-inference first"
              : "its elements are no whole number of bytes");
    }
    Shape shape = Shape.of(type.shape());
    Placement placement = layout.placement();
    placement = placement.expand(shape.slice(0, shape.rank() - placement.inputShape().rank()));
    switch (placement) {
      case Layout all -> shared.put(buffer, inSharedMemory(alloc, type, all));
      case Fragment fragment -> registers.put(buffer, inRegisters(alloc, type, fragment));
    }
  }

  /** Gives a view the place of the buffer that it sees. */
  void place(ViewOp view) throws LoweringFailure {
    MemRefType from = type(view.source());
    MemRefType to = type(view.result());
    Shape shape = to.rank() == 0 ? Shape.of(1) : Shape.of(to.shape());
    SharedTile tile = sharedTile(view.source());
    RegisterTile held = registers.get(view.source());
    if (tile != null) {
      Layout layout = reshaped(view, tile.layout(), shape, Layout.class);
      shared.put(view.result(), tile.seenAs(layout, bits(to)));
    } else if (held != null && bits(from) == bits(to) && !held.isPacked()) {
      Fragment fragment = reshaped(view, held.fragment(), shape, Fragment.class);
      registers.put(
          view.result(), new RegisterTile(held.registers(), fragment, to.elementType(), 1));
    } else {
      throw LoweringFailure.of(
          view,
          "registers hold elements of another width, and can't be seen as others; go through a"
              + " buffer in shared memory");
    }
  }

  private static <T extends Placement> T reshaped(
      ViewOp view, Placement placement, Shape shape, Class<T> kind) throws LoweringFailure {
    int from = bits(type(view.source()));
    int to = bits(type(view.result()));
    return switch (placement.reshape(shape, from, to)) {
      case Attempt.Success<Placement>(Placement seen) -> kind.cast(seen);
      case Attempt.Refusal<Placement>(String reason) ->
          throw LoweringFailure.of(view, "its elements can't be told: %s", reason);
    };
  }

  private SharedTile inSharedMemory(AllocOp alloc, MemRefType type, Layout layout)
      throws LoweringFailure {
    if (!layout.hasTable()) {
      throw LoweringFailure.of(alloc, "it has too many elements for a layout to be evaluated");
    }
    long size = layout.outputShape().count();
    MemRefType flat = memref(size, type.elementType(), Space.SHARED);
    AllocaOp memory = sharedMemory(alloc.location(), flat);
    int alignment = SwizzleMode.detect(layout, bits(type)).alignment();
    memory.setAttribute("alignment", IntegerAttr.i64(alignment));
    alloc.versions().ifPresent(versions -> SharedPlace.setVersions(memory, versions.longValue()));
    return new SharedTile(memory.memref(), layout, bits(type));
  }

  private RegisterTile inRegisters(AllocOp alloc, MemRefType type, Fragment fragment)
      throws LoweringFailure {
    requireAllThreads(alloc, fragment);
    if (!fragment.joint().hasTable()) {
      throw LoweringFailure.of(alloc, "it has too many elements for a layout to be evaluated");
    }
    long size = fragment.outputShape().count();
    Type element = type.elementType();
    int perRegister = isMultiplied(alloc.buffer()) ? Math.max(1, Integer.SIZE / bits(type)) : 1;
    if (perRegister == 1 || size % perRegister != 0) {
      return new RegisterTile(local(alloc, size, element), fragment, element, 1);
    }
    Value words = local(alloc, size / perRegister, IntegerType.I32);
    return new RegisterTile(words, fragment, element, perRegister);
  }

  /** Is a fragment part of a matrix product, whose instructions want registers to be full? */
  private static boolean isMultiplied(Value buffer) {
    for (var use : buffer.uses()) {
      if (use.owner() instanceof GemmOp) {
        return true;
      }
    }
    return false;
  }

  /** Refuses what only some threads of the block have. */
  void requireAllThreads(Operation op, Fragment fragment) throws LoweringFailure {
    ThreadRange range = fragment.range();
    if (range != null && !range.equals(new ThreadRange(0, threads()))) {
      throw LoweringFailure.of(
          op, "only threads %s of the block have it, which is not known here yet", range);
    }
  }

  /** Registers of a thread, for what lives within one operation; operations share them by name. */
  Value scratch(String name, long size, Type element) {
    String key = name + size;
    Value there = scratch.get(key);
    if (there == null) {
      there = local(team.launch(), size, element);
      scratch.put(key, there);
    }
    return there;
  }

  /** Shared memory for what lives within one operation, aligned for vectors. */
  Value sharedScratch(long size, Type element) {
    MemRefType type = memref(size, element, Space.SHARED);
    AllocaOp memory = sharedMemory(math.at().location(), type);
    memory.setAttribute("alignment", IntegerAttr.i64(VECTOR_BYTES));
    return memory.memref();
  }

  /** The address of a map of a tensor; each map is there once, at the launch's start. */
  Value tensorMap(Value buffer, TensorMapFields fields) {
    return around != null
        ? around.tensorMap(buffer, fields)
        : math.once(
            List.of(buffer, fields), () -> TensorMapOp.create(math.at(), buffer, fields).result());
  }

  /** Shared memory is the block's, whoever uses it. */
  private AllocaOp sharedMemory(Location location, MemRefType type) {
    return around != null
        ? around.sharedMemory(location, type)
        : math.placed(AllocaOp.create(math.at().withLocation(location), type));
  }

  private Value local(Operation source, long size, Type element) {
    Inserter at = math.at().withLocation(source.location());
    return math.placed(AllocaOp.create(at, memref(size, element, Space.LOCAL))).memref();
  }

  private static MemRefType memref(long size, Type element, Space space) {
    return MemRefType.of(new long[] {size}, element, null, StringAttr.of(space.spelling()));
  }

  /** Where a buffer of shared memory is now. */
  SharedTile shared(Operation op, Value buffer) throws LoweringFailure {
    SharedTile tile = sharedTile(buffer);
    if (tile == null) {
      throw LoweringFailure.of(op, "it accesses shared memory through a view");
    }
    return tile;
  }

  private @Nullable SharedTile sharedTile(Value buffer) {
    SharedTile own = shared.get(buffer);
    return own == null && around != null ? around.sharedTile(buffer) : own;
  }

  /** Where a fragment is now, of which an operation takes all. */
  RegisterTile registers(Operation op, BufferRegion region) throws LoweringFailure {
    RegisterTile tile = wholeRegisters(region);
    if (tile == null) {
      throw LoweringFailure.of(op, "it takes a part of a fragment");
    }
    return tile;
  }

  /** Which elements of a fragment each thread has; null where some threads have none at a place. */
  @Nullable HeldElements held(Fragment fragment) {
    return held.computeIfAbsent(
            fragment, some -> Optional.ofNullable(HeldElements.of(some, threads())))
        .orElse(null);
  }

  /** Where a fragment is now; null where a buffer is none. */
  @Nullable RegisterTile registersOf(Value buffer) {
    return registers.get(buffer);
  }

  /** Where a fragment is now that a region is all of; null where it is none, or a part. */
  @Nullable RegisterTile wholeRegisters(BufferRegion region) {
    RegisterTile tile = registers.get(region.buffer());
    Shape shape = tile == null ? Shape.of() : tile.fragment().inputShape();
    for (int i = 0; i < Math.min(shape.rank(), region.sizes().size()); i++) {
      Long start = IndexFacts.of(region.offsets().get(i)).single();
      if (start == null || start != 0 || region.sizes().get(i) != shape.size(i)) {
        return null;
      }
    }
    return tile;
  }

  /** A region of a buffer, element by element; it may reach out of a tensor. */
  Cells cells(Operation op, BufferRegion region) throws LoweringFailure {
    return cells(op, op, region, true);
  }

  /**
   * A region of a buffer, element by element.
   *
   * @param op where what the elements have in common is put, in front of it
   * @param access what accesses them
   * @param clips whether the region may reach out of a tensor
   */
  Cells cells(Operation op, Operation access, BufferRegion region, boolean clips)
      throws LoweringFailure {
    Value buffer = region.buffer();
    Type element = type(buffer).elementType();
    Space space = Space.of(buffer);
    if (space == Space.GLOBAL) {
      return new MemoryCells(this, GlobalRegion.of(this, op, region), element, clips);
    }
    RegisterTile tile = registers.get(buffer);
    if (tile == null) {
      return new MemoryCells(this, SharedRegion.of(this, op, region), element, false);
    }
    long[] starts = new long[Math.max(1, region.offsets().size())];
    for (int i = 0; i < region.offsets().size(); i++) {
      Long start = IndexFacts.of(region.offsets().get(i)).single();
      if (start == null) {
        throw LoweringFailure.of(
            access,
            "where it begins in a fragment is known to the running program alone, and registers"
                + " can't be chosen then; go through a buffer in shared memory");
      }
      starts[i] = start;
    }
    return new FragmentCells(this, access, tile, starts);
  }

  /** Can a region of a buffer begin at such a coordinate, and elements be told by the rest? */
  boolean canBegin(Value buffer, int dimension, Coordinate coordinate) {
    Space space = Space.of(buffer);
    boolean isNumber = IndexFacts.of(coordinate.offset()).single() != null;
    if (space == Space.GLOBAL || isNumber) {
      return true;
    }
    SharedTile tile = sharedTile(buffer);
    return tile != null && tile.stride(dimension) != null;
  }

  /** Which thread has which elements of a fragment, or points of a loop. */
  Share share(Operation op, Fragment fragment) throws LoweringFailure {
    Share there = shares.get(fragment);
    if (there == null) {
      there = Share.of(this, op, fragment);
      shares.put(fragment, there);
    }
    return there;
  }

  static MemRefType type(Value buffer) {
    if (buffer.type() instanceof MemRefType type) {
      return type;
    }
    throw new CompilerBug("a buffer is no memref");
  }

  /** How many bits of memory an element has. */
  static int bits(MemRefType type) {
    return Lanes.bits(type.elementType());
  }
}
