// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.cuda.runtime.LoadReport.Way;
import dev.azulejo.cuda.runtime.PtxAssembler.Assembly;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads PTX: through the assembler where there is one, its code kept for the next time; else, or if
 * the assembler refuses what the driver takes, through the driver. The report says which.
 */
public final class ModuleLoader {
  private static final Pattern TARGET =
      Pattern.compile("^\\s*\\.target\\s+(sm_\\w+)", Pattern.MULTILINE);

  private final Optional<PtxAssembler> assembler;
  private final Optional<CubinCache> cache;

  /** A loader with what is given. */
  public ModuleLoader(Optional<PtxAssembler> assembler, Optional<CubinCache> cache) {
    this.assembler = assembler;
    this.cache = cache;
  }

  /** A loader with the assembler that is found, and the user's cache. */
  public static ModuleLoader find() {
    return new ModuleLoader(PtxAssembler.find(), Optional.of(CubinCache.ofUser()));
  }

  /**
   * Loads PTX.
   *
   * @throws CudaException with the log, if the driver refuses it
   */
  public CudaModule load(Context context, String ptx) {
    if (assembler.isEmpty()) {
      return CudaModule.compile(context, ptx, "there is no ptxas");
    }
    String architecture = architecture(context, ptx);
    String key = CubinCache.key(assembler.get(), architecture, ptx);
    String remark = "";
    Optional<Assembly> kept = cache.flatMap(some -> some.find(key));
    if (kept.isPresent()) {
      try {
        return CudaModule.load(
            context, kept.get().code(), Way.CACHED, kept.get().log(), System.nanoTime(), "");
      } catch (CudaException e) {
        remark = "kept code was refused: " + e.getMessage();
      }
    }
    long start = System.nanoTime();
    Assembly made;
    try {
      made = assembler.get().assemble(ptx, architecture);
    } catch (AssemblyException e) {
      return CudaModule.compile(context, ptx, String.valueOf(e.getMessage()));
    }
    Optional<String> notKept = cache.flatMap(some -> some.put(key, made));
    String remarks = notKept.isEmpty() ? remark : join(remark, notKept.get());
    return CudaModule.load(context, made.code(), Way.ASSEMBLED, made.log(), start, remarks);
  }

  private static String join(String a, String b) {
    return a.isEmpty() ? b : a + "; " + b;
  }

  /**
   * Code of one architecture alone (the letter behind says so) is for that; else for the device.
   */
  static String architecture(Context context, String ptx) {
    Matcher target = TARGET.matcher(ptx);
    if (target.find() && Character.isLetter(target.group(1).charAt(target.group(1).length() - 1))) {
      return target.group(1);
    }
    return context.device().architecture();
  }
}
