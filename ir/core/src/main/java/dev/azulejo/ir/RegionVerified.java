// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir;

import dev.azulejo.ir.diag.Diagnostics;

/** An operation with checks that need its regions to have been verified first. */
public interface RegionVerified {
  /** Reports what is wrong. */
  void verifyRegions(Diagnostics diagnostics);
}
