// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CUresult;

/** Errors of the driver that callers tell apart, and what can be done about them. */
public enum CudaError {
  /** An argument is out of its range. */
  INVALID_VALUE(CUresult.CUDA_ERROR_INVALID_VALUE, ""),
  /** The device's memory is used up. */
  OUT_OF_MEMORY(
      CUresult.CUDA_ERROR_OUT_OF_MEMORY, "close buffers that are done, or ask for smaller ones"),
  /** The driver has been shut down, or was never started. */
  NOT_INITIALIZED(CUresult.CUDA_ERROR_NOT_INITIALIZED, ""),
  /** The driver is shutting down. */
  DEINITIALIZED(CUresult.CUDA_ERROR_DEINITIALIZED, ""),
  /** There is no device. */
  NO_DEVICE(CUresult.CUDA_ERROR_NO_DEVICE, "check nvidia-smi and CUDA_VISIBLE_DEVICES"),
  /** There is no device of that number. */
  INVALID_DEVICE(CUresult.CUDA_ERROR_INVALID_DEVICE, ""),
  /** The code is none that this driver can load. */
  INVALID_IMAGE(CUresult.CUDA_ERROR_INVALID_IMAGE, ""),
  /** The context is gone. */
  INVALID_CONTEXT(CUresult.CUDA_ERROR_INVALID_CONTEXT, ""),
  /** The code holds nothing for this GPU. */
  NO_BINARY_FOR_GPU(
      CUresult.CUDA_ERROR_NO_BINARY_FOR_GPU, "the code was compiled for another architecture"),
  /** The PTX has an error. */
  INVALID_PTX(CUresult.CUDA_ERROR_INVALID_PTX, ""),
  /** The PTX is newer than the driver. */
  UNSUPPORTED_PTX_VERSION(
      CUresult.CUDA_ERROR_UNSUPPORTED_PTX_VERSION, "a newer driver, or ptxas, takes it"),
  /** The driver was built without a compiler for PTX. */
  JIT_COMPILER_NOT_FOUND(
      CUresult.CUDA_ERROR_JIT_COMPILER_NOT_FOUND, "have ptxas on PATH: it makes code beforehand"),
  /** A handle is none of that kind. */
  INVALID_HANDLE(CUresult.CUDA_ERROR_INVALID_HANDLE, ""),
  /** A name is not in the module. */
  NOT_FOUND(CUresult.CUDA_ERROR_NOT_FOUND, ""),
  /** The work is not done yet. */
  NOT_READY(CUresult.CUDA_ERROR_NOT_READY, ""),
  /** A kernel read or wrote where nothing is. */
  ILLEGAL_ADDRESS(
      CUresult.CUDA_ERROR_ILLEGAL_ADDRESS,
      "the context is lost; compute-sanitizer says which access it was"),
  /** A launch asks for more registers, threads or shared memory than there are. */
  LAUNCH_OUT_OF_RESOURCES(CUresult.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES, ""),
  /** A kernel ran for longer than the system allows. */
  LAUNCH_TIMEOUT(CUresult.CUDA_ERROR_LAUNCH_TIMEOUT, "the context is lost"),
  /** A kernel executed an instruction that is none. */
  ILLEGAL_INSTRUCTION(CUresult.CUDA_ERROR_ILLEGAL_INSTRUCTION, "the context is lost"),
  /** A kernel accessed an address that is not aligned. */
  MISALIGNED_ADDRESS(CUresult.CUDA_ERROR_MISALIGNED_ADDRESS, "the context is lost"),
  /** A kernel used an address in a space where it is none. */
  INVALID_ADDRESS_SPACE(CUresult.CUDA_ERROR_INVALID_ADDRESS_SPACE, "the context is lost"),
  /** A kernel failed in another way. */
  LAUNCH_FAILED(CUresult.CUDA_ERROR_LAUNCH_FAILED, "the context is lost"),
  /** A cluster is larger than the device takes, or does not divide the grid. */
  INVALID_CLUSTER_SIZE(CUresult.CUDA_ERROR_INVALID_CLUSTER_SIZE, ""),
  /** The device or driver can't do this. */
  NOT_SUPPORTED(CUresult.CUDA_ERROR_NOT_SUPPORTED, ""),
  /** The stream is being captured, and this can't be. */
  STREAM_CAPTURE_UNSUPPORTED(CUresult.CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED, ""),
  /** What was captured can't become a graph. */
  STREAM_CAPTURE_INVALIDATED(CUresult.CUDA_ERROR_STREAM_CAPTURE_INVALIDATED, ""),
  /** Any other error; the exception has its number and name. */
  OTHER(CUresult.CUDA_ERROR_UNKNOWN, "");

  private final int code;
  private final String advice;

  CudaError(int code, String advice) {
    this.code = code;
    this.advice = advice;
  }

  /** The error of a number. */
  public static CudaError of(int code) {
    for (CudaError error : values()) {
      if (error.code == code) {
        return error;
      }
    }
    return OTHER;
  }

  /** The driver's number. */
  public int code() {
    return code;
  }

  /** What can be done, or an empty text. */
  public String advice() {
    return advice;
  }
}
