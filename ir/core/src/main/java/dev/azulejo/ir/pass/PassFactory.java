// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.spec.Rung;
import java.util.List;

/** What the registry knows of a pass, and how to make one. The processor writes these. */
public interface PassFactory {
  /** The command-line name, kebab-case. */
  String name();

  /** One sentence for {@code --list-passes}. */
  String summary();

  /** The name of the operation that the pass runs on; empty for any isolated one. */
  String anchor();

  /** The highest rung of IR that the pass takes. */
  default Rung from() {
    return Rung.TILE;
  }

  /** The lowest rung of IR that the pass takes; one that goes down a rung leaves it there. */
  default Rung downTo() {
    return Rung.TARGET;
  }

  /** Does it decide who waits for whom? */
  default boolean schedules() {
    return false;
  }

  /** The options that it takes. */
  List<PassOption> options();

  /** Makes a pass; {@code options} hold a value for each of {@link #options()}. */
  Pass create(PassOptions options);
}
