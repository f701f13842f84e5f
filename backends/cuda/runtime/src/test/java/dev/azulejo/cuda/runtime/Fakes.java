// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.fake.FakeKernel;
import java.util.List;
import java.util.Optional;

/** What many tests begin with. */
final class Fakes {
  /** PTX that the fake takes for anything. */
  static final String PTX = ".version 7.0\n.target sm_80\n";

  private Fakes() {}

  static Context context(FakeDriver fake) {
    return CudaDriver.over(fake).device(0).open();
  }

  /** A module loaded without an assembler. */
  static CudaModule module(Context context) {
    return new ModuleLoader(Optional.empty(), Optional.empty()).load(context, PTX);
  }

  /** A kernel that does nothing, and a launch of it. */
  static Launch launch(
      FakeDriver fake, Context context, LaunchShape shape, ParameterKind... kinds) {
    int[] bytes = new int[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      bytes[i] = kinds[i].bytes();
    }
    fake.device().kernel("nothing", FakeKernel.of(_ -> {}, bytes));
    return module(context).kernel("nothing").bind(shape, List.of(kinds));
  }
}
