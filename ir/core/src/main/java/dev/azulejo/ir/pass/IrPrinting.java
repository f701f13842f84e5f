// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.analysis.Symbols;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Prints IR before and after passes. */
public final class IrPrinting implements PassObserver {

  /**
   * What is printed.
   *
   * @param before the passes before which IR is printed
   * @param after the passes after which it is, if they didn't fail
   * @param onlyChanged whether not after passes that left the IR as it was, whatever they claim
   * @param onlyFailed whether only after passes that failed, whichever these are
   * @param moduleScope whether all the IR is printed, not just what the pass ran on
   */
  public record Selection(
      Predicate<PassInstance> before,
      Predicate<PassInstance> after,
      boolean onlyChanged,
      boolean onlyFailed,
      boolean moduleScope) {}

  /** Takes dumps. */
  @FunctionalInterface
  public interface Destination {
    /**
     * Takes one.
     *
     * @param file the place of the dump in a tree of files, with slashes, without a suffix
     * @param text the header line, the IR and an empty line
     */
    void dump(String file, String text);
  }

  private final Selection selection;
  private final Function<Operation, String> printer;
  private final Destination destination;
  private final @Nullable IrPrinting parent;
  private final Map<Operation, Integer> counters = new IdentityHashMap<>();
  private @Nullable String before;

  /**
   * A printer of dumps.
   *
   * @param printer prints an operation as a whole text, line end included
   */
  public IrPrinting(
      Selection selection, Function<Operation, String> printer, Destination destination) {
    this(selection, printer, destination, null);
  }

  private IrPrinting(
      Selection selection,
      Function<Operation, String> printer,
      Destination destination,
      @Nullable IrPrinting parent) {
    this.selection = selection;
    this.printer = printer;
    this.destination = destination;
    this.parent = parent;
  }

  @Override
  public void beforePass(PassInstance pass, Operation op) {
    if (selection.before().test(pass)) {
      dump("Before", "", pass, op);
    }
    if (selection.onlyChanged() && selection.after().test(pass)) {
      before = printer.apply(op);
    }
  }

  @Override
  public void afterPass(PassOutcome outcome) {
    PassInstance pass = outcome.pass();
    Operation op = outcome.op();
    if (outcome.failed()) {
      if (selection.onlyFailed() || selection.after().test(pass)) {
        dump("After", " Failed", pass, op);
      }
      return;
    }
    if (selection.onlyFailed() || !selection.after().test(pass)) {
      return;
    }
    if (!selection.onlyChanged() || !printer.apply(op).equals(before)) {
      dump("After", "", pass, op);
    }
  }

  private void dump(String when, String failed, PassInstance pass, Operation op) {
    String title = "IR Dump %s %s%s (%s)".formatted(when, pass.title(), failed, pass.name());
    String what = selection.moduleScope() ? " (" + OpTitle.of(op) + ")" : "";
    String ir = printer.apply(selection.moduleScope() ? root(op) : op);
    String text = "// -----// " + title + what + " //----- //\n" + ir + "\n";
    destination.dump(file(pass, op), text);
  }

  private static Operation root(Operation op) {
    Operation outer = op.parentOp();
    return outer == null ? op : root(outer);
  }

  /** The path of operations, and the numbers of the latest dumps of all of them. */
  private String file(PassInstance pass, Operation op) {
    Integer last = counter(op);
    counters.put(op, last == null ? 0 : last + 1);
    StringBuilder path = new StringBuilder();
    StringBuilder numbers = new StringBuilder();
    for (Operation each : pathTo(op)) {
      String symbol = Symbols.name(each);
      path.append(each.name().replace('.', '_')).append('_');
      path.append(symbol.isEmpty() ? "no-symbol-name" : fileName(symbol)).append('/');
      Integer number = counter(each);
      numbers.append(number == null ? 0 : number).append('_');
    }
    return path.append(numbers).append(pass.name()).toString();
  }

  private static String fileName(String symbol) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < symbol.length(); i++) {
      char c = symbol.charAt(i);
      name.append(Character.isLetterOrDigit(c) || "._-$".indexOf(c) >= 0 ? c : '_');
    }
    return name.toString();
  }

  private static List<Operation> pathTo(Operation op) {
    List<Operation> path = new ArrayList<>();
    Operation each = op;
    while (each != null) {
      path.addFirst(each);
      each = each.parentOp();
    }
    return path;
  }

  private @Nullable Integer counter(Operation op) {
    Integer own = counters.get(op);
    return own != null || parent == null ? own : parent.counter(op);
  }

  @Override
  public void beforePipeline(Pipeline nested, Operation op) {
    if (counter(op) == null) {
      counters.put(op, 0);
    }
  }

  @Override
  public boolean needsOneThread() {
    return selection.moduleScope();
  }

  @Override
  public PassObserver fork(Consumer<Runnable> later) {
    return new IrPrinting(
        selection, printer, (file, text) -> later.accept(() -> destination.dump(file, text)), this);
  }

  @Override
  public void join(PassObserver forked) {
    if (forked instanceof IrPrinting printing) {
      counters.putAll(printing.counters);
    }
  }
}
