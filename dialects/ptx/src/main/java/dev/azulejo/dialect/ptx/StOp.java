// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.constraint.I32OrI64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.dialect.ptx.keyword.Eviction;
import dev.azulejo.dialect.ptx.keyword.MemoryType;
import dev.azulejo.dialect.ptx.keyword.Ordering;
import dev.azulejo.dialect.ptx.keyword.Scope;
import dev.azulejo.dialect.ptx.keyword.Space;
import dev.azulejo.dialect.ptx.keyword.StoreCache;
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

/** Stores numbers behind each other in memory: one, two or four. */
@OpDef(
    name = "ptx.st",
    format =
        "$space $address (`+` $offset^)? `,` $values (`if` $guard^)? attr-dict `:` type($address) `,` type($values)")
@Example("ptx.st shared %p + 4, %a, %b if %q : i32, f32, f32")
public abstract sealed class StOp extends Operation implements Accessing, Instruction, Verified
    permits StOpImpl {

  /** The address of the first: i32 in shared memory, else i64. */
  @Operand(I32OrI64.class)
  public abstract Value address();

  /** The numbers. */
  @Operand(AnyNumber.class)
  public abstract List<Value> values();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** The memory that the address is of. */
  @Attr(Space.class)
  public abstract StringAttr space();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Is it executed where the condition is false? */
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  /** What is in memory, where it is narrower than the register. */
  @Attr(MemoryType.class)
  public abstract Optional<StringAttr> as();

  /** How it is ordered with other accesses; not at all where nothing is said. */
  @Attr(Ordering.class)
  public abstract Optional<StringAttr> semantics();

  /** Among which threads it is ordered. */
  @Attr(Scope.class)
  public abstract Optional<StringAttr> scope();

  /** How long it stays in a cache. */
  @Attr(StoreCache.class)
  public abstract Optional<StringAttr> cache();

  /** How soon it leaves the first cache. */
  @Attr(Eviction.class)
  public abstract Optional<StringAttr> evict();

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.write(space().value(), address(), sink);
  }

  @Override
  public Syntax syntax() {
    return MemoryAccess.store(this);
  }

  @Override
  public Needs needs() {
    return MemoryAccess.needs(
        this,
        values().isEmpty() ? 0 : values().size() * TypeWords.width(values().getFirst().type()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemoryAccess.verify(this, address(), values(), diagnostics);
  }

  /** Makes one. */
  public static StOp create(
      Inserter at, String space, Value address, long offset, List<? extends Value> values) {
    return StOpImpl.at(at)
        .operand(address)
        .operands(values)
        .operands(List.of())
        .attribute("space", StringAttr.of(space))
        .attribute("offset", IntegerAttr.of(IntegerType.I32, offset))
        .create();
  }

  /** Makes one that stores where a condition holds. */
  public static StOp createGuarded(
      Inserter at,
      String space,
      Value address,
      long offset,
      List<? extends Value> values,
      Value guard) {
    return StOpImpl.at(at)
        .operand(address)
        .operands(values)
        .operand(guard)
        .attribute("space", StringAttr.of(space))
        .attribute("offset", IntegerAttr.of(IntegerType.I32, offset))
        .create();
  }
}
