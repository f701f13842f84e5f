// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck.posix;

import dev.azulejo.filecheck.posix.Instruction.Close;
import dev.azulejo.filecheck.posix.Instruction.EnterLoop;
import dev.azulejo.filecheck.posix.Instruction.Jump;
import dev.azulejo.filecheck.posix.Instruction.NextRound;
import dev.azulejo.filecheck.posix.Instruction.Open;
import dev.azulejo.filecheck.posix.Instruction.Require;
import dev.azulejo.filecheck.posix.Instruction.Split;
import dev.azulejo.filecheck.posix.Instruction.Take;
import dev.azulejo.filecheck.posix.Instruction.TakeAgain;
import dev.azulejo.filecheck.posix.RegexNode.Assertion;
import dev.azulejo.filecheck.posix.RegexNode.BackReference;
import dev.azulejo.filecheck.posix.RegexNode.Choice;
import dev.azulejo.filecheck.posix.RegexNode.Group;
import dev.azulejo.filecheck.posix.RegexNode.OneOf;
import dev.azulejo.filecheck.posix.RegexNode.Repeat;
import dev.azulejo.filecheck.posix.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Turns the tree of a regular expression into instructions; counted repeats become copies. */
final class Compiler {
  // Nested counts multiply; what is larger than this is refused instead of eating the memory.
  private static final int LONGEST_PROGRAM = 100_000;
  private static final Jump PLACEHOLDER = new Jump(-1);

  private final List<Instruction> code = new ArrayList<>();
  private int loops;
  private boolean backReferences;
  private boolean insideBackReference;

  static Program compile(RegexNode tree, int groups) {
    var compiler = new Compiler();
    Piece root = compiler.emit(tree);
    return new Program(
        List.copyOf(compiler.code), root, groups, compiler.loops, compiler.backReferences);
  }

  private Piece emit(RegexNode node) {
    return switch (node) {
      case OneOf(ByteSet set) -> leaf(new Take(set));
      case Assertion(Assertion.Kind kind) -> leaf(new Require(kind));
      case Group group -> emitGroup(group);
      case Sequence(List<RegexNode> parts) -> emitSequence(parts);
      case Choice(List<RegexNode> branches) -> emitChoice(branches);
      case Repeat repeat -> emitRepeat(repeat.body(), repeat.min(), repeat.max());
      case BackReference reference -> emitBackReference(reference);
    };
  }

  private Piece leaf(Instruction instruction) {
    add(instruction);
    return Piece.leaf(here() - 1, here());
  }

  private Piece emitGroup(Group group) {
    if (insideBackReference) {
      return emit(group.body());
    }
    int start = add(new Open(group.number()));
    Piece body = emit(group.body());
    add(new Close(group.number()));
    return Piece.group(start, here(), group.number(), body);
  }

  private Piece emitSequence(List<RegexNode> parts) {
    int start = here();
    var children = new ArrayList<Piece>();
    for (RegexNode part : parts) {
      children.add(emit(part));
    }
    return Piece.of(Piece.Kind.SEQUENCE, start, here(), children);
  }

  private Piece emitChoice(List<RegexNode> branches) {
    int start = here();
    var children = new ArrayList<Piece>();
    var jumps = new ArrayList<Integer>();
    for (int i = 0; i < branches.size(); i++) {
      boolean last = i == branches.size() - 1;
      int split = last ? -1 : add(PLACEHOLDER);
      children.add(emit(branches.get(i)));
      if (!last) {
        jumps.add(add(PLACEHOLDER));
        code.set(split, new Split(split + 1, here()));
      }
    }
    for (int jump : jumps) {
      code.set(jump, new Jump(here()));
    }
    return Piece.of(Piece.Kind.CHOICE, start, here(), children);
  }

  /**
   * Copies the body: the required rounds but one, then the optional ones, then the last required
   * one. A group inside reports its last copy that took part.
   */
  private Piece emitRepeat(RegexNode body, int min, int max) {
    if (max == 0) {
      return Piece.leaf(here(), here());
    }
    if (min == 0) {
      return emitOptional(() -> emitRepeat(body, 1, max));
    }
    if (min == 1 && max == 1) {
      return emit(body);
    }
    int start = here();
    var children = new ArrayList<Piece>();
    for (int i = 1; i < min; i++) {
      children.add(emit(body));
    }
    if (max == RegexNode.UNBOUNDED) {
      children.add(emitLoop(body));
    } else {
      for (int i = min; i < max; i++) {
        children.add(emitOptional(() -> emit(body)));
      }
      children.add(emit(body));
    }
    return Piece.of(Piece.Kind.SEQUENCE, start, here(), children);
  }

  private Piece emitOptional(Supplier<Piece> body) {
    int split = add(PLACEHOLDER);
    Piece child = body.get();
    code.set(split, new Split(split + 1, here()));
    return Piece.of(Piece.Kind.CHOICE, split, here(), List.of(child, Piece.leaf(here(), here())));
  }

  private Piece emitLoop(RegexNode body) {
    int loop = loops++;
    int start = add(new EnterLoop(loop));
    Piece child = emit(body);
    add(new NextRound(loop, start + 1));
    return Piece.of(Piece.Kind.LOOP, start, here(), List.of(child));
  }

  private Piece emitBackReference(BackReference reference) {
    backReferences = true;
    int start = add(PLACEHOLDER);
    boolean outer = insideBackReference;
    insideBackReference = true;
    emit(reference.body());
    insideBackReference = outer;
    code.set(start, new TakeAgain(reference.number(), here()));
    return Piece.leaf(start, here());
  }

  private int here() {
    return code.size();
  }

  private int add(Instruction instruction) {
    if (code.size() >= LONGEST_PROGRAM) {
      throw new PosixSyntaxException("out of memory");
    }
    code.add(instruction);
    return code.size() - 1;
  }
}
