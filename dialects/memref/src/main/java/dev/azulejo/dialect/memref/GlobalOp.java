// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.memref.constraint.MemRefTypeAttribute;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.ElementsAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.RankedTensorType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.AnyAttribute;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.Symbol;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A buffer that lives as long as the program, known by a name. It begins as its initial value, or
 * with undefined contents where that is the unit attribute; without one it is defined elsewhere.
 */
@OpDef(name = "memref.global", customAssembly = true)
@Example("memref.global \"private\" constant @weights : memref<2xf32> = dense<[1.0, 2.0]>")
public abstract sealed class GlobalOp extends Operation
    implements Pure, CustomAssembly, Symbol, Verified permits GlobalOpImpl {
  private static final Set<String> SPELT =
      Set.of("sym_name", "sym_visibility", "type", "initial_value", "constant");
  private static final Set<String> VISIBILITIES = Set.of("public", "private", "nested");

  /** Its name. */
  @Attr(value = StringAttribute.class, name = "sym_name")
  public abstract StringAttr symName();

  /** Who may refer to it; absent means everybody. */
  @Attr(value = StringAttribute.class, name = "sym_visibility")
  public abstract Optional<StringAttr> visibility();

  /** The type of the buffer. */
  @Attr(value = MemRefTypeAttribute.class, name = "type")
  public abstract TypeAttr typeAttribute();

  /** What it begins as; unit for undefined contents; absent for a buffer defined elsewhere. */
  @Attr(value = AnyAttribute.class, name = "initial_value")
  public abstract Optional<Attribute> initialValue();

  /** Does nobody write to it? */
  @Attr(UnitAttribute.class)
  public abstract boolean constant();

  /** How its address is aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** The type of the buffer. */
  public MemRefType type() {
    return (MemRefType) typeAttribute().value();
  }

  /** Makes a buffer that begins as {@code initialValue}; null leaves its definition to others. */
  public static GlobalOp create(
      Inserter at, String name, MemRefType type, @Nullable Attribute initialValue) {
    return GlobalOpImpl.at(at)
        .attribute("sym_name", StringAttr.of(name))
        .attribute("type", new TypeAttr(type))
        .attribute("initial_value", initialValue)
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    String visibility = parser.acceptString();
    if (visibility != null) {
      state.attribute("sym_visibility", StringAttr.of(visibility));
    }
    if (parser.accept("constant")) {
      state.attribute("constant", UnitAttr.INSTANCE);
    }
    state.attribute("sym_name", StringAttr.of(parser.symbolName()));
    parser.expect(":");
    Type written = parser.type();
    if (!(written instanceof MemRefType type) || !type.hasStaticShape()) {
      throw parser.error(
          state.location(),
          "type should be static shaped memref, but got '%s'",
          AsmText.ofType(written));
    }
    state.attribute("type", new TypeAttr(type));
    if (parser.accept("=")) {
      if (parser.accept("uninitialized")) {
        state.attribute("initial_value", UnitAttr.INSTANCE);
      } else {
        state.attribute("initial_value", parser.attribute(tensorOf(type)));
      }
    }
    parser.attributeDictionary(state);
  }

  private static RankedTensorType tensorOf(MemRefType type) {
    return RankedTensorType.of(type.shape(), type.elementType());
  }

  @Override
  public void print(OpPrinter printer) {
    visibility().ifPresent(visibility -> printer.text(" ").attribute(visibility));
    printer.text(constant() ? " constant " : " ").symbolName(symName().value());
    printer.text(" : ").type(type());
    initialValue().ifPresent(value -> printInitialValue(printer, value));
    printer.attributeDictionary(this, SPELT);
  }

  private static void printInitialValue(OpPrinter printer, Attribute value) {
    printer.text(" = ");
    if (value instanceof UnitAttr) {
      printer.text("uninitialized");
    } else {
      printer.attributeWithoutType(value);
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String visibility = visibility().map(StringAttr::value).orElse("public");
    if (!VISIBILITIES.contains(visibility)) {
      diagnostics.report(
          error(
              "visibility expected to be one of [\"public\", \"private\", \"nested\"], but got"
                  + " \"%s\"",
              visibility));
    } else if (!type().hasStaticShape()) {
      diagnostics.report(
          error("type should be static shaped memref, but got '%s'", AsmText.ofType(type())));
    } else {
      initialValue().ifPresent(value -> verifyInitialValue(value, diagnostics));
    }
  }

  private void verifyInitialValue(Attribute value, Diagnostics diagnostics) {
    if (value instanceof UnitAttr) {
      return;
    }
    if (!(value instanceof ElementsAttr elements)) {
      diagnostics.report(
          error(
              "initial value should be a unit or elements attribute, but got %s",
              AsmText.ofAttribute(value)));
      return;
    }
    ShapedType given = elements.type();
    if (!given.elementType().equals(type().elementType())) {
      diagnostics.report(
          error(
              "initial value element expected to be of type '%s', but was of type '%s'",
              AsmText.ofType(type().elementType()), AsmText.ofType(given.elementType())));
    } else if (!Arrays.equals(given.shape(), type().shape())) {
      diagnostics.report(
          error("initial value shape expected to be %s but was %s", shape(type()), shape(given)));
    }
  }

  private static String shape(ShapedType type) {
    StringBuilder text = new StringBuilder();
    for (long size : type.shape()) {
      text.append(text.isEmpty() ? "" : ", ").append(size);
    }
    return text.toString();
  }
}
