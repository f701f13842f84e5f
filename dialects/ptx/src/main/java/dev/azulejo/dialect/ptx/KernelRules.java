// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.dialect.ptx.type.RegisterClass;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a kernel keeps to. */
final class KernelRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_$]*|[_$%][A-Za-z0-9_$]+");
  private static final long MAX_THREADS = 1024;
  private static final long MAX_CLUSTER = 16;
  private static final long MAX_STATIC = 48 * 1024L;
  private static final int MAX_DIMENSIONS = 3;

  private KernelRules() {}

  static void verify(KernelOp kernel, Diagnostics diagnostics) {
    if (!NAME.matcher(kernel.symName().value()).matches()) {
      diagnostics.report(
          kernel.error("has a name that PTX can't spell: %s", kernel.symName().value()));
    }
    if (kernel.body().isEmpty()) {
      diagnostics.report(kernel.error("has no body"));
      return;
    }
    sizes(kernel, "maxntid", kernel.maxntid(), MAX_THREADS, diagnostics);
    sizes(kernel, "cluster", kernel.cluster(), MAX_CLUSTER, diagnostics);
    number(kernel, "minnctapersm", kernel.minnctapersm(), diagnostics);
    number(kernel, "maxnreg", kernel.maxnreg(), diagnostics);
    if (kernel.minnctapersm().isPresent() && kernel.maxntid().isEmpty()) {
      diagnostics.report(kernel.error("has 'minnctapersm' without 'maxntid', so it means nothing"));
    }
    arguments(kernel, diagnostics);
    shared(kernel, diagnostics);
  }

  private static void sizes(
      KernelOp kernel,
      String name,
      Optional<DenseArrayAttr> sizes,
      long most,
      Diagnostics diagnostics) {
    if (sizes.isEmpty()) {
      return;
    }
    long[] all = sizes.get().asLongs();
    long product = 1;
    boolean positive = true;
    for (long size : all) {
      positive &= size > 0;
      product *= Math.clamp(size, 1, most + 1);
    }
    if (all.length < 1 || all.length > MAX_DIMENSIONS || !positive || product > most) {
      diagnostics.report(
          kernel.error("needs as '%s' one to three numbers whose product is 1 to %d", name, most));
    }
  }

  private static void number(
      KernelOp kernel, String name, Optional<IntegerAttr> value, Diagnostics diagnostics) {
    if (value.isPresent() && value.get().longValue() < 1) {
      diagnostics.report(kernel.error("has %d as '%s'", value.get().longValue(), name));
    }
  }

  private static void arguments(KernelOp kernel, Diagnostics diagnostics) {
    Block entry = kernel.body().entry();
    for (Block block : kernel.body().blocks()) {
      for (BlockArgument argument : block.arguments()) {
        boolean good =
            block == entry
                ? argument.type() instanceof ParameterType
                : RegisterClass.of(argument.type()) != null;
        if (!good) {
          diagnostics.report(
              Diagnostic.error(
                  argument.location(),
                  block == entry
                      ? "a parameter of a kernel is of type !ptx.param, not %s"
                      : "a block's argument is one register, which can't hold %s",
                  AsmText.ofType(argument.type())));
        }
      }
    }
  }

  private static void shared(KernelOp kernel, Diagnostics diagnostics) {
    List<SharedOp> all = kernel.shared();
    SharedOp dynamic = null;
    long bytes = 0;
    for (SharedOp one : all) {
      if (one.dynamic() && dynamic != null) {
        diagnostics.report(
            one.error("is dynamic, but a kernel has one such row of bytes at most")
                .note(dynamic.location(), "the other is here"));
      }
      dynamic = one.dynamic() ? one : dynamic;
      bytes += one.dynamic() ? 0 : one.bytes();
    }
    if (bytes > MAX_STATIC) {
      Diagnostic error =
          kernel.error(
              "has %d bytes of static shared memory; %d are possible, and more where a row is"
                  + " dynamic",
              bytes, MAX_STATIC);
      for (SharedOp one : all) {
        if (!one.dynamic()) {
          error = error.note(one.location(), "%d bytes are here", one.bytes());
        }
      }
      diagnostics.report(error);
    }
  }
}
