// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.text.ParseOptions;
import dev.azulejo.pass.verify.schedule.Chart;
import dev.azulejo.pass.verify.schedule.Schedule;
import dev.azulejo.pass.verify.schedule.Timeline;
import dev.azulejo.pass.verify.schedule.Timeline.Cell;
import dev.azulejo.pass.verify.schedule.Timeline.Kind;
import dev.azulejo.pass.verify.schedule.Timeline.Lane;
import dev.azulejo.tool.Call;
import dev.azulejo.tools.opt.TileOpt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Schedules of the examples, as they are shown: in an order that is possible. */
class ShowScheduleTest {
  private static final Pattern WAIT =
      Pattern.compile("wait (full|empty)(_\\d+)?\\[(\\d+)\\] phase (\\d+)");

  private static String tileOpt(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        new TileOpt()
            .run(
                new Call(
                    List.of(args),
                    SourceTree.ROOT,
                    Map.of(),
                    new ByteArrayInputStream(new byte[0]),
                    new PrintStream(out, false, StandardCharsets.UTF_8),
                    new PrintStream(err, false, StandardCharsets.UTF_8)));
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Chart chart(String example, String target, String pipeline) {
    String ir = tileOpt("examples/" + example, "--target=" + target, "--pass=" + pipeline);
    var module = Programs.parse(example, ir, ParseOptions.STRICT);
    Schedule schedule = Schedule.of(module, _ -> "", Diagnostics.silent());
    return schedule.charts().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "gemm.tir, sm_90a, ws-pipeline",
    "gemm-hopper.tir, sm_90a, ws-pipeline",
    "attention.tir, sm_90a, ws-pipeline",
    "gemm.tir, sm_80, sw-pipeline",
    "gemm_bf16.tir, sm_80, sw-pipeline"
  })
  void slotIsNeverFilledBeforeItsLastTurnIsRead(String example, String target, String pipeline) {
    Timeline timeline = chart(example, target, pipeline).timeline();
    assertThat(timeline.slots()).isNotEmpty();
    for (Lane slot : timeline.slots()) {
      List<Cell> cells = slot.cells();
      for (int i = 1; i < cells.size(); i++) {
        Cell before = cells.get(i - 1);
        Cell cell = cells.get(i);
        assertThat(cell.from()).as(slot.name()).isGreaterThan(before.to());
        if (cell.turn() != before.turn()) {
          assertThat(cell.kind()).as(slot.name()).isEqualTo(Kind.FILLING);
          assertThat(before.kind()).as(slot.name()).isEqualTo(Kind.READ);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"gemm.tir", "gemm-hopper.tir"})
  void noWaitEndsBeforeWhatCompletesIt(String example) {
    Timeline timeline = chart(example, "sm_90a", "ws-pipeline").timeline();
    int looked = 0;
    for (Lane lane : timeline.lanes()) {
      for (Cell cell : lane.cells()) {
        Matcher wait = WAIT.matcher(cell.text());
        if (wait.matches() && wait.group(2) == null) {
          Kind kind = wait.group(1).equals("full") ? Kind.FILLING : Kind.READ;
          int turn = Integer.parseInt(wait.group(4));
          List<Cell> completing =
              lane(timeline, "shared[" + wait.group(3) + "]").cells().stream()
                  .filter(each -> each.kind() == kind)
                  .toList();
          assertThat(cell.to()).as(cell.text()).isGreaterThan(completing.get(turn).to());
          looked++;
        }
      }
    }
    assertThat(looked).isGreaterThan(4);
  }

  private static Lane lane(Timeline timeline, String name) {
    return timeline.slots().stream()
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pictureIsXmlThatShowsWhatTheTextShows() throws Exception {
    String[] args = {"examples/gemm.tir", "--target=sm_90a", "--pass=ws-pipeline"};
    String svg = tileOpt(args[0], args[1], args[2], "--show-schedule=svg");
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    Document document;
    try (InputStream in = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))) {
      document = factory.newDocumentBuilder().parse(in);
    }
    Element root = document.getDocumentElement();
    assertThat(root.getLocalName()).isEqualTo("svg");
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(root.getAttribute("viewBox")).matches("0 0 \\d+ \\d+");
    assertThat(svg).doesNotContain("href", "url(", "@import", "<script", "<image");
    Timeline timeline = chart("gemm.tir", "sm_90a", "ws-pipeline").timeline();
    long cells =
        timeline.lanes().stream().mapToLong(lane -> lane.cells().size()).sum()
            + timeline.slots().stream().mapToLong(lane -> lane.cells().size()).sum();
    // One rectangle a cell, and the background.
    assertThat(document.getElementsByTagNameNS("*", "rect").getLength()).isEqualTo((int) cells + 1);
    // One title a cell, and that of the picture.
    assertThat(document.getElementsByTagNameNS("*", "title").getLength())
        .isEqualTo((int) cells + 1);
    assertThat(tileOpt(args[0], args[1], args[2], "--show-schedule=svg")).isEqualTo(svg);
  }
}
