// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import java.util.List;

/**
 * A statement of a launch that programs perform.
 *
 * @param id what it is called
 * @param op the operation
 * @param scope the scope that it stands in
 * @param guards the conditions around it in that scope, outer ones first
 * @param touches what it reads and writes, its conditions and addresses included
 */
record Statement(String id, Operation op, Scope scope, List<Value> guards, List<Touch> touches) {

  /** Copies the lists. */
  Statement {
    guards = List.copyOf(guards);
    touches = List.copyOf(touches);
  }
}
