// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.program.LaunchModels.Shown;
import dev.azulejo.pass.verify.program.LaunchModels.Trip;
import dev.azulejo.pass.verify.program.Origins;
import dev.azulejo.pass.verify.schedule.Execution.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the chart of a launch. */
final class LaunchChart {
  private static final int MOST_COLUMNS = 240;

  private final LaunchOp launch;
  private final String title;
  private final Shown shown;
  private final Model model;
  private final Origins origins;
  private final Execution execution;
  private final Labels labels;
  private final Drawing drawing;

  private LaunchChart(
      LaunchOp launch, String title, Shown shown, Function<Location, String> nameAt) {
    this.launch = launch;
    this.title = title;
    this.shown = shown;
    this.model = shown.model();
    this.origins = shown.origins();
    this.execution = Clock.run(model, MOST_COLUMNS);
    this.labels = new Labels(model, origins, execution, nameAt);
    this.drawing = new Drawing(model, origins, execution, labels);
  }

  static Chart of(LaunchOp launch, String title, Shown shown, Function<Location, String> nameAt) {
    return new LaunchChart(launch, title, shown, nameAt).chart();
  }

  private Chart chart() {
    String grid = launch.sizes().stream().map(LaunchChart::size).collect(Collectors.joining("x"));
    String whole =
        title
            + ": grid "
            + grid
            + ", "
            + launch.threads().longValue()
            + " threads; "
            + shown.block();
    List<String> facts = new ArrayList<>();
    addRoles(facts);
    addBuffers(facts);
    addBarriers(facts);
    Timeline timeline = drawing.draw();
    List<String> remarks = remarks();
    if (timeline.lanes().isEmpty()) {
      remarks.add("nobody does anything that others can tell");
    }
    return new Chart(whole, facts, remarks, timeline);
  }

  private static String size(Offset offset) {
    return offset instanceof Offset.Constant constant ? String.valueOf(constant.value()) : "?";
  }

  // --- What takes part --------------------------------------------------------------------------

  private void addRoles(List<String> facts) {
    for (int i = 0; i < model.agents().size(); i++) {
      RolesOp.Role role = origins.role(i);
      if (role != null && model.agents().get(i).block() == 0) {
        long last = role.firstThread() + role.threads() - 1;
        String registers = role.registers() == 0 ? "" : ", " + role.registers() + " registers";
        facts.add(
            "role "
                + role.name()
                + ": warps "
                + role.warps()
                + " (threads "
                + role.firstThread()
                + " to "
                + last
                + ")"
                + registers);
      }
    }
  }

  private void addBuffers(List<String> facts) {
    for (int i = 0; i < model.buffers().size(); i++) {
      if (drawing.isShown(i)) {
        int slots = model.buffers().get(i).slots();
        facts.add(
            "buffer "
                + labels.buffer(i)
                + ": "
                + (slots == 1 ? "1 slot" : slots + " slots")
                + " of "
                + labels.type(i)
                + place(origins.buffer(i).location()));
      }
    }
  }

  private void addBarriers(List<String> facts) {
    Set<AllocOp> arrays = new LinkedHashSet<>();
    for (int i = 0; i < model.barriers().size(); i++) {
      arrays.add(origins.barrier(i).array());
    }
    for (AllocOp array : arrays) {
      StringBuilder counts = new StringBuilder();
      for (long count : array.counts().asLongs()) {
        counts.append(counts.isEmpty() ? "" : ", ").append(count);
      }
      facts.add(
          "barriers "
              + labels.array(array)
              + labels.brought(array)
              + ": arrivals that complete a phase "
              + counts
              + place(array.location()));
    }
  }

  private static String place(Location location) {
    Location.FileRange place = location.position();
    return place == null ? "" : ", line " + place.line();
  }

  // --- What is shown otherwise than it is -------------------------------------------------------

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (Trip trip : shown.cuts()) {
      remarks.add(
          "the loop"
              + place(trip.loop().location())
              + ", runs "
              + trip.count()
              + " times and is shown to run "
              + trip.shown());
    }
    if (execution.assumes()) {
      remarks.add(
          "what the program does not say, such as sizes, is shown as what keeps loops going longest"
              + " that need not be gone through more often");
    }
    if (origins.blocks() > Drawing.BLOCKS) {
      remarks.add(
          "blocks from number 2 on of the cluster of " + origins.blocks() + " are not shown");
    }
    switch (execution.end()) {
      case WHOLE -> {}
      case CUT ->
          remarks.add(
              "it goes on: what comes behind " + execution.columns() + " steps is not shown");
      case STUCK -> remarks.add("it hangs: " + stuck());
    }
    return remarks;
  }

  private String stuck() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < model.agents().size(); i++) {
      int agent = i;
      List<Step> own = execution.steps().stream().filter(s -> s.agent() == agent).toList();
      if (!own.isEmpty() && !own.getLast().isOver()) {
        all.add(drawing.name(agent) + " is left in '" + labels.step(own.getLast()) + "'");
      }
    }
    return String.join(", ", all);
  }
}
