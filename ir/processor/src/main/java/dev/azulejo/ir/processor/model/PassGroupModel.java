// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Locale;

/**
 * The passes of a package.
 *
 * @param packageName the package
 * @param passes the passes, sorted by name
 */
public record PassGroupModel(String packageName, List<PassModel> passes) {
  /** The last segment of the package's name. */
  public String name() {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }

  /** The Dagger module that is generated. */
  public ClassName moduleName() {
    return ClassName.get(
        packageName,
        name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1) + "Passes");
  }
}
