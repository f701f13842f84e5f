// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Scalar;
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
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.builtin.constraint.AnyTypedAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.ConstantLike;
import dev.azulejo.ir.trait.NamesResults;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A number that is known. Instructions that take constants have it in their text; for the others it
 * is moved into a register.
 */
@OpDef(name = "ptx.constant", customAssembly = true)
@Example("%c = ptx.constant 42 : i32")
public abstract sealed class ConstantOp extends Operation
    implements ConstantLike, CustomAssembly, NamesResults, Pure, Verified permits ConstantOpImpl {
  private static final Set<String> SPELT = Set.of("value");

  /** The number. */
  @Result(Scalar.class)
  public abstract OpResult result();

  /** What it is; its type is that of the result. */
  @Attr(AnyTypedAttr.class)
  public abstract TypedAttr value();

  /** Makes one. */
  public static ConstantOp create(Inserter at, TypedAttr value) {
    return ConstantOpImpl.at(at).result(value.type()).attribute("value", value).create();
  }

  @Override
  public Attribute constantValue() {
    return value();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    boolean isInteger = value() instanceof IntegerAttr && !value().type().equals(IntegerType.I1);
    namer.accept(result(), isInteger ? "c" + ((IntegerAttr) value()).longValue() : "cst");
  }

  static void parse(OpParser parser, OperationState state) {
    parser.attributeDictionary(state);
    Location place = parser.location();
    if (!(parser.attribute() instanceof TypedAttr value)) {
      throw parser.error(place, "expected a number and its type");
    }
    state.attribute("value", value);
    state.result(value.type());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.attributeDictionary(this, SPELT);
    printer.text(" ").attribute(value());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!(value() instanceof IntegerAttr) && !(value() instanceof FloatAttr)) {
      diagnostics.report(error("holds no number"));
    } else if (!value().type().equals(result().type())) {
      diagnostics.report(error("holds a number of another type than its result has"));
    }
  }
}
