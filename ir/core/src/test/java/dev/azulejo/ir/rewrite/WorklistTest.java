// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorklistTest {
  private static List<String> drain(Worklist<String> list) {
    List<String> all = new ArrayList<>();
    for (String item = list.pop(); item != null; item = list.pop()) {
      all.add(item);
    }
    return all;
  }

  private static Worklist<String> filled(Worklist<String> list) {
    for (String item : List.of("a", "b", "c", "d", "e")) {
      list.push(item);
    }
    return list;
  }

  @Test
  void theLastComesFirstAndNothingTwice() {
    Worklist<String> list = filled(new Worklist<>());
    list.push("a");
    assertThat(drain(list)).containsExactly("e", "d", "c", "b", "a");
    assertThat(list.isEmpty()).isTrue();
  }

  @Test
  void whatIsRemovedDoesNotComeButMayComeBack() {
    Worklist<String> list = filled(new Worklist<>());
    list.remove("c");
    list.remove("c");
    list.push("c");
    list.remove("e");
    list.reverse();
    assertThat(drain(list)).containsExactly("a", "b", "d", "c");
  }

  @Test
  void aSeedDecidesTheOrder() {
    List<String> one = drain(filled(new Worklist<>(1)));
    assertThat(one).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
    assertThat(drain(filled(new Worklist<>(1)))).isEqualTo(one);
    List<List<String>> orders = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      Worklist<String> list = filled(new Worklist<>(seed));
      list.remove("b");
      orders.add(drain(list));
    }
    assertThat(orders.stream().distinct().count()).isGreaterThan(3);
    assertThat(orders)
        .allSatisfy(order -> assertThat(order).containsExactlyInAnyOrder("a", "c", "d", "e"));
  }
}
