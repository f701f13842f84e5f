// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.toy;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.AttributeConstraint;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeConstraint;
import dev.azulejo.ir.TypeFunction;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Region.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A dialect with one operation for each thing that the framework treats in a way of its own. */
public final class Toy implements Dialect {

  /** A type that is only a name. */
  public record Named(String name) implements Type {
    @Override
    public void print(AsmPrinter printer) {
      printer.text(name);
    }
  }

  /** A constant. */
  public record Number(long value) implements Attribute {
    @Override
    public void print(AsmPrinter printer) {
      printer.number(value);
    }
  }

  /** A text, such as the name of a symbol. */
  public record Text(String value) implements Attribute {
    @Override
    public void print(AsmPrinter printer) {
      printer.string(value);
    }
  }

  public static final Type INT = new Named("int");
  public static final Type FLAG = new Named("flag");
  public static final Type BUFFER = new Named("buffer");

  private record Only(Type onlyType) implements TypeConstraint {
    @Override
    public boolean accepts(Type type) {
      return type.equals(onlyType);
    }

    @Override
    public String description() {
      return "a toy " + AsmText.ofType(onlyType);
    }
  }

  private record AnyType() implements TypeConstraint {
    @Override
    public boolean accepts(Type type) {
      return true;
    }

    @Override
    public String description() {
      return "any type";
    }
  }

  private record NumberConstraint() implements AttributeConstraint {
    @Override
    public boolean accepts(Attribute attribute) {
      return attribute instanceof Number;
    }

    @Override
    public String description() {
      return "a toy number";
    }

    @Override
    public Attribute defaultValue(String text) {
      return new Number(Long.parseLong(text));
    }
  }

  private record TextConstraint() implements AttributeConstraint {
    @Override
    public boolean accepts(Attribute attribute) {
      return attribute instanceof Text;
    }

    @Override
    public String description() {
      return "a toy text";
    }
  }

  private record SameAs() implements TypeFunction {
    @Override
    public @Nullable Type apply(Type type) {
      return type;
    }

    @Override
    public String description(String target, String from) {
      return target + " is like " + from;
    }
  }

  private static final TypeConstraint ANY = new AnyType();
  private static final TypeConstraint INTS = new Only(INT);
  private static final AttributeConstraint NUMBER = new NumberConstraint();
  private static final AttributeConstraint TEXT = new TextConstraint();

  public static final OpSchema MODULE =
      OpSchema.define("toy.module")
          .region("body", Shape.SINGLE_BLOCK, false)
          .build(ToyOps.Module::new);
  public static final OpSchema FUNC =
      OpSchema.define("toy.func")
          .attribute("sym_name", TEXT, true, null)
          .region("body", Shape.ANY, false)
          .build(ToyOps.Func::new);
  public static final OpSchema RETURN =
      OpSchema.define("toy.return")
          .operand("values", ANY, Arity.VARIADIC)
          .parents("toy.func")
          .build(ToyOps.Return::new);
  public static final OpSchema CONSTANT =
      OpSchema.define("toy.constant")
          .attribute("value", NUMBER, true, null)
          .result("result", ANY, Arity.ONE)
          .build(ToyOps.Constant::new);
  public static final OpSchema ADD =
      OpSchema.define("toy.add")
          .operand("lhs", INTS, Arity.ONE)
          .operand("rhs", INTS, Arity.ONE)
          .result("result", ANY, Arity.ONE)
          .sameTypes("lhs", "rhs", "result")
          .build(ToyOps.Add::new);
  public static final OpSchema SELECT =
      OpSchema.define("toy.select")
          .operand("condition", new Only(FLAG), Arity.ONE)
          .operand("one", ANY, Arity.ONE)
          .operand("other", ANY, Arity.ONE)
          .result("result", ANY, Arity.ONE)
          .sameTypes("one", "other", "result")
          .build(ToyOps.Select::new);
  public static final OpSchema COPY =
      OpSchema.define("toy.copy")
          .operand("from", ANY, Arity.ONE)
          .result("to", ANY, Arity.ONE)
          .typeRule("to", "from", new SameAs())
          .build(ToyOps.Copy::new);
  public static final OpSchema GROUPS =
      OpSchema.define("toy.groups")
          .operand("some", INTS, Arity.VARIADIC)
          .operand("maybe", INTS, Arity.OPTIONAL)
          .attribute("size", NUMBER, false, "7")
          .build(ToyOps.Groups::new);
  public static final OpSchema ALLOC =
      OpSchema.define("toy.alloc").result("buffer", ANY, Arity.ONE).build(ToyOps.Alloc::new);
  public static final OpSchema LOAD =
      OpSchema.define("toy.load")
          .operand("buffer", ANY, Arity.ONE)
          .result("result", ANY, Arity.ONE)
          .build(ToyOps.Load::new);
  public static final OpSchema STORE =
      OpSchema.define("toy.store")
          .operand("value", ANY, Arity.ONE)
          .operand("buffer", ANY, Arity.ONE)
          .build(ToyOps.Store::new);
  public static final OpSchema CALL =
      OpSchema.define("toy.call")
          .operand("arguments", ANY, Arity.VARIADIC)
          .result("results", ANY, Arity.VARIADIC)
          .build(ToyOps.Call::new);
  public static final OpSchema LOOP =
      OpSchema.define("toy.loop")
          .operand("bounds", ANY, Arity.VARIADIC)
          .result("results", ANY, Arity.VARIADIC)
          .region("body", Shape.SINGLE_BLOCK, false)
          .build(ToyOps.Loop::new);
  public static final OpSchema YIELD =
      OpSchema.define("toy.yield").operand("values", ANY, Arity.VARIADIC).build(ToyOps.Yield::new);
  public static final OpSchema BR =
      OpSchema.define("toy.br")
          .operand("values", ANY, Arity.VARIADIC)
          .successor("target", false)
          .build(ToyOps.Br::new);
  public static final OpSchema COND_BR =
      OpSchema.define("toy.cond_br")
          .operand("condition", ANY, Arity.ONE)
          .operand("whenTrue", ANY, Arity.VARIADIC)
          .operand("whenFalse", ANY, Arity.VARIADIC)
          .successor("then", false)
          .successor("otherwise", false)
          .build(ToyOps.CondBr::new);

  private final Map<String, OpSchema> schemas = new TreeMap<>();

  /** The dialect. */
  public Toy() {
    for (OpSchema schema :
        List.of(
            MODULE, FUNC, RETURN, CONSTANT, ADD, SELECT, COPY, GROUPS, ALLOC, LOAD, STORE, CALL,
            LOOP, YIELD, BR, COND_BR)) {
      schemas.put(schema.name().substring("toy.".length()), schema);
    }
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public @Nullable OpSchema operation(String mnemonic) {
    return schemas.get(mnemonic);
  }

  @Override
  public List<String> operationNames() {
    return List.copyOf(schemas.keySet());
  }

  @Override
  public @Nullable Operation constant(Inserter at, Attribute value, Type type) {
    return value instanceof Number number
        ? at.insert(
            new OperationState(CONSTANT, at.location())
                .attribute("value", number)
                .result(type)
                .create())
        : null;
  }

  /** The names of the operations of a block, without the dialect. */
  public static List<String> names(Block block) {
    List<String> names = new ArrayList<>();
    for (Operation op : block) {
      names.add(op.name().replace("toy.", ""));
    }
    return names;
  }

  // --- Making operations ------------------------------------------------------------------------

  private static int line;

  /** An operation at the end of a block, on a line of its own. */
  public static Operation op(Block block, OpSchema schema, List<Type> results, Value... operands) {
    OperationState state = state(schema, results, operands);
    Operation op = state.create();
    block.append(op);
    return op;
  }

  /** What {@link #op} makes operations from. */
  public static OperationState state(OpSchema schema, List<Type> results, Value... operands) {
    OperationState state = new OperationState(schema, Location.file("toy", ++line, 1));
    state.operands(List.of(operands));
    state.results(results);
    return state;
  }

  /** A module with an empty block. */
  public static Operation module() {
    Region body = new Region();
    body.appendBlock();
    return state(MODULE, List.of()).region(body).create();
  }

  /** A function whose entry block has arguments of the given types. */
  public static Operation func(Operation module, String name, Type... arguments) {
    Region body = new Region();
    Block entry = body.appendBlock();
    for (Type type : arguments) {
      entry.addArgument(type, Location.unknown());
    }
    Operation func =
        state(FUNC, List.of()).attribute("sym_name", new Text(name)).region(body).create();
    module.region(0).entry().append(func);
    return func;
  }

  /** A constant of type {@link #INT}. */
  public static Value constant(Block block, long value) {
    Operation op = state(CONSTANT, List.of(INT)).attribute("value", new Number(value)).create();
    block.append(op);
    return op.result(0);
  }

  /** A sum. */
  public static Value add(Block block, Value lhs, Value rhs) {
    return op(block, ADD, List.of(INT), lhs, rhs).result(0);
  }

  /** A return. */
  public static Operation ret(Block block, Value... values) {
    return op(block, RETURN, List.of(), values);
  }

  /** An operation with one region that has one block. */
  public static Operation withBody(
      Block block, OpSchema schema, List<Type> results, Value... operands) {
    Region body = new Region();
    body.appendBlock();
    Operation op = state(schema, results, operands).region(body).create();
    block.append(op);
    return op;
  }

  /** A jump. */
  public static Operation br(Block block, Block target, Value... values) {
    Operation op = state(BR, List.of(), values).successor(target).create();
    block.append(op);
    return op;
  }

  /** A conditional jump that hands over nothing. */
  public static Operation condBr(Block block, Value condition, Block then, Block otherwise) {
    return condBr(block, condition, then, List.of(), otherwise, List.of());
  }

  /** A conditional jump. */
  public static Operation condBr(
      Block block,
      Value condition,
      Block then,
      List<Value> thenValues,
      Block otherwise,
      List<Value> otherwiseValues) {
    OperationState state = new OperationState(COND_BR, Location.file("toy", ++line, 1));
    state.operand(condition).operands(thenValues).operands(otherwiseValues);
    Operation op = state.successor(then).successor(otherwise).create();
    block.append(op);
    return op;
  }
}
