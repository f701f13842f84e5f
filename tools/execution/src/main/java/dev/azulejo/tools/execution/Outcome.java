// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.ir.Type;
import dev.azulejo.simulator.Elements;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.simulator.memory.BankUse;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run has left: its memory, then its results.
 *
 * @param values all of them, in order
 * @param bankUse how instructions used the banks of shared memory, where that was counted
 */
public record Outcome(List<Value> values, List<BankUse> bankUse) {

  /**
   * One of them.
   *
   * @param tensor the elements
   * @param unwritten the numbers of those that nobody has written
   * @param parameter the argument that it was passed as, or null for a result
   */
  public record Value(Tensor tensor, BitSet unwritten, @Nullable Parameter parameter) {
    /** The name of the argument, or the number of the result. */
    public String name() {
      return tensor.name();
    }

    /** Do users call it by this name? */
    public boolean isCalled(String wanted) {
      return parameter == null ? tensor.name().equals(wanted) : parameter.isCalled(wanted);
    }
  }

  /** Copies the lists. */
  public Outcome {
    values = List.copyOf(values);
    bankUse = List.copyOf(bankUse);
  }

  /** What the arguments hold after a run, and the results. */
  static Outcome of(
      List<Type> types,
      List<Parameter> parameters,
      List<Argument> arguments,
      List<Argument> results,
      List<BankUse> bankUse) {
    List<Value> values = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (arguments.get(parameter.index()) instanceof Argument.Memory memory) {
        values.add(of(parameter.name(), memory.buffer(), parameter));
      }
    }
    for (int i = 0; i < results.size(); i++) {
      String name = "result" + i;
      switch (results.get(i)) {
        case Argument.Memory memory -> values.add(of(name, memory.buffer(), null));
        case Argument.Scalar scalar -> {
          Type type = types.get(i);
          ElementType element = Elements.find(type);
          if (element != null) {
            Tensor tensor = new Tensor(name, element);
            tensor.setBits(0, scalar.bits());
            values.add(new Value(tensor, new BitSet(), null));
          }
        }
      }
    }
    return new Outcome(values, bankUse);
  }

  private static Value of(String name, Buffer buffer, @Nullable Parameter parameter) {
    BitSet unwritten = new BitSet();
    int at = 0;
    while (at < buffer.count()) {
      at = buffer.firstUnwritten(at, buffer.count() - at);
      if (at < 0) {
        break;
      }
      unwritten.set(at);
      at++;
    }
    return new Value(buffer.toTensor(name), unwritten, parameter);
  }
}
