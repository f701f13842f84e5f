// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.dialect.gpu.constraint.ScalarOrRow;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The lanes of a subgroup get the values of all of them, combined into one: of vectors, each
 * element on its own. With a cluster size, so many lanes combine only each other's values.
 */
@OpDef(
    name = "gpu.subgroup_reduce",
    customAssembly = true,
    sameTypes = {"value", "result"})
@Example("%0 = gpu.subgroup_reduce add %x cluster(size = 4) : (f32) -> f32")
public abstract sealed class SubgroupReduceOp extends Operation
    implements Accessing, CustomAssembly, Foldable, Verified permits SubgroupReduceOpImpl {
  private static final String OP_ATTRIBUTE = "op";
  private static final String UNIFORM_ATTRIBUTE = "uniform";
  private static final String SIZE_ATTRIBUTE = "cluster_size";
  private static final String STRIDE_ATTRIBUTE = "cluster_stride";

  /** What this lane adds. */
  @Operand(ScalarOrRow.class)
  public abstract Value value();

  /** How two values become one, as an attribute. */
  @Attr(value = AllReduceOperationAttribute.class, name = OP_ATTRIBUTE)
  public abstract AllReduceOperationAttr opAttribute();

  /** Do all lanes of the subgroup, or none, execute it? */
  @Attr(value = UnitAttribute.class, name = UNIFORM_ATTRIBUTE)
  public abstract boolean uniform();

  /** How many lanes combine their values; all of the subgroup where nothing is said. */
  @Attr(value = I32Attribute.class, name = SIZE_ATTRIBUTE)
  public abstract Optional<IntegerAttr> clusterSize();

  /** How far apart these lanes are. */
  @Attr(value = I32Attribute.class, name = STRIDE_ATTRIBUTE, defaultValue = "1")
  public abstract IntegerAttr clusterStride();

  /** All values as one. */
  @Result(ScalarOrRow.class)
  public abstract OpResult result();

  /** Makes one that combines the values of all lanes. */
  public static SubgroupReduceOp create(Inserter at, AllReduceOperation operation, Value value) {
    return SubgroupReduceOpImpl.at(at)
        .operand(value)
        .attribute(OP_ATTRIBUTE, new AllReduceOperationAttr(operation))
        .result(value.type())
        .create();
  }

  /** How two values become one. */
  public AllReduceOperation operation() {
    return opAttribute().value();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(Lanes.VALUES));
  }

  static void parse(OpParser parser, OperationState state) {
    state.attribute(OP_ATTRIBUTE, AllReduceOperation.parse(parser));
    OpParser.Operand value = parser.operand();
    if (parser.accept(UNIFORM_ATTRIBUTE)) {
      state.attribute(UNIFORM_ATTRIBUTE, UnitAttr.INSTANCE);
    }
    if (parser.accept("cluster")) {
      parser.expect("(");
      state.attribute(SIZE_ATTRIBUTE, number(parser, "size"));
      if (parser.accept(",")) {
        state.attribute(STRIDE_ATTRIBUTE, number(parser, "stride"));
      }
      parser.expect(")");
    }
    parser.attributeDictionary(state);
    Reductions.parseType(parser, value, state);
  }

  private static Attribute number(OpParser parser, String word) {
    parser.expect(word);
    parser.expect("=");
    return parser.attribute(IntegerType.I32);
  }

  @Override
  public void print(OpPrinter printer) {
    Reductions.print(Optional.of(opAttribute()), value(), uniform(), printer);
    if (clusterSize().isPresent()) {
      printer.text(" cluster(size = ").attributeWithoutType(clusterSize().get());
      if (!isOne(clusterStride())) {
        printer.text(", stride = ").attributeWithoutType(clusterStride());
      }
      printer.text(")");
    }
    printer.attributeDictionary(
        this, Set.of(OP_ATTRIBUTE, UNIFORM_ATTRIBUTE, SIZE_ATTRIBUTE, STRIDE_ATTRIBUTE));
    printer.text(" : ").type(FunctionType.of(List.of(value().type()), resultTypes()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!operation().accepts(value().type())) {
      operation().verify(this, value().type(), diagnostics);
    } else if (clusterSize().isPresent() && !isPowerOfTwo(clusterSize().get())) {
      diagnostics.report(
          error("cluster size %d is not a power of two", unsigned(clusterSize().get())));
    } else if (!isOne(clusterStride()) && clusterSize().isEmpty()) {
      diagnostics.report(
          error("cluster stride can only be specified if cluster size is specified"));
    } else if (!isPowerOfTwo(clusterStride())) {
      diagnostics.report(
          error("cluster stride %d is not a power of two", unsigned(clusterStride())));
    }
  }

  private static boolean isOne(IntegerAttr number) {
    return number.longValue() == 1;
  }

  private static boolean isPowerOfTwo(IntegerAttr number) {
    return Long.bitCount(unsigned(number)) == 1;
  }

  private static long unsigned(IntegerAttr number) {
    return Integer.toUnsignedLong((int) number.longValue());
  }

  /** One lane on its own has nothing to combine. */
  @Override
  public FoldResult fold() {
    return clusterSize().isPresent() && isOne(clusterSize().get())
        ? FoldResult.value(value())
        : FoldResult.unchanged();
  }
}
