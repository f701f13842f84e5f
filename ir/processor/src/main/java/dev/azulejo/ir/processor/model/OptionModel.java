// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * An option of a pass.
 *
 * @param name the name on the command line
 * @param kind what values it takes
 * @param type the class of the component
 * @param words the words that it takes, in the order of the constants of an enum; else empty
 * @param defaultText the value where none is given, as it would be written
 * @param help what it means
 */
public record OptionModel(
    String name, Kind kind, TypeName type, List<String> words, String defaultText, String help) {

  /** What values an option takes. */
  public enum Kind {
    /** True or false. */
    BOOL,
    /** An integer of 32 bits. */
    INT,
    /** An integer of 64 bits. */
    LONG,
    /** Any text. */
    TEXT,
    /** A constant of an enum. */
    WORD,
    /** Texts. */
    LIST
  }
}
