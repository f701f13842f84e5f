// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.dialect.gpu.constraint.ScalarOrRow;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Hands each lane of a subgroup the value that another lane holds. Lanes that ask a lane outside
 * the width, or one that doesn't execute the operation, get a value that nobody may rely on.
 */
@OpDef(
    name = "gpu.shuffle",
    format = "$mode $value `,` $offset `,` $width attr-dict `:` type($value)",
    sameTypes = {"value", "shuffleResult"})
@Example("%0, %1 = gpu.shuffle xor %x, %offset, %width : f32")
public abstract sealed class ShuffleOp extends Operation implements Accessing, NamesResults
    permits ShuffleOpImpl {

  /** What this lane hands out. */
  @Operand(ScalarOrRow.class)
  public abstract Value value();

  /** How far away the lane is, or which it is. */
  @Operand(I32.class)
  public abstract Value offset();

  /** How many lanes, counted from a multiple of it, ask only each other. */
  @Operand(I32.class)
  public abstract Value width();

  /** Which lane is asked, as an attribute. */
  @Attr(value = ShuffleModeAttribute.class, name = "mode")
  public abstract ShuffleModeAttr modeAttribute();

  /** What the other lane holds. */
  @Result(ScalarOrRow.class)
  public abstract OpResult shuffleResult();

  /** Is there such a lane within the width? */
  @Result(I1.class)
  public abstract OpResult valid();

  /** Makes one. */
  public static ShuffleOp create(
      Inserter at, ShuffleMode mode, Value value, Value offset, Value width) {
    return ShuffleOpImpl.at(at)
        .operand(value)
        .operand(offset)
        .operand(width)
        .attribute("mode", new ShuffleModeAttr(mode))
        .result(value.type())
        .result(IntegerType.I1)
        .create();
  }

  /** Which lane is asked. */
  public ShuffleMode mode() {
    return modeAttribute().value();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(Lanes.VALUES));
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(shuffleResult(), "shuffleResult");
    namer.accept(valid(), "valid");
  }
}
