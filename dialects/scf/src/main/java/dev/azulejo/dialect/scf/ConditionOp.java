// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;

/**
 * Ends the first region of {@code scf.while}: goes on with the second region, or leaves the loop.
 */
@OpDef(
    name = "scf.condition",
    format = "`(` $condition `)` attr-dict ($args^ `:` type($args))?",
    parents = "scf.while")
@Example(
    """
    scf.while : () -> () {
      scf.condition(%c)
    } do {
      scf.yield
    }\
    """)
public abstract sealed class ConditionOp extends Operation implements Pure, Terminator
    permits ConditionOpImpl {

  /** Does the loop go on? */
  @Operand(I1.class)
  public abstract Value condition();

  /** What goes to the second region, or becomes the results. */
  @Operand(AnyType.class)
  public abstract List<Value> args();

  /** Makes one. */
  public static ConditionOp create(Inserter at, Value condition, List<? extends Value> args) {
    return ConditionOpImpl.at(at).operand(condition).operands(args).create();
  }
}
