// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

import dev.azulejo.cuda.runtime.LaunchShape;
import dev.azulejo.cuda.runtime.ParameterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one kernel is launched.
 *
 * @param name its name in the code
 * @param arguments what callers hand in
 * @param parameters what the kernel takes, in order
 * @param grid blocks along x, y and z
 * @param shape what does not depend on the arguments
 */
public record KernelManifest(
    String name,
    List<Argument> arguments,
    List<Parameter> parameters,
    List<IntegerExpression> grid,
    LaunchShape shape) {

  /** Copies the lists; the grid has three sizes. */
  public KernelManifest {
    arguments = List.copyOf(arguments);
    parameters = List.copyOf(parameters);
    grid = List.copyOf(grid);
    if (grid.size() != 3) {
      throw new IllegalArgumentException("a grid has three sizes, not " + grid.size());
    }
  }

  /** An argument by its name. */
  public Optional<Argument> argument(String wanted) {
    for (Argument argument : arguments) {
      if (argument.name().equals(wanted)) {
        return Optional.of(argument);
      }
    }
    return Optional.empty();
  }

  /** What the kernel takes, in order. */
  public List<ParameterKind> kinds() {
    List<ParameterKind> kinds = new ArrayList<>();
    for (Parameter parameter : parameters) {
      kinds.add(parameter.kind());
    }
    return List.copyOf(kinds);
  }
}
