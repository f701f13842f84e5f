// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * FileCheck, LLVM's tool to check the output of a program, on the JVM.
 *
 * <p>It has no state and reads nothing but what it is given, so it can run many times at once.
 */
public final class FileCheck {
  private static final int GOOD = 0;
  private static final int BAD = 1;
  private static final int UNUSABLE = 2;

  private FileCheck() {}

  /**
   * Runs FileCheck.
   *
   * @param args the command line without the name of the program
   * @param workingDirectory what relative file names are relative to
   * @param environment {@code FILECHECK_OPTS} in it adds options
   * @param in what to check, unless an option names a file
   * @param out takes the texts that help asks for
   * @param err takes the messages
   * @return 0 if the input satisfies the checks; 1 if it does not or an option is unknown; 2 if the
   *     check file or an option can not be used
   */
  public static int run(
      List<String> args,
      Path workingDirectory,
      Map<String, String> environment,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    var messages = new Messages(err, false);
    var options = new OptionParser();
    var all = new ArrayList<String>(Words.split(environment.getOrDefault("FILECHECK_OPTS", "")));
    all.addAll(args);
    try {
      options.read(all.stream().map(FileCheck::bytes).toList());
      if (options.has("help")) {
        out.print(HelpText.USAGE);
        return GOOD;
      }
      if (options.has("version")) {
        out.print(HelpText.VERSION);
        return GOOD;
      }
      if (options.wantsDumpHelp()) {
        out.print(HelpText.DUMP);
        return GOOD;
      }
      CheckRequest request = options.request();
      return check(request, workingDirectory, in, new Messages(err, request.color()));
    } catch (OptionParser.UsageException e) {
      messages.print("filecheck: " + e.getMessage() + "\n");
      return BAD;
    } catch (CheckException e) {
      messages.print(e);
      return UNUSABLE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int check(
      CheckRequest request, Path workingDirectory, InputStream in, Messages messages) {
    var variables = new Variables();
    String checks = read(request.checkFile(), "check", workingDirectory, in);
    Definitions.apply(request.definitions(), variables);
    boolean strict = request.strictWhiteSpace();
    List<CheckStep> steps =
        new CheckFileParser(request, variables)
            .parse(TextBuffer.canonical(request.checkName(), checks, strict));
    String text = read(request.inputFile(), "input", workingDirectory, in);
    if (text.isEmpty() && !request.allowEmpty()) {
      throw new CheckException("FileCheck error: '%s' is empty.".formatted(request.inputName()));
    }
    TextBuffer input = TextBuffer.canonical(request.inputName(), text, strict);
    var reporter = new MatchReporter(request, messages, variables);
    boolean good = new Checker(steps, request, variables, reporter).check(input.whole());
    DumpRequest.When when = request.dump().when();
    if (when == DumpRequest.When.ALWAYS || (when == DumpRequest.When.FAIL && !good)) {
      new InputDump(request, input, reporter.findings(), messages).print();
    }
    return good ? GOOD : BAD;
  }

  private static String read(String file, String what, Path workingDirectory, InputStream in) {
    try {
      byte[] content =
          file.equals(CheckRequest.STANDARD_INPUT)
              ? in.readAllBytes()
              : Files.readAllBytes(workingDirectory.resolve(fileName(file)));
      return new String(content, StandardCharsets.ISO_8859_1);
    } catch (IOException | InvalidPathException e) {
      String reason =
          e instanceof NoSuchFileException ? "No such file or directory" : e.getMessage();
      throw new CheckException("Could not open %s file '%s': %s".formatted(what, file, reason));
    }
  }

  /** A text as its bytes in UTF-8, one character each. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String fileName(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
