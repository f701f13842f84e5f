// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the function that a kernel was taken out of launches it: the attribute {@value #ATTRIBUTE} of
 * the kernel, which its manifest is made of.
 *
 * @param arguments what the function is called with
 * @param parameters what each parameter of the kernel is
 * @param grid how many blocks there are along x, y and z
 */
public record KernelLaunch(
    List<Argument> arguments, List<LaunchParameter> parameters, List<LaunchExpression> grid) {
  /** The attribute's name. */
  public static final String ATTRIBUTE = "ptx.launch";

  private static final String ARGUMENTS = "arguments";
  private static final String DIVISORS = "divisors";
  private static final String NAMES = "names";
  private static final String PARAMETERS = "parameters";
  private static final String GRID = "grid";
  private static final int DIMENSIONS = 3;

  /**
   * An argument of the function.
   *
   * @param type its type
   * @param divisors what each of its sizes, or it, must be a multiple of; none for no matter what
   * @param names names for each of its sizes, of which equal ones must be equal; none for no names
   */
  public record Argument(Type type, List<Long> divisors, List<String> names) {
    /** Copies the lists. */
    public Argument {
      divisors = List.copyOf(divisors);
      names = List.copyOf(names);
    }
  }

  /** Copies the lists. */
  public KernelLaunch {
    arguments = List.copyOf(arguments);
    parameters = List.copyOf(parameters);
    grid = List.copyOf(grid);
  }

  // --- As an attribute --------------------------------------------------------------------------

  /** Says it of a kernel. */
  public void write(KernelOp kernel) {
    List<Attribute> types = new ArrayList<>();
    List<Attribute> divisors = new ArrayList<>();
    List<Attribute> names = new ArrayList<>();
    boolean asks = false;
    boolean calls = false;
    for (Argument argument : arguments) {
      types.add(TypeAttr.of(argument.type));
      divisors.add(DenseArrayAttr.ofI64(argument.divisors));
      asks |= !argument.divisors.isEmpty();
      List<Attribute> own = new ArrayList<>();
      argument.names.forEach(name -> own.add(StringAttr.of(name)));
      names.add(ArrayAttr.of(own));
      calls |= !own.isEmpty();
    }
    List<NamedAttribute> entries = new ArrayList<>();
    entries.add(new NamedAttribute(ARGUMENTS, ArrayAttr.of(types)));
    if (asks) {
      entries.add(new NamedAttribute(DIVISORS, ArrayAttr.of(divisors)));
    }
    entries.add(new NamedAttribute(GRID, texts(grid)));
    if (calls) {
      entries.add(new NamedAttribute(NAMES, ArrayAttr.of(names)));
    }
    entries.add(new NamedAttribute(PARAMETERS, attributes(parameters)));
    kernel.setAttribute(ATTRIBUTE, DictionaryAttr.of(entries));
  }

  private static ArrayAttr attributes(List<LaunchParameter> parameters) {
    List<Attribute> all = new ArrayList<>();
    for (LaunchParameter parameter : parameters) {
      all.add(parameter.attribute());
    }
    return ArrayAttr.of(all);
  }

  private static ArrayAttr texts(List<LaunchExpression> expressions) {
    List<Attribute> texts = new ArrayList<>();
    for (LaunchExpression expression : expressions) {
      texts.add(StringAttr.of(expression.toString()));
    }
    return ArrayAttr.of(texts);
  }

  /** What is said of a kernel, or null where nothing is, or nothing that fits the kernel. */
  public static @Nullable KernelLaunch of(KernelOp kernel) {
    if (!(kernel.attribute(ATTRIBUTE) instanceof DictionaryAttr said)) {
      return null;
    }
    List<Argument> arguments = arguments(said);
    List<LaunchParameter> parameters = parameters(said.get(PARAMETERS));
    List<LaunchExpression> grid = expressions(said.get(GRID));
    if (arguments == null
        || parameters == null
        || grid == null
        || parameters.size() != kernel.parameters().size()
        || grid.size() != DIMENSIONS) {
      return null;
    }
    KernelLaunch launch = new KernelLaunch(arguments, parameters, grid);
    return launch.isClosed() ? launch : null;
  }

  private static @Nullable List<Argument> arguments(DictionaryAttr said) {
    if (!(said.get(ARGUMENTS) instanceof ArrayAttr all)) {
      return null;
    }
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!(all.get(i) instanceof TypeAttr type)) {
        return null;
      }
      List<Long> divisors = new ArrayList<>();
      if (of(said, DIVISORS, i) instanceof DenseArrayAttr numbers) {
        for (long number : numbers.asLongs()) {
          divisors.add(number);
        }
      }
      List<String> names = new ArrayList<>();
      if (of(said, NAMES, i) instanceof ArrayAttr texts) {
        for (Attribute text : texts.elements()) {
          names.add(text instanceof StringAttr name ? name.value() : "");
        }
      }
      arguments.add(new Argument(type.value(), divisors, names));
    }
    return arguments;
  }

  /** What an entry says of an argument, or null. */
  private static @Nullable Attribute of(DictionaryAttr said, String entry, int argument) {
    return said.get(entry) instanceof ArrayAttr all && argument < all.size()
        ? all.get(argument)
        : null;
  }

  private static @Nullable List<LaunchParameter> parameters(@Nullable Attribute said) {
    if (!(said instanceof ArrayAttr all)) {
      return null;
    }
    List<LaunchParameter> parameters = new ArrayList<>();
    for (Attribute one : all.elements()) {
      LaunchParameter parameter = LaunchParameter.of(one);
      if (parameter == null) {
        return null;
      }
      parameters.add(parameter);
    }
    return parameters;
  }

  private static @Nullable List<LaunchExpression> expressions(@Nullable Attribute texts) {
    if (!(texts instanceof ArrayAttr all)) {
      return null;
    }
    List<LaunchExpression> expressions = new ArrayList<>();
    for (Attribute text : all.elements()) {
      LaunchExpression expression =
          text instanceof StringAttr string ? LaunchExpression.parse(string.value()) : null;
      if (expression == null) {
        return null;
      }
      expressions.add(expression);
    }
    return expressions;
  }

  /** Are all arguments there that expressions speak of? */
  private boolean isClosed() {
    boolean good = true;
    for (LaunchParameter parameter : parameters) {
      good &=
          switch (parameter) {
            // A parameter may be a whole buffer.
            case LaunchParameter.Value(LaunchExpression.Argument(int index)) ->
                index < arguments.size();
            case LaunchParameter.Value(LaunchExpression value) -> isClosed(value);
            case LaunchParameter.Map(int index, TensorMapFields fields) ->
                index < arguments.size()
                    && arguments.get(index).type() instanceof MemRefType type
                    && fields.problem(type) == null;
          };
    }
    for (LaunchExpression size : grid) {
      good &= isClosed(size);
    }
    return good;
  }

  private boolean isClosed(LaunchExpression expression) {
    return switch (expression) {
      case LaunchExpression.Constant _ -> true;
      case LaunchExpression.Argument(int index) ->
          index < arguments.size() && !(arguments.get(index).type() instanceof MemRefType);
      case LaunchExpression.Size(int argument, int dimension) ->
          argument < arguments.size()
              && arguments.get(argument).type() instanceof MemRefType type
              && dimension >= 0
              && dimension < type.rank();
      case LaunchExpression.Binary(var _, LaunchExpression left, LaunchExpression right) ->
          isClosed(left) && isClosed(right);
    };
  }
}
