// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Arity;
import dev.azulejo.ir.AsmPrinter;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.format.FormatElement;
import dev.azulejo.ir.format.FormatElement.AttributeDictionary;
import dev.azulejo.ir.format.FormatElement.AttributeRef;
import dev.azulejo.ir.format.FormatElement.FunctionalType;
import dev.azulejo.ir.format.FormatElement.Literal;
import dev.azulejo.ir.format.FormatElement.OperandRef;
import dev.azulejo.ir.format.FormatElement.OperandType;
import dev.azulejo.ir.format.FormatElement.RegionRef;
import dev.azulejo.ir.format.FormatElement.ResultType;
import dev.azulejo.ir.format.FormatElement.SuccessorRef;
import dev.azulejo.ir.spec.Region.Shape;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is generated from declarations without errors. */
class DeclaredOpTest {
  private static final String MIX =
      """
      /** Mixes. */
      @OpDef(
          name = "toy.mix",
          format = "$lhs (`,` $rhs^ `:` type($rhs))? (`[` $rest^ `]`) : (`none`)? $key"
              + " (`quiet` $quiet^)? `->` type($total) type($rest) attr-dict-with-keyword $body"
              + " (`to` $targets^)?",
          sameTypes = {"lhs", "total"},
          parents = {"toy.mix", "toy.other"})
      @TypeRule(target = "last", from = "total", rule = Same.class)
      public abstract sealed class MixOp extends Operation implements Pure permits MixOpImpl {
        @Operand(AnyType.class) public abstract Value lhs();
        @Operand(AnyType.class) public abstract Optional<Value> rhs();
        @Operand(AnyType.class) public abstract List<Value> rest();
        @Result(AnyType.class) public abstract OpResult total();
        @Result(AnyType.class) public abstract OpResult last();
        @Attr(AnyAttr.class) public abstract Attribute key();
        @Attr(AnyAttr.class) public abstract Optional<PairAttr<String>> pair();
        @Attr(value = AnyAttr.class, name = "is_quiet") public abstract boolean isQuiet();
        @dev.azulejo.ir.spec.Region(Shape.ANY) public abstract dev.azulejo.ir.Region body();
        @Successor public abstract List<Block> targets();
        public static MixOp create(Inserter at, Value lhs, Type type) {
          return MixOpImpl.at(at).operand(lhs).optionalOperand(null).operands(List.of(lhs, lhs))
              .result(type).result(type).region(new dev.azulejo.ir.Region()).create();
        }
      }
      """
          .replace("$quiet", "$is_quiet");

  private record Word(String text) implements Type, Attribute {
    @Override
    public void print(AsmPrinter printer) {
      printer.text(text);
    }
  }

  @Test
  void buildsTheSchema() throws ReflectiveOperationException {
    OpSchema schema = find(compile("MixOp", MIX), "mix");

    assertThat(schema.name()).isEqualTo("toy.mix");
    assertThat(schema.operands())
        .extracting(OpSchema.Group::name)
        .containsExactly("lhs", "rhs", "rest");
    assertThat(schema.operands())
        .extracting(OpSchema.Group::arity)
        .containsExactly(Arity.ONE, Arity.OPTIONAL, Arity.VARIADIC);
    assertThat(schema.results()).extracting(OpSchema.Group::name).containsExactly("total", "last");
    assertThat(schema.attributes())
        .extracting(OpSchema.InherentAttribute::name)
        .containsExactly("key", "pair", "is_quiet");
    assertThat(schema.attributes())
        .extracting(OpSchema.InherentAttribute::required)
        .containsExactly(true, false, false);
    assertThat(schema.regions()).containsExactly(new OpSchema.RegionSlot("body", Shape.ANY, false));
    assertThat(schema.successors()).containsExactly(new OpSchema.SuccessorSlot("targets", true));
    assertThat(schema.sameTypes()).containsExactly("lhs", "total");
    assertThat(schema.typeRules()).extracting(OpSchema.TypeRule::target).containsExactly("last");
    assertThat(schema.parents()).containsExactly("toy.mix", "toy.other");
    assertThat(schema.parser()).isNull();
  }

  @Test
  void readsTheFormat() throws ReflectiveOperationException {
    assertThat(find(compile("MixOp", MIX), "mix").format())
        .containsExactly(
            new OperandRef(0),
            new FormatElement.Optional(
                List.of(new Literal(","), new OperandRef(1), new Literal(":"), new OperandType(1)),
                new OperandRef(1),
                List.of()),
            new FormatElement.Optional(
                List.of(new Literal("["), new OperandRef(2), new Literal("]")),
                new OperandRef(2),
                List.of(new Literal("none"))),
            new AttributeRef(0),
            new FormatElement.Optional(
                List.of(new Literal("quiet"), new AttributeRef(2)), new AttributeRef(2), List.of()),
            new Literal("->"),
            new ResultType(0),
            new OperandType(2),
            new AttributeDictionary(true),
            new RegionRef(0),
            new FormatElement.Optional(
                List.of(new Literal("to"), new SuccessorRef(0)), new SuccessorRef(0), List.of()));
  }

  @Test
  void readsAllOperandsAndResults() throws ReflectiveOperationException {
    Compilation compilation =
        compile(
            "CallOp",
            """
            @OpDef(name = "toy.call",
                format = "operands `` attr-dict ` ` `:` functional-type(operands, results)")
            public abstract sealed class CallOp extends Operation implements UnknownEffects
                permits CallOpImpl {
              @Operand(AnyType.class) public abstract List<Value> ins();
              @Result(AnyType.class) public abstract List<OpResult> outs();
            }
            """);

    assertThat(find(compilation, "call").format())
        .containsExactly(
            new OperandRef(FormatElement.ALL),
            new Literal(""),
            new AttributeDictionary(false),
            new Literal(" "),
            new Literal(":"),
            new FunctionalType(FormatElement.ALL, FormatElement.ALL));
  }

  @Test
  void accessorsReadTheOperation() throws ReflectiveOperationException {
    OpSchema schema = find(compile("MixOp", MIX), "mix");
    Word type = new Word("t");
    Value a = value(type);
    Value b = value(type);
    Value c = value(type);
    Region body = new Region();
    Block target = new Block();
    Operation op =
        new OperationState(schema, Location.unknown())
            .operand(a)
            .operands(List.of())
            .operands(List.of(b, c))
            .result(type)
            .result(type)
            .attribute("key", new Word("k"))
            .attribute("is_quiet", new Word("q"))
            .region(body)
            .successor(target)
            .create();

    assertThat(call(op, "lhs")).isSameAs(a);
    assertThat(call(op, "rhs")).isEqualTo(Optional.empty());
    assertThat(call(op, "rest")).isEqualTo(List.of(b, c));
    assertThat(call(op, "total")).isSameAs(op.result(0));
    assertThat(call(op, "last")).isSameAs(op.result(1));
    assertThat(call(op, "key")).isEqualTo(new Word("k"));
    assertThat(call(op, "pair")).isEqualTo(Optional.empty());
    assertThat(call(op, "isQuiet")).isEqualTo(true);
    assertThat(call(op, "body")).isSameAs(body);
    assertThat(call(op, "targets")).isEqualTo(List.of(target));
  }

  @Test
  void listsTheDialectSortedByName() throws ReflectiveOperationException {
    Compilation compilation =
        compile("ZooOp", plain("ZooOp", "toy.ant"), "AntOp", plain("AntOp", "toy.zoo.tail"));

    assertThat(ops(compilation).getMethod("names").invoke(null))
        .isEqualTo(List.of("ant", "zoo.tail"));
    assertThat(find(compilation, "zoo.tail").name()).isEqualTo("toy.zoo.tail");
    assertThat(ops(compilation).getMethod("find", String.class).invoke(null, "cow")).isNull();
    assertThat(compilation.text("toy/ToyCases.java"))
        .containsSubsequence(
            "R zooOp(ZooOp op);",
            "R antOp(AntOp op);",
            "R other(Operation op);",
            "case ZooOp it -> zooOp(it);",
            "case AntOp it -> antOp(it);",
            "default -> other(op);");
  }

  @Test
  void takesTheClassForItsCustomForm() throws ReflectiveOperationException {
    Compilation compilation =
        compile(
            "OwnOp",
            """
            @OpDef(name = "toy.own", customAssembly = true)
            public abstract sealed class OwnOp extends Operation
                implements Pure, CustomAssembly permits OwnOpImpl {
              @Result(AnyType.class) public abstract OpResult result();
              static void parse(OpParser parser, OperationState state) {}
              @Override public void print(OpPrinter printer) {}
            }
            """);

    assertThat(find(compilation, "own").parser()).isNotNull();
    assertThat(find(compilation, "own").format()).isNull();
  }

  @Test
  void typesMayFollow() throws ReflectiveOperationException {
    Compilation compilation =
        compile(
            "FollowOp",
            """
            @OpDef(name = "toy.follow", format = "$a $b $c attr-dict",
                sameTypes = {"b", "result"})
            @TypeRule(target = "b", from = "a", rule = Same.class)
            @TypeRule(target = "c", from = "result", rule = Same.class)
            public abstract sealed class FollowOp extends Operation
                implements Pure permits FollowOpImpl {
              @Operand(OneType.class) public abstract Value a();
              @Operand(AnyType.class) public abstract Value b();
              @Operand(AnyType.class) public abstract List<Value> c();
              @Result(AnyType.class) public abstract OpResult result();
            }
            """);

    assertThat(find(compilation, "follow").format()).hasSize(4);
  }

  @Test
  void doesNothingWithoutDeclarations() {
    Compilation compilation = compile("Plain", "final class Plain {}");

    assertThat(compilation.outputs().keySet()).allMatch(path -> path.endsWith(".class"));
  }

  @Test
  void writesTheSameTextEachTime() {
    Compilation first = compile("MixOp", MIX, "AntOp", plain("AntOp", "toy.ant"));
    Compilation second = compile("AntOp", plain("AntOp", "toy.ant"), "MixOp", MIX);

    assertThat(second.outputs().keySet()).isEqualTo(first.outputs().keySet());
    first
        .outputs()
        .forEach((path, bytes) -> assertThat(second.outputs().get(path)).as(path).isEqualTo(bytes));
  }

  private static String plain(String className, String name) {
    return """
    @OpDef(name = "%s", format = "attr-dict")
    public abstract sealed class %s extends Operation implements Pure permits %sImpl {}
    """
        .formatted(name, className, className);
  }

  private static Compilation compile(String... classes) {
    Compilation compilation = Declarations.compile(classes);
    assertThat(compilation.messages()).isEmpty();
    return compilation;
  }

  private static Value value(Type type) {
    return new Block().addArgument(type, Location.unknown());
  }

  private static Class<?> ops(Compilation compilation) throws ReflectiveOperationException {
    return compilation.classes().loadClass("toy.ToyOps");
  }

  private static OpSchema find(Compilation compilation, String mnemonic)
      throws ReflectiveOperationException {
    Object found = ops(compilation).getMethod("find", String.class).invoke(null, mnemonic);
    return (OpSchema) Objects.requireNonNull(found);
  }

  private static Object call(Operation op, String accessor) throws ReflectiveOperationException {
    Method method = op.getClass().getSuperclass().getMethod(accessor);
    return method.invoke(op);
  }
}
