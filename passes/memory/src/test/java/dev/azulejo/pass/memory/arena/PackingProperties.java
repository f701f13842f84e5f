// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any buffers, packed. */
final class PackingProperties {
  @Provide
  Arbitrary<List<Tenant>> tenants() {
    Arbitrary<Long> bytes = Arbitraries.longs().between(1, 3000);
    Arbitrary<Long> align = Arbitraries.of(16L, 128L, 512L, 1024L);
    Arbitrary<Integer> first = Arbitraries.integers().between(0, 20);
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 6);
    return Combinators.combine(bytes, align, first, length)
        .as((size, multiple, from, more) -> new Tenant(size, multiple, from, from + more))
        .list()
        .ofMaxSize(12);
  }

  @Property
  void packingsFit(@ForAll("tenants") List<Tenant> tenants) {
    assertThat(Packing.sequential(tenants).fits(tenants)).isTrue();
    assertThat(Packing.sharing(tenants).fits(tenants)).isTrue();
  }

  @Property
  void sharingTakesNoMore(@ForAll("tenants") List<Tenant> tenants) {
    Packing shared = Packing.sharing(tenants);
    Packing apart = Packing.sequential(tenants);
    assertThat(shared.bytes()).isLessThanOrEqualTo(apart.bytes());
    assertThat(shared.bytes() % 16).isZero();
    if (shared.bytes() == apart.bytes()) {
      assertThat(shared).isEqualTo(apart);
    }
  }

  @Property
  void sequencesKeepAllApart(@ForAll("tenants") List<Tenant> tenants) {
    List<Tenant> always =
        tenants.stream().map(each -> new Tenant(each.bytes(), each.align(), 0, 99)).toList();
    assertThat(Packing.sequential(tenants).fits(always)).isTrue();
  }

  @Example
  void whatLiesOnWhatIsNeededDoesNotFit() {
    List<Tenant> tenants = List.of(new Tenant(32, 16, 0, 4), new Tenant(32, 16, 4, 8));
    assertThat(new Packing(List.of(0L, 16L), 48).fits(tenants)).isFalse();
    assertThat(new Packing(List.of(0L, 32L), 48).fits(tenants)).isFalse();
    assertThat(new Packing(List.of(0L, 40L), 80).fits(tenants)).isFalse();
    assertThat(new Packing(List.of(0L, 32L), 64).fits(tenants)).isTrue();
  }
}
