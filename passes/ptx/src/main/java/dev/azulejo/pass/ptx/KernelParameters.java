// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.ptx.CvtaOp;
import dev.azulejo.dialect.ptx.LaunchExpression;
import dev.azulejo.dialect.ptx.LaunchParameter;
import dev.azulejo.dialect.ptx.LdParamOp;
import dev.azulejo.dialect.ptx.ParamAddressOp;
import dev.azulejo.dialect.ptx.PrefetchTensormapOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.ptx.TensorMapOp;
import dev.azulejo.dialect.ptx.constraint.SpaceOf;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a kernel takes: the arguments of the function that its launch uses, in their order; behind
 * them the sizes of buffers that it needs, by argument and dimension, and the indices that the
 * function computes for it, in the order of their first use; at last the maps of buffers, equal
 * ones once.
 */
final class KernelParameters {
  private static final long ALIGNMENT = 16;

  private final Block entry;
  private final LaunchOp launch;
  private final HostExpressions host;
  private final Set<Value> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<BlockArgument> used = new ArrayList<>();
  private final Map<LaunchExpression, List<Value>> computed = new LinkedHashMap<>();
  private final Map<LaunchExpression, Value> loaded = new LinkedHashMap<>();

  private final Map<LaunchParameter.Map, List<TensorMapOp>> maps = new LinkedHashMap<>();

  KernelParameters(FuncOp function, LaunchOp launch) {
    this.entry = function.entry();
    this.launch = launch;
    this.host = new HostExpressions(entry);
    launch.walk(this::reach);
    for (BlockArgument argument : function.arguments()) {
      if (reached.contains(argument)) {
        used.add(argument);
      }
    }
    Map<LaunchExpression, List<Value>> found = new LinkedHashMap<>(computed);
    computed.clear();
    for (BlockArgument argument : used) {
      sizes(argument, found);
    }
    computed.putAll(found);
  }

  private void reach(Operation op) {
    if (op instanceof TensorMapOp map) {
      reach(map);
      return;
    }
    if (op instanceof DimOp size && host.size(size) != null) {
      take(size.result());
      return;
    }
    for (Value operand : op.operands()) {
      // What says how many blocks there are is no business of theirs.
      if (op != launch && reached.add(operand)) {
        Operation from = operand.definingOp();
        if (from != null && !from.isInside(launch) && !take(operand)) {
          reach(from);
        }
      }
    }
  }

  /** A map is made by who launches; that its buffer is an argument, {@link #load} asks for. */
  private void reach(TensorMapOp op) {
    if (op.buffer() instanceof BlockArgument argument && argument.owner() == entry) {
      LaunchParameter.Map map = new LaunchParameter.Map(argument.index(), op.fields());
      maps.computeIfAbsent(map, _ -> new ArrayList<>()).add(op);
    }
  }

  /** Has an index computed by who launches, if that is possible and not simply a number. */
  private boolean take(Value value) {
    LaunchExpression expression = value.type() instanceof IndexType ? host.of(value) : null;
    if (expression == null
        || expression instanceof LaunchExpression.Constant
        || expression instanceof LaunchExpression.Argument) {
      return false;
    }
    computed.computeIfAbsent(expression, _ -> new ArrayList<>()).add(value);
    return true;
  }

  /** Moves the sizes of a buffer that are needed, by the program or for strides, to the front. */
  private void sizes(BlockArgument argument, Map<LaunchExpression, List<Value>> found) {
    int rank = argument.type() instanceof MemRefType type ? type.rank() : 0;
    for (int i = 0; i < rank; i++) {
      if (HostExpressions.size(argument, i) instanceof LaunchExpression.Size size) {
        List<Value> values = found.remove(size);
        if (values != null || i > 0) {
          List<Value> all = computed.computeIfAbsent(size, _ -> new ArrayList<>());
          all.addAll(values == null ? List.of() : values);
        }
      }
    }
  }

  // --- For the kernel ---------------------------------------------------------------------------

  /** What each parameter is, in order. */
  List<LaunchParameter> said() {
    List<LaunchParameter> all = new ArrayList<>();
    for (BlockArgument argument : used) {
      all.add(new LaunchParameter.Value(new LaunchExpression.Argument(argument.index())));
    }
    computed.keySet().forEach(expression -> all.add(new LaunchParameter.Value(expression)));
    all.addAll(maps.keySet());
    return all;
  }

  /** The types of the parameters, in order. */
  List<ParameterType> types() throws Unconvertible {
    List<ParameterType> types = new ArrayList<>();
    for (BlockArgument argument : used) {
      types.add(type(argument.type()));
    }
    for (int i = 0; i < computed.size(); i++) {
      types.add(ParameterType.scalar(IntegerType.I32));
    }
    for (int i = 0; i < maps.size(); i++) {
      types.add(ParameterType.tensorMap());
    }
    return types;
  }

  private ParameterType type(Type type) throws Unconvertible {
    if (type instanceof MemRefType) {
      if (!"global".equals(SpaceOf.word(type))) {
        throw failure("uses an argument of type %s, which is in no global memory", type);
      }
      return ParameterType.pointer(ALIGNMENT);
    }
    Type register = Scalars.register(type);
    if (register == null || register.equals(IntegerType.I1) || Scalars.isByte(type)) {
      throw failure("uses an argument of type %s, which is no parameter of kernels", type);
    }
    return ParameterType.scalar(register);
  }

  private Unconvertible failure(String format, Type type) {
    return new Unconvertible(launch.error(format, AsmText.ofType(type)));
  }

  /** Loads the parameters, and says what they are. */
  void load(KernelWriter writer, List<BlockArgument> parameters) {
    int next = used.size();
    for (Map.Entry<LaunchExpression, List<Value>> entry : computed.entrySet()) {
      Value number = LdParamOp.create(writer.atStart(), parameters.get(next++)).result();
      loaded.put(entry.getKey(), number);
      entry.getValue().forEach(value -> writer.define(value, number));
    }
    for (int i = 0; i < used.size(); i++) {
      BlockArgument argument = used.get(i);
      Value value = LdParamOp.create(writer.atStart(), parameters.get(i)).result();
      if (argument.type() instanceof MemRefType type) {
        writer.define(argument, new Buffer.Global(value, type, sizes(writer, argument, type)));
      } else {
        writer.define(argument, value);
      }
    }
    maps(writer, parameters.subList(used.size() + computed.size(), parameters.size()));
  }

  /** Maps are used where they are; one thread of a block has them fetched. */
  private void maps(KernelWriter writer, List<BlockArgument> parameters) {
    List<Value> addresses = new ArrayList<>();
    for (List<TensorMapOp> same : maps.values()) {
      BlockArgument parameter = parameters.get(addresses.size());
      Value place = ParamAddressOp.create(writer.atStart(), parameter).result();
      Value map = CvtaOp.create(writer.atStart(), place, "param").result();
      same.forEach(op -> writer.define(op.result(), map));
      addresses.add(map);
    }
    if (!addresses.isEmpty()) {
      Value first =
          SetpOp.create(writer.atStart(), writer.special("tid.x"), writer.i32(0), "eq").result();
      addresses.forEach(map -> PrefetchTensormapOp.create(writer.atStart(), map, first));
    }
  }

  /** The sizes of a buffer in registers; of the first dimension, which no stride has, maybe not. */
  private List<Value> sizes(KernelWriter writer, BlockArgument argument, MemRefType type) {
    List<Value> sizes = new ArrayList<>();
    for (int i = 0; i < type.rank(); i++) {
      LaunchExpression size = HostExpressions.size(argument, i);
      Value value = loaded.get(size);
      if (value == null) {
        value =
            writer.i32(
                size instanceof LaunchExpression.Constant(long number) && number == (int) number
                    ? number
                    : 0);
      }
      sizes.add(value);
    }
    return sizes;
  }
}
