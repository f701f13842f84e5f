// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.codegen;

import dev.azulejo.cuda.codegen.RegisterFile.Register;
import dev.azulejo.dialect.ptx.BraIfOp;
import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.RegsOp;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Part;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which value is in which register. */
final class Assignment {
  private final Forwarding forwarding;
  private final Coalescing coalescing;
  private final RegisterFile registers = new RegisterFile();
  private final Set<Value> inRegisters = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Set<Value> written = Collections.newSetFromMap(new IdentityHashMap<>());

  private Assignment(KernelOp kernel) {
    this.forwarding = Forwarding.of(kernel);
    this.coalescing = Coalescing.of(kernel, forwarding);
  }

  static Assignment of(KernelOp kernel) {
    Assignment assignment = new Assignment(kernel);
    for (Block block : kernel.body().blocks()) {
      for (Operation op : block) {
        assignment.findConstants(op);
      }
    }
    for (Block block : kernel.body().blocks()) {
      if (block != kernel.body().entry()) {
        for (BlockArgument argument : block.arguments()) {
          assignment.assign(argument);
        }
      }
      for (Operation op : block) {
        assignment.assign(op);
      }
    }
    return assignment;
  }

  RegisterFile registers() {
    return registers;
  }

  /** The register that a value is in. */
  Register register(Value value) {
    Forwarding.Place place = forwarding.place(value);
    return place == null ? registers.of(value) : registers.element(place.array(), place.index());
  }

  /** Is there nothing to print for an operation? */
  boolean isSilent(Operation op) {
    return forwarding.isSilent(op);
  }

  // --- Constants that instructions can't have in their text -------------------------------------

  private void findConstants(Operation op) {
    if (op instanceof Instruction instruction && !forwarding.isSilent(op)) {
      Syntax syntax = instruction.syntax();
      need(syntax.parts());
      if (syntax.guard() != null) {
        inRegisters.add(syntax.guard());
      }
    } else if (op instanceof BraIfOp bra) {
      // The values that a jump hands over are copied, and copies have numbers in their text.
      inRegisters.add(bra.condition());
    }
  }

  private void need(List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Part.Source source -> {
          if (!Immediates.exist(source.value().type())) {
            inRegisters.add(source.value());
          }
        }
        case Part.Register register -> inRegisters.add(register.value());
        case Part.Address address -> inRegisters.add(address.base());
        case Part.Tensor tensor -> {
          inRegisters.add(tensor.map());
          inRegisters.addAll(tensor.coordinates());
        }
        case Part.Group group -> need(group.parts());
        case Part.Both both -> need(List.of(both.first(), both.second()));
        case Part.Destination destination -> written.add(destination.value());
        case Part.Element _, Part.Symbol _, Part.Literal _ -> {}
      }
    }
  }

  // --- Registers --------------------------------------------------------------------------------

  private void assign(Operation op) {
    switch (op) {
      case RegsOp array -> registers.array(array.registers());
      case ConstantOp constant when !inRegisters.contains(constant.result()) -> {}
      case ConstantOp constant -> assign(constant.result());
      case Instruction _ -> {
        for (Value result : op.results()) {
          // What nobody wants to know, some instructions needn't write.
          if (written.contains(result) || !result.isUnused()) {
            assign(result);
          }
        }
      }
      default -> {}
    }
  }

  private void assign(Value value) {
    if (forwarding.place(value) != null || registers.find(value) != null) {
      return;
    }
    Register register = registers.fresh(value.type());
    for (Value member : coalescing.group(value)) {
      registers.put(member, register);
    }
  }
}
