// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LdParamOp;
import dev.azulejo.dialect.ptx.RetOp;
import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a kernel of one launch: its parameters are the arguments of the function that it uses. */
final class KernelOutline {
  private static final long ALIGNMENT = 16;
  private static final int DIMENSIONS = 3;

  private final FuncOp function;
  private final LaunchOp launch;
  private final List<BlockArgument> used = new ArrayList<>();

  KernelOutline(FuncOp function, LaunchOp launch) {
    this.function = function;
    this.launch = launch;
    Set<Value> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    launch.walk(op -> reach(op, reached));
    for (BlockArgument argument : function.arguments()) {
      if (reached.contains(argument)) {
        used.add(argument);
      }
    }
  }

  private void reach(Operation op, Set<Value> reached) {
    for (Value operand : op.operands()) {
      // What says how many blocks there are is no business of theirs.
      if (op != launch && reached.add(operand)) {
        Operation from = operand.definingOp();
        if (from != null && !from.isInside(launch)) {
          reach(from, reached);
        }
      }
    }
  }

  /** Makes the kernel in front of the function. */
  void make(String name) throws Unconvertible {
    List<Long> grid = grid();
    List<ParameterType> types = new ArrayList<>();
    for (BlockArgument argument : used) {
      types.add(parameter(argument.type()));
    }
    KernelOp kernel =
        KernelOp.create(Inserter.before(function).withLocation(launch.location()), name, types);
    try {
      describe(kernel, grid);
      fill(kernel);
    } catch (Unconvertible failure) {
      kernel.dropAllReferences();
      kernel.erase();
      throw failure;
    }
  }

  private void fill(KernelOp kernel) throws Unconvertible {
    KernelWriter writer = new KernelWriter(kernel.body(), launch);
    OpConversion conversion = new OpConversion(writer, launch, launch.threads().longValue());
    for (int i = 0; i < used.size(); i++) {
      Value loaded = LdParamOp.create(writer.atStart(), kernel.parameters().get(i)).result();
      if (used.get(i).type() instanceof MemRefType type) {
        writer.define(used.get(i), new Buffer.Global(loaded, type));
      } else {
        writer.define(used.get(i), loaded);
      }
    }
    launch.body().entry().arguments().forEach(conversion::place);
    SharedArena.make(writer, launch);
    conversion.convert(launch.body().entry());
    writer.begin(launch);
    RetOp.create(writer.at());
    writer.finish();
  }

  private void describe(KernelOp kernel, List<Long> grid) {
    kernel.setAttribute(
        "maxntid", DenseArrayAttr.ofI32(Math.toIntExact(launch.threads().longValue())));
    Attribute target = function.attribute(TileDialect.TARGET);
    if (target != null) {
      kernel.setAttribute(TileDialect.TARGET, target);
    }
    List<Type> arguments = new ArrayList<>();
    function.arguments().forEach(argument -> arguments.add(argument.type()));
    List<Integer> parameters = new ArrayList<>();
    used.forEach(argument -> parameters.add(argument.index()));
    new KernelLaunch(arguments, parameters, grid).write(kernel);
  }

  private ParameterType parameter(Type type) throws Unconvertible {
    if (type instanceof MemRefType) {
      if (!"global".equals(SpaceOf.word(type))) {
        throw failure("uses an argument of type %s, which is in no global memory", type);
      }
      return ParameterType.pointer(ALIGNMENT);
    }
    Type register = Scalars.register(type);
    if (register == null || register.equals(IntegerType.I1)) {
      throw failure("uses an argument of type %s, which is no parameter of kernels", type);
    }
    return ParameterType.scalar(register);
  }

  private Unconvertible failure(String format, Type type) {
    return new Unconvertible(launch.error(format, AsmText.ofType(type)));
  }

  /** The sizes of the grid, which must be constants. */
  private List<Long> grid() throws Unconvertible {
    List<Long> grid = new ArrayList<>();
    for (Offset size : launch.sizes()) {
      Long constant =
          switch (size) {
            case Offset.Constant number -> Long.valueOf(number.value());
            case Offset.Dynamic dynamic -> constant(dynamic.value());
          };
      if (constant == null) {
        throw new Unconvertible(
            launch.error("has a grid whose size is no constant, which a manifest can't say yet"));
      }
      grid.add(constant);
    }
    while (grid.size() < DIMENSIONS) {
      grid.add(1L);
    }
    return grid;
  }

  private static @Nullable Long constant(Value value) {
    return value.definingOp() instanceof ConstantOp constant
            && constant.value() instanceof IntegerAttr number
        ? Long.valueOf(number.longValue())
        : null;
  }
}
