// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.validation;

import dev.azulejo.ir.processor.model.DialectModel;
import dev.azulejo.ir.processor.model.OpModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts operations together by package, and reports what doesn't fit. */
public final class DialectReader {
  private final Problems problems;
  private final Map<String, String> packagesByDialect;

  /** Knows the packages of the dialects of earlier rounds, and adds those that it reads. */
  public DialectReader(Problems problems, Map<String, String> packagesByDialect) {
    this.problems = problems;
    this.packagesByDialect = packagesByDialect;
  }

  /** The dialects, sorted by package. */
  public List<DialectModel> read(List<OpModel> ops) {
    Map<String, List<OpModel>> byPackage = new TreeMap<>();
    for (OpModel op : ops) {
      byPackage.computeIfAbsent(op.className().packageName(), _ -> new ArrayList<>()).add(op);
    }
    List<DialectModel> dialects = new ArrayList<>();
    byPackage.forEach((name, members) -> {
      DialectModel dialect = read(name, members);
      if (claims(dialect)) {
        dialects.add(dialect);
      }
    });
    return dialects;
  }

  private DialectModel read(String packageName, List<OpModel> members) {
    List<OpModel> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparing(OpModel::name).thenComparing(OpModel::className));
    String dialect = sorted.getFirst().dialect();
    List<OpModel> kept = new ArrayList<>();
    for (OpModel op : sorted) {
      if (!op.dialect().equals(dialect)) {
        problems.error(
            Place.of(op.type()),
            "the operations of a package are of one dialect, but here are '%s' and '%s'",
            kept.getFirst().name(),
            op.name());
      } else if (!kept.isEmpty() && kept.getLast().name().equals(op.name())) {
        problems.error(
            Place.of(op.type()),
            "'%s' is declared twice: here and in %s",
            op.name(),
            kept.getLast().className().simpleName());
      } else {
        kept.add(op);
      }
    }
    return new DialectModel(dialect, packageName, List.copyOf(kept));
  }

  private boolean claims(DialectModel dialect) {
    String other = packagesByDialect.putIfAbsent(dialect.name(), dialect.packageName());
    if (other == null) {
      return true;
    }
    String where =
        other.equals(dialect.packageName())
            ? "are found again in a class that another processor generated"
            : "stand in %s and in %s: a dialect is one package"
                .formatted(other, dialect.packageName());
    problems.error(
        Place.of(dialect.ops().getFirst().type()),
        "operations of dialect '%s' %s",
        dialect.name(),
        where);
    return false;
  }
}
