// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

/** The driver refused a call, or reports what an earlier one did. */
public final class CudaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String call;
  private final int code;
  private final String codeName;

  CudaException(String call, int code, String codeName, String text) {
    super(message(call, code, codeName, text));
    this.call = call;
    this.code = code;
    this.codeName = codeName;
  }

  private static String message(String call, int code, String codeName, String text) {
    String message = call + ": " + codeName + " (" + code + ")";
    String advice = CudaError.of(code).advice();
    return message + (text.isEmpty() ? "" : ": " + text) + (advice.isEmpty() ? "" : "; " + advice);
  }

  /** The function of the driver that reported it. */
  public String call() {
    return call;
  }

  /** The driver's number. */
  public int code() {
    return code;
  }

  /** The driver's name of that number. */
  public String codeName() {
    return codeName;
  }

  /** The error, {@link CudaError#OTHER} if it is none that callers tell apart. */
  public CudaError error() {
    return CudaError.of(code);
  }
}
