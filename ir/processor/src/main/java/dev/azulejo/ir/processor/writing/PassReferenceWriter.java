// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.processor.writing;

import dev.azulejo.ir.processor.model.OptionModel;
import dev.azulejo.ir.processor.model.PassGroupModel;
import dev.azulejo.ir.processor.model.PassModel;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.Filer;

/** Writes the reference of the passes of a package. */
public final class PassReferenceWriter {
  private PassReferenceWriter() {}

  /** Writes {@code META-INF/azulejo/pass/<group>.md}. */
  public static void write(Filer filer, PassGroupModel group) throws IOException {
    Markdown out = new Markdown();
    out.heading(1, "Passes: " + group.name());
    out.paragraph(
        "Generated from the passes declared in "
            + Markdown.code(group.packageName())
            + ". Do not edit.");
    group.passes().forEach(pass -> describe(out, pass));
    Sources.write(
        filer,
        "META-INF/azulejo/pass/" + group.name() + ".md",
        out.toString(),
        group.passes().stream().map(PassModel::type).toList());
  }

  private static void describe(Markdown out, PassModel pass) {
    out.heading(2, Markdown.code(pass.name()));
    out.paragraph(pass.summary());
    out.paragraph(JavadocMarkdown.convert(pass.doc()));
    String anchor =
        pass.anchor().isEmpty() ? "any isolated operation" : Markdown.code(pass.anchor());
    out.paragraph("Runs on " + anchor + ". Rungs: " + pass.rungs() + ".");
    out.table(
        List.of("option", "value", "default", "meaning"),
        pass.options().stream()
            .map(option ->
                List.of(
                    Markdown.code(option.name()),
                    kind(option),
                    option.defaultText().isEmpty() ? "" : Markdown.code(option.defaultText()),
                    option.help()))
            .toList());
  }

  private static String kind(OptionModel option) {
    return switch (option.kind()) {
      case BOOL -> "true or false";
      case INT, LONG -> "integer";
      case TEXT -> "text";
      case LIST -> "texts";
      case WORD -> Markdown.codes(option.words());
    };
  }
}
