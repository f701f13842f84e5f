// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.builtin.op.ModuleOp;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.diag.SourceText;
import org.jspecify.annotations.Nullable;

/** Reads a file of IR. */
public final class Parser {
  private Parser() {}

  /**
   * Reads a whole input. Its operations go into a module, unless it is one module already.
   *
   * @return the module, or null after errors, which are in {@code diagnostics}
   */
  public static @Nullable Operation parse(
      SourceText source, Dialects dialects, ParseOptions options, Diagnostics diagnostics) {
    ParsedFile file = parseFile(source, dialects, options, diagnostics);
    return file == null ? null : file.module();
  }

  /**
   * Reads a whole input as {@link #parse} does, and keeps its metadata too.
   *
   * @return the module and the metadata, or null after errors, which are in {@code diagnostics}
   */
  public static @Nullable ParsedFile parseFile(
      SourceText source, Dialects dialects, ParseOptions options, Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    Block top = new Block();
    Resources resources = new Resources();
    try {
      Lexer lexer = new Lexer(source);
      OperationParser parser = new OperationParser(lexer, dialects, options, diagnostics);
      parser.topLevel(top);
      resources = parser.resources();
    } catch (ParseFailure failure) {
      diagnostics.report(failure.diagnostic());
    }
    return diagnostics.errorCount() > before
        ? null
        : new ParsedFile(module(top, source), resources);
  }

  private static Operation module(Block top, SourceText source) {
    Operation only = top.first();
    if (only instanceof ModuleOp && only.next() == null) {
      only.remove();
      return only;
    }
    Region region = new Region();
    region.append(top);
    Location place = Location.file(source.name(), 0, 0);
    return new OperationState(ModuleOp.schemaOfModules(), place).region(region).create();
  }
}
