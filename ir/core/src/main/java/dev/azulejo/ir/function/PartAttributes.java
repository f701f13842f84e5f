// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.function;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dictionaries of a function's arguments or results: one for each, or none at all. */
public final class PartAttributes {
  /** Where functions of all dialects keep the dictionaries of their arguments. */
  public static final String ARGUMENTS = "arg_attrs";

  private PartAttributes() {}

  /** The dictionaries of the arguments of an operation that is a function; else none. */
  public static Optional<ArrayAttr> ofArguments(Operation function) {
    return function.attribute(ARGUMENTS) instanceof ArrayAttr all
        ? Optional.of(all)
        : Optional.empty();
  }

  /** The dictionary of a part; empty where nothing is said of any. */
  public static DictionaryAttr of(Optional<ArrayAttr> all, int index) {
    return all.isPresent()
            && index < all.get().size()
            && all.get().get(index) instanceof DictionaryAttr entries
        ? entries
        : DictionaryAttr.EMPTY;
  }

  /** The attribute for these dictionaries, or null where all are empty. */
  public static @Nullable ArrayAttr array(List<DictionaryAttr> parts) {
    for (DictionaryAttr part : parts) {
      if (!part.entries().isEmpty()) {
        return ArrayAttr.of(parts);
      }
    }
    return null;
  }

  /**
   * Gives a part an attribute, or with null takes it away.
   *
   * @param attribute where the function keeps the dictionaries of parts of this kind
   * @param all what it keeps there now
   * @param count how many parts of this kind there are
   */
  public static void set(
      Operation function,
      String attribute,
      Optional<ArrayAttr> all,
      int count,
      int index,
      String name,
      @Nullable Attribute value) {
    List<DictionaryAttr> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(i == index ? with(of(all, i), name, value) : of(all, i));
    }
    ArrayAttr array = array(parts);
    if (array == null) {
      function.removeAttribute(attribute);
    } else {
      function.setAttribute(attribute, array);
    }
  }

  private static DictionaryAttr with(DictionaryAttr old, String name, @Nullable Attribute value) {
    List<NamedAttribute> entries = new ArrayList<>();
    for (NamedAttribute entry : old.entries()) {
      if (!entry.name().equals(name)) {
        entries.add(entry);
      }
    }
    if (value != null) {
      entries.add(new NamedAttribute(name, value));
    }
    return DictionaryAttr.of(entries);
  }

  /**
   * Checks that there are as many dictionaries as parts, and that they hold dialects' attributes.
   *
   * @param part {@code argument} or {@code result}
   */
  public static boolean verify(
      Operation function,
      String part,
      Optional<ArrayAttr> all,
      int count,
      Diagnostics diagnostics) {
    if (all.isEmpty()) {
      return true;
    }
    if (all.get().size() != count) {
      diagnostics.report(
          function.error(
              "expects %s attribute array to have the same number of elements as the number of"
                  + " function %ss, got %d, but expected %d",
              part, part, all.get().size(), count));
      return false;
    }
    for (int i = 0; i < count; i++) {
      for (NamedAttribute entry : of(all, i).entries()) {
        if (entry.name().indexOf('.') < 0) {
          diagnostics.report(function.error("%ss may only have dialect attributes", part));
          return false;
        }
      }
    }
    return true;
  }
}
