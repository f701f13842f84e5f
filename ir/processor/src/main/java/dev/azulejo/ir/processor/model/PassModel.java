// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;
import dev.azulejo.ir.spec.Rung;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A declared pass.
 *
 * @param type the class that declares it
 * @param name the command-line name
 * @param summary one sentence
 * @param anchor the operation that it runs on; empty for any isolated one
 * @param from the highest rung of IR that it takes
 * @param downTo the lowest one
 * @param schedules does it decide who waits for whom?
 * @param optionsRecord the record that its constructor takes, or null
 * @param options the options
 * @param doc the comment of the class as written
 */
public record PassModel(
    TypeElement type,
    String name,
    String summary,
    String anchor,
    Rung from,
    Rung downTo,
    boolean schedules,
    @Nullable ClassName optionsRecord,
    List<OptionModel> options,
    String doc) {

  /** The rungs of IR that it takes, in words. */
  public String rungs() {
    String highest = from.name().toLowerCase(Locale.ROOT);
    return from == downTo ? highest : highest + " to " + downTo.name().toLowerCase(Locale.ROOT);
  }

  /** The class that declares it. */
  public ClassName className() {
    return ClassName.get(type);
  }

  /** The factory that is generated. */
  public ClassName factoryName() {
    return ClassName.get(className().packageName(), className().simpleName() + "Factory");
  }
}
