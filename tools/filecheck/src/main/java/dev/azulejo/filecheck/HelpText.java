// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

/** The texts that explain the command line and the input dump. */
final class HelpText {
  static final String VERSION = "filecheck (Azulejo)\n";

  static final String USAGE =
      """
      USAGE: filecheck [options] <check-file>

      Matches standard input, or a file, against the checks in <check-file>. Status 0: it
      satisfies them; 1: it does not; 2: the check file or an option can not be used.

      OPTIONS (with one dash or two):
        -D<VAR=VALUE>, -D#<FMT,VAR=EXPRESSION>
                                       set a string or a numeric variable
        --allow-deprecated-dag-overlap matches of a -DAG group may overlap
        --allow-empty                  the input may be empty
        --allow-unused-prefixes        not every prefix must occur in the check file
        --check-prefix=<prefix>        what directives begin with, CHECK by default
        --check-prefixes=<a,b,...>     several of them
        --color                        print in colors
        --comment-prefixes=<a,b,...>   what hides directives behind it, COM and RUN by default
        --dump-input=<value>           help, always, fail (the default) or never
        --dump-input-context=<N>       lines to show around a wanted line, 5 by default
        --dump-input-filter=<value>    wanted lines: all, annotation-full, annotation or error
        --enable-var-scope             variables without $ are forgotten at each -LABEL
        --help                         print this
        --ignore-case                  capital and small letters are the same
        --implicit-check-not=<pattern> a -NOT between all positive directives
        --input-file=<file>            read the input from a file
        --match-full-lines             positive patterns must match whole lines
        --strict-whitespace            spaces and tabs count as they are
        -v, -vv                        say what matched; say more
        --version                      print the version

      Options in the environment variable FILECHECK_OPTS come before those of the command line.
      """;

  static final String DUMP =
      """
      How to read the input dump.

      Each line of the input stands there with its number. A space at its end stands for the
      newline. What the checks found on the line follows below it, each with a label:

        type:L      the only result of the directive of this type on line L of the check file
        type:impN   the same for the N-th --implicit-check-not
        type:L'N    result number N where there are several

      Marks below the input:

        ^~~         a match, as wanted (with -v)
        !~~         a match that is not wanted: excluded, on the wrong line, or (with -vv) a -DAG
                    match that overlaps an earlier one and does not count
        X~~         where something was searched for and is not; an error, or, for a -NOT and with
                    -vv, as it should be
        ?           a place that looks similar
        three dots  lines left out; --dump-input-filter and --dump-input-context say which

      FILECHECK_OPTS='-dump-input-filter=all -vv' in the environment shows the most.
      """;

  private HelpText() {}
}
