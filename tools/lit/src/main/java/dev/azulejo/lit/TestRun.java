// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs many tests in parallel and reports them in the order of the list, whatever the number of
 * threads.
 */
public final class TestRun {
  private final TestRunner runner;
  private final int workers;
  private final int mostFailures;

  /**
   * Begins a run.
   *
   * @param workers the number of threads
   * @param mostFailures after how many failures the rest is skipped; 0 for never
   */
  public TestRun(TestRunner runner, int workers, int mostFailures) {
    this.runner = runner;
    this.workers = workers;
    this.mostFailures = mostFailures;
  }

  /** Runs the tests and hands over each result as soon as those before it are there. */
  public List<TestResult> run(List<TestFile> tests, Consumer<TestResult> reported)
      throws InterruptedException {
    var results = new ArrayList<TestResult>();
    var threads = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            workers,
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .name("lit worker " + threads.incrementAndGet())
                    .unstarted(work));
    try {
      var futures = new ArrayList<Future<TestResult>>();
      for (TestFile test : tests) {
        futures.add(pool.submit(() -> runner.run(test)));
      }
      int failures = 0;
      for (int i = 0; i < tests.size(); i++) {
        TestResult result;
        if (mostFailures > 0 && failures >= mostFailures) {
          futures.get(i).cancel(false);
          result = TestResult.notRun(tests.get(i), Outcome.SKIPPED, "");
        } else {
          result = result(tests.get(i), futures.get(i));
          reported.accept(result);
        }
        failures += result.outcome().isFailure() ? 1 : 0;
        results.add(result);
      }
      // What runs while the rest is skipped still writes its files: nothing may be left of it.
      pool.shutdown();
      pool.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static TestResult result(TestFile test, Future<TestResult> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return TestResult.notRun(
          test, Outcome.UNRESOLVED, "lit itself failed on this test: " + e.getCause() + "\n");
    }
  }
}
