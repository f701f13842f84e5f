// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.catalog;

import dev.azulejo.catalog.shipped.Shipped;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.PassRegistry;
import dev.azulejo.ir.plugin.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tool knows.
 *
 * @param dialects the dialects
 * @param passes the passes and pipelines
 */
public record Catalog(Dialects dialects, PassRegistry passes) {

  /** What we ship, and nothing else. */
  public static Catalog shipped() {
    Shipped shipped = Shipped.create();
    return new Catalog(
        new Dialects(shipped.dialects().values()),
        new PassRegistry(shipped.passes().values(), shipped.pipelines().values()));
  }

  /** The version of what we ship. */
  public static String version() {
    try (InputStream text = Catalog.class.getResourceAsStream("version.txt")) {
      return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException broken) {
      throw new CompilerBug("the jar of the catalog can't be read", broken);
    }
  }

  /**
   * What we ship, and what plugins bring: those that stand on the class path or module path, and
   * those in {@code jars}.
   *
   * @return the catalog, or null where a plugin can't be loaded or brings a name that is taken,
   *     which is reported
   */
  public static @Nullable Catalog withPlugins(List<Path> jars, Diagnostics diagnostics) {
    ClassLoader own = Catalog.class.getClassLoader();
    ClassLoader loader = jars.isEmpty() ? own : Plugins.open(jars, own, diagnostics);
    Plugins plugins = loader == null ? null : Plugins.load(loader, diagnostics);
    if (plugins == null) {
      return null;
    }
    Shipped shipped = Shipped.create();
    Dialects dialects = plugins.dialects(shipped.dialects().values(), diagnostics);
    PassRegistry passes =
        plugins.passes(shipped.passes().values(), shipped.pipelines().values(), diagnostics);
    return dialects == null || passes == null ? null : new Catalog(dialects, passes);
  }
}
