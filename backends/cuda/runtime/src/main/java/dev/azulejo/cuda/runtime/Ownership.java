// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * Something of the driver's that is destroyed once: by whoever opened it, or with its context. A
 * second end is harmless, use after it an error.
 */
final class Ownership implements AutoCloseable {
  private final Context context;
  private final String what;
  private final String call;
  private final IntSupplier destroy;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * Takes over something.
   *
   * @param what how messages call it
   * @param call the driver's function that destroys it
   * @param destroy calls that function
   */
  Ownership(Context context, String what, String call, IntSupplier destroy) {
    this.context = context;
    this.what = what;
    this.call = call;
    this.destroy = destroy;
    context.add(this);
  }

  /** Throws if it has ended. */
  void check() {
    if (ended.get()) {
      throw new IllegalStateException(what + " is closed");
    }
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      context.remove(this);
      context.enter();
      context.driver().check(destroy.getAsInt(), call);
    }
  }
}
