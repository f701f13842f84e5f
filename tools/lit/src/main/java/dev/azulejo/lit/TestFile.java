// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.nio.file.Path;

/** A test: a file of a suite. */
public record TestFile(Suite suite, Path file) implements Comparable<TestFile> {
  /** The path from the suite's folder, with slashes. */
  public String path() {
    return suite.root().relativize(file).toString().replace('\\', '/');
  }

  /** The name that reports use. */
  public String name() {
    return suite.name() + " :: " + path();
  }

  /** The folder that it runs in. */
  Path folder() {
    Path parent = suite.root().relativize(file).getParent();
    return parent == null ? suite.execRoot() : suite.execRoot().resolve(parent);
  }

  /** The folder of what it writes. */
  Path outputFolder() {
    return folder().resolve("Output");
  }

  @Override
  public int compareTo(TestFile other) {
    return name().compareTo(other.name());
  }
}
