// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32OrI64;
import dev.azulejo.dialect.ptx.constraint.WholeNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.GlobalOrShared;
import dev.azulejo.dialect.ptx.keyword.Ordering;
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
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;
import java.util.function.Consumer;

/** Stores a number where memory holds an expected one, at once, and gives what was there before. */
@OpDef(
    name = "ptx.atom.cas",
    format =
        "$space $address (`+` $offset^)? `,` $expected `,` $replacement attr-dict `:` type($address) `,` type($result)",
    sameTypes = {"expected", "replacement", "result"})
@Example("%d = ptx.atom.cas global %a, %b, %c : i64, i32")
public abstract sealed class AtomCasOp extends Operation implements Accessing, Instruction, Verified
    permits AtomCasOpImpl {

  /** The address: i32 in shared memory, else i64. */
  @Operand(I32OrI64.class)
  public abstract Value address();

  /** What must be there. */
  @Operand(WholeNumber.class)
  public abstract Value expected();

  /** What is stored. */
  @Operand(WholeNumber.class)
  public abstract Value replacement();

  /** What was there. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

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

  /** Makes one. */
  public static AtomCasOp create(
      Inserter at, Value address, Value expected, Value replacement, String space) {
    return AtomCasOpImpl.at(at)
        .operand(address)
        .operand(expected)
        .operand(replacement)
        .result(expected.type())
        .attribute("space", StringAttr.of(space))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    Memory.update(space().value(), address(), sink);
  }

  @Override
  public Syntax syntax() {
    return MemoryAccess.atomic(this, "atom", "cas", result().type())
        .result(result())
        .address(address(), offset().longValue())
        .sources(expected(), replacement());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemoryAccess.verifySpace(this, address(), diagnostics);
  }
}
