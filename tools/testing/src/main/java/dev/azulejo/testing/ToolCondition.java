// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.testing;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips what {@link RequiresTool} says can't run here. */
public final class ToolCondition implements ExecutionCondition {
  private final Map<String, String> environment;

  /** JUnit makes it. */
  public ToolCondition() {
    this(System.getenv());
  }

  ToolCondition(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresTool.class)
        .map(wanted -> evaluate(wanted.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("no tool is asked for"));
  }

  ConditionEvaluationResult evaluate(String name) {
    Optional<?> found = Tools.find(name, environment);
    if (found.isPresent()) {
      return ConditionEvaluationResult.enabled(name + " is " + found.get());
    }
    String reason = name + " not found: " + Tools.howToProvide(name);
    if ("1".equals(environment.get("REQUIRE_TOOLS"))) {
      throw new ExtensionConfigurationException(reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
