// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Passes and nested pipelines, in the order they run in, on each operation of one name.
 *
 * @param anchor the name of the operations, or {@link #ANY}
 * @param elements what runs
 */
public record Pipeline(String anchor, List<PipelineElement> elements) implements PipelineElement {

  /** The anchor that fits any isolated operation. */
  public static final String ANY = "any";

  /** Copies the list. */
  public Pipeline {
    elements = List.copyOf(elements);
  }

  /** May it run on this operation? */
  public boolean fits(Operation op) {
    return anchor.equals(ANY) || anchor.equals(op.name());
  }

  /**
   * The same, with neighbours of one anchor made one: all their passes then run on an operation
   * before the next operation's turn comes.
   */
  public Pipeline merged() {
    List<PipelineElement> merged = new ArrayList<>();
    for (PipelineElement element : elements) {
      if (element instanceof Pipeline next
          && !merged.isEmpty()
          && merged.getLast() instanceof Pipeline last
          && last.anchor().equals(next.anchor())) {
        List<PipelineElement> both = new ArrayList<>(last.elements());
        both.addAll(next.elements());
        merged.set(merged.size() - 1, new Pipeline(last.anchor(), both));
      } else {
        merged.add(element);
      }
    }
    merged.replaceAll(element -> element instanceof Pipeline nested ? nested.merged() : element);
    return new Pipeline(anchor, merged);
  }

  /**
   * The part of it that goes down to a rung: all that comes before the first pass that goes further
   * down. Passes for every rung, such as cleanups, belong to the rung that has been reached.
   */
  public Pipeline downTo(Rung rung) {
    List<PipelineElement> kept = new ArrayList<>();
    for (PipelineElement element : elements) {
      switch (element) {
        case PassInstance pass -> {
          if (pass.reaches().compareTo(rung) > 0) {
            return new Pipeline(anchor, kept);
          }
          kept.add(pass);
        }
        case Pipeline nested -> {
          Pipeline part = nested.downTo(rung);
          kept.add(part);
          if (part.size() < nested.size()) {
            return new Pipeline(anchor, kept);
          }
        }
      }
    }
    return new Pipeline(anchor, kept);
  }

  /** How many passes it has, at all depths. */
  private int size() {
    int size = 0;
    for (PipelineElement element : elements) {
      size +=
          switch (element) {
            case PassInstance _ -> 1;
            case Pipeline nested -> nested.size();
          };
    }
    return size;
  }

  /** One line that {@link PipelineParser} reads, every option spelled out. */
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", anchor + "(", ")");
    for (PipelineElement element : elements) {
      text.add(element.toString());
    }
    return text.toString();
  }

  /** The same on several lines, one pass a line, as {@code --dump-pass-pipeline} prints it. */
  public String dump() {
    StringBuilder text = new StringBuilder();
    text.append("Pass Manager with ").append(elements.size()).append(" passes:\n");
    dump("", text);
    return text.append('\n').toString();
  }

  private void dump(String indent, StringBuilder text) {
    text.append(indent).append(anchor).append("(\n");
    for (int i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case PassInstance pass -> text.append(indent).append("  ").append(pass);
        case Pipeline nested -> nested.dump(indent + "  ", text);
      }
      text.append(i + 1 < elements.size() ? ",\n" : "\n");
    }
    text.append(indent).append(')');
    if (indent.isEmpty()) {
      text.append('\n');
    }
  }
}
