// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What text is made for: {@code sm_90a} is of generation 90 with suffix {@code a}.
 *
 * @param generation the number in the name
 * @param suffix {@code a} where it has what that architecture alone has, {@code f} where it has
 *     what its family has, else empty
 */
public record Architecture(int generation, String suffix) {
  private static final Pattern NAME = Pattern.compile("sm_(\\d{2,3})([af]?)");

  /** The architecture of a name, or null where it is none. */
  public static @Nullable Architecture parse(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? new Architecture(Integer.parseInt(matcher.group(1)), matcher.group(2))
        : null;
  }

  /** The first version of the language that has it as a target. */
  public Version version() {
    return switch (suffix) {
      case "a" -> Version.of(generation == 90 ? 80 : Math.max(86, base()));
      case "f" -> Version.of(Math.max(88, base()));
      default -> Version.of(base());
    };
  }

  private int base() {
    return switch (generation) {
      case 70 -> 60;
      case 72 -> 61;
      case 75 -> 63;
      case 80 -> 70;
      case 86 -> 71;
      case 87 -> 74;
      case 89, 90 -> 78;
      case 100 -> 86;
      case 120 -> 87;
      case 103, 121 -> 88;
      default -> generation < 70 ? 60 : 90;
    };
  }

  @Override
  public String toString() {
    return "sm_" + generation + suffix;
  }
}
