// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.SizeNames;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.simulator.Elements;
import dev.azulejo.simulator.data.Comparison;
import dev.azulejo.simulator.data.DataSyntaxException;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An argument of the function that runs.
 *
 * @param index its number, from 0
 * @param name what it is called where it is declared, without the percent sign
 * @param type its type
 * @param elementType what its elements are, or it is
 * @param location where it is declared
 * @param generator the recipe for its data that the program names, or null
 * @param rule how the program wants its result compared, or null
 * @param divisors what its sizes, or it, are promised to be multiples of; none for no promise
 * @param names names for its sizes, of which equal ones are equal; none for no names
 */
public record Parameter(
    int index,
    String name,
    Type type,
    ElementType elementType,
    Location location,
    @Nullable Generator generator,
    @Nullable Comparison rule,
    List<Long> divisors,
    List<String> names) {

  /** Copies the lists. */
  public Parameter {
    divisors = List.copyOf(divisors);
    names = List.copyOf(names);
  }

  /** The arguments of a function whose text is {@code source}. */
  public static List<Parameter> of(FuncOp function, SourceText source) throws Failure {
    List<Parameter> parameters = new ArrayList<>();
    List<Type> types = function.functionType().inputs();
    for (int i = 0; i < types.size(); i++) {
      Type type = types.get(i);
      Location location = location(function, i);
      ElementType element = Elements.find(elementOf(type));
      boolean isDense = !(type instanceof MemRefType memref) || memref.layout() == null;
      if (element == null || !isDense) {
        throw new Failure(
            Diagnostic.error(
                location, "there are no data for an argument of type '%s'", AsmText.ofType(type)));
      }
      parameters.add(
          new Parameter(
              i,
              SourceNames.at(location, source, "arg" + i),
              type,
              element,
              location,
              attribute(function, i, TileDialect.DATA, Generator::parse),
              attribute(function, i, TileDialect.ACCEPT, Comparison::parse),
              Divisibility.of(function.argumentAttribute(i, TileDialect.DIVISIBLE)),
              SizeNames.of(function.argumentAttribute(i, TileDialect.SIZES))));
    }
    return parameters;
  }

  /** Where an argument is declared; without a body there is only the whole function. */
  private static Location location(FuncOp function, int index) {
    return function.isDeclaration()
        ? function.location()
        : function.arguments().get(index).location();
  }

  private static Type elementOf(Type type) {
    return type instanceof MemRefType memref ? memref.elementType() : type;
  }

  private static <T> @Nullable T attribute(
      FuncOp function, int index, String name, Function<String, T> parser) throws Failure {
    if (!(function.argumentAttribute(index, name) instanceof StringAttr text)) {
      return null;
    }
    try {
      return parser.apply(text.value());
    } catch (DataSyntaxException wrong) {
      throw new Failure(
          Diagnostic.error(
              location(function, index), "%s: %s", name, String.valueOf(wrong.getMessage())));
    }
  }

  /** Is it memory rather than a number? */
  public boolean isMemory() {
    return type instanceof MemRefType;
  }

  /**
   * Do users call it by this name: the one in the text, with or without a percent sign, argN, N?
   */
  public boolean isCalled(String wanted) {
    String plain = wanted.startsWith("%") ? wanted.substring(1) : wanted;
    return plain.equals(name) || plain.equals("arg" + index) || plain.equals(String.valueOf(index));
  }
}
