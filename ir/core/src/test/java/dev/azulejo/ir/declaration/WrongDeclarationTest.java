// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Declarations with errors. A comment that begins with {@code //~} stands on the line of each error
 * that javac must report, and holds what it says.
 */
class WrongDeclarationTest {
  private static final Pattern EXPECTED = Pattern.compile("//~ (.*)$");

  /** A declaration of {@code XOp}. */
  private record Case(String title, String source) {
    @Override
    public String toString() {
      return title;
    }
  }

  private record Expected(long line, String text) {}

  @ParameterizedTest
  @MethodSource({"classes", "accessors", "rules", "formats", "groups", "types"})
  void isReportedWhereItStands(Case wrong) {
    List<Expected> reported =
        Declarations.compile("XOp", wrong.source()).messages().stream()
            .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
            .filter(message -> !message.text().contains("cannot find symbol"))
            .map(message -> new Expected(message.line(), message.text()))
            .toList();

    assertThat(reported).isEqualTo(expected(wrong.source()));
  }

  private static List<Expected> expected(String source) {
    List<Expected> expected = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = EXPECTED.matcher(lines.get(i));
      if (matcher.find()) {
        expected.add(new Expected(i + 1, matcher.group(1)));
      }
    }
    assertThat(expected).isNotEmpty();
    return expected;
  }

  static Stream<Case> classes() {
    return Stream.of(
        new Case(
            "not sealed",
            """
            @OpDef(name = "toy.x", format = "attr-dict")
            public abstract class XOp extends Operation implements Pure {} //~ 'XOp' must be \
            declared 'abstract sealed class XOp extends Operation ... permits XOpImpl'
            """),
        new Case(
            "permits another class",
            """
            @OpDef(name = "toy.x", format = "attr-dict")
            public abstract sealed class XOp extends Operation //~ 'XOp' must be declared \
            'abstract sealed class XOp extends Operation ... permits XOpImpl'
                implements Pure permits Mine {}
            final class Mine extends XOp {}
            """),
        new Case(
            "no operation",
            """
            @OpDef(name = "toy.x", format = "attr-dict")
            public abstract sealed class XOp implements Pure //~ 'XOp' must extend \
            dev.azulejo.ir.Operation
                permits XOpImpl {}
            """),
        new Case(
            "class name without Op",
            """
            interface XOp {}
            @OpDef(name = "toy.x", format = "attr-dict")
            abstract sealed class Thing extends Operation //~ the name of an operation's class \
            ends in 'Op'
                implements Pure permits ThingImpl {}
            """),
        new Case(
            "nested",
            """
            interface XOp {
              @OpDef(name = "toy.x", format = "attr-dict") //~ the class of an operation stands in \
            a file of its own
              abstract sealed class YOp extends Operation implements Pure permits YOpImpl {}
            }
            """),
        new Case(
            "name without a dialect",
            """
            @OpDef(
                format = "attr-dict",
                name = "x") //~ 'x' is no name of an operation: write the dialect, a dot and the \
            mnemonic, all in lower case
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {}
            """),
        new Case(
            "no effects",
            """
            @OpDef(name = "toy.x", format = "attr-dict")
            public abstract sealed class XOp extends Operation permits XOpImpl {} //~ 'toy.x' \
            declares no effects: implement Pure, Accessing, RecursiveEffects or UnknownEffects
            """),
        new Case(
            "two of one name",
            """
            @OpDef(name = "toy.x", format = "attr-dict")
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {}
            @OpDef(name = "toy.x", format = "attr-dict")
            abstract sealed class YOp extends Operation //~ 'toy.x' is declared twice: here and in \
            XOp
                implements Pure permits YOpImpl {}
            """),
        new Case(
            "two dialects in a package",
            """
            @OpDef(name = "toy.x", format = "attr-dict")
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {}
            @OpDef(name = "yot.x", format = "attr-dict")
            abstract sealed class YOp extends Operation //~ the operations of a package are of one \
            dialect, but here are 'toy.x' and 'yot.x'
                implements Pure permits YOpImpl {}
            """),
        new Case(
            "custom assembly without code",
            """
            @OpDef(
                name = "toy.x",
                format = "attr-dict", //~ an operation has a format or customAssembly, not both
                customAssembly = true) //~ customAssembly needs the class to implement \
            CustomAssembly
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
              static void parse(OpParser parser, OperationState state) {}
            }
            """),
        new Case(
            "custom assembly without parse",
            """
            @OpDef(
                name = "toy.x",
                customAssembly = true) //~ customAssembly needs a method 'static void \
            parse(OpParser, OperationState)' that is not private
            public abstract sealed class XOp extends Operation
                implements Pure, CustomAssembly permits XOpImpl {
              private static void parse(OpParser parser, OperationState state) {}
              @Override public void print(OpPrinter printer) {}
            }
            """));
  }

  static Stream<Case> accessors() {
    return Stream.of(
        op(
            "unannotated",
            "attr-dict",
            """
            public abstract Value a(); //~ abstract method 'a' declares nothing: annotate it with \
            @Operand, @Result, @Attr, @Region or @Successor, or give it a body
            """),
        op(
            "two annotations",
            "attr-dict",
            """
            @Operand(AnyType.class)
            @Result(AnyType.class) //~ 'a' can't be two things at once
            public abstract Value a();
            """),
        op(
            "with a body",
            "attr-dict",
            """
            @Operand(AnyType.class)
            public Value a() { return operand(0); } //~ accessor 'a' must be abstract and without \
            parameters
            """),
        op(
            "with a parameter",
            "attr-dict",
            """
            @Operand(AnyType.class)
            public abstract Value a(int i); //~ accessor 'a' must be abstract and without parameters
            """),
        op(
            "operand of a wrong class",
            "attr-dict",
            """
            @Operand(AnyType.class)
            public abstract OpResult a(); //~ 'a' must return Value, Optional<Value> or List<Value>
            """),
        op(
            "result of a wrong class",
            "attr-dict",
            """
            @Result(AnyType.class)
            public abstract Set<OpResult> a(); //~ 'a' must return OpResult, Optional<OpResult> or \
            List<OpResult>
            """),
        op(
            "optional region",
            "attr-dict",
            """
            @dev.azulejo.ir.spec.Region
            public abstract Optional<dev.azulejo.ir.Region> a(); //~ 'a' must return Region or \
            List<Region>
            """),
        op(
            "attribute of a wrong class",
            "attr-dict",
            """
            @Attr(AnyAttr.class)
            public abstract String a(); //~ 'a' must return a class of attributes, Optional of \
            one, or boolean
            """),
        op(
            "default of what may be absent",
            "attr-dict",
            """
            @Attr(
                value = AnyAttr.class,
                defaultValue = "1") //~ 'a' has a default, so it is never absent: return the class \
            of the attribute itself
            public abstract Optional<Attribute> a();
            """),
        op(
            "attribute of the framework",
            "attr-dict",
            """
            @Attr(AnyAttr.class) //~ the attribute 'operandSegmentSizes' is kept by the framework
            public abstract Attribute operandSegmentSizes();
            """),
        op(
            "name that is taken",
            "attr-dict",
            """
            @Successor public abstract Block a();
            @Attr(value = AnyAttr.class, name = "a") //
            public abstract Attribute b(); //~ the name 'a' is taken
            """),
        op(
            "constraint of the wrong kind",
            "attr-dict",
            """
            @Operand(AnyAttr.class) //~ AnyAttr is no TypeConstraint
            public abstract Value a();
            """),
        op(
            "constraint without constructor",
            "attr-dict",
            """
            @Attr(AttributeConstraint.class) //~ AttributeConstraint must be a concrete class with \
            a constructor without parameters that the package of XOp can call
            public abstract Attribute a();
            """),
        op(
            "list that isn't last",
            "attr-dict",
            """
            @Successor
            public abstract List<Block> a(); //~ only the last successor may be a list
            @Successor
            public abstract Block b();
            """));
  }

  static Stream<Case> rules() {
    return Stream.of(
        new Case(
            "sameTypes of nothing",
            """
            @OpDef(
                name = "toy.x",
                format = "$a attr-dict `:` type($a)",
                sameTypes = {"a", "b"}) //~ 'b' in sameTypes is no operand and no result
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
              @Operand(AnyType.class) public abstract Value a();
            }
            """),
        new Case(
            "sameTypes of one",
            """
            @OpDef(
                name = "toy.x",
                format = "$a attr-dict `:` type($a)",
                sameTypes = "a") //~ sameTypes needs at least two names
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
              @Operand(AnyType.class) public abstract Value a();
            }
            """),
        new Case(
            "type rule of nothing",
            """
            @OpDef(name = "toy.x", format = "$a attr-dict `:` type($a)")
            @TypeRule(
                target = "b", //~ 'b' in a type rule is no operand and no result
                from = "c", //~ 'c' in a type rule is no operand and no result
                rule = Same.class)
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
              @Operand(AnyType.class) public abstract Value a();
            }
            """),
        new Case(
            "type rule by a constraint",
            """
            @OpDef(name = "toy.x", format = "$a attr-dict `:` type($a)")
            @TypeRule(
                target = "a",
                from = "a",
                rule = AnyType.class) //~ AnyType is no TypeFunction
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
              @Operand(AnyType.class) public abstract Value a();
            }
            """),
        new Case(
            "parent without a dialect",
            """
            @OpDef(
                name = "toy.x",
                format = "attr-dict",
                parents = "func") //~ 'func' in parents is no name of an operation
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {}
            """));
  }

  static Stream<Case> formats() {
    return Stream.of(
        format("attr-dict `,", "format, column 11: this back quote is never closed"),
        format("attr-dict $", "format, column 11: a name is missing behind '$'"),
        format(
            "attr-dict , type($r)",
            "format, column 11: ',' has no meaning here; literals stand in back quotes"),
        format(
            "attr-dict ; type($r)",
            "format, column 11: ';' has no meaning here; literals stand in back quotes"),
        format(
            "attr-dict to type($r)",
            "format, column 11: 'to' is no directive (these are: attr-dict,"
                + " attr-dict-with-keyword, functional-type, operands, type); literals stand in"
                + " back quotes"),
        format(
            "attr-dict `::` type($r)",
            "format, column 11: `::` is neither a keyword nor a punctuation mark"),
        format(
            "$b attr-dict",
            "format, column 1: '$b' is declared nowhere: no accessor has that name"),
        format("$key attr-dict", "format, column 1: '$key' is called '$the_key' in the text"),
        format(
            "$r attr-dict",
            "format, column 1: '$r' is a result, which stands left of the operation; write"
                + " type($r) for its type"),
        format(
            "$a attr-dict `:` type($the_key)",
            "format, column 23: '$the_key' is no operand and no result, and nothing else has a"
                + " type in the format"),
        format("$a attr-dict `:` functional-type($r, $a)", "format, column 34: '$r' is no operand"),
        format("$a attr-dict `:` functional-type($a, $a)", "format, column 38: '$a' is no result"),
        format("$a attr-dict type $a", "format, column 19: expected '(' before '$a'"),
        format("$a attr-dict `:` type($r", "format, column 25: expected ')' before the end"),
        format(
            "$a `:` type($r)", "the format needs attr-dict or attr-dict-with-keyword exactly once"),
        format(
            "$a attr-dict attr-dict-with-keyword type($r)",
            "the format needs attr-dict or attr-dict-with-keyword exactly once"),
        format("$a $a attr-dict type($r)", "'$a' stands in the format twice"),
        format(
            "$a attr-dict functional-type(operands, results) type($r)",
            "'type($r)' stands in the format twice"),
        format("attr-dict type($r)", "operand '$a' is missing in the format"),
        op(
            "missing region",
            "attr-dict",
            "region '$body' is missing in the format",
            "@dev.azulejo.ir.spec.Region public abstract dev.azulejo.ir.Region body();"),
        op(
            "missing successor",
            "attr-dict",
            "successor '$target' is missing in the format",
            "@Successor public abstract Block target();"),
        op(
            "two braces",
            "attr-dict $body",
            "attr-dict is followed by a brace and both begin with '{': use"
                + " attr-dict-with-keyword",
            "@dev.azulejo.ir.spec.Region public abstract dev.azulejo.ir.Region body();"),
        op(
            "several groups by one word",
            "operands attr-dict `:` type($a) `,` type($b)",
            "'operands' can't tell several optional or variadic groups apart: name them one by"
                + " one",
            """
            @Operand(AnyType.class) public abstract List<Value> a();
            @Operand(AnyType.class) public abstract Optional<Value> b();
            """),
        op(
            "unit attribute alone",
            "$a attr-dict",
            "unit attribute '$a' has no text: make it the anchor of an optional group, as in"
                + " (`word` $a^)?",
            "@Attr(AnyAttr.class) public abstract boolean a();"),
        op(
            "optional attribute alone",
            "$a attr-dict",
            "attribute '$a' may be absent: put it into an optional group",
            "@Attr(AnyAttr.class) public abstract Optional<Attribute> a();"));
  }

  static Stream<Case> groups() {
    return Stream.of(
        format(
            "$a (`x` $the_key)? attr-dict type($r)",
            "format, column 4: this optional group has no anchor: put '^' behind one of its"
                + " elements"),
        format(
            "$a (`x`^ $the_key^)? attr-dict type($r)",
            "format, column 18: this optional group has two anchors"),
        format(
            "$a (`x` $the_key^) attr-dict type($r)",
            "format, column 20: expected '?' before 'attr-dict'"),
        format(
            "$a (`x` ($the_key^)?)? attr-dict type($r)",
            "format, column 9: an optional group can't stand in another one"),
        format("$a ()? attr-dict type($r)", "format, column 5: these parentheses are empty"),
        format(
            "$a ^ attr-dict type($r)",
            "format, column 4: an anchor '^' stands behind an element of an optional group"),
        format(
            "$a attr-dict type($r) (`x` $the_key^",
            "format, column 37: the format ends within an optional group"),
        format(
            "$a (`x` $the_key^) : (`y`^)? attr-dict type($r)",
            "format, column 4: the anchor '^' stands in the first branch of an optional group"),
        format(
            "$a (`x`^)? attr-dict type($r)",
            "the anchor `x` is always there: an anchor is an optional or variadic element"),
        format(
            "(`x` $a $the_key^)? attr-dict type($r)",
            "'$a' is required, so it can't stand in an optional group"),
        format(
            "$a ($the_key^)? attr-dict type($r)",
            "an optional group can't begin with '$the_key': the reader decides by its first"
                + " element, which is a literal, an operand, a region or a successor"),
        format(
            "$a (`x` $the_key^ attr-dict)? type($r)", "attr-dict can't stand in an optional group"),
        op(
            "unit attribute beside the anchor",
            "(`x` $a $b^)? attr-dict",
            "unit attribute '$a' has no text: make it the anchor of its optional group",
            """
            @Attr(AnyAttr.class) public abstract boolean a();
            @Attr(AnyAttr.class) public abstract Optional<Attribute> b();
            """));
  }

  static Stream<Case> types() {
    return Stream.of(
        new Case(
            "unknown types",
            """
            @OpDef(name = "toy.x", format = "$a attr-dict")
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
              @Operand(AnyType.class)
              public abstract Value a(); //~ %s
              @Result(OneType.class) public abstract OpResult r();
            }
            """
                .formatted(unknownType("a"))),
        op(
            "result list of a fixed type",
            "attr-dict",
            """
            @Result(OneType.class)
            public abstract List<OpResult> r(); //~ %s
            """
                .formatted(unknownType("r"))),
        op(
            "type in an optional group",
            "$a (`x` $b^ type($a))? attr-dict `:` type($b)",
            """
            @Operand(AnyType.class)
            public abstract Value a(); //~ %s
            @Operand(AnyType.class)
            public abstract Optional<Value> b();
            """
                .formatted(unknownType("a"))),
        new Case(
            "type from what may be empty",
            """
            @OpDef(name = "toy.x", format = "$a attr-dict `:` type($a)", sameTypes = {"a", "r"})
            public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
              @Operand(AnyType.class) public abstract List<Value> a();
              @Result(AnyType.class) public abstract OpResult r(); //~ %s
            }
            """
                .formatted(unknownType("r"))));
  }

  private static String unknownType(String name) {
    return ("a reader of the format can't know the type of '%s': write type($%s) in the format, or"
            + " let it follow from a type that is known by sameTypes, @TypeRule or a constraint"
            + " with onlyType")
        .formatted(name, name);
  }

  private static Case op(String title, String format, String members) {
    return op(title, format, "", members);
  }

  private static Case format(String format, String error) {
    return op(
        format,
        format,
        error,
        """
        @Operand(AnyType.class) public abstract Value a();
        @Result(AnyType.class) public abstract OpResult r();
        @Attr(value = AnyAttr.class, name = "the_key", defaultValue = "1")
        public abstract Attribute key();
        """);
  }

  private static Case op(String title, String format, String error, String members) {
    return new Case(
        title,
        """
        @OpDef(
            name = "toy.x",
            format = "%s") %s
        public abstract sealed class XOp extends Operation implements Pure permits XOpImpl {
          %s
        }
        """
            .formatted(format, error.isEmpty() ? "" : "//~ " + error, members));
  }
}
