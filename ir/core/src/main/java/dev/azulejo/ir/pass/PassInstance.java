// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.spec.Rung;

/**
 * A pass in a pipeline.
 *
 * @param factory where it comes from
 * @param options the values of its options
 * @param pass the pass itself
 */
public record PassInstance(PassFactory factory, PassOptions options, Pass pass)
    implements PipelineElement {
  /** Makes the pass. */
  public static PassInstance of(PassFactory factory, PassOptions options) {
    return new PassInstance(factory, options, factory.create(options));
  }

  /** The command-line name. */
  public String name() {
    return factory.name();
  }

  /** The rung that the pass goes down to; the highest for one that stays on whatever it finds. */
  public Rung reaches() {
    boolean stays = factory.from() == Rung.TILE && factory.downTo() == Rung.TARGET;
    return stays ? Rung.TILE : factory.downTo();
  }

  /** The name in camel case, as dumps and reports print it: that of the class, usually. */
  public String title() {
    StringBuilder title = new StringBuilder();
    for (String word : name().split("-")) {
      if (!word.isEmpty()) {
        title.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
      }
    }
    return title.toString();
  }

  /** The pass and all its options as a pipeline spells them. */
  @Override
  public String toString() {
    String values = options.toString();
    return values.isEmpty() ? name() : name() + "{" + values + "}";
  }
}
