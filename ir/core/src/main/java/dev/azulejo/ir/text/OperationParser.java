// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Dialects;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.DefaultDialect;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads operations, blocks and regions, in generic and in custom form. */
final class OperationParser extends AttributeParser implements OpParser {
  private static final int MAX_DEPTH = 256;

  private final Dialects dialects;
  private final ParseOptions options;
  private final Diagnostics diagnostics;
  private final ValueScopes values = new ValueScopes();
  private final BlockScopes blocks = new BlockScopes();
  private final Map<Argument, Location> argumentPlaces = new IdentityHashMap<>();
  private final Map<Argument, BlockArgument> boundArguments = new IdentityHashMap<>();
  private String defaultDialect = "builtin";
  private @Nullable String customOp;
  private int depth;

  OperationParser(Lexer lexer, Dialects dialects, ParseOptions options, Diagnostics diagnostics) {
    super(lexer, dialects, options.allowUnregistered());
    this.dialects = dialects;
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /** Reads operations, aliases and metadata up to the end of the input. */
  void topLevel(Block block) {
    blocks.push();
    while (lexer.kind() != TokenKind.END) {
      if (!topLevelDefinition()) {
        block.append(operation());
      }
    }
    finish(block);
    blocks.pop();
    if (options.freeValues()) {
      values.defineUndefined(block);
    }
    values.reportUndefined(diagnostics);
  }

  // --- Operations -------------------------------------------------------------------------------

  private record Binding(String name, int size, Location place) {}

  Operation operation() {
    List<Binding> bindings = new ArrayList<>(1);
    if (lexer.kind() == TokenKind.PERCENT_ID) {
      do {
        bindings.add(binding());
      } while (accept(","));
      if (!accept("=")) {
        throw unexpected("expected '=' after SSA name");
      }
    }
    Location place = location();
    Operation op;
    if (lexer.kind() == TokenKind.STRING) {
      op = GenericForm.parse(this);
    } else if (lexer.kind() == TokenKind.BARE_ID) {
      op = customForm(place);
    } else {
      throw unexpected("expected operation name in quotes");
    }
    trailingLocation(op::setLocation);
    bind(op, bindings, place);
    return op;
  }

  private Binding binding() {
    if (lexer.kind() != TokenKind.PERCENT_ID) {
      throw unexpected("expected valid ssa identifier");
    }
    Location place = location();
    String name = lexer.spelling();
    lexer.next();
    int size = 1;
    if (accept(":")) {
      Location number = location();
      if (lexer.kind() != TokenKind.INTEGER) {
        throw unexpected("expected integer number of results");
      }
      long value = integer();
      if (value < 1 || value > Integer.MAX_VALUE) {
        throw error(number, "expected named operation to have at least 1 result");
      }
      size = (int) value;
    }
    return new Binding(name, size, place);
  }

  private void bind(Operation op, List<Binding> bindings, Location place) {
    if (bindings.isEmpty()) {
      return;
    }
    if (op.resultCount() == 0) {
      throw plainError(place, "cannot name an operation with no results");
    }
    long bound = 0;
    for (Binding binding : bindings) {
      bound += binding.size();
    }
    if (bound != op.resultCount()) {
      throw plainError(
          place,
          "operation defines %d results but was provided %d to bind",
          op.resultCount(),
          bound);
    }
    int first = 0;
    for (Binding binding : bindings) {
      values.define(
          binding.name(), op.results().subList(first, first + binding.size()), binding.place());
      first += binding.size();
    }
  }

  private Operation customForm(Location place) {
    String written = lexer.spelling();
    OpSchema schema = findCustom(written, place);
    lexer.next();
    OperationState state = new OperationState(schema, place);
    String outerDialect = defaultDialect;
    String outerOp = customOp;
    customOp = schema.name();
    Operation prototype = schema.prototype();
    if (!schema.regions().isEmpty()) {
      defaultDialect = prototype instanceof DefaultDialect own ? own.defaultDialect() : "";
    }
    if (schema.parser() != null) {
      schema.parser().accept(this, state);
    } else if (schema.format() != null) {
      new FormatParser(this, state).parse(schema.format());
    } else {
      throw plainError(place, "'%s' has no custom form; write it in generic form", schema.name());
    }
    defaultDialect = outerDialect;
    customOp = outerOp;
    return create(state);
  }

  private OpSchema findCustom(String written, Location place) {
    boolean dotted = written.indexOf('.') >= 0;
    String name = dotted || defaultDialect.isEmpty() ? written : defaultDialect + "." + written;
    OpSchema schema = dialects.schema(name);
    if (schema != null) {
      return schema;
    }
    int dot = name.indexOf('.');
    String dialect = dot < 0 ? "" : name.substring(0, dot);
    if (dialects.dialect(dialect) != null) {
      String tried = dotted ? "" : " (tried '" + name + "' as well)";
      throw new ParseFailure(
          withSuggestion(
              Diagnostic.error(place, "custom op '%s' is unknown%s", written, tried), name));
    }
    if (!dotted) {
      throw new ParseFailure(
          Diagnostic.error(place, "custom op '%s' is unknown", written)
              .note(place, "no dialect is the default here: write the operation's full name"));
    }
    throw new ParseFailure(
        Diagnostic.error(place, "Dialect '%s' not found for custom op '%s'", dialect, written)
            .note(place, "Available dialects: %s", String.join(", ", dialects.names())));
  }

  private Diagnostic withSuggestion(Diagnostic diagnostic, String name) {
    String dialect = name.substring(0, name.indexOf('.'));
    String best = Suggestion.closest(name, dialects, dialect);
    return best == null
        ? diagnostic
        : diagnostic.note(diagnostic.location(), "did you mean '%s'?", best);
  }

  /** Makes an operation once its parts have been read; counts that can't be are refused here. */
  Operation create(OperationState state) {
    OpSchema schema = state.schema();
    if (schema.isRegistered() && !schema.hasOperandSegments()) {
      String problem = GroupCounts.check("operand", schema.operands(), state.operands().size());
      if (problem != null) {
        throw plainError(state.location(), "'%s' op %s", schema.name(), problem);
      }
    }
    if (schema.isRegistered() && !schema.hasResultSegments()) {
      String problem = GroupCounts.check("result", schema.results(), state.resultTypes().size());
      if (problem != null) {
        throw plainError(state.location(), "'%s' op %s", schema.name(), problem);
      }
    }
    return state.create();
  }

  // --- Operands ---------------------------------------------------------------------------------

  @Override
  public Operand operand() {
    Operand operand = acceptOperand();
    if (operand == null) {
      throw unexpected("expected SSA operand");
    }
    return operand;
  }

  @Override
  public @Nullable Operand acceptOperand() {
    if (lexer.kind() != TokenKind.PERCENT_ID) {
      return null;
    }
    Location place = location();
    String name = lexer.spelling();
    lexer.next();
    int number = 0;
    if (lexer.kind() == TokenKind.HASH_ID) {
      String digits = lexer.spellingFrom(1);
      if (!digits.chars().allMatch(Lexer::isDigit) || digits.length() > 9) {
        throw unexpected("invalid SSA value result number");
      }
      number = Integer.parseInt(digits);
      lexer.next();
    }
    return new Operand(name, number, place);
  }

  @Override
  public List<Operand> operands() {
    List<Operand> operands = new ArrayList<>();
    Operand first = acceptOperand();
    if (first == null) {
      return operands;
    }
    operands.add(first);
    while (accept(",")) {
      operands.add(operand());
    }
    return operands;
  }

  @Override
  public Value resolve(Operand operand, Type type) {
    return values.use(operand.name(), operand.number(), type, operand.location());
  }

  @Override
  public List<Value> resolve(List<Operand> operands, List<Type> types, Location place) {
    if (operands.size() != types.size()) {
      throw error(place, "%d operands present, but expected %d", operands.size(), types.size());
    }
    List<Value> resolved = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      resolved.add(resolve(operands.get(i), types.get(i)));
    }
    return resolved;
  }

  @Override
  public List<Type> types() {
    List<Type> types = new ArrayList<>();
    do {
      types.add(type());
    } while (accept(","));
    return types;
  }

  @Override
  public List<Type> optionalArrowTypes() {
    List<Type> types = new ArrayList<>();
    if (!accept("->")) {
      return types;
    }
    if (at("(")) {
      list("(", ")", () -> types.add(type()));
    } else {
      types.add(type());
    }
    return types;
  }

  @Override
  public void attributeDictionary(OperationState state) {
    if (at("{")) {
      for (NamedAttribute entry : attributeEntries()) {
        if (state.attribute(entry.name()) != null) {
          throw error(location(), "attribute '%s' is given twice", entry.name());
        }
        state.attribute(entry.name(), entry.value());
      }
    }
  }

  @Override
  public void attributeDictionaryWithKeyword(OperationState state) {
    if (accept("attributes")) {
      if (!at("{")) {
        throw unexpected("expected '{' in attribute dictionary");
      }
      attributeDictionary(state);
    }
  }

  // --- Regions ----------------------------------------------------------------------------------

  @Override
  public Argument argument(Type type) {
    Operand name = operand();
    if (name.number() != 0) {
      throw error(name.location(), "result number not allowed in argument list");
    }
    return new Argument(name.name(), type, name.location());
  }

  @Override
  public Argument typedArgument() {
    Operand name = operand();
    expect(":");
    Argument argument = new Argument(name.name(), type(), name.location());
    trailingLocation(argument);
    return argument;
  }

  @Override
  public void trailingLocation(Argument argument) {
    // An alias may be defined behind its use, when the argument is long bound.
    trailingLocation(written -> {
      BlockArgument value = boundArguments.get(argument);
      if (value == null) {
        argumentPlaces.put(argument, written);
      } else {
        value.setLocation(written);
      }
    });
  }

  @Override
  public Region region(List<Argument> arguments) {
    if (!at("{")) {
      throw unexpected("expected '{' to begin a region");
    }
    if (++depth > MAX_DEPTH) {
      throw plainError(location(), "regions are nested more than %d deep", MAX_DEPTH);
    }
    lexer.next();
    Region region = new Region();
    values.push();
    blocks.push();
    if (!arguments.isEmpty() || !(at("}") || lexer.kind() == TokenKind.CARET_ID)) {
      Block entry = region.appendBlock();
      for (Argument argument : arguments) {
        define(entry, argument);
      }
      body(entry);
    }
    while (!accept("}")) {
      region.append(block());
    }
    blocks.pop();
    values.pop();
    depth--;
    return region;
  }

  private void define(Block block, Argument argument) {
    Location earlier = values.definition(argument.name());
    if (earlier != null) {
      throw new ParseFailure(
          Diagnostic.error(
                  argument.location(),
                  "region entry argument '%s' is already in use",
                  argument.name())
              .note(earlier, "previously referenced here"));
    }
    Location place = argumentPlaces.getOrDefault(argument, argument.location());
    BlockArgument value = block.addArgument(argument.type(), place);
    boundArguments.put(argument, value);
    values.define(argument.name(), List.of(value), argument.location());
  }

  private Block block() {
    if (lexer.kind() != TokenKind.CARET_ID) {
      throw unexpected(
          lexer.kind() == TokenKind.END
              ? "expected '}' to end a region"
              : "expected operation name in quotes");
    }
    Location place = location();
    String name = lexer.spelling();
    lexer.next();
    Block block = blocks.define(name, place);
    if (at("(")) {
      list("(", ")", () -> blockArgument(block));
    }
    if (!accept(":")) {
      throw unexpected("expected ':' after block name");
    }
    body(block);
    return block;
  }

  private void blockArgument(Block block) {
    Operand name = operand();
    if (!accept(":")) {
      throw unexpected("expected ':' and type for SSA operand");
    }
    Type type = type();
    BlockArgument value = block.addArgument(type, name.location());
    trailingLocation(value::setLocation);
    values.define(name.name(), List.of(value), name.location());
  }

  private void body(Block block) {
    while (!at("}") && lexer.kind() != TokenKind.CARET_ID && lexer.kind() != TokenKind.END) {
      block.append(operation());
    }
  }

  @Override
  public Block successor() {
    if (lexer.kind() != TokenKind.CARET_ID) {
      throw unexpected("expected block name");
    }
    Location place = location();
    String name = lexer.spelling();
    lexer.next();
    return blocks.use(name, place);
  }

  @Override
  public Successor successorWithOperands() {
    Block block = successor();
    if (!accept("(")) {
      return new Successor(block, List.of());
    }
    List<Operand> operands = operands();
    Location place = location();
    expect(":");
    List<Type> types = types();
    expect(")");
    return new Successor(block, resolve(operands, types, place));
  }

  @Override
  public void ensureTerminator(Region region, String name, Location place) {
    if (region.isEmpty()) {
      region.appendBlock();
    }
    OpSchema schema = dialects.schema(name);
    if (schema == null) {
      throw error(place, "needs the operation '%s', which no dialect declares", name);
    }
    for (Block block : region.blocks()) {
      if (!(block.last() instanceof Terminator)) {
        block.append(new OperationState(schema, place).create());
      }
    }
  }

  boolean atOperand() {
    return lexer.kind() == TokenKind.PERCENT_ID;
  }

  boolean atSuccessor() {
    return lexer.kind() == TokenKind.CARET_ID;
  }

  @Override
  public Dialects dialects() {
    return dialects;
  }

  ParseOptions options() {
    return options;
  }

  // --- Errors -----------------------------------------------------------------------------------

  /** An error in the words of a custom form says which operation's form it was. */
  @Override
  public ParseFailure error(Location place, String format, Object... arguments) {
    String prefix = customOp == null ? "" : "custom op '" + customOp + "' ";
    return plainError(place, "%s%s", prefix, String.format(Locale.ROOT, format, arguments));
  }

  ParseFailure plainError(Location place, String format, Object... arguments) {
    return new ParseFailure(Diagnostic.error(place, format, arguments));
  }
}
