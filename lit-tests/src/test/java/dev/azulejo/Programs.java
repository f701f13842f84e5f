// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.catalog.Catalog;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.ir.text.Parser;
import dev.azulejo.ir.text.PrintOptions;
import dev.azulejo.ir.text.Printer;
import dev.azulejo.ir.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Programs in every dialect that we ship, as the tests of the whole house read and print them. */
final class Programs {
  static final Dialects DIALECTS = Catalog.shipped().dialects();

  private static final PrintOptions GENERIC = PrintOptions.GENERIC;

  private static final String EMPTY_LIST = "\\w+_attrs = \\[(?:\\{\\}(?:, )?)*\\]";
  private static final String NO_BUFFERS = "workgroup_attributions = 0 : i64";
  private static final Pattern NOTHING_SAID =
      Pattern.compile(
          "%1$s, |, %1$s|%2$s, |, %2$s".formatted("(?:" + EMPTY_LIST + ")", NO_BUFFERS));

  private Programs() {}

  /** Reads a program that has no mistakes in it. */
  static Operation parse(String name, String text, ParseOptions options) {
    List<Diagnostic> problems = new ArrayList<>();
    Operation module =
        Parser.parse(SourceText.of(name, text), DIALECTS, options, Diagnostics.into(problems));
    assertThat(problems).as(text).isEmpty();
    return Objects.requireNonNull(module);
  }

  /** What the verifier says of a program. */
  static List<Diagnostic> problems(Operation module) {
    List<Diagnostic> problems = new ArrayList<>();
    Verifier.verify(module, DIALECTS, null, Diagnostics.into(problems));
    return problems;
  }

  /** Holds a program that verifies against its two texts: each reads back as what it came from. */
  static void assertReadsBack(Operation module) {
    String generic = Printer.print(module, GENERIC);
    String custom = Printer.print(module);
    Operation fromGeneric = parse("generic.mlir", generic, ParseOptions.LENIENT);
    assertThat(Printer.print(fromGeneric, GENERIC)).as("generic form of itself").isEqualTo(generic);
    Operation fromCustom = parse("custom.mlir", custom, ParseOptions.LENIENT);
    assertThat(withoutNothingSaid(Printer.print(fromCustom, GENERIC)))
        .as("read from\n%s", custom)
        .isEqualTo(withoutNothingSaid(generic));
    assertThat(Printer.print(fromCustom)).as("custom form of itself").isEqualTo(custom);
    assertThat(problems(fromCustom)).as(custom).isEmpty();
  }

  /**
   * Upstream's custom form of a function can't say that no part has attributes, nor leave out that
   * it has no buffers.
   */
  private static String withoutNothingSaid(String generic) {
    return NOTHING_SAID.matcher(generic).replaceAll("");
  }

  /** The examples in the manual, by the name of their operation. */
  static Map<String, String> examples() {
    Map<String, String> examples = new TreeMap<>();
    for (String dialect : DIALECTS.names()) {
      for (String entry : resource("examples/" + dialect + ".txt").split("\n---\n")) {
        if (!entry.isBlank()) {
          int end = entry.indexOf('\n');
          examples.put(entry.substring(0, end), entry.substring(end + 1));
        }
      }
    }
    return examples;
  }

  /** A text that the annotation processor wrote beside the classes; empty where there is none. */
  static String resource(String name) {
    try (InputStream in =
        Programs.class.getClassLoader().getResourceAsStream("META-INF/azulejo/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
