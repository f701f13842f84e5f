// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

/** The constants of {@code CUjit_option}. */
public final class CUjit_option {
  public static final int CU_JIT_MAX_REGISTERS = 0;
  public static final int CU_JIT_THREADS_PER_BLOCK = 1;
  public static final int CU_JIT_WALL_TIME = 2;
  public static final int CU_JIT_INFO_LOG_BUFFER = 3;
  public static final int CU_JIT_INFO_LOG_BUFFER_SIZE_BYTES = 4;
  public static final int CU_JIT_ERROR_LOG_BUFFER = 5;
  public static final int CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES = 6;
  public static final int CU_JIT_OPTIMIZATION_LEVEL = 7;
  public static final int CU_JIT_TARGET_FROM_CUCONTEXT = 8;
  public static final int CU_JIT_TARGET = 9;
  public static final int CU_JIT_FALLBACK_STRATEGY = 10;
  public static final int CU_JIT_GENERATE_DEBUG_INFO = 11;
  public static final int CU_JIT_LOG_VERBOSE = 12;
  public static final int CU_JIT_GENERATE_LINE_INFO = 13;
  public static final int CU_JIT_CACHE_MODE = 14;
  public static final int CU_JIT_NEW_SM3X_OPT = 15;
  public static final int CU_JIT_FAST_COMPILE = 16;
  public static final int CU_JIT_GLOBAL_SYMBOL_NAMES = 17;
  public static final int CU_JIT_GLOBAL_SYMBOL_ADDRESSES = 18;
  public static final int CU_JIT_GLOBAL_SYMBOL_COUNT = 19;
  public static final int CU_JIT_LTO = 20;
  public static final int CU_JIT_FTZ = 21;
  public static final int CU_JIT_PREC_DIV = 22;
  public static final int CU_JIT_PREC_SQRT = 23;
  public static final int CU_JIT_FMA = 24;
  public static final int CU_JIT_REFERENCED_KERNEL_NAMES = 25;
  public static final int CU_JIT_REFERENCED_KERNEL_COUNT = 26;
  public static final int CU_JIT_REFERENCED_VARIABLE_NAMES = 27;
  public static final int CU_JIT_REFERENCED_VARIABLE_COUNT = 28;
  public static final int CU_JIT_OPTIMIZE_UNUSED_DEVICE_VARIABLES = 29;
  public static final int CU_JIT_POSITION_INDEPENDENT_CODE = 30;
  public static final int CU_JIT_MIN_CTA_PER_SM = 31;
  public static final int CU_JIT_MAX_THREADS_PER_BLOCK = 32;
  public static final int CU_JIT_OVERRIDE_DIRECTIVE_VALUES = 33;
  public static final int CU_JIT_SPLIT_COMPILE = 34;
  public static final int CU_JIT_NUM_OPTIONS = 35;

  private CUjit_option() {}

  /** The name of a value, the first one where several have it. */
  public static String nameOf(int value) {
    return switch (value) {
      case CU_JIT_MAX_REGISTERS -> "CU_JIT_MAX_REGISTERS";
      case CU_JIT_THREADS_PER_BLOCK -> "CU_JIT_THREADS_PER_BLOCK";
      case CU_JIT_WALL_TIME -> "CU_JIT_WALL_TIME";
      case CU_JIT_INFO_LOG_BUFFER -> "CU_JIT_INFO_LOG_BUFFER";
      case CU_JIT_INFO_LOG_BUFFER_SIZE_BYTES -> "CU_JIT_INFO_LOG_BUFFER_SIZE_BYTES";
      case CU_JIT_ERROR_LOG_BUFFER -> "CU_JIT_ERROR_LOG_BUFFER";
      case CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES -> "CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES";
      case CU_JIT_OPTIMIZATION_LEVEL -> "CU_JIT_OPTIMIZATION_LEVEL";
      case CU_JIT_TARGET_FROM_CUCONTEXT -> "CU_JIT_TARGET_FROM_CUCONTEXT";
      case CU_JIT_TARGET -> "CU_JIT_TARGET";
      case CU_JIT_FALLBACK_STRATEGY -> "CU_JIT_FALLBACK_STRATEGY";
      case CU_JIT_GENERATE_DEBUG_INFO -> "CU_JIT_GENERATE_DEBUG_INFO";
      case CU_JIT_LOG_VERBOSE -> "CU_JIT_LOG_VERBOSE";
      case CU_JIT_GENERATE_LINE_INFO -> "CU_JIT_GENERATE_LINE_INFO";
      case CU_JIT_CACHE_MODE -> "CU_JIT_CACHE_MODE";
      case CU_JIT_NEW_SM3X_OPT -> "CU_JIT_NEW_SM3X_OPT";
      case CU_JIT_FAST_COMPILE -> "CU_JIT_FAST_COMPILE";
      case CU_JIT_GLOBAL_SYMBOL_NAMES -> "CU_JIT_GLOBAL_SYMBOL_NAMES";
      case CU_JIT_GLOBAL_SYMBOL_ADDRESSES -> "CU_JIT_GLOBAL_SYMBOL_ADDRESSES";
      case CU_JIT_GLOBAL_SYMBOL_COUNT -> "CU_JIT_GLOBAL_SYMBOL_COUNT";
      case CU_JIT_LTO -> "CU_JIT_LTO";
      case CU_JIT_FTZ -> "CU_JIT_FTZ";
      case CU_JIT_PREC_DIV -> "CU_JIT_PREC_DIV";
      case CU_JIT_PREC_SQRT -> "CU_JIT_PREC_SQRT";
      case CU_JIT_FMA -> "CU_JIT_FMA";
      case CU_JIT_REFERENCED_KERNEL_NAMES -> "CU_JIT_REFERENCED_KERNEL_NAMES";
      case CU_JIT_REFERENCED_KERNEL_COUNT -> "CU_JIT_REFERENCED_KERNEL_COUNT";
      case CU_JIT_REFERENCED_VARIABLE_NAMES -> "CU_JIT_REFERENCED_VARIABLE_NAMES";
      case CU_JIT_REFERENCED_VARIABLE_COUNT -> "CU_JIT_REFERENCED_VARIABLE_COUNT";
      case CU_JIT_OPTIMIZE_UNUSED_DEVICE_VARIABLES -> "CU_JIT_OPTIMIZE_UNUSED_DEVICE_VARIABLES";
      case CU_JIT_POSITION_INDEPENDENT_CODE -> "CU_JIT_POSITION_INDEPENDENT_CODE";
      case CU_JIT_MIN_CTA_PER_SM -> "CU_JIT_MIN_CTA_PER_SM";
      case CU_JIT_MAX_THREADS_PER_BLOCK -> "CU_JIT_MAX_THREADS_PER_BLOCK";
      case CU_JIT_OVERRIDE_DIRECTIVE_VALUES -> "CU_JIT_OVERRIDE_DIRECTIVE_VALUES";
      case CU_JIT_SPLIT_COMPILE -> "CU_JIT_SPLIT_COMPILE";
      case CU_JIT_NUM_OPTIONS -> "CU_JIT_NUM_OPTIONS";
      default -> "CUjit_option(" + value + ")";
    };
  }
}
