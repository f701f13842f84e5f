// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.lit.LitTools;
import dev.azulejo.tool.Call;
import dev.azulejo.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShellTest {
  @TempDir private Path folder;

  private final Transcript transcript = new Transcript();

  /** Writes its arguments to both streams, and throws when it is told to. */
  private record Toy(String name) implements Tool {
    @Override
    public int run(Call call) {
      if (call.args().contains("throw")) {
        throw new IllegalStateException("thrown by a toy");
      }
      call.out().println("out " + call.args());
      call.err().println("err " + call.environment().getOrDefault("X", "none"));
      return call.args().contains("fail") ? 3 : 0;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "true; 0",
        "false; 1",
        "! false; 0",
        "! true; 1",
        "! ! true; 0",
        "true && false; 1",
        "false && true; 1",
        "false || true; 0",
        "true || false; 0",
        "false || false && true; 1",
        "toy fail | true; 3",
        "true | toy fail; 3",
        "! true | false; 0",
        "not toy fail; 0",
        "not not true; 0",
        "not toy; 1",
        "not toy throw; 1",
        "not --crash toy throw; 0",
        "not --crash toy fail; 1",
        "not nosuchprogram; 127",
        "nosuchprogram; 127",
        "toy throw; 134",
        "echo a | count 1; 0",
        "printf 'a\\nb' | count 2; 0",
        "echo a b 'c  d' | filecheck checks; 0",
        "echo nothing | filecheck checks; 1",
        "echo x | FileCheck nosuchfile; 2",
        "cat checks | diff checks -; 0",
        "echo y | diff -u checks -; 1",
        "bash -c 'exit 7'; 7",
        "bash -c 'kill -9 $$'; 137",
        "not --crash bash -c 'kill -9 $$'; 0",
        "cd nosuchfolder; 1",
        "popd; 1",
        "mkdir d && cd d && pushd .. && popd && cat ../checks; 0",
        "echo a < nosuchfile; 1",
        "split-file parts out && cat out/one out/two/three | count 3; 0",
        "split-file checks out; 2",
        "mkdir e && rm -rf e && rm -f e; 0",
        "rm nosuchfile; 2",
        "cat --unknown; 2",
        "echo a 2>&1 1>&2 | count 1; 0",
      })
  void ends(String line, int status) throws Exception {
    assertThat(run(line)).as("%s", transcript).isEqualTo(status);
  }

  @Test
  void runsBothSidesOfASemicolon() throws Exception {
    assertThat(run("echo a > one; false; echo b > two;")).isZero();
    assertThat(folder.resolve("one")).hasContent("a");
    assertThat(folder.resolve("two")).hasContent("b");
  }

  @Test
  void redirectsInTheOrderOfTheLine() throws Exception {
    assertThat(run("toy 1 > out 2> err && toy 2 >> out 2>> err && toy 3 &> both")).isZero();
    assertThat(folder.resolve("out")).hasContent("out [1]\nout [2]");
    assertThat(folder.resolve("err")).hasContent("err none\nerr none");
    assertThat(folder.resolve("both")).hasContent("out [3]\nerr none");
    assertThat(run("toy 4 2>&1 | cat > piped && toy 5 2>&1 > out")).isZero();
    assertThat(folder.resolve("piped")).hasContent("out [4]\nerr none");
    assertThat(folder.resolve("out")).hasContent("out [5]");
    assertThat(run("bash -c 'echo a; echo b >&2' > out 2>&1")).isZero();
    assertThat(folder.resolve("out")).hasContent("a\nb");
    assertThat(run("cat < both > copy")).isZero();
    assertThat(folder.resolve("copy")).hasContent("out [3]\nerr none");
  }

  @Test
  void passesTheEnvironment() throws Exception {
    assertThat(run("env X=1 toy 2> a && export X=2 && toy 2> b && env -u X toy 2> c")).isZero();
    assertThat(run("env X=5 bash -c 'echo $X$Y' > d")).isZero();
    assertThat(folder.resolve("a")).hasContent("err 1");
    assertThat(folder.resolve("b")).hasContent("err 2");
    assertThat(folder.resolve("c")).hasContent("err none");
    assertThat(folder.resolve("d")).hasContent("5");
  }

  @Test
  void escapesStandForBytes() throws Exception {
    assertThat(run("printf '\\377\\x41\u00e9%s' \u00fc > bytes")).isZero();
    assertThat(Files.readAllBytes(folder.resolve("bytes")))
        .isEqualTo(new byte[] {-1, 'A', (byte) 0xC3, (byte) 0xA9, (byte) 0xC3, (byte) 0xBC});
  }

  @Test
  void pipesBytesThroughPrograms() throws Exception {
    assertThat(run("printf 'b\\303\\na\\n' > bytes")).isZero();
    Files.write(folder.resolve("bytes"), new byte[] {'b', (byte) 0xc3, '\n', 'a', '\n'});
    assertThat(run("cat bytes | sort -r | cat > sorted")).isZero();
    assertThat(folder.resolve("sorted"))
        .hasBinaryContent(new byte[] {'b', (byte) 0xc3, '\n', 'a', '\n'});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'a b' \"c d\" e\\ f; [a b, c d, e f]",
        "\"a\\\"b\\\\c\\d\" '\\'; [a\"b\\c\\d, \\]",
        "a'b'\"c\"; [abc]",
        "'' \"\"; [, ]",
        "--pass=a{b=1} builtin.module(f(g)); [--pass=a{b=1}, builtin.module(f(g))]",
        "*.glob; [1.glob, 2.glob]",
        "'*.glob' \\*.glob; [*.glob, *.glob]",
        "[1-9].gl?b; [1.glob, 2.glob]",
        "*.none $X; [*.none, $X]",
        "sub/*/x; [sub/p/x, sub/q/x]",
      })
  void readsWords(String words, String expected) throws Exception {
    for (String name : List.of("2.glob", "1.glob", "sub/q/x", "sub/p/x")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "");
    }
    assertThat(run("toy " + words + " > out")).isZero();
    assertThat(folder.resolve("out")).hasContent("out " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "echo \"a; quote is not closed",
        "echo 'a; quote is not closed",
        "echo a |; a command is missing at the end",
        "| echo; a command is missing before '|'",
        "echo a && || b; a command is missing before '||'",
        "echo a >; a file is missing",
        "echo a > | b; a file is missing",
        "echo a &; no background jobs",
        "(echo a); no subshells",
        "echo $(a); no $(command)",
        "echo `` `a` ``; no `command`",
        "echo a \\; nothing follows",
        "echo << a; '<<' is not understood",
        "echo a >& 3; before 2 only",
      })
  void refuses(String line, String message) {
    assertThatThrownBy(() -> ShellParser.parse(line.replace("``", "")))
        .isInstanceOf(ShellSyntaxException.class)
        .hasMessageContaining(message);
  }

  @Test
  void notesWhatItDoes() throws Exception {
    run("toy 'a b' | toy fail");
    assertThat(transcript.toString())
        .isEqualTo(
            """
            # executed command: toy 'a b'
            # .---command stderr------------
            # | err none
            # `-----------------------------
            # executed command: toy fail
            # .---command stdout------------
            # | out [fail]
            # `-----------------------------
            # .---command stderr------------
            # | err none
            # `-----------------------------
            # error: command failed with exit status: 3
            """);
  }

  @Test
  void notesWhereAToolThrew() throws Exception {
    run("toy throw");
    assertThat(transcript.toString())
        .contains("IllegalStateException: thrown by a toy", "at dev.azulejo.lit.shell.ShellTest");
  }

  @Test
  void showsWhatDiffers() throws Exception {
    run("printf '1\\n2\\n3\\n4\\n5\\n6\\n' > a");
    run("printf '1\\n2\\n3\\nfour\\n5\\n6' > b");
    assertThat(run("diff -u a b > out")).isEqualTo(1);
    assertThat(folder.resolve("out"))
        .hasContent(
            """
            --- a
            +++ b
            @@ -1,6 +1,6 @@
             1
             2
             3
            -4
            +four
             5
            -6
            +6
            \\ No newline at end of file
            """);
  }

  private int run(String line) throws IOException, InterruptedException, ShellSyntaxException {
    Files.writeString(folder.resolve("checks"), "CHECK: a b c\n");
    Files.writeString(folder.resolve("parts"), "x\n//--- one\n1\n//--- two/three\n2\n3\n");
    var shell =
        new Shell(
            LitTools.with(List.of(new Toy("toy"))),
            folder,
            Map.of("PATH", System.getenv("PATH")),
            transcript);
    return shell.run(ShellParser.parse(line));
  }
}
