// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScopedMapTest {
  @Test
  void aScopeForgetsWhatWasPutIntoIt() {
    ScopedMap<String, Integer> map = new ScopedMap<>();
    map.enter();
    map.put("a", 1);
    map.enter();
    map.put("a", 2);
    map.put("a", 3);
    map.put("b", 4);
    assertThat(map.get("a")).isEqualTo(3);
    assertThat(map.get("b")).isEqualTo(4);
    map.leave();
    assertThat(map.get("a")).isEqualTo(1);
    assertThat(map.get("b")).isNull();
    map.leave();
    assertThat(map.get("a")).isNull();
  }
}
