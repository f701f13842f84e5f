// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.declaration;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Declarations of operations with errors; see {@link Marks}. */
class WrongDeclarationTest {
  /** A declaration of {@code XOp}. */
  record Case(String title, String source) {
    /** One with a format and members; {@code error} is what is said of the format, or empty. */
    static Case of(String title, String format, String error, String members) {
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

    @Override
    public String toString() {
      return title;
    }
  }

  @ParameterizedTest
  @MethodSource({"classes", "accessors", "rules"})
  void isReportedWhereItStands(Case wrong) {
    Marks.check(wrong.source(), Declarations.compile("XOp", wrong.source()));
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

  private static Case op(String title, String format, String members) {
    return Case.of(title, format, "", members);
  }
}
