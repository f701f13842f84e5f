// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.memref.GlobalOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Numbering;
import dev.azulejo.ir.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a module, decoded when they are first called. */
final class Program {
  private final Map<String, FuncOp> functions = new LinkedHashMap<>();
  private final Map<String, GlobalOp> globals = new LinkedHashMap<>();
  private final Map<FuncOp, FunctionCode> decoded = new HashMap<>();

  Program(Operation module) {
    if (!module.region(0).isEmpty()) {
      Block block = module.region(0).entry();
      for (Operation op : block) {
        switch (op) {
          case FuncOp function -> functions.put(function.symName().value(), function);
          case GlobalOp global -> globals.put(global.symName().value(), global);
          default -> {
            // Nothing that a function could name.
          }
        }
      }
    }
  }

  /** The function of a name, or null. */
  @Nullable FuncOp function(String name) {
    return functions.get(name);
  }

  /** The global buffer of a name, or null. */
  @Nullable GlobalOp global(String name) {
    return globals.get(name);
  }

  FunctionCode code(FuncOp function) {
    FunctionCode known = decoded.get(function);
    if (known != null) {
      return known;
    }
    Numbering numbering = Numbering.of(function);
    Code body = new BlocksDecoder(new Decoder(this)).decode(function.region(0), List.of());
    int[] arguments = Decoder.slots(function.region(0).entry().arguments());
    FunctionCode code = new FunctionCode(numbering.valueCount(), arguments, body);
    decoded.put(function, code);
    return code;
  }
}
