// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import org.jspecify.annotations.Nullable;

/**
 * What an instruction needs: a version of the language and a target.
 *
 * @param version the first version of the language that has it
 * @param generation the first generation of hardware that has it
 * @param suffix which targets of these have it
 * @param otherwise what else suffices, or null: some targets had it before others
 */
public record Needs(Version version, int generation, Suffix suffix, @Nullable Needs otherwise) {
  /** What every target that text is made for has. */
  public static final Needs NOTHING = of(60, 70);

  /** Which targets have an instruction, as the end of a target's name tells. */
  public enum Suffix {
    /** Every one of the generation and of later ones. */
    ANY,
    /** One of the generation or of later ones whose name ends in {@code a} or {@code f}. */
    FEATURED,
    /** The one of just this generation whose name ends in {@code a}. */
    SPECIFIC
  }

  /** A version in tenths and a generation: 70 and 80 for PTX 7.0 on sm_80 and later. */
  public static Needs of(int version, int generation) {
    return new Needs(Version.of(version), generation, Suffix.ANY, null);
  }

  /** As {@link #of}, where only targets have it whose name ends in {@code a} or {@code f}. */
  public static Needs featured(int version, int generation) {
    return new Needs(Version.of(version), generation, Suffix.FEATURED, null);
  }

  /** As {@link #of}, where only the target of that generation ending in {@code a} has it. */
  public static Needs specific(int version, int generation) {
    return new Needs(Version.of(version), generation, Suffix.SPECIFIC, null);
  }

  /** This, or what another says. */
  public Needs or(Needs other) {
    return new Needs(version, generation, suffix, other);
  }

  /** Has a target all that is needed? */
  public boolean isMetBy(Architecture target) {
    return isMetHere(target) || (otherwise != null && otherwise.isMetBy(target));
  }

  /** The first version of the language that has it for a target that has it. */
  public Version version(Architecture target) {
    if (otherwise == null || !otherwise.isMetBy(target)) {
      return version;
    }
    Version other = otherwise.version(target);
    return isMetHere(target) && version.compareTo(other) < 0 ? version : other;
  }

  private boolean isMetHere(Architecture target) {
    return switch (suffix) {
      case ANY -> target.generation() >= generation;
      case FEATURED -> target.generation() >= generation && !target.suffix().isEmpty();
      case SPECIFIC -> target.generation() == generation && target.suffix().equals("a");
    };
  }

  /** What a target must be, in words. */
  public String description() {
    return switch (suffix) {
      case ANY -> "sm_" + generation + " or later, and PTX " + version;
      case FEATURED -> "sm_" + generation + "a or a later target with suffix, and PTX " + version;
      case SPECIFIC -> "sm_" + generation + "a and no other, and PTX " + version;
    };
  }
}
