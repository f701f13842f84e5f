// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;

class ToolConditionTest {
  private static final String GONE = "no-such-tool-7";

  @Test
  void skipsWithTheReason() {
    ConditionEvaluationResult result = new ToolCondition(Map.of()).evaluate(GONE);
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason())
        .hasValue(
            "no-such-tool-7 not found: set NO_SUCH_TOOL_7, or have it on PATH or in CUDA_HOME/bin");
  }

  @Test
  void failsWhereToolsAreRequired() {
    ToolCondition condition = new ToolCondition(Map.of("REQUIRE_TOOLS", "1"));
    assertThatThrownBy(() -> condition.evaluate(GONE))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("no-such-tool-7 not found");
  }

  @Test
  void findsByVariableToolkitAndPath(@TempDir Path folder) throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path tool = Files.createFile(bin.resolve(GONE));
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    assertThat(Tools.find(GONE, Map.of())).isEmpty();
    assertThat(Tools.find(GONE, Map.of("NO_SUCH_TOOL_7", tool.toString()))).hasValue(tool);
    assertThat(Tools.find(GONE, Map.of("CUDA_HOME", folder.toString()))).hasValue(tool);
    assertThat(Tools.find(GONE, Map.of("PATH", "/nowhere:" + bin))).hasValue(tool);
    assertThat(new ToolCondition(Map.of("PATH", bin.toString())).evaluate(GONE).isDisabled())
        .isFalse();
  }

  @Test
  @RequiresTool(GONE)
  void isSkippedHere() {
    throw new AssertionError("a test that requires a tool ran without it");
  }
}
