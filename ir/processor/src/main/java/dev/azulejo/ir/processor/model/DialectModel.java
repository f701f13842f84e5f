// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * The operations of one package, which are those of one dialect.
 *
 * @param name the dialect's name
 * @param packageName the package
 * @param ops the operations, sorted by name
 */
public record DialectModel(String name, String packageName, List<OpModel> ops) {
  /** A generated class of the package, named after the dialect. */
  public ClassName generated(String suffix) {
    return ClassName.get(packageName, camelName() + suffix);
  }

  /** Are all operations public? */
  public boolean isPublic() {
    return ops.stream().allMatch(op -> op.type().getModifiers().contains(Modifier.PUBLIC));
  }

  private String camelName() {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("_", -1)) {
      if (!word.isEmpty()) {
        text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return text.toString();
  }
}
