// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/** The CUDA driver API as Java methods: functions, constants and layouts, nothing else. */
module dev.azulejo.bindings.cuda {
  requires static transitive org.jspecify;

  exports dev.azulejo.bindings.cuda;
}
