// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.verify;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.function.PartAttributes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks attributes: those of the schema, and those whose names begin with a dialect's. */
final class AttributeVerifier {
  private AttributeVerifier() {}

  /** Lets each dialect check the attributes of its name. */
  static boolean verifyDiscardable(Operation op, Report report) {
    Dialects dialects = report.dialects();
    if (dialects == null) {
      return true;
    }
    for (NamedAttribute attribute : op.discardableAttributes()) {
      Dialect dialect = owner(attribute, dialects);
      if (dialect != null) {
        Diagnostics own = report.about(op);
        dialect.verifyAttribute(op, attribute, own);
        if (own.hasErrors()) {
          return false;
        }
      }
    }
    return verifyArguments(op, dialects, report);
  }

  private static @Nullable Dialect owner(NamedAttribute attribute, Dialects dialects) {
    int dot = attribute.name().indexOf('.');
    return dot < 0 ? null : dialects.dialect(attribute.name().substring(0, dot));
  }

  /** Lets each dialect check the attributes of its name on the arguments of functions. */
  private static boolean verifyArguments(Operation op, Dialects dialects, Report report) {
    Optional<ArrayAttr> all = PartAttributes.ofArguments(op);
    int count = all.map(ArrayAttr::size).orElse(0);
    for (int i = 0; i < count; i++) {
      for (NamedAttribute attribute : PartAttributes.of(all, i).entries()) {
        Dialect dialect = owner(attribute, dialects);
        if (dialect != null) {
          Diagnostics own = report.about(op);
          dialect.verifyArgumentAttribute(op, i, attribute, own);
          if (own.hasErrors()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Checks the attributes that the schema declares. */
  static boolean verifyInherent(Operation op, Report report) {
    List<OpSchema.InherentAttribute> declared = op.schema().attributes();
    for (int i = 0; i < declared.size(); i++) {
      OpSchema.InherentAttribute each = declared.get(i);
      Attribute value = op.inherentAttribute(i);
      if (value == null) {
        if (each.required()) {
          return report.fail(op, "requires attribute '%s'", each.name());
        }
      } else if (!each.constraint().accepts(value)) {
        return report.fail(
            op,
            "attribute '%s' failed to satisfy constraint: %s",
            each.name(),
            each.constraint().description());
      }
    }
    return true;
  }
}
