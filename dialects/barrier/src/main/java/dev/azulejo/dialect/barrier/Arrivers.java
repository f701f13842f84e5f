// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.List;

/** A string that says how many threads arrive: each of them, one a warp, or one a warpgroup. */
public final class Arrivers implements AttributeConstraint {
  /** One arrival for all threads of the role. */
  public static final String ONE_THREAD = "thread";

  /** One arrival for each thread. */
  public static final String EVERY_THREAD = "threads";

  /** One arrival for each warp. */
  public static final String WARP = "warp";

  /** One arrival for each warpgroup. */
  public static final String WARPGROUP = "warpgroup";

  private static final List<String> WORDS = List.of(EVERY_THREAD, ONE_THREAD, WARP, WARPGROUP);

  @Override
  public boolean accepts(Attribute attribute) {
    return attribute instanceof StringAttr string && WORDS.contains(string.value());
  }

  @Override
  public String description() {
    return "one of " + String.join(", ", WORDS);
  }

  @Override
  public Attribute defaultValue(String text) {
    return StringAttr.of(text);
  }
}
