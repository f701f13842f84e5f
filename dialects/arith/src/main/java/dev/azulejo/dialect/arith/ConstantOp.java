// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.ElementsAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
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
import org.jspecify.annotations.Nullable;

/** A number that is known, or a vector or tensor of such. */
@OpDef(name = "arith.constant", customAssembly = true)
@Example("%r = arith.constant 42 : i32")
public abstract sealed class ConstantOp extends Operation
    implements Pure, ConstantLike, NamesResults, CustomAssembly, Verified permits ConstantOpImpl {
  private static final Set<String> SPELT = Set.of("value");

  /** It. */
  @Result(AnyType.class)
  public abstract OpResult result();

  /** What it is; its type is that of the result. */
  @Attr(AnyTypedAttr.class)
  public abstract TypedAttr value();

  /** Makes one; {@link #canHold} says of what. */
  public static ConstantOp create(Inserter at, TypedAttr value) {
    return ConstantOpImpl.at(at).result(value.type()).attribute("value", value).create();
  }

  /** Makes the constant of an index. */
  public static OpResult index(Inserter at, long value) {
    return create(at, IntegerAttr.index(value)).result();
  }

  /** Can there be a constant of a value and a type? */
  public static boolean canHold(TypedAttr value, Type type) {
    return value.type().equals(type) && problem(value, type) == null;
  }

  @Override
  public Attribute constantValue() {
    return value();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), value() instanceof IntegerAttr number ? nameOf(number) : "cst");
  }

  private static String nameOf(IntegerAttr number) {
    if (number.type().equals(IntegerType.I1)) {
      return number.isTrue() ? "true" : "false";
    }
    String name = "c" + number.value();
    return number.type() instanceof IntegerType type ? name + "_" + AsmText.ofType(type) : name;
  }

  static void parse(OpParser parser, OperationState state) {
    parser.attributeDictionary(state);
    Location place = parser.location();
    if (!(parser.attribute() instanceof TypedAttr value)) {
      throw parser.error(place, "expected the attribute of a value that has a type");
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
    Type type = result().type();
    String problem =
        value().type().equals(type)
            ? problem(value(), type)
            : "failed to verify that all of {value, result} have same type";
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private static @Nullable String problem(TypedAttr value, Type type) {
    if (type instanceof IntegerType integer && !integer.isSignless()) {
      return "integer return type must be signless";
    }
    if (!(value instanceof IntegerAttr
        || value instanceof FloatAttr
        || value instanceof ElementsAttr)) {
      return "value must be an integer, float, or elements attribute";
    }
    boolean isScalable = type instanceof VectorType vector && vector.isScalable();
    boolean isSplat = value instanceof DenseElementsAttr dense && dense.isSplat();
    return isScalable && !isSplat
        ? "intializing scalable vectors with elements attribute is not supported unless it's a"
            + " vector splat"
        : null;
  }
}
