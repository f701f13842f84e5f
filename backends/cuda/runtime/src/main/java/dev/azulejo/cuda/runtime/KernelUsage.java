// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one kernel takes, as the assembler's log says: ptxas and the driver write the same lines.
 *
 * @param kernel the kernel
 * @param registers 32-bit registers a thread
 * @param barriers named barriers
 * @param sharedBytes static shared memory of a block
 * @param stackBytes stack of a thread
 * @param spillStoreBytes bytes of registers stored to memory for want of room
 * @param spillLoadBytes bytes loaded back
 */
public record KernelUsage(
    String kernel,
    int registers,
    int barriers,
    int sharedBytes,
    int stackBytes,
    int spillStoreBytes,
    int spillLoadBytes) {

  private static final Pattern KERNEL =
      Pattern.compile("(?:Compiling entry function|Function properties for) '?([\\w$.]+)'?");
  private static final Pattern STACK =
      Pattern.compile("(\\d+) bytes stack frame, (\\d+) bytes spill stores, (\\d+) bytes spill");
  private static final Pattern REGISTERS = Pattern.compile("Used (\\d+) registers");
  private static final Pattern BARRIERS = Pattern.compile("used (\\d+) barriers");
  private static final Pattern SHARED = Pattern.compile("(\\d+) bytes smem");

  /** Reads a log; what it does not say of a kernel is 0. */
  public static List<KernelUsage> parse(String log) {
    List<KernelUsage> all = new ArrayList<>();
    String kernel = "";
    int[] stack = new int[3];
    for (String line : log.split("\n")) {
      Matcher found = KERNEL.matcher(line);
      if (found.find()) {
        if (!found.group(1).equals(kernel)) {
          stack = new int[3];
        }
        kernel = found.group(1);
      }
      found = STACK.matcher(line);
      if (found.find()) {
        for (int i = 0; i < 3; i++) {
          stack[i] = Integer.parseInt(found.group(i + 1));
        }
      }
      int registers = number(REGISTERS, line, -1);
      if (registers >= 0 && !kernel.isEmpty()) {
        all.add(
            new KernelUsage(
                kernel,
                registers,
                number(BARRIERS, line, 0),
                number(SHARED, line, 0),
                stack[0],
                stack[1],
                stack[2]));
      }
    }
    return List.copyOf(all);
  }

  private static int number(Pattern pattern, String line, int otherwise) {
    Matcher found = pattern.matcher(line);
    return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
  }
}
