// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.azulejo.cuda.runtime.PtxAssembler.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Machine code made earlier, by the hash of all that it was made from. The folder holds data only:
 * cubins for the GPU and the assembler's logs. What is damaged is as good as absent, and a folder
 * that can't be written costs nothing but time.
 */
public final class CubinCache {
  private final Path folder;

  /** A cache in a folder, which need not exist yet. */
  public CubinCache(Path folder) {
    this.folder = folder;
  }

  /**
   * The user's: below what {@code AZULEJO_CACHE} names, or {@code XDG_CACHE_HOME/azulejo}, or
   * {@code ~/.cache/azulejo}.
   */
  public static CubinCache ofUser() {
    return new CubinCache(
        folderOfUser(System.getenv(), System.getProperty("user.home", ".")).resolve("cubin"));
  }

  static Path folderOfUser(Map<String, String> environment, String home) {
    if (environment.containsKey("AZULEJO_CACHE")) {
      return Path.of(environment.getOrDefault("AZULEJO_CACHE", ""));
    }
    if (environment.containsKey("XDG_CACHE_HOME")) {
      return Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""), "azulejo");
    }
    return Path.of(home, ".cache", "azulejo");
  }

  /** What the code of a text by an assembler for an architecture goes by. */
  static String key(PtxAssembler assembler, String architecture, String ptx) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {assembler.version(), architecture, ptx}) {
        byte[] bytes = part.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  Optional<Assembly> find(String key) {
    try {
      byte[] code = Files.readAllBytes(file(key, ".cubin"));
      String log = Files.readString(file(key, ".log"));
      return Cubin.isCubin(code)
          ? Optional.of(new Assembly(new Cubin(code), log))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps code; says what went wrong if it can't, else nothing. */
  Optional<String> put(String key, Assembly assembly) {
    try {
      Files.createDirectories(folder);
      write(file(key, ".log"), assembly.log().getBytes(UTF_8));
      write(file(key, ".cubin"), assembly.code().bytes());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("code could not be kept in " + folder + ": " + e);
    }
  }

  private Path file(String key, String extension) {
    return folder.resolve(key + extension);
  }

  /** Other processes see all of a file or none of it. */
  private void write(Path file, byte[] bytes) throws IOException {
    Path unfinished = Files.createTempFile(folder, "new", ".tmp");
    try {
      Files.write(unfinished, bytes);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
