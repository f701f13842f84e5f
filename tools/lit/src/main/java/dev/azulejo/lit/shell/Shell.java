// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.lit.shell;

import dev.azulejo.lit.shell.ShellLine.Chain;
import dev.azulejo.lit.shell.ShellLine.Command;
import dev.azulejo.lit.shell.ShellLine.Pipeline;
import dev.azulejo.tool.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs lines one after the other and notes what it does. The commands of a pipeline run one after
 * the other too: each reads what the one before it has written, as bytes.
 */
public final class Shell {
  private final Programs programs;
  private final Transcript transcript;
  private final Folders folders;
  private final Map<String, String> environment;

  /** Begins in a folder, with an environment. */
  public Shell(
      Programs programs, Path directory, Map<String, String> environment, Transcript transcript) {
    this.programs = programs;
    this.transcript = transcript;
    this.folders = new Folders(directory);
    this.environment = new TreeMap<>(environment);
  }

  /** Runs a line and returns its status, 0 where all went well. */
  public int run(ShellLine line) throws InterruptedException {
    return switch (line) {
      case Chain chain -> run(chain);
      case Pipeline pipeline -> run(pipeline);
    };
  }

  private int run(Chain chain) throws InterruptedException {
    int status = run(chain.left());
    boolean goesOn =
        switch (chain.join()) {
          case IF_GOOD -> status == 0;
          case IF_BAD -> status != 0;
          case ALWAYS -> true;
        };
    return goesOn ? run(chain.right()) : status;
  }

  private int run(Pipeline pipeline) throws InterruptedException {
    int result = 0;
    byte[] input = {};
    List<Command> commands = pipeline.commands();
    for (int i = 0; i < commands.size(); i++) {
      boolean last = i == commands.size() - 1;
      List<String> words = words(commands.get(i));
      try (var streams = new Streams(last, input)) {
        int status = run(commands.get(i), words, streams);
        transcript.executed(
            pipeline.negated(), words, streams.shownOut(), streams.shownErr(), status);
        if (result == 0) {
          result = status;
        }
        input = streams.piped();
      } catch (IOException | UncheckedIOException e) {
        transcript.executed(false, words, "", e + "\n", 1);
        return 1;
      }
    }
    if (!pipeline.negated()) {
      return result;
    }
    if (result == 0) {
      transcript.line("# error: command succeeded, and was expected to fail");
    }
    return result == 0 ? 1 : 0;
  }

  private List<String> words(Command command) {
    var words = new ArrayList<String>();
    for (Word word : command.words()) {
      words.addAll(word.expand(folders.current()));
    }
    return words;
  }

  private int run(Command command, List<String> words, Streams streams)
      throws IOException, InterruptedException {
    for (ShellLine.Redirection redirection : command.redirections()) {
      streams.redirect(redirection, folders.current());
    }
    Call call =
        new Call(words, folders.current(), environment, streams.in(), streams.out(), streams.err());
    return run(call);
  }

  /** Runs the program that the first argument names, with the others. */
  private int run(Call call) throws InterruptedException {
    if (call.args().isEmpty()) {
      call.err().println("a command is missing");
      return Programs.NOT_FOUND;
    }
    String name = call.args().getFirst();
    Call rest = withArgs(call, call.args().subList(1, call.args().size()), call.environment());
    return switch (name) {
      case "not" -> not(rest);
      case "env" -> env(rest);
      case "cd", "pushd", "popd" -> folders.run(name, rest);
      case "export" -> export(rest);
      default -> programs.run(name, rest);
    };
  }

  private int not(Call call) throws InterruptedException {
    boolean crash = call.args().size() > 0 && call.args().getFirst().equals("--crash");
    int status =
        run(
            crash
                ? withArgs(call, call.args().subList(1, call.args().size()), call.environment())
                : call);
    boolean crashed = status > 128;
    if (status == Programs.NOT_FOUND) {
      return status;
    }
    return crash == crashed && status != 0 ? 0 : 1;
  }

  private int env(Call call) throws InterruptedException {
    var changed = new TreeMap<String, String>(call.environment());
    int at = 0;
    while (at < call.args().size()) {
      String arg = call.args().get(at);
      if (arg.equals("-u") && at + 1 < call.args().size()) {
        changed.remove(call.args().get(++at));
      } else if (arg.indexOf('=') > 0) {
        changed.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
      } else {
        break;
      }
      at++;
    }
    if (at < call.args().size()) {
      return run(withArgs(call, call.args().subList(at, call.args().size()), changed));
    }
    changed.forEach((key, value) -> call.out().println(key + "=" + value));
    return 0;
  }

  private int export(Call call) {
    for (String arg : call.args()) {
      if (arg.indexOf('=') <= 0) {
        call.err().println("export: takes NAME=VALUE, but got '" + arg + "'");
        return 1;
      }
      environment.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
    return 0;
  }

  private static Call withArgs(Call call, List<String> args, Map<String, String> environment) {
    return new Call(args, call.directory(), environment, call.in(), call.out(), call.err());
  }
}
