// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.EnumWords;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.function.PartAttributes;
import dev.azulejo.ir.trait.Symbol;
import java.util.List;
import java.util.Optional;

/** What must hold of a {@code gpu.func}. */
final class FunctionRules {
  private FunctionRules() {}

  static void verify(GPUFuncOp function, Diagnostics diagnostics) {
    FunctionType type = function.functionType();
    if (verifyAttributes(function, diagnostics)
        && PartAttributes.verify(
            function, "argument", function.argAttrs(), type.inputs().size(), diagnostics)
        && PartAttributes.verify(
            function, "result", function.resAttrs(), type.results().size(), diagnostics)
        && verifyType(function, diagnostics)
        && verifyArguments(function, diagnostics)) {
      verifyAttributions(function, diagnostics);
    }
  }

  /** These are discardable, so that the schema says nothing of them. */
  private static boolean verifyAttributes(GPUFuncOp function, Diagnostics diagnostics) {
    if (!(function.attribute(Symbol.NAME_ATTRIBUTE) instanceof StringAttr)) {
      diagnostics.report(function.error("requires string attribute '%s'", Symbol.NAME_ATTRIBUTE));
      return false;
    }
    if (function.isKernel()
        && !(function.attribute(GPUFuncOp.KERNEL_ATTRIBUTE) instanceof UnitAttr)) {
      diagnostics.report(
          function.error("attribute '%s' must be a unit", GPUFuncOp.KERNEL_ATTRIBUTE));
      return false;
    }
    Attribute count = function.attribute(GPUFuncOp.WORKGROUP_COUNT);
    boolean isCount =
        count instanceof IntegerAttr number
            && number.type().equals(IntegerType.I64)
            && number.longValue() >= 0
            && number.longValue() <= Integer.MAX_VALUE;
    if (count != null && !isCount) {
      diagnostics.report(
          function.error(
              "attribute '%s' must be a number of buffers as an i64", GPUFuncOp.WORKGROUP_COUNT));
      return false;
    }
    return true;
  }

  private static boolean verifyType(GPUFuncOp function, Diagnostics diagnostics) {
    if (function.isKernel() && !function.functionType().results().isEmpty()) {
      diagnostics.report(function.error("expected void return type for kernel function"));
      return false;
    }
    if (function.body().isEmpty()) {
      diagnostics.report(function.error("expected body with at least one block"));
      return false;
    }
    return true;
  }

  private static boolean verifyArguments(GPUFuncOp function, Diagnostics diagnostics) {
    List<Type> inputs = function.functionType().inputs();
    List<BlockArgument> arguments = function.entry().arguments();
    long least = (long) inputs.size() + function.workgroupCount();
    if (arguments.size() < least) {
      diagnostics.report(function.error("expected at least %d arguments to body region", least));
      return false;
    }
    for (int i = 0; i < inputs.size(); i++) {
      Type type = arguments.get(i).type();
      if (!type.equals(inputs.get(i))) {
        diagnostics.report(
            function.error(
                "expected body region argument #%d to be of type '%s', got '%s'",
                i, AsmText.ofType(inputs.get(i)), AsmText.ofType(type)));
        return false;
      }
    }
    return true;
  }

  private static void verifyAttributions(GPUFuncOp function, Diagnostics diagnostics) {
    List<BlockArgument> workgroup = function.workgroupAttributions();
    List<BlockArgument> own = function.privateAttributions();
    if (verifySpaces(function, workgroup, AddressSpace.WORKGROUP, diagnostics)
        && verifySpaces(function, own, AddressSpace.PRIVATE, diagnostics)
        && verifyParts(
            function,
            GPUFuncOp.WORKGROUP_ATTRIBUTES,
            function.workgroupAttribAttrs(),
            workgroup.size(),
            diagnostics)) {
      verifyParts(
          function,
          GPUFuncOp.PRIVATE_ATTRIBUTES,
          function.privateAttribAttrs(),
          own.size(),
          diagnostics);
    }
  }

  private static boolean verifySpaces(
      GPUFuncOp function,
      List<BlockArgument> buffers,
      AddressSpace wanted,
      Diagnostics diagnostics) {
    for (BlockArgument buffer : buffers) {
      if (!(buffer.type() instanceof MemRefType type)) {
        diagnostics.report(function.error("expected memref type in attribution"));
        return false;
      }
      if (type.memorySpace() instanceof AddressSpaceAttr space && space.value() != wanted) {
        diagnostics.report(
            function.error("expected memory space %s in attribution", EnumWords.of(wanted)));
        return false;
      }
    }
    return true;
  }

  private static boolean verifyParts(
      GPUFuncOp function,
      String name,
      Optional<ArrayAttr> attributes,
      int count,
      Diagnostics diagnostics) {
    if (attributes.isEmpty() || (count > 0 && attributes.get().size() == count)) {
      return true;
    }
    diagnostics.report(
        function.error(
            "attribute '%s' has %d elements for %d buffers", name, attributes.get().size(), count));
    return false;
  }
}
