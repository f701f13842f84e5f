// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.dialect.func.CallIndirectOp;
import dev.azulejo.dialect.func.CallOp;
import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds functions of a module. */
public final class Functions {
  private Functions() {}

  /** The function of a name, or null. */
  public static @Nullable FuncOp named(Operation module, String name) {
    for (FuncOp function : all(module)) {
      if (function.symName().value().equals(name)) {
        return function;
      }
    }
    return null;
  }

  /**
   * The function to run: the one of a name, else the only one that names a reference, else the only
   * public one.
   */
  public static FuncOp entry(Operation module, @Nullable String name) throws Failure {
    List<FuncOp> all = all(module);
    if (name != null) {
      String plain = name.startsWith("@") ? name.substring(1) : name;
      FuncOp found = named(module, plain);
      if (found == null) {
        throw new Failure(
            Diagnostic.error(
                module.location(),
                "there is no function '@%s' to run; there are %s",
                plain,
                names(all)));
      }
      return runnable(found, module);
    }
    List<FuncOp> referring =
        all.stream().filter(f -> f.attribute(TileDialect.REFERENCE) != null).toList();
    List<FuncOp> candidates =
        referring.isEmpty()
            ? all.stream().filter(f -> !f.isPrivate() && !f.isDeclaration()).toList()
            : referring;
    if (candidates.size() == 1) {
      return runnable(candidates.getFirst(), module);
    }
    if (candidates.isEmpty()) {
      Location place = all.isEmpty() ? module.location() : all.getFirst().location();
      throw new Failure(Diagnostic.error(place, "there is no public function to run"));
    }
    throw new Failure(
        Diagnostic.error(
                candidates.get(1).location(),
                "which function is to run? Choose with --entry from %s",
                names(candidates))
            .note(candidates.getFirst().location(), "the first stands here"));
  }

  /** One with a body, or with kernels that it has become already. */
  private static FuncOp runnable(FuncOp function, Operation module) throws Failure {
    if (function.isDeclaration() && kernels(module, function.symName().value()).isEmpty()) {
      throw new Failure(Diagnostic.error(function.location(), "the function has no body to run"));
    }
    return function;
  }

  private static String names(List<FuncOp> functions) {
    return functions.isEmpty()
        ? "none"
        : functions.stream().map(f -> "@" + f.symName().value()).collect(Collectors.joining(", "));
  }

  /** The kernels that a function has become on the lowest rung, in the order of its launches. */
  public static List<KernelOp> kernels(Operation module, String function) {
    List<KernelOp> kernels = new ArrayList<>();
    for (Operation op : module.region(0).entry()) {
      if (op instanceof KernelOp kernel && isKernelOf(function, kernel.symName().value())) {
        kernels.add(kernel);
      }
    }
    return kernels;
  }

  /** Is a kernel called like one of a function's: by its name, those behind the first numbered? */
  public static boolean isKernelOf(String function, String kernel) {
    return kernel.equals(function)
        || (kernel.startsWith(function + "_")
            && kernel.substring(function.length() + 1).matches("\\d+"));
  }

  /** Does a function call others? */
  static boolean calls(FuncOp function) {
    boolean[] found = new boolean[1];
    function.walk(op -> found[0] |= op instanceof CallOp || op instanceof CallIndirectOp);
    return found[0];
  }

  /** A copy of a module with one of its functions alone, and all of them if it calls any. */
  public static Operation alone(Operation module, FuncOp kept) {
    Operation copy = module.copy(new ValueMapping());
    FuncOp function = named(copy, kept.symName().value());
    if (function == null || calls(function)) {
      return copy;
    }
    for (FuncOp other : all(copy)) {
      if (other != function) {
        other.erase();
      }
    }
    function.removeAttribute(TileDialect.REFERENCE);
    return copy;
  }

  /** All functions directly in a module, in order. */
  public static List<FuncOp> all(Operation module) {
    List<FuncOp> functions = new ArrayList<>();
    if (module.region(0).isEmpty()) {
      return functions;
    }
    for (Operation op : module.region(0).entry()) {
      if (op instanceof FuncOp function) {
        functions.add(function);
      }
    }
    return functions;
  }
}
