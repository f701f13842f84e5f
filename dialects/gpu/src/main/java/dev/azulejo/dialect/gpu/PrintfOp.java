// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.dialect.gpu.constraint.PrintedScalar;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.function.Consumer;

/** Prints a text from each thread, with values put in as C's {@code printf} does. */
@OpDef(name = "gpu.printf", format = "$format attr-dict (`,` $args^ `:` type($args))?")
@Example("gpu.printf \"x is %f\", %x : f32")
public abstract sealed class PrintfOp extends Operation implements Accessing permits PrintfOpImpl {
  private static final Access.Resource OUTPUT = new Access.Resource("output");

  /** The text, with a mark for each value. */
  @Attr(StringAttribute.class)
  public abstract StringAttr format();

  /** The values. */
  @Operand(PrintedScalar.class)
  public abstract List<Value> args();

  /** Makes one. */
  public static PrintfOp create(Inserter at, String format, List<? extends Value> args) {
    return PrintfOpImpl.at(at).operands(args).attribute("format", StringAttr.of(format)).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(OUTPUT));
  }
}
