// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.List;

/** What the command line asks for. */
record CheckRequest(
    String checkFile,
    String inputFile,
    Prefixes prefixes,
    boolean allowUnusedPrefixes,
    boolean allowEmpty,
    boolean allowDagOverlap,
    boolean enableVarScope,
    boolean ignoreCase,
    boolean matchFullLines,
    boolean strictWhiteSpace,
    List<String> definitions,
    List<String> implicitNots,
    int verbosity,
    DumpRequest dump,
    boolean color) {
  static final String STANDARD_INPUT = "-";

  /** Whether blanks at the ends of a pattern are part of it. */
  boolean keepsOuterBlanks() {
    return strictWhiteSpace && matchFullLines;
  }

  boolean verbose() {
    return verbosity > 0;
  }

  boolean veryVerbose() {
    return verbosity > 1;
  }

  /** How messages name the input. */
  String inputName() {
    return inputFile.equals(STANDARD_INPUT) ? "<stdin>" : inputFile;
  }

  /** How messages name the check file. */
  String checkName() {
    return checkFile.equals(STANDARD_INPUT) ? "<stdin>" : checkFile;
  }
}
