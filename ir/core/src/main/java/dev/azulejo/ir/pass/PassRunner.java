// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/**
 * Runs pipelines. Nested pipelines work on several isolated operations at the same time; what is
 * said and shown comes in the order of the operations all the same, whatever the number of threads.
 */
public final class PassRunner {
  private final Dialects dialects;
  private final RunOptions options;

  /** A runner of passes that may make operations of {@code dialects}. */
  public PassRunner(Dialects dialects, RunOptions options) {
    this.dialects = dialects;
    this.options = options;
  }

  /** Runs a pipeline on an operation; what goes wrong is reported to {@code diagnostics}. */
  public RunResult run(Pipeline pipeline, Operation root, Diagnostics diagnostics) {
    Pipeline merged = pipeline.merged();
    if (!merged.fits(root)) {
      diagnostics.error(
          startOfFile(root.location()),
          "can't run '%s' pass manager on '%s' op",
          pipeline.anchor(),
          root.name());
      return new RunResult(true, Change.NONE);
    }
    if (!passesFit(merged, root, diagnostics)) {
      return new RunResult(true, Change.NONE);
    }
    Reproducer reproducer = options.reproducer();
    boolean alone =
        options.threads() <= 1
            || options.observer().needsOneThread()
            || (reproducer != null && reproducer.local());
    ForkJoinPool pool = alone ? null : new ForkJoinPool(options.threads());
    try {
      PipelineTask task =
          new PipelineTask(dialects, options, pool, diagnostics, options.observer());
      task.run(merged, root);
      PassFailure failure = task.failure();
      if (failure != null && reproducer != null) {
        reproduce(failure, reproducer, pipeline, root, diagnostics);
      }
      return new RunResult(failure != null, task.change());
    } finally {
      if (pool != null) {
        pool.close();
      }
    }
  }

  private static Location startOfFile(Location location) {
    Location.FileRange position = location.position();
    return position == null ? location : Location.file(position.file(), 0, 0);
  }

  /** Passes for operations of one name fit nowhere else; better said before anything has run. */
  private static boolean passesFit(Pipeline pipeline, Operation root, Diagnostics diagnostics) {
    for (PipelineElement element : pipeline.elements()) {
      boolean fits =
          switch (element) {
            case Pipeline nested -> passesFit(nested, root, diagnostics);
            case PassInstance pass ->
                pipeline.anchor().equals(Pipeline.ANY)
                    || PipelineTask.fits(pass, pipeline.anchor())
                    || refuse(pass, pipeline.anchor(), root, diagnostics);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean refuse(
      PassInstance pass, String anchor, Operation root, Diagnostics diagnostics) {
    diagnostics.error(
        startOfFile(root.location()),
        "'%s' op trying to schedule pass '%s' on an unsupported operation",
        anchor,
        pass.name());
    return false;
  }

  private void reproduce(
      PassFailure failure,
      Reproducer reproducer,
      Pipeline pipeline,
      Operation root,
      Diagnostics diagnostics) {
    if (reproducer.bugsOnly() && !failure.isBug()) {
      return;
    }
    boolean oneThread = options.threads() <= 1;
    String local = failure.irBefore();
    String text =
        local == null
            ? Reproducer.text(
                reproducer.before().get(), pipeline.toString(), oneThread, options.verifyEach())
            : Reproducer.text(local, failure.pipeline(), oneThread, options.verifyEach());
    diagnostics.report(
        Diagnostic.error(
                root.location(),
                "Failures have been detected while processing an MLIR pass pipeline")
            .note(
                root.location(),
                "Pipeline failed while executing [`%s` on %s]: reproducer generated at `%s`",
                failure.pass().title(),
                failure.where(),
                reproducer.save().apply(text)));
  }

  /** What failed first. */
  record PassFailure(
      PassInstance pass, String where, boolean isBug, String pipeline, @Nullable String irBefore) {}
}
