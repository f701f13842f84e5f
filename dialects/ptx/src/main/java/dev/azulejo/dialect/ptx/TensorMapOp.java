// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.GlobalBuffer;
import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Arrays;
import java.util.List;

/**
 * Gives the address of a map of a buffer, by which the copy engine finds boxes of it. All numbers
 * are by dimension of the map, innermost first; a dimension of the buffer may be several of the
 * map. On rung 4 a parameter of the kernel has come in its place, which {@code ptx.launch} says how
 * to make.
 */
@OpDef(name = "ptx.tensor_map", format = "$buffer attr-dict `:` type($buffer) `->` type($result)")
@Example(
    """
    %map = ptx.tensor_map %A {box = array<i64: 64, 128>, counts = array<i64: -1, -1>, \
    dims = array<i64: 1, 0>, steps = array<i64: 1, 1>, swizzle = 128 : i64} : memref<256x128xf16> \
    -> i64\
    """)
public abstract sealed class TensorMapOp extends Operation implements Pure, Verified
    permits TensorMapOpImpl {

  /** The buffer. */
  @Operand(GlobalBuffer.class)
  public abstract Value buffer();

  /** The generic address of the map. */
  @Result(I64.class)
  public abstract OpResult result();

  /** Which dimension of the buffer each is. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr dims();

  /** How many elements of the buffer's dimension are one step. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr steps();

  /** How many steps there are; -1 for all that the buffer has. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr counts();

  /** How many steps a box has. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr box();

  /** How many bytes of a row are scattered in shared memory: 128, 64 or 32. */
  @Attr(value = I64Attribute.class, defaultValue = "0")
  public abstract IntegerAttr swizzle();

  /** Makes one. */
  public static TensorMapOp create(Inserter at, Value buffer, TensorMapFields fields) {
    TensorMapOp op =
        TensorMapOpImpl.at(at)
            .operand(buffer)
            .result(IntegerType.I64)
            .attribute("dims", DenseArrayAttr.ofI64(fields.dims()))
            .attribute("steps", DenseArrayAttr.ofI64(fields.steps()))
            .attribute("counts", DenseArrayAttr.ofI64(fields.counts()))
            .attribute("box", DenseArrayAttr.ofI64(fields.box()))
            .create();
    if (fields.swizzle() != 0) {
      op.setAttribute("swizzle", IntegerAttr.i64(fields.swizzle()));
    }
    return op;
  }

  /** What is in the map. */
  public TensorMapFields fields() {
    return new TensorMapFields(
        list(dims()), list(steps()), list(counts()), list(box()), swizzle().longValue());
  }

  private static List<Long> list(DenseArrayAttr numbers) {
    return Arrays.stream(numbers.asLongs()).boxed().toList();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (buffer().type() instanceof MemRefType type) {
      String problem = fields().problem(type);
      if (problem != null) {
        diagnostics.report(error("%s", problem));
      }
    }
  }
}
