// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
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
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.builtin.constraint.DictionaryArray;
import dev.azulejo.ir.builtin.constraint.FunctionTypeAttribute;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.function.PartAttributes;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.trait.DefaultDialect;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.Symbol;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function: a name, a type and, where it is not only declared, a body. Its arguments are those of
 * the body's entry block; attributes of arguments and results are kept beside the type.
 */
@OpDef(name = FuncOp.NAME, customAssembly = true)
@Example(
    """
    func.func @f(%x: f32 {t.a}) -> f32 {
      return %x : f32
    }\
    """)
public abstract sealed class FuncOp extends Operation
    implements UnknownEffects, CustomAssembly, DefaultDialect, IsolatedFromAbove, Symbol, Verified
    permits FuncOpImpl {
  /** Its full name. */
  public static final String NAME = "func.func";

  static final String TYPE_ATTRIBUTE = "function_type";
  static final String ARGUMENTS_ATTRIBUTE = "arg_attrs";
  static final String RESULTS_ATTRIBUTE = "res_attrs";

  /** Its name. */
  @Attr(value = StringAttribute.class, name = "sym_name")
  public abstract StringAttr symName();

  /** Its type, as an attribute. */
  @Attr(value = FunctionTypeAttribute.class, name = "function_type")
  public abstract TypeAttr functionTypeAttr();

  /** Who may refer to it; everyone where nothing is said. */
  @Attr(value = StringAttribute.class, name = "sym_visibility")
  public abstract Optional<StringAttr> symVisibility();

  /** The attributes of each argument; absent where none has any. */
  @Attr(value = DictionaryArray.class, name = "arg_attrs")
  public abstract Optional<ArrayAttr> argAttrs();

  /** The attributes of each result; absent where none has any. */
  @Attr(value = DictionaryArray.class, name = "res_attrs")
  public abstract Optional<ArrayAttr> resAttrs();

  /** Must calls of it stay calls? */
  @Attr(value = UnitAttribute.class, name = "no_inline")
  public abstract boolean noInline();

  /** What it does; without blocks where it is only declared. */
  @dev.azulejo.ir.spec.Region(dev.azulejo.ir.spec.Region.Shape.ANY)
  public abstract Region body();

  /** Makes one with a body of one block, which has the arguments and is empty yet. */
  public static FuncOp create(Inserter at, String name, FunctionType type) {
    Region body = new Region();
    Block entry = body.appendBlock();
    for (Type input : type.inputs()) {
      entry.addArgument(input, at.location());
    }
    return create(at, name, type, null, body);
  }

  /** Makes one that is only declared, which nobody outside may see. */
  public static FuncOp declare(Inserter at, String name, FunctionType type) {
    return create(at, name, type, StringAttr.of(PRIVATE), new Region());
  }

  private static FuncOp create(
      Inserter at, String name, FunctionType type, @Nullable StringAttr visibility, Region body) {
    return FuncOpImpl.at(at)
        .attribute(NAME_ATTRIBUTE, StringAttr.of(name))
        .attribute(TYPE_ATTRIBUTE, TypeAttr.of(type))
        .attribute(VISIBILITY_ATTRIBUTE, visibility)
        .region(body)
        .create();
  }

  // --- What it is -------------------------------------------------------------------------------

  /** Its type. */
  public FunctionType functionType() {
    if (functionTypeAttr().value() instanceof FunctionType type) {
      return type;
    }
    throw new CompilerBug("a function that has been verified has no function type");
  }

  /** Has it no body? */
  public boolean isDeclaration() {
    return body().isEmpty();
  }

  /** May only its own symbol table refer to it? */
  public boolean isPrivate() {
    return symVisibility().isPresent() && symVisibility().get().value().equals(PRIVATE);
  }

  /** The block where it begins; it must not be a declaration. */
  public Block entry() {
    return body().entry();
  }

  /** The values that it is called with; none for a declaration. */
  public List<BlockArgument> arguments() {
    return isDeclaration() ? List.of() : entry().arguments();
  }

  /** Gives it another type; the caller sees to the body, and to the attributes of arguments. */
  public void setFunctionType(FunctionType type) {
    setAttribute(TYPE_ATTRIBUTE, TypeAttr.of(type));
  }

  // --- Attributes of arguments and results ------------------------------------------------------

  /** The attributes of an argument. */
  public DictionaryAttr argumentAttributes(int index) {
    return PartAttributes.of(argAttrs(), index);
  }

  /** The attribute of a name of an argument, or null. */
  public @Nullable Attribute argumentAttribute(int index, String name) {
    return argumentAttributes(index).get(name);
  }

  /** Gives an argument an attribute, or with null takes it away. */
  public void setArgumentAttribute(int index, String name, @Nullable Attribute value) {
    int count = functionType().inputs().size();
    PartAttributes.set(this, ARGUMENTS_ATTRIBUTE, argAttrs(), count, index, name, value);
  }

  /** The attributes of a result. */
  public DictionaryAttr resultAttributes(int index) {
    return PartAttributes.of(resAttrs(), index);
  }

  /** The attribute of a name of a result, or null. */
  public @Nullable Attribute resultAttribute(int index, String name) {
    return resultAttributes(index).get(name);
  }

  /** Gives a result an attribute, or with null takes it away. */
  public void setResultAttribute(int index, String name, @Nullable Attribute value) {
    int count = functionType().results().size();
    PartAttributes.set(this, RESULTS_ATTRIBUTE, resAttrs(), count, index, name, value);
  }

  // --- Text and checks --------------------------------------------------------------------------

  @Override
  public String defaultDialect() {
    return FuncDialect.NAME;
  }

  static void parse(OpParser parser, OperationState state) {
    FunctionText.parse(parser, state);
  }

  @Override
  public void print(OpPrinter printer) {
    FunctionText.print(this, printer);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    FunctionType type = functionType();
    if (isDeclaration() && symVisibility().map(StringAttr::value).orElse(PUBLIC).equals(PUBLIC)) {
      diagnostics.report(error("symbol declaration cannot have public visibility"));
    } else if (PartAttributes.verify(
            this, "argument", argAttrs(), type.inputs().size(), diagnostics)
        && PartAttributes.verify(this, "result", resAttrs(), type.results().size(), diagnostics)
        && !isDeclaration()) {
      verifyEntry(type.inputs(), diagnostics);
    }
  }

  private void verifyEntry(List<Type> inputs, Diagnostics diagnostics) {
    if (entry().arguments().size() != inputs.size()) {
      diagnostics.report(
          error("entry block must have %d arguments to match function signature", inputs.size()));
      return;
    }
    for (int i = 0; i < inputs.size(); i++) {
      Type type = entry().argument(i).type();
      if (!type.equals(inputs.get(i))) {
        diagnostics.report(
            error(
                "type of entry block argument #%d('%s') must match the type of the corresponding"
                    + " argument in function signature('%s')",
                i, AsmText.ofType(type), AsmText.ofType(inputs.get(i))));
        return;
      }
    }
  }
}
