// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.azulejo.ir.processor.model.AttributeModel;
import dev.azulejo.ir.processor.model.AttributeModel.Presence;
import dev.azulejo.ir.processor.model.FormatPart;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.OpModel;
import dev.azulejo.ir.processor.model.RegionModel;
import dev.azulejo.ir.processor.model.SuccessorModel;
import dev.azulejo.ir.processor.model.TypeRuleModel;
import dev.azulejo.ir.spec.Region.Shape;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the expression that builds the schema of an operation. */
final class SchemaWriter {
  private SchemaWriter() {}

  /** The constant that holds the schema. */
  static FieldSpec field(OpModel op) {
    return FieldSpec.builder(Names.OP_SCHEMA, "SCHEMA", Modifier.STATIC, Modifier.FINAL)
        .initializer(schema(op))
        .build();
  }

  private static CodeBlock schema(OpModel op) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add("$T.define($S)", Names.OP_SCHEMA, op.name()).indent().indent();
    for (GroupModel operand : op.signature().operands()) {
      group(code, "operand", operand);
    }
    for (GroupModel result : op.signature().results()) {
      group(code, "result", result);
    }
    for (AttributeModel attribute : op.signature().attributes()) {
      code.add(
          "\n.attribute($S, new $T(), $L, $S)",
          attribute.name(),
          attribute.constraint(),
          attribute.presence() == Presence.REQUIRED,
          attribute.defaultText());
    }
    for (RegionModel region : op.signature().regions()) {
      code.add(
          "\n.region($S, $T.$L, $L)",
          region.name(),
          Shape.class,
          region.shape().name(),
          region.variadic());
    }
    for (SuccessorModel successor : op.signature().successors()) {
      code.add("\n.successor($S, $L)", successor.name(), successor.variadic());
    }
    if (!op.sameTypes().isEmpty()) {
      code.add("\n.sameTypes($L)", texts(op.sameTypes()));
    }
    for (TypeRuleModel rule : op.typeRules()) {
      code.add("\n.typeRule($S, $S, new $T())", rule.target(), rule.from(), rule.rule());
    }
    if (!op.parents().isEmpty()) {
      code.add("\n.parents($L)", texts(op.parents()));
    }
    List<FormatPart> format = op.format();
    if (format != null) {
      code.add("\n.format(").indent().indent().add("$L)", parts(format)).unindent().unindent();
    }
    if (op.customAssembly()) {
      code.add("\n.parser($T::parse)", op.className());
    }
    return code.add("\n.build($T::new)", op.implName()).unindent().unindent().build();
  }

  private static void group(CodeBlock.Builder code, String method, GroupModel group) {
    code.add(
        "\n.$L($S, new $T(), $T.$L)",
        method,
        group.name(),
        group.constraint(),
        Names.ARITY,
        group.arity().name());
  }

  private static CodeBlock texts(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
  }

  private static CodeBlock parts(List<FormatPart> parts) {
    return parts.stream()
        .map(part -> CodeBlock.of("\n$L", part(part)))
        .collect(CodeBlock.joining(","));
  }

  private static CodeBlock part(FormatPart part) {
    return switch (part) {
      case FormatPart.Literal(String text) -> element("Literal", CodeBlock.of("$S", text));
      case FormatPart.OperandRef(int group) -> element("OperandRef", place(group));
      case FormatPart.OperandType(int group) -> element("OperandType", place(group));
      case FormatPart.ResultType(int group) -> element("ResultType", place(group));
      case FormatPart.FunctionalType(int operands, int results) ->
          element("FunctionalType", CodeBlock.of("$L, $L", place(operands), place(results)));
      case FormatPart.AttributeRef(int index) -> element("AttributeRef", place(index));
      case FormatPart.RegionRef(int index) -> element("RegionRef", place(index));
      case FormatPart.SuccessorRef(int index) -> element("SuccessorRef", place(index));
      case FormatPart.AttributeDictionary(boolean withKeyword) ->
          element("AttributeDictionary", CodeBlock.of("$L", withKeyword));
      case FormatPart.OptionalGroup group ->
          element(
              "Optional",
              CodeBlock.of(
                  "$L, $L, $L",
                  list(group.present()),
                  part(group.anchor()),
                  list(group.otherwise())));
    };
  }

  private static CodeBlock element(String name, CodeBlock arguments) {
    return CodeBlock.of("new $T.$L($L)", Names.FORMAT_ELEMENT, name, arguments);
  }

  private static CodeBlock place(int index) {
    return index == FormatPart.ALL
        ? CodeBlock.of("$T.ALL", Names.FORMAT_ELEMENT)
        : CodeBlock.of("$L", index);
  }

  private static CodeBlock list(List<FormatPart> parts) {
    CodeBlock elements = parts.stream().map(SchemaWriter::part).collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.of($L)", List.class, elements);
  }
}
