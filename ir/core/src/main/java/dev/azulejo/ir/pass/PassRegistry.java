// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The passes and pipelines that a tool knows, by name. */
public final class PassRegistry {
  private final Map<String, PassFactory> passes = new TreeMap<>();
  private final Map<String, NamedPipeline> pipelines = new TreeMap<>();

  /**
   * A registry.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public PassRegistry(Collection<PassFactory> passes, Collection<NamedPipeline> pipelines) {
    for (PassFactory pass : passes) {
      refuseClash(pass.name(), this.passes.put(pass.name(), pass), pass);
    }
    for (NamedPipeline pipeline : pipelines) {
      String name = pipeline.name();
      refuseClash(name, this.passes.get(name), pipeline);
      refuseClash(name, this.pipelines.put(name, pipeline), pipeline);
    }
  }

  private static void refuseClash(String name, @Nullable Object one, Object other) {
    if (one != null) {
      throw new IllegalArgumentException(
          "two passes or pipelines are called '%s': %s and %s"
              .formatted(name, one.getClass().getName(), other.getClass().getName()));
    }
  }

  /** The pass of a name, or null. */
  public @Nullable PassFactory pass(String name) {
    return passes.get(name);
  }

  /** The pipeline of a name, or null. */
  public @Nullable NamedPipeline pipeline(String name) {
    return pipelines.get(name);
  }

  /** All passes, sorted by name. */
  public List<PassFactory> passes() {
    return new ArrayList<>(passes.values());
  }

  /** All pipelines, sorted by name. */
  public List<NamedPipeline> pipelines() {
    return new ArrayList<>(pipelines.values());
  }

  /** The names of all passes and then of all pipelines. */
  public List<String> names() {
    List<String> names = new ArrayList<>(passes.keySet());
    names.addAll(pipelines.keySet());
    return names;
  }

  /** The listing that {@code --list-passes} prints. */
  public String listing() {
    StringBuilder text = new StringBuilder("Passes:\n");
    int width = 0;
    for (PassFactory pass : passes.values()) {
      width = Math.max(width, pass.name().length());
      for (PassOption option : pass.options()) {
        width = Math.max(width, written(option).length() + 2);
      }
    }
    for (NamedPipeline pipeline : pipelines.values()) {
      width = Math.max(width, pipeline.name().length());
    }
    for (PassFactory pass : passes.values()) {
      line(text, "  --", pass.name(), width, " -   ", pass.summary());
      for (PassOption option : pass.options()) {
        line(text, "    --", written(option), width - 2, " - ", option.help());
      }
    }
    if (!pipelines.isEmpty()) {
      text.append("Pass Pipelines:\n");
      for (NamedPipeline pipeline : pipelines.values()) {
        line(text, "  --", pipeline.name(), width, " -   ", pipeline.summary());
      }
    }
    return text.toString();
  }

  private static String written(PassOption option) {
    return option.type().equals(PassOption.BOOL)
        ? option.name()
        : option.name() + "=<" + option.type() + ">";
  }

  private static void line(
      StringBuilder text, String start, String name, int width, String dash, String help) {
    text.append(start).append(name).append(" ".repeat(width - name.length()));
    text.append(dash).append(help).append('\n');
  }
}
