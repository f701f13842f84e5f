// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import dev.azulejo.ir.declaration.WrongDeclarationTest.Case;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats with errors; see {@link Marks}. */
class WrongFormatTest {
  @ParameterizedTest
  @MethodSource({"formats", "groups", "types"})
  void isReportedWhereItStands(Case wrong) {
    Marks.check(wrong.source(), Declarations.compile("XOp", wrong.source()));
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
        Case.of(
            "missing region",
            "attr-dict",
            "region '$body' is missing in the format",
            "@dev.azulejo.ir.spec.Region public abstract dev.azulejo.ir.Region body();"),
        Case.of(
            "missing successor",
            "attr-dict",
            "successor '$target' is missing in the format",
            "@Successor public abstract Block target();"),
        Case.of(
            "two braces",
            "attr-dict $body",
            "attr-dict is followed by a brace and both begin with '{': use"
                + " attr-dict-with-keyword",
            "@dev.azulejo.ir.spec.Region public abstract dev.azulejo.ir.Region body();"),
        Case.of(
            "several groups by one word",
            "operands attr-dict `:` type($a) `,` type($b)",
            "'operands' can't tell several optional or variadic groups apart: name them one by"
                + " one",
            """
            @Operand(AnyType.class) public abstract List<Value> a();
            @Operand(AnyType.class) public abstract Optional<Value> b();
            """),
        Case.of(
            "unit attribute alone",
            "$a attr-dict",
            "unit attribute '$a' has no text: make it the anchor of an optional group, as in"
                + " (`word` $a^)?",
            "@Attr(AnyAttr.class) public abstract boolean a();"),
        Case.of(
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
        Case.of(
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
        Case.of(
            "result list of a fixed type",
            "attr-dict",
            "",
            """
            @Result(OneType.class)
            public abstract List<OpResult> r(); //~ %s
            """
                .formatted(unknownType("r"))),
        Case.of(
            "type in an optional group",
            "$a (`x` $b^ type($a))? attr-dict `:` type($b)",
            "",
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

  private static Case format(String format, String error) {
    return Case.of(
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
}
