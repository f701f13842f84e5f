// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.constraint.I32OrI64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.AtomicKind;
import dev.azulejo.dialect.ptx.keyword.GlobalOrShared;
import dev.azulejo.dialect.ptx.keyword.Ordering;
import dev.azulejo.dialect.ptx.keyword.Packed;
import dev.azulejo.dialect.ptx.keyword.Scope;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;
import java.util.function.Consumer;

/** Combines a number in memory with another at once, and gives what was there before. */
@OpDef(
    name = "ptx.atom",
    format =
        "$kind $space $address (`+` $offset^)? `,` $operand attr-dict `:` type($address) `,` type($operand)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.atom add global %a, %b : i64, f32")
public abstract sealed class AtomOp extends Operation implements Accessing, Instruction, Verified
    permits AtomOpImpl {

  /** The address: i32 in shared memory, else i64. */
  @Operand(I32OrI64.class)
  public abstract Value address();

  /** The other number. */
  @Operand(AnyNumber.class)
  public abstract Value operand();

  /** What was there. */
  @Result(AnyNumber.class)
  public abstract OpResult result();

  /** What is done. */
  @Attr(AtomicKind.class)
  public abstract StringAttr kind();

  /** The memory. */
  @Attr(GlobalOrShared.class)
  public abstract StringAttr space();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** How it is ordered with other accesses; not at all where nothing is said. */
  @Attr(Ordering.class)
  public abstract Optional<StringAttr> semantics();

  /** Among which threads it is ordered. */
  @Attr(Scope.class)
  public abstract Optional<StringAttr> scope();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** The pair of numbers that a register of 32 bits holds, where it holds one. */
  @Attr(Packed.class)
  public abstract Optional<StringAttr> packed();

  /** Makes one. */
  public static AtomOp create(
      Inserter at, Value address, Value operand, String kind, String space) {
    return AtomOpImpl.at(at)
        .operand(address)
        .operand(operand)
        .result(operand.type())
        .attribute("kind", StringAttr.of(kind))
        .attribute("space", StringAttr.of(space))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.update(space().value(), address(), sink);
  }

  @Override
  public Syntax syntax() {
    return MemoryAccess.atomic(this, "atom", kind().value(), operand().type())
        .result(result())
        .address(address(), offset().longValue())
        .sources(operand());
  }

  @Override
  public Needs needs() {
    return MemoryAccess.atomicNeeds(this, operand().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemoryAccess.verifySpace(this, address(), diagnostics);
    MemoryAccess.verifyAtomic(this, kind().value(), operand().type(), diagnostics);
  }
}
