// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import java.util.List;

/**
 * What is shown of a launch.
 *
 * @param title the function and its place
 * @param facts what takes part: roles, buffers, barriers; a line each
 * @param remarks what is shown otherwise than it is; a line each
 * @param timeline who does what when
 */
public record Chart(String title, List<String> facts, List<String> remarks, Timeline timeline) {

  /** Copies the lists. */
  public Chart {
    facts = List.copyOf(facts);
    remarks = List.copyOf(remarks);
  }

  /** A chart that says only why there is nothing to show. */
  static Chart empty(String title) {
    return new Chart(title, List.of(), List.of(), new Timeline(List.of(), List.of(), 0));
  }
}
