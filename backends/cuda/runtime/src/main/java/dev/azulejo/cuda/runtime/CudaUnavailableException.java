// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

/** This machine can't run CUDA kernels: the message says what is missing. */
public final class CudaUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CudaUnavailableException(String message) {
    super(message);
  }
}
