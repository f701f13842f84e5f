// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Aliased;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.impl.factory.primitive.ObjectIntMaps;
import org.jspecify.annotations.Nullable;

/**
 * The short names of attributes that are worth one: affine maps and sets, locations, attributes
 * with an identity, and what dialects ask for. A first run of the printer collects them; then they
 * get their names: what needs no other alias first, and within that by the stem of the name.
 */
final class AliasNames {
  private final boolean enabled;
  private final Map<Attribute, Use> uses = new LinkedHashMap<>();
  private final Map<Attribute, Integer> identities = new IdentityHashMap<>();
  private List<Use> ordered = List.of();
  private boolean complete;

  AliasNames(boolean enabled) {
    this.enabled = enabled;
  }

  /** An attribute that has a name, and what it needs. */
  private static final class Use {
    private final Attribute attribute;
    private final String stem;
    private final List<Use> inner = new ArrayList<>();
    private int depth;
    // Only operations' locations need it: its definition may stand behind the text.
    private boolean behind;
    private String name = "";

    Use(Attribute attribute, String stem, boolean behind) {
      this.attribute = attribute;
      this.stem = stem;
      this.behind = behind;
    }

    void bringForward() {
      if (behind) {
        behind = false;
        inner.forEach(Use::bringForward);
      }
    }
  }

  /** The alias of an attribute, or null for one that prints in full. */
  @Nullable String find(Attribute attribute) {
    String stem = enabled ? stem(attribute) : null;
    if (stem == null) {
      return null;
    }
    if (!complete) {
      collect(attribute, stem, false);
      return "#" + stem;
    }
    Use use = uses.get(attribute);
    return use == null ? null : use.name;
  }

  /** Notes, in the first run, the location of an operation that is going to be printed. */
  void noteLocation(Location location) {
    LocationAttr attribute = new LocationAttr(location);
    collect(attribute, attribute.aliasStem(), true);
  }

  /** Is the first run still on? */
  boolean isCollecting() {
    return enabled && !complete;
  }

  private Use collect(Attribute attribute, String stem, boolean behind) {
    Use known = uses.get(attribute);
    if (known != null) {
      if (!behind) {
        known.bringForward();
      }
      return known;
    }
    Use use = new Use(attribute, stem, behind);
    uses.put(attribute, use);
    attribute.print(new Collector(use));
    for (Use inner : use.inner) {
      use.depth = Math.max(use.depth, inner.depth + 1);
    }
    return use;
  }

  /** Finds what an attribute needs, by having it print itself. */
  private final class Collector implements AsmPrinter {
    private final Use outer;

    Collector(Use outer) {
      this.outer = outer;
    }

    @Override
    public AsmPrinter text(String text) {
      return this;
    }

    @Override
    public @Nullable String alias(Attribute attribute) {
      String stem = stem(attribute);
      if (stem == null) {
        return null;
      }
      outer.inner.add(collect(attribute, stem, outer.behind));
      return "#" + stem;
    }
  }

  private static @Nullable String stem(Attribute attribute) {
    return attribute instanceof Aliased aliased ? aliased.aliasStem() : null;
  }

  /** The number by which an attribute with an identity is told from others. */
  int identity(Attribute attribute) {
    return identities.computeIfAbsent(attribute, _ -> identities.size());
  }

  boolean isEmpty() {
    return uses.isEmpty();
  }

  /** Ends the first run: names are given. */
  void complete() {
    complete = true;
    identities.clear();
    ordered = new ArrayList<>(uses.values());
    ordered.sort(Comparator.<Use>comparingInt(use -> use.depth).thenComparing(use -> use.stem));
    MutableObjectIntMap<String> counts = ObjectIntMaps.mutable.empty();
    for (Use use : ordered) {
      int number = counts.getAndPut(use.stem, counts.get(use.stem) + 1, 0);
      use.name = "#" + use.stem + (number == 0 ? "" : number);
    }
  }

  /** The definitions that stand in front of the text, a line each. */
  String definitions() {
    return definitions(false);
  }

  /** The definitions that stand behind the text, a line each. */
  String definitionsBehind() {
    return definitions(true);
  }

  private String definitions(boolean behind) {
    Definitions text = new Definitions();
    for (Use use : ordered) {
      if (use.behind == behind) {
        text.text(use.name).text(" = ");
        use.attribute.print(text);
        text.text("\n");
      }
    }
    return text.out.toString();
  }

  /** Prints definitions, with the names of what they need. */
  private final class Definitions implements AsmPrinter {
    private final StringBuilder out = new StringBuilder();

    @Override
    public AsmPrinter text(String text) {
      out.append(text);
      return this;
    }

    @Override
    public @Nullable String alias(Attribute attribute) {
      return find(attribute);
    }

    @Override
    public int identity(Attribute attribute) {
      return AliasNames.this.identity(attribute);
    }
  }
}
