// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.UnregisteredOp;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.op.BuiltinDialect;
import dev.azulejo.ir.builtin.op.ModuleOp;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.DefaultDialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints IR. One printer prints one operation once. */
public final class Printer implements OpPrinter {
  private final PrintOptions options;
  private final ValueNames names;
  private final AliasNames aliases;
  private final StringBuilder out;
  private int indent;
  private String defaultDialect = BuiltinDialect.NAME;
  private final Set<String> resourceKeys = new LinkedHashSet<>();

  private Printer(PrintOptions options, ValueNames names, AliasNames aliases, StringBuilder out) {
    this.options = options;
    this.names = names;
    this.aliases = aliases;
    this.out = out;
  }

  /**
   * Prints an operation as a whole text: the aliases it needs first, and an empty line behind a
   * module.
   */
  public static String print(Operation op, PrintOptions options) {
    return print(op, options, new Resources());
  }

  /**
   * Prints an operation as a whole text, and behind it the metadata section: of the values that
   * {@code dense_resource} may name those that it does.
   */
  public static String print(Operation op, PrintOptions options, Resources resources) {
    ValueNames names = new ValueNames(op, options);
    AliasNames aliases = new AliasNames(!options.localScope());
    StringBuilder body = new StringBuilder();
    Printer printer = new Printer(options, names, aliases, body);
    printer.operation(op);
    String definitions = "";
    if (!aliases.isEmpty()) {
      // The first run found what needs an alias; the second uses them all.
      aliases.complete();
      definitions = aliases.definitions();
      body.setLength(0);
      printer = new Printer(options, names, aliases, body);
      printer.operation(op);
    }
    StringBuilder text = new StringBuilder(definitions).append(body).append('\n');
    text.append(aliases.definitionsBehind());
    if (op instanceof ModuleOp && !options.localScope()) {
      text.append('\n');
    }
    String metadata = options.localScope() ? "" : resources.print(printer.resourceKeys);
    return text.append(metadata.isEmpty() ? "" : metadata + "\n").toString();
  }

  /** Prints an operation on its own, in custom form. */
  public static String print(Operation op) {
    return print(op, PrintOptions.DEFAULT);
  }

  /** Prints an operation in generic form without a line end, as a note in a diagnostic shows it. */
  public static String inline(Operation op) {
    StringBuilder body = new StringBuilder();
    PrintOptions options = new PrintOptions(true, false, true, false, false);
    Operation scope = op;
    while (scope.parentOp() != null) {
      scope = scope.parentOp();
    }
    new Printer(options, new ValueNames(scope, options), new AliasNames(false), body).operation(op);
    return body.toString();
  }

  // --- Operations -------------------------------------------------------------------------------

  private void operation(Operation op) {
    if (options.debugInfo() && aliases.isCollecting()) {
      aliases.noteLocation(op.location());
    }
    leftSide(op);
    rightSide(op);
    if (options.debugInfo() && !aliases.isCollecting()) {
      text(" ");
      LocationText.trailing(op.location(), this);
    }
  }

  private void rightSide(Operation op) {
    String outerDialect = defaultDialect;
    if (!options.generic() && op instanceof CustomAssembly custom) {
      name(op);
      enter(op);
      custom.print(this);
    } else if (!options.generic() && op.schema().format() != null) {
      name(op);
      enter(op);
      new FormatPrinter(this, op).print();
    } else {
      enter(op);
      generic(op);
    }
    defaultDialect = outerDialect;
  }

  private void leftSide(Operation op) {
    List<ValueNames.Pack> packs = names.packs(op);
    for (int i = 0; i < packs.size(); i++) {
      ValueNames.Pack pack = packs.get(i);
      text(i == 0 ? "" : ", ").text(pack.name());
      if (pack.size() > 1) {
        text(":").number(pack.size());
      }
    }
    if (!packs.isEmpty()) {
      text(" = ");
    }
  }

  private void name(Operation op) {
    String name = op.name();
    boolean elide = !defaultDialect.isEmpty() && op.schema().dialectName().equals(defaultDialect);
    text(elide ? name.substring(defaultDialect.length() + 1) : name);
  }

  private void enter(Operation op) {
    if (op.regionCount() > 0) {
      defaultDialect = op instanceof DefaultDialect own ? own.defaultDialect() : "";
    }
  }

  private void generic(Operation op) {
    string(op.name()).text("(");
    operands(op.operands());
    text(")");
    List<Block> successors = op.successors();
    for (int i = 0; i < successors.size(); i++) {
      text(i == 0 ? "[" : ", ").text(names.of(successors.get(i)));
    }
    text(successors.isEmpty() ? "" : "]");
    properties(op);
    for (int i = 0; i < op.regionCount(); i++) {
      text(i == 0 ? " (" : ", ");
      braces(op.region(i), true, true, true);
    }
    text(op.regionCount() == 0 ? "" : ")");
    if (!op.discardableAttributes().isEmpty()) {
      text(" ");
      entries(op.discardableAttributes());
    }
    text(" : ");
    type(FunctionType.of(types(op.operands()), op.resultTypes()));
  }

  private void properties(Operation op) {
    if (op instanceof UnregisteredOp unregistered) {
      Attribute properties = unregistered.properties();
      if (properties != null) {
        text(" <").attribute(properties).text(">");
      }
      return;
    }
    List<NamedAttribute> entries = new ArrayList<>(op.inherentAttributes());
    Segments.addTo(op, entries);
    if (!entries.isEmpty()) {
      Collections.sort(entries);
      text(" <");
      entries(entries);
      text(">");
    }
  }

  private static List<Type> types(List<Value> values) {
    List<Type> types = new ArrayList<>(values.size());
    for (Value value : values) {
      types.add(value.type());
    }
    return types;
  }

  private void entries(List<NamedAttribute> entries) {
    DictionaryAttr.printEntries(entries, this);
  }

  /** A location that stands inline, be it worth an alias or not. */
  private void location(Location location) {
    if (aliases.isCollecting()) {
      alias(new LocationAttr(location));
    }
    text(" ");
    LocationText.print(location, this);
  }

  // --- OpPrinter --------------------------------------------------------------------------------

  @Override
  public Printer text(String text) {
    out.append(text);
    return this;
  }

  @Override
  public @Nullable String alias(Attribute attribute) {
    return aliases.find(attribute);
  }

  @Override
  public int identity(Attribute attribute) {
    return aliases.identity(attribute);
  }

  @Override
  public AsmPrinter resource(String key) {
    resourceKeys.add(key);
    return keywordOrString(key);
  }

  @Override
  public OpPrinter operand(Value value) {
    return text(names.of(value));
  }

  @Override
  public OpPrinter optionalArrowTypes(List<? extends Type> types) {
    if (types.isEmpty()) {
      return this;
    }
    text(" -> ");
    if (types.size() == 1 && !(types.getFirst() instanceof FunctionType)) {
      type(types.getFirst());
      return this;
    }
    text("(");
    types(types);
    return text(")");
  }

  @Override
  public OpPrinter withoutResults(Operation op) {
    rightSide(op);
    return this;
  }

  @Override
  public OpPrinter attributeDictionary(Operation op, Set<String> elided) {
    List<NamedAttribute> shown = shownAttributes(op, elided);
    if (!shown.isEmpty()) {
      text(" ");
      entries(shown);
    }
    return this;
  }

  @Override
  public OpPrinter attributeDictionaryWithKeyword(Operation op, Set<String> elided) {
    List<NamedAttribute> shown = shownAttributes(op, elided);
    if (!shown.isEmpty()) {
      text(" attributes ");
      entries(shown);
    }
    return this;
  }

  private static List<NamedAttribute> shownAttributes(Operation op, Set<String> elided) {
    List<NamedAttribute> shown = new ArrayList<>();
    for (NamedAttribute entry : op.inherentAttributes()) {
      int index = op.schema().attributeIndex(entry.name());
      Attribute ordinary = op.schema().attributes().get(index).defaultValue();
      if (!elided.contains(entry.name()) && !entry.value().equals(ordinary)) {
        shown.add(entry);
      }
    }
    for (NamedAttribute entry : op.discardableAttributes()) {
      if (!elided.contains(entry.name())) {
        shown.add(entry);
      }
    }
    Collections.sort(shown);
    return shown;
  }

  @Override
  public OpPrinter argument(BlockArgument argument, List<NamedAttribute> attributes) {
    text(names.of(argument)).text(": ").type(argument.type());
    if (!attributes.isEmpty()) {
      text(" ");
      entries(attributes);
    }
    if (options.debugInfo()) {
      location(argument.location());
    }
    return this;
  }

  @Override
  public OpPrinter region(Region region, boolean withArguments, boolean withTerminators) {
    text(" ");
    braces(region, withArguments, withTerminators, false);
    return this;
  }

  @Override
  public OpPrinter successor(Block block, List<? extends Value> operands) {
    text(names.of(block));
    if (!operands.isEmpty()) {
      text("(");
      operands(operands);
      text(" : ");
      typesOf(operands);
      text(")");
    }
    return this;
  }

  @Override
  public OpPrinter newLine() {
    return text("\n").text("  ".repeat(indent));
  }

  // --- Regions ----------------------------------------------------------------------------------

  private void braces(
      Region region, boolean withArguments, boolean withTerminators, boolean labelEmptyEntry) {
    if (options.skipRegions()) {
      text("{...}");
      return;
    }
    text("{");
    boolean entry = true;
    for (Block block : region.blocks()) {
      boolean label =
          !entry
              || (withArguments && !block.arguments().isEmpty())
              || (labelEmptyEntry && block.isEmpty());
      if (label) {
        label(block, entry);
      }
      indent++;
      for (Operation op : block) {
        if (withTerminators || op.next() != null) {
          newLine();
          operation(op);
        }
      }
      indent--;
      entry = false;
    }
    newLine().text("}");
  }

  private void label(Block block, boolean entry) {
    newLine().text(names.of(block));
    List<BlockArgument> arguments = block.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      text(i == 0 ? "(" : ", ");
      argument(arguments.get(i));
    }
    text(arguments.isEmpty() ? ":" : "):");
    if (entry) {
      return;
    }
    List<Block> predecessors = block.predecessors();
    if (predecessors.isEmpty()) {
      text("  // no predecessors");
      return;
    }
    List<String> labels = predecessors.stream().map(names::of).toList();
    text("  // ");
    text(labels.size() == 1 ? "pred: " : labels.size() + " preds: ");
    text(String.join(", ", labels));
  }

  /** Is this an attribute that stands for itself by being there? */
  static boolean isUnit(Attribute attribute) {
    return attribute.equals(UnitAttr.INSTANCE);
  }

  /** How much has been printed, in characters. */
  int length() {
    return out.length();
  }
}
