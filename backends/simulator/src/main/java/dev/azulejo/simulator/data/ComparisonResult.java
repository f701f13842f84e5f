// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import java.util.Arrays;

/**
 * How results compared with a reference.
 *
 * @param rule by which they were compared
 * @param actual the results
 * @param expected the reference
 * @param passed whether they agree
 * @param mismatches how many elements disagree; under {@code sim} elements that differ within a
 *     tile that does, or that are not both finite or the same
 * @param first the row-major number of the first element that disagrees, or -1
 * @param worst the row-major number of the element that disagrees most, or -1
 * @param maxAbsoluteError the greatest error of a finite element
 * @param maxRelativeError the greatest error of a finite element, divided by a reference not zero
 * @param dissimilarity under {@code sim} the greatest of the whole and of all tiles, else 0
 */
public record ComparisonResult(
    Comparison rule,
    Tensor actual,
    Tensor expected,
    boolean passed,
    int mismatches,
    int first,
    int worst,
    double maxAbsoluteError,
    double maxRelativeError,
    double dissimilarity) {

  /** The result in one line. */
  public String summary() {
    return actual.name()
        + (passed ? " agrees" : " disagrees")
        + " by "
        + rule
        + " with "
        + expected.name()
        + ": "
        + details();
  }

  /** How many elements differ, which of them first and most, and how large errors are. */
  public String details() {
    StringBuilder text = new StringBuilder();
    if (mismatches == 0) {
      text.append(actual.count()).append(actual.count() == 1 ? " element" : " elements");
    } else {
      text.append(mismatches).append(" of ").append(actual.count()).append(" elements differ");
      text.append(", first at ").append(shown(first));
      if (worst != first) {
        text.append(", worst at ").append(shown(worst));
      }
    }
    text.append(", max error ").append(maxAbsoluteError);
    text.append(" (relative ").append(maxRelativeError).append(')');
    if (rule instanceof Comparison.Similar) {
      text.append(", dissimilarity ").append(dissimilarity);
    }
    return text.toString();
  }

  /** A differing element of both sides: the bits as well where the numbers look the same. */
  private String shown(int element) {
    String got = actual.type().text(actual.bits(element));
    String wanted = expected.type().text(expected.bits(element));
    if (got.equals(wanted)) {
      got = "%s (0x%X)".formatted(got, actual.bits(element));
      wanted = "%s (0x%X)".formatted(wanted, expected.bits(element));
    }
    return Arrays.toString(actual.indices(element)) + ": " + got + " instead of " + wanted;
  }
}
