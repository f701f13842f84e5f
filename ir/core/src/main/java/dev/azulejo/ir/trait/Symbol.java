// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import java.util.List;

/** An operation that is known by a name in the symbol table around it: its {@code sym_name}. */
public interface Symbol {
  /** The attribute that holds the name. */
  String NAME_ATTRIBUTE = "sym_name";

  /** The attribute that says who may refer to it; without it everyone may. */
  String VISIBILITY_ATTRIBUTE = "sym_visibility";

  /** Everyone may refer to it. */
  String PUBLIC = "public";

  /** Only what is in the same table may refer to it. */
  String PRIVATE = "private";

  /** Only what is in tables around it that are not public may refer to it. */
  String NESTED = "nested";

  /** What the visibility may be. */
  List<String> VISIBILITIES = List.of(PUBLIC, PRIVATE, NESTED);
}
