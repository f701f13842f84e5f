// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import java.util.List;
import java.util.Optional;

/**
 * How code came to be loaded. Nothing falls back in silence: where the driver compiled PTX although
 * an assembler was asked for, {@code remark} says why.
 *
 * @param way who made the machine code
 * @param log what the assembler said, its own lines
 * @param milliseconds how long it took, the loading included
 * @param remark why not another way; empty if there is nothing to say
 */
public record LoadReport(Way way, String log, double milliseconds, String remark) {

  /** Who made the machine code. */
  public enum Way {
    /** It was handed in. */
    GIVEN,
    /** The assembler, just now. */
    ASSEMBLED,
    /** The assembler, at an earlier time. */
    CACHED,
    /** The driver. */
    DRIVER
  }

  /** What a kernel takes, if the log says. */
  public Optional<KernelUsage> usage(String kernel) {
    for (KernelUsage usage : usages()) {
      if (usage.kernel().equals(kernel)) {
        return Optional.of(usage);
      }
    }
    return Optional.empty();
  }

  /** What each kernel takes, as far as the log says. */
  public List<KernelUsage> usages() {
    return KernelUsage.parse(log);
  }
}
