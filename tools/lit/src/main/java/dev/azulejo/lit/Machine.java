// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What there is on the machine that tests may ask for, whatever their suite. */
final class Machine {
  private static final SortedMap<String, Path> DEVICES =
      new TreeMap<>(Map.of("cuda", Path.of("/dev/nvidiactl"), "hip", Path.of("/dev/kfd")));

  /** What of the environment reaches the programs of tests. */
  private static final SortedSet<String> PASSED =
      new TreeSet<>(
          List.of(
              "CUDA_VISIBLE_DEVICES",
              "FILECHECK_OPTS",
              "HOME",
              "JAVA_HOME",
              "LD_LIBRARY_PATH",
              "PATH",
              "TEMP",
              "TMP",
              "TMPDIR",
              "USER"));

  private Machine() {}

  /**
   * {@code system-linux} and its like, the processor, {@code cuda} and {@code hip}; and {@code
   * launchers} where a launcher has started this process, and so has built what all of them start.
   */
  static SortedSet<String> features(Map<String, String> environment) {
    var features = new TreeSet<String>();
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = system.startsWith("mac") ? "darwin" : system.split(" ")[0];
    features.add("system-" + name);
    features.add(System.getProperty("os.arch").replace("amd64", "x86_64"));
    DEVICES.forEach((feature, device) -> {
      if (Files.exists(device)) {
        features.add(feature);
      }
    });
    if (environment.containsKey("AZULEJO_LAUNCHED")) {
      features.add("launchers");
    }
    return features;
  }

  /** The part of an environment that tests see: no locale, nothing that changes what tools say. */
  static SortedMap<String, String> environment(Map<String, String> outer) {
    var result = new TreeMap<String, String>(outer);
    result.keySet().retainAll(PASSED);
    return result;
  }
}
