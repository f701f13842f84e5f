// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.constraint.I32OrI64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.GlobalOrShared;
import dev.azulejo.dialect.ptx.keyword.Ordering;
import dev.azulejo.dialect.ptx.keyword.Packed;
import dev.azulejo.dialect.ptx.keyword.ReductionKind;
import dev.azulejo.dialect.ptx.keyword.Scope;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Combines a number in memory with another at once. */
@OpDef(
    name = "ptx.red",
    format =
        "$kind $space $address (`+` $offset^)? `,` $operand (`if` $guard^)? attr-dict `:` type($address) `,` type($operand)")
@Example("ptx.red add global %a, %b : i64, f32")
public abstract sealed class RedOp extends Operation implements Accessing, Instruction, Verified
    permits RedOpImpl {

  /** The address: i32 in shared memory, else i64. */
  @Operand(I32OrI64.class)
  public abstract Value address();

  /** The other number. */
  @Operand(AnyNumber.class)
  public abstract Value operand();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** What is done. */
  @Attr(ReductionKind.class)
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

  /** Is it executed where the condition is false? */
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.update(space().value(), address(), sink);
  }

  @Override
  public Syntax syntax() {
    return MemoryAccess.atomic(this, "red", kind().value(), operand().type())
        .address(address(), offset().longValue())
        .sources(operand())
        .guard(guard(), negated());
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

  /** Makes one, which without a guard is always executed. */
  public static RedOp create(
      Inserter at,
      String kind,
      String space,
      Value address,
      long offset,
      Value operand,
      @Nullable Value guard) {
    return RedOpImpl.at(at)
        .operand(address)
        .operand(operand)
        .operands(guard == null ? List.of() : List.of(guard))
        .attribute("kind", StringAttr.of(kind))
        .attribute("space", StringAttr.of(space))
        .attribute("offset", IntegerAttr.of(IntegerType.I32, offset))
        .create();
  }
}
