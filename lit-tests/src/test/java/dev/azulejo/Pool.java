// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.text.ParseOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Types and attributes to make programs of: those of the manual's examples, and a few more. */
final class Pool {
  private static final String MORE =
      """
      "t.types"() {a = [i1, i8, i16, i32, i64, i65, si8, ui32, index, f16, bf16, f32, f64, f8E4M3FN,
        vector<4xi32>, vector<2x[4]xf32>, vector<i1>, tensor<2x?xf32>, tensor<*xi8>, memref<4x8xf32>,
        memref<?x4xf16, strided<[?, 1], offset: ?>>, memref<*xf32>, memref<i8, "shared">,
        memref<8x16xf16, "shared">, memref<8x16xf32, "fragment">, complex<f32>, tuple<i1, f32>,
        (i32) -> f32, none, !barrier.array<3>]} : () -> ()
      "t.attributes"() {a = [unit, true, 0 : i8, -1 : i32, 7, 3 : index, 1.5 : f32, 0x7FC0 : bf16,
        "text", @symbol, @a::@b, [], [1, "x"], {k = 1 : i32}, array<i64>, array<i64: 0, 1>,
        array<i32: 1, 2>, array<i1: true>, dense<1> : vector<4xi32>, dense<[1.0, 2.0]> : tensor<2xf32>,
        affine_map<(d0, d1) -> (d1, d0)>, affine_set<(d0) : (d0 >= 0)>, loc(unknown), 0 : i64,
        1 : i64, 2 : i64, -9223372036854775808]} : () -> ()
      """;

  private final List<Type> types;
  private final List<Attribute> attributes;

  private Pool(Set<Type> types, Set<Attribute> attributes) {
    this.types = List.copyOf(types);
    this.attributes = List.copyOf(attributes);
  }

  /** All that the examples and the lists above hold. */
  static Pool ofExamples() {
    Set<Type> types = new LinkedHashSet<>();
    Set<Attribute> attributes = new LinkedHashSet<>();
    collect(Programs.parse("more", MORE, ParseOptions.LENIENT), types, attributes);
    Programs.examples()
        .forEach((name, text) ->
            collect(Programs.parse(name, text, ParseOptions.FRAGMENT), types, attributes));
    return new Pool(types, attributes);
  }

  /** Some type that a constraint takes, or null. */
  @Nullable Type type(Random random, TypeConstraint constraint) {
    return pick(random, types, constraint::accepts);
  }

  /** Some attribute that a constraint takes, or null. */
  @Nullable Attribute attribute(Random random, AttributeConstraint constraint) {
    return pick(random, attributes, constraint::accepts);
  }

  /** Any attribute at all. */
  Attribute attribute(Random random) {
    return attributes.get(random.nextInt(attributes.size()));
  }

  private static <T> @Nullable T pick(Random random, List<T> all, Predicate<T> fits) {
    List<T> fitting = all.stream().filter(fits).toList();
    return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
  }

  private static void collect(Operation op, Set<Type> types, Set<Attribute> attributes) {
    for (OpResult result : op.results()) {
      types.add(result.type());
    }
    List<NamedAttribute> all = new ArrayList<>(op.inherentAttributes());
    all.addAll(op.discardableAttributes());
    all.forEach(entry -> collect(entry.value(), types, attributes));
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        for (BlockArgument argument : block.arguments()) {
          types.add(argument.type());
        }
        block.forEach(nested -> collect(nested, types, attributes));
      }
    }
  }

  private static void collect(Attribute value, Set<Type> types, Set<Attribute> attributes) {
    attributes.add(value);
    if (value instanceof dev.azulejo.ir.builtin.ArrayAttr array) {
      array.elements().forEach(element -> collect(element, types, attributes));
    } else if (value instanceof dev.azulejo.ir.builtin.TypeAttr type) {
      types.add(type.value());
    }
  }
}
