// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.function.PartAttributes;
import dev.azulejo.ir.function.SignatureText;
import dev.azulejo.ir.trait.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The custom form of {@code gpu.func}. */
final class FunctionText {
  private static final String WORKGROUP = "workgroup";
  private static final String PRIVATE = "private";
  private static final String KERNEL = "kernel";
  private static final Set<String> SPELT =
      Set.of(
          Symbol.NAME_ATTRIBUTE,
          GPUFuncOp.TYPE_ATTRIBUTE,
          GPUFuncOp.ARGUMENTS_ATTRIBUTE,
          GPUFuncOp.RESULTS_ATTRIBUTE,
          GPUFuncOp.WORKGROUP_ATTRIBUTES,
          GPUFuncOp.PRIVATE_ATTRIBUTES,
          GPUFuncOp.WORKGROUP_COUNT,
          GPUFuncOp.KERNEL_ATTRIBUTE);

  private FunctionText() {}

  // --- Reading ----------------------------------------------------------------------------------

  static void parse(OpParser parser, OperationState state) {
    state.attribute(Symbol.NAME_ATTRIBUTE, StringAttr.of(parser.symbolName()));
    Location place = parser.location();
    SignatureText signature = SignatureText.parse(parser);
    List<OpParser.Argument> arguments = new ArrayList<>(signature.arguments());
    if (arguments.size() != signature.type().inputs().size()) {
      throw parser.error(place, "gpu.func requires named arguments");
    }
    state.attribute(GPUFuncOp.TYPE_ATTRIBUTE, TypeAttr.of(signature.type()));
    state.attribute(GPUFuncOp.ARGUMENTS_ATTRIBUTE, signature.argumentAttributes());
    state.attribute(GPUFuncOp.RESULTS_ATTRIBUTE, signature.resultAttributes());
    int before = arguments.size();
    attributions(parser, WORKGROUP, GPUFuncOp.WORKGROUP_ATTRIBUTES, arguments, state);
    state.attribute(
        GPUFuncOp.WORKGROUP_COUNT, IntegerAttr.of(IntegerType.I64, arguments.size() - before));
    attributions(parser, PRIVATE, GPUFuncOp.PRIVATE_ATTRIBUTES, arguments, state);
    if (parser.accept(KERNEL)) {
      state.attribute(GPUFuncOp.KERNEL_ATTRIBUTE, UnitAttr.INSTANCE);
    }
    parser.attributeDictionaryWithKeyword(state);
    state.region(parser.region(arguments));
  }

  private static void attributions(
      OpParser parser,
      String word,
      String attribute,
      List<OpParser.Argument> arguments,
      OperationState state) {
    if (!parser.accept(word)) {
      return;
    }
    List<DictionaryAttr> attributes = new ArrayList<>();
    parser.list(
        "(",
        ")",
        () -> {
          OpParser.Operand name = parser.operand();
          parser.expect(":");
          Type type = parser.type();
          attributes.add(SignatureText.dictionary(parser));
          arguments.add(new OpParser.Argument(name.name(), type, name.location()));
        });
    state.attribute(attribute, PartAttributes.array(attributes));
  }

  // --- Printing ---------------------------------------------------------------------------------

  static void print(GPUFuncOp op, OpPrinter printer) {
    printer.text(" ").symbolName(op.symName().value());
    SignatureText.print(op.functionType(), op.entry(), op.argAttrs(), op.resAttrs(), printer);
    attributions(WORKGROUP, op.workgroupAttributions(), op.workgroupAttribAttrs(), printer);
    attributions(PRIVATE, op.privateAttributions(), op.privateAttribAttrs(), printer);
    if (op.isKernel()) {
      printer.text(" ").text(KERNEL);
    }
    printer.attributeDictionaryWithKeyword(op, SPELT);
    printer.region(op.body(), false, true);
  }

  private static void attributions(
      String word, List<BlockArgument> buffers, Optional<ArrayAttr> attributes, OpPrinter printer) {
    if (buffers.isEmpty()) {
      return;
    }
    printer.text(" ").text(word);
    for (int i = 0; i < buffers.size(); i++) {
      BlockArgument buffer = buffers.get(i);
      printer.text(i == 0 ? "(" : ", ").operand(buffer).text(" : ");
      SignatureText.part(buffer.type(), PartAttributes.of(attributes, i), printer);
    }
    printer.text(")");
  }
}
