// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.pass;

import dev.azulejo.ir.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several observers as one. What follows an event is told in reverse, so that they nest. */
public final class ObserverGroup implements PassObserver {
  private final List<PassObserver> members;

  /** The observers, outermost first. */
  public ObserverGroup(List<PassObserver> members) {
    this.members = List.copyOf(members);
  }

  @Override
  public void beforePass(PassInstance pass, Operation op) {
    members.forEach(each -> each.beforePass(pass, op));
  }

  @Override
  public void afterPass(PassOutcome outcome) {
    members.reversed().forEach(each -> each.afterPass(outcome));
  }

  @Override
  public void beforeAnalysis(String name, Operation op) {
    members.forEach(each -> each.beforeAnalysis(name, op));
  }

  @Override
  public void afterAnalysis(String name, Operation op) {
    members.reversed().forEach(each -> each.afterAnalysis(name, op));
  }

  @Override
  public void beforePipeline(Pipeline nested, Operation parent) {
    members.forEach(each -> each.beforePipeline(nested, parent));
  }

  @Override
  public void afterPipeline(Pipeline nested, Operation parent) {
    members.reversed().forEach(each -> each.afterPipeline(nested, parent));
  }

  @Override
  public boolean needsOneThread() {
    return members.stream().anyMatch(PassObserver::needsOneThread);
  }

  @Override
  public PassObserver fork(Consumer<Runnable> later) {
    List<PassObserver> forked = new ArrayList<>();
    for (PassObserver member : members) {
      forked.add(member.fork(later));
    }
    return new ObserverGroup(forked);
  }

  @Override
  public void join(PassObserver forked) {
    if (forked instanceof ObserverGroup group) {
      for (int i = 0; i < members.size(); i++) {
        members.get(i).join(group.members.get(i));
      }
    }
  }
}
