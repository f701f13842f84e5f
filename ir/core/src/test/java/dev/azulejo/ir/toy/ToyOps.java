// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.toy;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.analysis.SymbolTables;
import dev.azulejo.ir.analysis.SymbolUser;
import dev.azulejo.ir.builtin.SymbolRefAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.BranchOp;
import dev.azulejo.ir.trait.Commutative;
import dev.azulejo.ir.trait.ConstantLike;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.GraphRegion;
import dev.azulejo.ir.trait.ImplicitTerminator;
import dev.azulejo.ir.trait.IsolatedFromAbove;
import dev.azulejo.ir.trait.NoTerminator;
import dev.azulejo.ir.trait.Symbol;
import dev.azulejo.ir.trait.SymbolTable;
import dev.azulejo.ir.trait.Terminator;
import java.util.function.Consumer;

/** The classes of the operations of {@link Toy}. */
final class ToyOps {
  private ToyOps() {}

  static final class Module extends Operation
      implements GraphRegion, NoTerminator, SymbolTable, IsolatedFromAbove, RecursiveEffects {}

  static final class Func extends Operation implements Symbol, IsolatedFromAbove, UnknownEffects {}

  static final class Return extends Operation implements Terminator, UnknownEffects {}

  static final class Constant extends Operation implements ConstantLike, Pure {
    @Override
    public Attribute constantValue() {
      return requiredAttribute(0);
    }
  }

  /** Folds sums of constants and sums with nothing. */
  static final class Add extends Operation implements Commutative, Foldable, Pure {
    @Override
    public FoldResult fold() {
      Attribute lhs = Constants.of(operand(0));
      Attribute rhs = Constants.of(operand(1));
      if (lhs instanceof Toy.Number a && rhs instanceof Toy.Number b) {
        return FoldResult.constant(new Toy.Number(a.value() + b.value()));
      }
      return rhs instanceof Toy.Number b && b.value() == 0
          ? FoldResult.value(operand(0))
          : FoldResult.unchanged();
    }
  }

  static final class Select extends Operation implements Pure {}

  /** Stands for what it copies. */
  static final class Copy extends Operation implements Canonicalizable, Pure {
    @Override
    public boolean canonicalize(Rewriter rewriter) {
      rewriter.replace(this, operand(0));
      return true;
    }
  }

  static final class Groups extends Operation implements Pure {}

  static final class Alloc extends Operation implements Accessing {
    @Override
    public void accesses(Consumer<Access> sink) {
      sink.accept(Access.allocate(result(0)));
    }
  }

  static final class Load extends Operation implements Accessing {
    @Override
    public void accesses(Consumer<Access> sink) {
      sink.accept(Access.read(BufferRegion.whole(operand(0))));
    }
  }

  static final class Store extends Operation implements Accessing {
    @Override
    public void accesses(Consumer<Access> sink) {
      sink.accept(Access.write(BufferRegion.whole(operand(1))));
    }
  }

  /** Calls what its attribute {@code callee} names, if it has one. */
  static final class Call extends Operation implements SymbolUser, UnknownEffects {
    @Override
    public void verifySymbolUses(SymbolTables symbols, Diagnostics diagnostics) {
      if (attribute("callee") instanceof SymbolRefAttr name && symbols.find(this, name) == null) {
        diagnostics.report(error("calls nothing: %s", AsmText.ofAttribute(name)));
      }
    }
  }

  static final class Loop extends Operation implements ImplicitTerminator, RecursiveEffects {
    @Override
    public String terminatorName() {
      return "toy.yield";
    }
  }

  static final class Yield extends Operation implements Terminator, Pure {}

  static final class Br extends Operation implements BranchOp, Pure {
    @Override
    public int successorOperandGroup(int successor) {
      return 0;
    }
  }

  static final class CondBr extends Operation implements BranchOp, Pure {
    @Override
    public int successorOperandGroup(int successor) {
      return 1 + successor;
    }
  }
}
