// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.text.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads pipelines, in the long form {@code builtin.module(func.func(cse),canonicalize)} and in the
 * short one {@code cse,canonicalize}, where each pass finds the operations that it runs on.
 */
public final class PipelineParser {
  private static final String NO_ANCHOR =
      "expected pass pipeline to be wrapped with the anchor operation type, e.g."
          + " 'builtin.module(...)'";

  private final PassRegistry registry;
  private final Diagnostics diagnostics;
  private final Set<String> expanding = new HashSet<>();

  /** A parser that knows the names in {@code registry}; errors go to {@code diagnostics}. */
  public PipelineParser(PassRegistry registry, Diagnostics diagnostics) {
    this.registry = registry;
    this.diagnostics = diagnostics;
  }

  /** Reads the long form; null after errors. */
  public @Nullable Pipeline parse(String text) {
    String trimmed = text.strip();
    int open = trimmed.indexOf('(');
    String anchor = open < 0 ? "" : trimmed.substring(0, open).strip();
    if (!isOpName(anchor) || !trimmed.endsWith(")")) {
      diagnostics.error(Location.unknown(), NO_ANCHOR);
      return null;
    }
    return inner(anchor, trimmed.substring(open + 1, trimmed.length() - 1), false);
  }

  /**
   * Reads the short form; null after errors. A pass for operations of another name than {@code
   * anchor} runs on all of these directly inside.
   */
  public @Nullable Pipeline parseShort(String anchor, String text) {
    return inner(anchor, text, true);
  }

  private static boolean isOpName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._$-".indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private @Nullable Pipeline inner(String anchor, String text, boolean fillIn) {
    PipelineText structure = new PipelineText(text, diagnostics);
    List<PipelineText.Item> items = structure.parse();
    if (items == null) {
      return null;
    }
    List<PipelineElement> elements = elements(anchor, items, structure, fillIn);
    return elements == null ? null : new Pipeline(anchor, elements);
  }

  private @Nullable List<PipelineElement> elements(
      String anchor, List<PipelineText.Item> items, PipelineText text, boolean fillIn) {
    List<PipelineElement> elements = new ArrayList<>();
    for (PipelineText.Item item : items) {
      if (item.nested() != null) {
        List<PipelineElement> nested = elements(item.name(), item.nested(), text, fillIn);
        if (nested == null || !isAnchor(item, text)) {
          return null;
        }
        elements.add(new Pipeline(item.name(), nested));
        continue;
      }
      List<PipelineElement> named = named(anchor, item, text, fillIn);
      if (named == null) {
        return null;
      }
      elements.addAll(named);
    }
    return fillIn ? new Pipeline(anchor, elements).merged().elements() : elements;
  }

  private static boolean isAnchor(PipelineText.Item item, PipelineText text) {
    if (!isOpName(item.name())) {
      text.error(item.at(), "'" + item.name() + "' is no name of an operation");
      return false;
    }
    return true;
  }

  private @Nullable List<PipelineElement> named(
      String anchor, PipelineText.Item item, PipelineText text, boolean fillIn) {
    NamedPipeline pipeline = registry.pipeline(item.name());
    if (pipeline != null) {
      if (item.options() != null && !item.options().isBlank()) {
        refuseOptions(item, List.of("a pipeline takes no options"));
        return null;
      }
      return expand(anchor, pipeline, item, text);
    }
    PassFactory factory = registry.pass(item.name());
    if (factory == null) {
      text.error(
          item.at(),
          "'"
              + item.name()
              + "' does not refer to a registered pass or pass pipeline"
              + Suggestion.question(item.name(), registry.names()));
      return null;
    }
    PassInstance pass = instance(factory, item);
    if (pass == null) {
      return null;
    }
    boolean below = fillIn && !factory.anchor().isEmpty() && !factory.anchor().equals(anchor);
    return List.of(below ? new Pipeline(factory.anchor(), List.of(pass)) : pass);
  }

  private @Nullable List<PipelineElement> expand(
      String anchor, NamedPipeline pipeline, PipelineText.Item item, PipelineText text) {
    if (!expanding.add(pipeline.name())) {
      text.error(item.at(), "pipeline '" + pipeline.name() + "' contains itself");
      return null;
    }
    Pipeline expanded = parseShort(anchor, pipeline.text());
    expanding.remove(pipeline.name());
    return expanded == null ? null : expanded.elements();
  }

  private @Nullable PassInstance instance(PassFactory factory, PipelineText.Item item) {
    String written = item.options() == null ? "" : item.options();
    List<Diagnostic> said = new ArrayList<>();
    PassOptions options = PassOptions.parse(factory.options(), written, Diagnostics.into(said));
    if (options == null) {
      refuseOptions(item, said.stream().map(Diagnostic::message).toList());
      return null;
    }
    return PassInstance.of(factory, options);
  }

  private void refuseOptions(PipelineText.Item item, List<String> reasons) {
    diagnostics.error(
        Location.unknown(),
        "%s\n\nfailed to add `%s` with options `%s`\n",
        String.join("\n", reasons),
        item.name(),
        item.options() == null ? "" : item.options());
  }
}
