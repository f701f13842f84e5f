// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.fake;

import java.util.Arrays;
import java.util.List;

/**
 * A kernel in Java.
 *
 * @param parameterBytes how many bytes each parameter takes
 * @param body what a launch does
 */
public record FakeKernel(List<Integer> parameterBytes, Body body) {

  /** What a launch does. */
  public interface Body {
    /** Runs all blocks. */
    void run(FakeLaunch launch);
  }

  /** A kernel with parameters of so many bytes each. */
  public static FakeKernel of(Body body, int... parameterBytes) {
    return new FakeKernel(Arrays.stream(parameterBytes).boxed().toList(), body);
  }
}
