// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import dev.azulejo.ir.processor.model.AttributeModel;
import dev.azulejo.ir.processor.model.DialectModel;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.OpModel;
import dev.azulejo.ir.processor.model.RegionModel;
import dev.azulejo.ir.processor.model.Signature;
import dev.azulejo.ir.processor.model.SuccessorModel;
import dev.azulejo.ir.processor.model.TypeRuleModel;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Writes the reference of a dialect, and its examples for the tests. */
public final class ReferenceWriter {
  private static final String END_OF_EXAMPLE = "---";

  private ReferenceWriter() {}

  /**
   * Writes {@code META-INF/azulejo/dialect/<name>.md} and {@code
   * META-INF/azulejo/examples/<name>.txt}. In the latter each example is a line with the name of
   * its operation, the text, and a line of three hyphens.
   */
  public static void write(Filer filer, DialectModel dialect) throws IOException {
    List<TypeElement> origins = dialect.ops().stream().map(OpModel::type).toList();
    Sources.write(
        filer, "META-INF/azulejo/dialect/" + dialect.name() + ".md", reference(dialect), origins);
    Sources.write(
        filer, "META-INF/azulejo/examples/" + dialect.name() + ".txt", examples(dialect), origins);
  }

  private static String examples(DialectModel dialect) {
    StringBuilder text = new StringBuilder();
    for (OpModel op : dialect.ops()) {
      if (op.example() != null) {
        text.append(op.name()).append('\n').append(op.example()).append('\n');
        text.append(END_OF_EXAMPLE).append('\n');
      }
    }
    return text.toString();
  }

  private static String reference(DialectModel dialect) {
    Markdown out = new Markdown();
    out.heading(1, "Dialect " + Markdown.code(dialect.name()));
    out.paragraph(
        "Generated from the operations declared in "
            + Markdown.code(dialect.packageName())
            + ". Do not edit.");
    out.table(
        List.of("operation", "what it does"),
        dialect.ops().stream()
            .map(op ->
                List.of(
                    "[" + Markdown.code(op.name()) + "](#" + anchor(op.name()) + ")",
                    JavadocMarkdown.firstSentence(JavadocMarkdown.convert(op.doc()))))
            .toList());
    dialect.ops().forEach(op -> describe(out, op));
    return out.toString();
  }

  private static void describe(Markdown out, OpModel op) {
    out.heading(2, Markdown.code(op.name()));
    out.paragraph(JavadocMarkdown.convert(op.doc()));
    if (op.customAssembly()) {
      out.paragraph("The custom form is code; see the example.");
    } else if (op.formatText().isEmpty()) {
      out.paragraph("It has no custom form.");
    } else {
      out.fenced("text", "operation ::= `" + op.name() + "` " + op.formatText());
    }
    tables(out, op.signature());
    out.paragraph(rules(op));
    if (!op.traits().isEmpty()) {
      out.paragraph("Interfaces: " + Markdown.codes(op.traits()) + ".");
    }
    if (op.example() != null) {
      out.fenced("mlir", op.example());
    }
  }

  private static void tables(Markdown out, Signature signature) {
    out.table(List.of("operand", "type", "meaning"), groups(signature.operands()));
    out.table(List.of("result", "type", "meaning"), groups(signature.results()));
    out.table(
        List.of("attribute", "value", "meaning"),
        signature.attributes().stream().map(ReferenceWriter::attribute).toList());
    out.table(
        List.of("region", "blocks", "meaning"),
        signature.regions().stream().map(ReferenceWriter::region).toList());
    out.table(
        List.of("successor", "meaning"),
        signature.successors().stream().map(ReferenceWriter::successor).toList());
  }

  private static List<List<String>> groups(List<GroupModel> groups) {
    return groups.stream()
        .map(group ->
            List.of(
                Markdown.code(group.name()),
                switch (group.arity()) {
                      case ONE -> "";
                      case OPTIONAL -> "optional ";
                      case VARIADIC -> "any number of ";
                    }
                    + Markdown.code(group.constraint().simpleName()),
                JavadocMarkdown.convert(group.doc())))
        .toList();
  }

  private static List<String> attribute(AttributeModel attribute) {
    String constraint = Markdown.code(attribute.constraint().simpleName());
    String value =
        switch (attribute.presence()) {
          case REQUIRED -> constraint;
          case DEFAULTED -> constraint + ", default " + Markdown.code("" + attribute.defaultText());
          case OPTIONAL -> "optional " + constraint;
          case UNIT -> "present or absent";
        };
    return List.of(
        Markdown.code(attribute.name()), value, JavadocMarkdown.convert(attribute.doc()));
  }

  private static List<String> region(RegionModel region) {
    String blocks =
        switch (region.shape()) {
          case ANY -> "any number";
          case AT_MOST_ONE_BLOCK -> "at most one";
          case SINGLE_BLOCK -> "one";
        };
    return List.of(
        Markdown.code(region.name()) + (region.variadic() ? " (any number)" : ""),
        blocks,
        JavadocMarkdown.convert(region.doc()));
  }

  private static List<String> successor(SuccessorModel successor) {
    return List.of(
        Markdown.code(successor.name()) + (successor.variadic() ? " (any number)" : ""),
        JavadocMarkdown.convert(successor.doc()));
  }

  private static String rules(OpModel op) {
    StringBuilder text = new StringBuilder();
    if (!op.sameTypes().isEmpty()) {
      text.append("All of one type: ").append(Markdown.codes(op.sameTypes())).append(".\n");
    }
    for (TypeRuleModel rule : op.typeRules()) {
      text.append("The type of ")
          .append(Markdown.code(rule.target()))
          .append(" follows from that of ")
          .append(Markdown.code(rule.from()))
          .append(" by ")
          .append(Markdown.code(rule.rule().simpleName()))
          .append(".\n");
    }
    if (!op.parents().isEmpty()) {
      text.append("Stands in: ").append(Markdown.codes(op.parents())).append(".\n");
    }
    return text.toString().stripTrailing();
  }

  private static String anchor(String name) {
    return name.toLowerCase(Locale.ROOT).replace(".", "");
  }
}
