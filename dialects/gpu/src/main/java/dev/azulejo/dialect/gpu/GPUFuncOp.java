// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.dialect.gpu.constraint.ThreeSizes;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.DictionaryArray;
import dev.azulejo.ir.builtin.constraint.FunctionTypeAttribute;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.Symbol;
import java.util.List;
import java.util.Optional;

/**
 * A function that every thread executes. The first arguments of its body are what it is called
 * with; behind them come the buffers of the block and of the thread that it has while it runs, its
 * attributions.
 */
@OpDef(name = GPUFuncOp.NAME, customAssembly = true, parents = GPUModuleOp.NAME)
@Example(
    """
    gpu.module @m {
      gpu.func @f(%x: f32) workgroup(%w : memref<32xf32, #gpu.address_space<workgroup>>) kernel {
        gpu.return
      }
    }\
    """)
public abstract sealed class GPUFuncOp extends Operation
    implements UnknownEffects, CustomAssembly, IsolatedFromAbove, Symbol, Verified
    permits GPUFuncOpImpl {
  /** Its full name. */
  public static final String NAME = "gpu.func";

  /** The attribute that says that the host may launch it. */
  public static final String KERNEL_ATTRIBUTE = "gpu.kernel";

  static final String TYPE_ATTRIBUTE = "function_type";
  static final String ARGUMENTS_ATTRIBUTE = "arg_attrs";
  static final String RESULTS_ATTRIBUTE = "res_attrs";
  static final String WORKGROUP_ATTRIBUTES = "workgroup_attrib_attrs";
  static final String PRIVATE_ATTRIBUTES = "private_attrib_attrs";
  static final String WORKGROUP_COUNT = "workgroup_attributions";

  /** Its type, as an attribute. */
  @Attr(value = FunctionTypeAttribute.class, name = TYPE_ATTRIBUTE)
  public abstract TypeAttr functionTypeAttr();

  /** The attributes of each argument; absent where none has any. */
  @Attr(value = DictionaryArray.class, name = ARGUMENTS_ATTRIBUTE)
  public abstract Optional<ArrayAttr> argAttrs();

  /** The attributes of each result; absent where none has any. */
  @Attr(value = DictionaryArray.class, name = RESULTS_ATTRIBUTE)
  public abstract Optional<ArrayAttr> resAttrs();

  /** The attributes of each buffer of the block; absent where none has any. */
  @Attr(value = DictionaryArray.class, name = WORKGROUP_ATTRIBUTES)
  public abstract Optional<ArrayAttr> workgroupAttribAttrs();

  /** The attributes of each buffer of the thread; absent where none has any. */
  @Attr(value = DictionaryArray.class, name = PRIVATE_ATTRIBUTES)
  public abstract Optional<ArrayAttr> privateAttribAttrs();

  /** The size of the blocks that execute it, where all launches agree. */
  @Attr(value = ThreeSizes.class, name = "known_block_size")
  public abstract Optional<DenseArrayAttr> knownBlockSize();

  /** The size of the grids that execute it, where all launches agree. */
  @Attr(value = ThreeSizes.class, name = "known_grid_size")
  public abstract Optional<DenseArrayAttr> knownGridSize();

  /** The size of the clusters that execute it, where all launches agree. */
  @Attr(value = ThreeSizes.class, name = "known_cluster_size")
  public abstract Optional<DenseArrayAttr> knownClusterSize();

  /** What a thread does. */
  @dev.azulejo.ir.spec.Region(dev.azulejo.ir.spec.Region.Shape.ANY)
  public abstract Region body();

  /**
   * Makes one whose body is one block, which has the arguments and is empty yet.
   *
   * @param workgroup the buffers of the block
   */
  public static GPUFuncOp create(
      Inserter at, String name, FunctionType type, List<MemRefType> workgroup) {
    Region body = new Region();
    Block entry = body.appendBlock();
    for (Type input : type.inputs()) {
      entry.addArgument(input, at.location());
    }
    for (MemRefType buffer : workgroup) {
      entry.addArgument(buffer, at.location());
    }
    return GPUFuncOpImpl.at(at)
        .attribute(NAME_ATTRIBUTE, StringAttr.of(name))
        .attribute(TYPE_ATTRIBUTE, TypeAttr.of(type))
        .attribute(WORKGROUP_COUNT, IntegerAttr.of(IntegerType.I64, workgroup.size()))
        .region(body)
        .create();
  }

  // --- What it is -------------------------------------------------------------------------------

  /** Its name. */
  public StringAttr symName() {
    if (attribute(NAME_ATTRIBUTE) instanceof StringAttr name) {
      return name;
    }
    throw new CompilerBug("a function that has been verified has no name");
  }

  /** Its type. */
  public FunctionType functionType() {
    if (functionTypeAttr().value() instanceof FunctionType type) {
      return type;
    }
    throw new CompilerBug("a function that has been verified has no function type");
  }

  /** May the host launch it? */
  public boolean isKernel() {
    return hasAttribute(KERNEL_ATTRIBUTE);
  }

  /** Says that the host may launch it. */
  public void makeKernel() {
    setAttribute(KERNEL_ATTRIBUTE, UnitAttr.INSTANCE);
  }

  /** The block where it begins. */
  public Block entry() {
    return body().entry();
  }

  /** The values that it is called with. */
  public List<BlockArgument> arguments() {
    return entry().arguments().subList(0, functionType().inputs().size());
  }

  /** The buffers that the threads of a block share. */
  public List<BlockArgument> workgroupAttributions() {
    int start = functionType().inputs().size();
    return entry().arguments().subList(start, start + workgroupCount());
  }

  /** The buffers that each thread has for itself. */
  public List<BlockArgument> privateAttributions() {
    List<BlockArgument> all = entry().arguments();
    return all.subList(functionType().inputs().size() + workgroupCount(), all.size());
  }

  /** How many buffers the threads of a block share. */
  int workgroupCount() {
    return attribute(WORKGROUP_COUNT) instanceof IntegerAttr count ? (int) count.longValue() : 0;
  }

  // --- Text and checks --------------------------------------------------------------------------

  static void parse(OpParser parser, OperationState state) {
    FunctionText.parse(parser, state);
  }

  @Override
  public void print(OpPrinter printer) {
    FunctionText.print(this, printer);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    FunctionRules.verify(this, diagnostics);
  }
}
