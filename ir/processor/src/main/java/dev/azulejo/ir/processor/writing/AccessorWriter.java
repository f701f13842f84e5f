// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.azulejo.ir.processor.model.Arity;
import dev.azulejo.ir.processor.model.AttributeModel;
import dev.azulejo.ir.processor.model.AttributeModel.Presence;
import dev.azulejo.ir.processor.model.GroupModel;
import dev.azulejo.ir.processor.model.Names;
import dev.azulejo.ir.processor.model.RegionModel;
import dev.azulejo.ir.processor.model.Signature;
import dev.azulejo.ir.processor.model.SuccessorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Writes the accessors of a generated class. */
final class AccessorWriter {
  private AccessorWriter() {}

  /** The accessors, in the order of the groups of the schema. */
  static List<MethodSpec> methods(Signature signature) {
    List<MethodSpec> methods = new ArrayList<>();
    List<GroupModel> operands = signature.operands();
    for (int i = 0; i < operands.size(); i++) {
      methods.add(plain(operands.get(i).accessor(), operand(operands, i)));
    }
    List<GroupModel> results = signature.results();
    for (int i = 0; i < results.size(); i++) {
      methods.add(plain(results.get(i).accessor(), result(results, i)));
    }
    List<AttributeModel> attributes = signature.attributes();
    for (int i = 0; i < attributes.size(); i++) {
      methods.add(attribute(attributes.get(i), i));
    }
    List<RegionModel> regions = signature.regions();
    for (int i = 0; i < regions.size(); i++) {
      methods.add(
          plain(
              regions.get(i).accessor(),
              regions.get(i).variadic()
                  ? CodeBlock.of("regions().subList($L, regionCount())", i)
                  : CodeBlock.of("region($L)", i)));
    }
    List<SuccessorModel> successors = signature.successors();
    for (int i = 0; i < successors.size(); i++) {
      methods.add(
          plain(
              successors.get(i).accessor(),
              successors.get(i).variadic()
                  ? CodeBlock.of("successors().subList($L, successors().size())", i)
                  : CodeBlock.of("successors().get($L)", i)));
    }
    return methods;
  }

  private static CodeBlock operand(List<GroupModel> operands, int index) {
    return switch (operands.get(index).arity()) {
      case ONE ->
          hasFixedPlace(operands, index)
              ? CodeBlock.of("operand($L)", index)
              : CodeBlock.of("requiredOperand($L)", index);
      case OPTIONAL -> CodeBlock.of("$T.ofNullable(optionalOperand($L))", Optional.class, index);
      case VARIADIC -> CodeBlock.of("operandGroup($L)", index);
    };
  }

  private static CodeBlock result(List<GroupModel> results, int index) {
    return switch (results.get(index).arity()) {
      case ONE ->
          hasFixedPlace(results, index)
              ? CodeBlock.of("result($L)", index)
              : CodeBlock.of("resultGroup($L).getFirst()", index);
      case OPTIONAL -> CodeBlock.of("resultGroup($L).stream().findFirst()", index);
      case VARIADIC -> CodeBlock.of("resultGroup($L)", index);
    };
  }

  private static boolean hasFixedPlace(List<GroupModel> groups, int index) {
    return groups.subList(0, index).stream().allMatch(group -> group.arity() == Arity.ONE);
  }

  private static MethodSpec attribute(AttributeModel attribute, int index) {
    CodeBlock value =
        switch (attribute.presence()) {
          case UNIT -> CodeBlock.of("inherentAttribute($L) != null", index);
          case OPTIONAL ->
              CodeBlock.of(
                  "$T.ofNullable($L)",
                  Optional.class,
                  cast(attribute.type(), CodeBlock.of("inherentAttribute($L)", index)));
          case REQUIRED, DEFAULTED ->
              cast(attribute.type(), CodeBlock.of("requiredAttribute($L)", index));
        };
    MethodSpec method = plain(attribute.accessor(), value);
    boolean isUnchecked =
        attribute.presence() != Presence.UNIT && attribute.type() instanceof ParameterizedTypeName;
    return isUnchecked
        ? method.toBuilder()
            .addAnnotation(
                AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "unchecked")
                    .build())
            .build()
        : method;
  }

  private static CodeBlock cast(TypeName type, CodeBlock value) {
    return type.equals(Names.ATTRIBUTE) ? value : CodeBlock.of("($T) $L", type, value);
  }

  private static MethodSpec plain(ExecutableElement accessor, CodeBlock value) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(accessor.getSimpleName().toString())
            .addAnnotation(Override.class)
            .returns(TypeName.get(accessor.getReturnType()))
            .addStatement("return $L", value);
    for (Modifier modifier : List.of(Modifier.PUBLIC, Modifier.PROTECTED)) {
      if (accessor.getModifiers().contains(modifier)) {
        method.addModifiers(modifier);
      }
    }
    return method.build();
  }
}
