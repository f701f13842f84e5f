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
import dev.azulejo.dialect.ptx.keyword.LoadCache;
import dev.azulejo.dialect.ptx.keyword.MemoryType;
import dev.azulejo.dialect.ptx.keyword.Ordering;
import dev.azulejo.dialect.ptx.keyword.PrefetchSize;
import dev.azulejo.dialect.ptx.keyword.Scope;
import dev.azulejo.dialect.ptx.keyword.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
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
import dev.azulejo.ir.spec.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Loads numbers that stand behind each other in memory: one, two or four. Where the guard is false,
 * the results are what {@code otherwise} says.
 */
@OpDef(
    name = "ptx.ld",
    format =
        "$space $address (`+` $offset^)? (`if` $guard^)? (`else` $otherwise^ `:` type($otherwise))? attr-dict `:` type($address) `->` type($values)")
@Example("%a, %b = ptx.ld global %p + 16 if %q else %c, %d : f32, f32 {nc} : i64 -> f32, f32")
public abstract sealed class LdOp extends Operation implements Accessing, Instruction, Verified
    permits LdOpImpl {

  /** The address of the first: i32 in shared memory, else i64. */
  @Operand(I32OrI64.class)
  public abstract Value address();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** What the results are where the guard is false. */
  @Operand(AnyNumber.class)
  public abstract List<Value> otherwise();

  /** The numbers. */
  @Result(AnyNumber.class)
  public abstract List<OpResult> values();

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

  /** Does nobody write what is loaded while the kernel runs? */
  @Attr(UnitAttribute.class)
  public abstract boolean nc();

  /** How long it stays in a cache. */
  @Attr(LoadCache.class)
  public abstract Optional<StringAttr> cache();

  /** How soon it leaves the first cache. */
  @Attr(Eviction.class)
  public abstract Optional<StringAttr> evict();

  /** How much around it the second cache fetches too. */
  @Attr(PrefetchSize.class)
  public abstract Optional<StringAttr> prefetch();

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.read(space().value(), address(), sink);
  }

  @Override
  public Syntax syntax() {
    return MemoryAccess.load(this);
  }

  @Override
  public Needs needs() {
    return MemoryAccess.needs(this, values().size() * TypeWords.width(values().getFirst().type()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemoryAccess.verify(this, address(), values(), diagnostics);
    MemoryAccess.verifyGuard(this, guard(), otherwise(), diagnostics);
  }

  /** Makes one that loads as many numbers of a type as there are types. */
  public static LdOp create(
      Inserter at, String space, Value address, long offset, List<? extends Type> types) {
    return LdOpImpl.at(at)
        .operand(address)
        .operands(List.of())
        .operands(List.of())
        .results(types)
        .attribute("space", StringAttr.of(space))
        .attribute("offset", IntegerAttr.of(IntegerType.I32, offset))
        .create();
  }

  /** Makes one that loads where a condition holds, and else gives other values. */
  public static LdOp createGuarded(
      Inserter at, String space, Value address, long offset, Value guard, List<Value> otherwise) {
    return LdOpImpl.at(at)
        .operand(address)
        .operand(guard)
        .operands(otherwise)
        .results(otherwise.stream().map(Value::type).toList())
        .attribute("space", StringAttr.of(space))
        .attribute("offset", IntegerAttr.of(IntegerType.I32, offset))
        .create();
  }
}
