// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.plugin;

import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.pass.NamedPipeline;
import dev.azulejo.ir.pass.PassFactory;
import dev.azulejo.ir.pass.PassRegistry;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** The plugins that a tool has found. */
public final class Plugins {
  private final List<DialectPlugin> dialectPlugins;
  private final List<PassPlugin> passPlugins;

  /** These plugins. */
  public Plugins(List<DialectPlugin> dialectPlugins, List<PassPlugin> passPlugins) {
    this.dialectPlugins = List.copyOf(dialectPlugins);
    this.passPlugins = List.copyOf(passPlugins);
  }

  /**
   * Opens jars, whether we ourselves run from the module path or the class path. The loader stays
   * open for as long as the tool runs: its classes are loaded when they are first used.
   *
   * @return the loader, or null where a jar can't be read, which has been reported
   */
  public static @Nullable ClassLoader open(
      List<Path> jars, ClassLoader parent, Diagnostics diagnostics) {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      if (!Files.isReadable(jar)) {
        diagnostics.error(Location.unknown(), "can't load plugin '%s': there is no such file", jar);
        return null;
      }
      try {
        // The loader itself would pass over a file that is no jar without a word.
        if (!Files.isDirectory(jar)) {
          new JarFile(jar.toFile()).close();
        }
        urls.add(jar.toUri().toURL());
      } catch (IOException refused) {
        diagnostics.error(
            Location.unknown(),
            "can't load plugin '%s': %s",
            jar,
            String.valueOf(refused.getMessage()));
        return null;
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), parent);
  }

  /** Finds the plugins that a loader sees; null where one can't be made, which is reported. */
  public static @Nullable Plugins load(ClassLoader loader, Diagnostics diagnostics) {
    try {
      return new Plugins(
          all(ServiceLoader.load(DialectPlugin.class, loader)),
          all(ServiceLoader.load(PassPlugin.class, loader)));
    } catch (ServiceConfigurationError broken) {
      diagnostics.error(
          Location.unknown(), "can't load a plugin: %s", String.valueOf(broken.getMessage()));
      return null;
    }
  }

  private static <T> List<T> all(ServiceLoader<T> services) {
    List<T> found = new ArrayList<>();
    services.forEach(found::add);
    return found;
  }

  /**
   * The tool's own dialects and those of the plugins; null where two have one name, which is
   * reported with where both come from.
   */
  public @Nullable Dialects dialects(Collection<? extends Dialect> own, Diagnostics diagnostics) {
    List<Dialect> all = new ArrayList<>(own);
    for (DialectPlugin plugin : dialectPlugins) {
      all.addAll(plugin.dialects());
    }
    return areDistinct("dialects", all, Dialect::name, diagnostics) ? new Dialects(all) : null;
  }

  /**
   * The tool's own passes and pipelines and those of the plugins; null where two have one name,
   * which is reported with where both come from.
   */
  public @Nullable PassRegistry passes(
      Collection<? extends PassFactory> ownPasses,
      Collection<NamedPipeline> ownPipelines,
      Diagnostics diagnostics) {
    List<PassFactory> passes = new ArrayList<>(ownPasses);
    List<NamedPipeline> pipelines = new ArrayList<>(ownPipelines);
    List<Named> named = new ArrayList<>();
    passes.forEach(pass -> named.add(new Named(pass.name(), origin(pass))));
    pipelines.forEach(pipeline -> named.add(new Named(pipeline.name(), "the tool itself")));
    for (PassPlugin plugin : passPlugins) {
      for (PassFactory pass : plugin.passes()) {
        passes.add(pass);
        named.add(new Named(pass.name(), origin(pass)));
      }
      for (NamedPipeline pipeline : plugin.pipelines()) {
        pipelines.add(pipeline);
        named.add(new Named(pipeline.name(), origin(plugin)));
      }
    }
    return areDistinct("passes or pipelines", named, diagnostics)
        ? new PassRegistry(passes, pipelines)
        : null;
  }

  private record Named(String name, String origin) {}

  private static <T> boolean areDistinct(
      String what, List<T> all, Function<T, String> name, Diagnostics diagnostics) {
    return areDistinct(
        what,
        all.stream().map(each -> new Named(name.apply(each), origin(each))).toList(),
        diagnostics);
  }

  private static boolean areDistinct(String what, List<Named> all, Diagnostics diagnostics) {
    Map<String, Named> seen = new TreeMap<>();
    boolean distinct = true;
    for (Named each : all) {
      Named other = seen.putIfAbsent(each.name(), each);
      if (other != null) {
        distinct = false;
        diagnostics.error(
            Location.unknown(),
            "two %s are called '%s': one from %s, one from %s",
            what,
            each.name(),
            other.origin(),
            each.origin());
      }
    }
    return distinct;
  }

  private static String origin(Object thing) {
    Class<?> kind = thing.getClass();
    CodeSource source = kind.getProtectionDomain().getCodeSource();
    URL place = source == null ? null : source.getLocation();
    return kind.getName() + (place == null ? "" : " in " + place.getPath());
  }
}
