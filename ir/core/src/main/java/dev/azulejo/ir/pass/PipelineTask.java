// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.pass.PassRunner.PassFailure;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.verify.Verifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One operation on its way through a pipeline. */
final class PipelineTask {
  private final Dialects dialects;
  private final RunOptions options;
  private final @Nullable ForkJoinPool pool;
  private final Diagnostics diagnostics;
  private final PassObserver observer;
  private final Analyses analyses = new Analyses();
  private Change change = Change.NONE;
  private @Nullable PassFailure failure;

  PipelineTask(
      Dialects dialects,
      RunOptions options,
      @Nullable ForkJoinPool pool,
      Diagnostics diagnostics,
      PassObserver observer) {
    this.dialects = dialects;
    this.options = options;
    this.pool = pool;
    this.diagnostics = diagnostics;
    this.observer = observer;
  }

  /** The first failure, or null. */
  @Nullable PassFailure failure() {
    return failure;
  }

  /** Whether anything changed. */
  Change change() {
    return change;
  }

  /** May a pass run on operations of a name? */
  static boolean fits(PassInstance pass, String opName) {
    String anchor = pass.factory().anchor();
    return anchor.isEmpty() || anchor.equals(opName);
  }

  /** Runs the elements of a pipeline one after the other, until one fails. */
  void run(Pipeline pipeline, Operation op) {
    for (PipelineElement element : pipeline.elements()) {
      switch (element) {
        case PassInstance pass -> runPass(pass, op);
        case Pipeline nested -> runNested(nested, op);
      }
      if (failure != null) {
        return;
      }
    }
  }

  // --- Nested pipelines -------------------------------------------------------------------------

  private void runNested(Pipeline nested, Operation parent) {
    List<Operation> ops = matching(nested, parent);
    if (ops == null || ops.isEmpty()) {
      return;
    }
    observer.beforePipeline(nested, parent);
    if (pool == null || ops.size() == 1) {
      for (Operation op : ops) {
        PipelineTask task = new PipelineTask(dialects, options, pool, diagnostics, observer);
        task.run(nested, op);
        join(task);
      }
    } else {
      runParallel(nested, ops, pool);
    }
    observer.afterPipeline(nested, parent);
    if (change == Change.SOME) {
      analyses.clear();
    }
  }

  private @Nullable List<Operation> matching(Pipeline nested, Operation parent) {
    List<Operation> found = new ArrayList<>();
    for (Region region : parent.regions()) {
      for (Block block : region.blocks()) {
        for (Operation op : block) {
          boolean isolated = op instanceof IsolatedFromAbove;
          if (nested.fits(op) && (isolated || !nested.anchor().equals(Pipeline.ANY))) {
            if (!isolated) {
              refuse(
                  op,
                  "trying to schedule a pass on an operation not marked as"
                      + " 'IsolatedFromAbove'",
                  nested);
              return null;
            }
            found.add(op);
          }
        }
      }
    }
    return found;
  }

  private void refuse(Operation op, String message, Pipeline nested) {
    diagnostics.report(op.error("%s", message));
    for (PipelineElement element : nested.elements()) {
      if (element instanceof PassInstance pass && failure == null) {
        failure = new PassFailure(pass, OpTitle.of(op), false, nested.toString(), null);
      }
    }
  }

  private void runParallel(Pipeline nested, List<Operation> ops, ForkJoinPool workers) {
    record Part(PipelineTask task, List<Runnable> later, PassObserver watcher) {}

    List<Part> parts = new ArrayList<>();
    List<Callable<Void>> calls = new ArrayList<>();
    for (Operation op : ops) {
      // What is said and what is shown, in the order in which it came.
      List<Runnable> later = new ArrayList<>();
      Diagnostics own = new Diagnostics(said -> later.add(() -> diagnostics.report(said)));
      PassObserver watcher = observer.fork(later::add);
      PipelineTask task = new PipelineTask(dialects, options, workers, own, watcher);
      parts.add(new Part(task, later, watcher));
      calls.add(() -> {
        task.run(nested, op);
        return null;
      });
    }
    List<Future<Void>> futures = start(calls, workers);
    for (int i = 0; i < parts.size(); i++) {
      await(futures.get(i));
      parts.get(i).later().forEach(Runnable::run);
      observer.join(parts.get(i).watcher());
      join(parts.get(i).task());
    }
  }

  private static List<Future<Void>> start(List<Callable<Void>> calls, ForkJoinPool workers) {
    List<Future<Void>> futures = new ArrayList<>();
    for (Callable<Void> call : calls) {
      futures.add(workers.submit(call));
    }
    return futures;
  }

  private static void await(Future<Void> future) {
    try {
      future.get();
    } catch (ExecutionException failed) {
      throw new CompilerBug("a task of the pass runner broke down", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CompilerBug("the pass runner was interrupted", interrupted);
    }
  }

  private void join(PipelineTask task) {
    change = change.and(task.change);
    if (failure == null) {
      failure = task.failure;
    }
  }

  // --- Passes -----------------------------------------------------------------------------------

  private void runPass(PassInstance pass, Operation op) {
    if (!fits(pass, op.name())) {
      diagnostics.report(
          op.error("trying to schedule pass '%s' on an unsupported operation", pass.name()));
      fail(pass, op, false, null);
      return;
    }
    Reproducer reproducer = options.reproducer();
    String before =
        reproducer != null && reproducer.local() ? reproducer.printer().apply(root(op)) : null;
    observer.beforePass(pass, op);
    Diagnostics own = new Diagnostics(diagnostics::report);
    PassContext context = new PassContext(dialects, own, analyses, observer);
    Change made = run(pass, op, context);
    boolean isBug = made == null;
    if (!isBug && !own.hasErrors() && made == Change.SOME && options.verifyEach()) {
      isBug = !verify(pass, op);
    }
    boolean failed = isBug || own.hasErrors();
    Change done = made == null ? Change.SOME : made;
    change = change.and(done);
    if (done == Change.SOME) {
      analyses.clear();
    }
    observer.afterPass(
        new PassOutcome(
            pass, op, done, failed, context.statistics(), context.decisions(), context.budgets()));
    if (failed) {
      fail(pass, op, isBug, before);
    }
  }

  /** Runs a pass; null where it broke down, which has been reported. */
  private @Nullable Change run(PassInstance pass, Operation op, PassContext context) {
    try {
      return pass.pass().run(op, context);
    } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
      // The one place where everything is caught: a bug of a pass must not look like one of its
      // input, and must not take the other operations with it.
      Diagnostic bug =
          Diagnostic.error(
              op.location(),
              "pass '%s' broke down on %s: %s. This is a bug of the compiler, not of the input",
              pass.name(),
              OpTitle.of(op),
              reason(thrown));
      context.diagnostics().report(options.showsTraces() ? withTrace(bug, op, thrown) : bug);
      return null;
    }
  }

  private static String reason(Throwable thrown) {
    String message = thrown.getMessage();
    if (thrown instanceof CompilerBug && message != null) {
      return message;
    }
    String name = thrown.getClass().getSimpleName();
    return message == null ? name : name + ": " + message;
  }

  private static Diagnostic withTrace(Diagnostic bug, Operation op, Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return bug.note(op.location(), "%s", trace);
  }

  private boolean verify(PassInstance pass, Operation op) {
    Diagnostics told =
        new Diagnostics(said ->
            diagnostics.report(
                said.note(op.location(), "pass '%s' left this behind", pass.name())));
    return Verifier.verify(op, dialects, options.printer(), told);
  }

  private void fail(PassInstance pass, Operation op, boolean isBug, @Nullable String before) {
    failure = new PassFailure(pass, OpTitle.of(op), isBug, path(pass, op), before);
  }

  /** The pipeline that does nothing but run a pass on operations that stand where this one does. */
  private static String path(PassInstance pass, Operation op) {
    String text = pass.toString();
    Operation each = op;
    while (each != null) {
      text = each.name() + "(" + text + ")";
      each = each.parentOp();
    }
    return text;
  }

  private static Operation root(Operation op) {
    Operation root = op;
    Operation parent = op.parentOp();
    while (parent != null) {
      root = parent;
      parent = parent.parentOp();
    }
    return root;
  }
}
