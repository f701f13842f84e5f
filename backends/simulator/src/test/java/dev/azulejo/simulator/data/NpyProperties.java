// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class NpyProperties {
  @Property
  void damagedFilesAreReadOrRefused(
      @ForAll @IntRange(max = 90) int place,
      @ForAll byte value,
      @ForAll @IntRange(max = 140) int cut) {
    byte[] file = Npy.write(new Tensor("t", ElementType.I16, 2, 3));
    file[place] = value;
    Throwable thrown = catchThrowable(() -> Npy.read("t", Arrays.copyOf(file, cut)));
    assertThat(thrown == null || thrown instanceof NpyFormatException).as("%s", thrown).isTrue();
    Throwable whole = catchThrowable(() -> Npy.read("t", file));
    assertThat(whole == null || whole instanceof NpyFormatException).as("%s", whole).isTrue();
  }
}
