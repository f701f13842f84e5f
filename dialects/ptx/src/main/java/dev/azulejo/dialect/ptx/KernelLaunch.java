// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the function that a kernel was taken out of launches it: the attribute {@value #ATTRIBUTE} of
 * the kernel, which its manifest is made of.
 *
 * @param arguments the types of the function's arguments
 * @param parameters for each parameter of the kernel the argument that it is
 * @param grid how many blocks there are along x, y and z
 */
public record KernelLaunch(List<Type> arguments, List<Integer> parameters, List<Long> grid) {
  /** The attribute's name. */
  public static final String ATTRIBUTE = "ptx.launch";

  private static final String ARGUMENTS = "arguments";
  private static final String PARAMETERS = "parameters";
  private static final String GRID = "grid";
  private static final int DIMENSIONS = 3;

  /** Copies the lists. */
  public KernelLaunch {
    arguments = List.copyOf(arguments);
    parameters = List.copyOf(parameters);
    grid = List.copyOf(grid);
  }

  /** Says it of a kernel. */
  public void write(KernelOp kernel) {
    List<Attribute> types = new ArrayList<>();
    arguments.forEach(type -> types.add(TypeAttr.of(type)));
    List<Long> numbers = new ArrayList<>();
    parameters.forEach(parameter -> numbers.add(parameter.longValue()));
    kernel.setAttribute(
        ATTRIBUTE,
        DictionaryAttr.of(
            List.of(
                new NamedAttribute(ARGUMENTS, ArrayAttr.of(types)),
                new NamedAttribute(GRID, DenseArrayAttr.ofI64(grid)),
                new NamedAttribute(PARAMETERS, DenseArrayAttr.ofI64(numbers)))));
  }

  /** What is said of a kernel, or null where nothing is, or nothing that fits the kernel. */
  public static @Nullable KernelLaunch of(KernelOp kernel) {
    return kernel.attribute(ATTRIBUTE) instanceof DictionaryAttr said
            && said.get(ARGUMENTS) instanceof ArrayAttr types
            && said.get(PARAMETERS) instanceof DenseArrayAttr numbers
            && said.get(GRID) instanceof DenseArrayAttr sizes
        ? of(kernel, types, numbers, sizes)
        : null;
  }

  private static @Nullable KernelLaunch of(
      KernelOp kernel, ArrayAttr types, DenseArrayAttr numbers, DenseArrayAttr sizes) {
    List<Type> arguments = new ArrayList<>();
    for (Attribute type : types.elements()) {
      if (!(type instanceof TypeAttr attribute)) {
        return null;
      }
      arguments.add(attribute.value());
    }
    List<Integer> parameters = new ArrayList<>();
    for (long number : numbers.asLongs()) {
      if (number < 0 || number >= arguments.size()) {
        return null;
      }
      parameters.add((int) number);
    }
    List<Long> grid = new ArrayList<>();
    for (long size : sizes.asLongs()) {
      grid.add(size);
    }
    boolean fits = parameters.size() == kernel.parameters().size() && grid.size() == DIMENSIONS;
    return fits ? new KernelLaunch(arguments, parameters, grid) : null;
  }
}
