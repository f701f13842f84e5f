// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.List;

/**
 * What is wrong with a program.
 *
 * @param site where
 * @param message what
 * @param remarks more about it, in front of the steps that lead there
 */
public record Fault(Site site, String message, List<Remark> remarks) {
  /** Copies the list. */
  public Fault {
    remarks = List.copyOf(remarks);
  }

  /** A fault without remarks. */
  public static Fault of(Site site, String message) {
    return new Fault(site, message, List.of());
  }

  /**
   * More about a fault.
   *
   * @param site where
   * @param text what
   */
  public record Remark(Site site, String text) {}
}
