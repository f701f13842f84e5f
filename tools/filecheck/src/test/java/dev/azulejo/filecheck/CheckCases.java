// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cases on which our FileCheck and the real one are compared. */
final class CheckCases {
  private static final String LINES =
      "l1\nl2\nl3\nl4\nl5\nl6\nl7\nl8\nl9\nl10\nl11\nl12\nl13\nl14\n";

  private CheckCases() {}

  /** Cases in which something particular happens. */
  static List<CheckCase> written() {
    var cases = new ArrayList<CheckCase>();
    cases.addAll(order());
    cases.addAll(groups());
    cases.addAll(labels());
    cases.addAll(options());
    cases.addAll(malformed());
    for (String block : NUMERIC_BLOCKS) {
      cases.add(CheckCase.of("CHECK: " + block + "\n", "3 4 5\n"));
    }
    for (String regex : REGEXES) {
      cases.add(CheckCase.of("CHECK: [[X:" + regex + "]]\n", "abcd\nfo aa]-^\n", VERBOSE));
      cases.add(CheckCase.of("CHECK: {{" + regex + "}}\n", "abcd\nfo aa]-^\n"));
    }
    for (String regex : REGEXES_WITH_A_BRACKET) {
      cases.add(CheckCase.of("CHECK: {{" + regex + "}}\n", "abcd\nfo aa]-^\n"));
    }
    return cases;
  }

  private static final String[] VERBOSE = {"-v", "--dump-input=always"};

  private static List<CheckCase> order() {
    return List.of(
        CheckCase.of("CHECK: b\nCHECK: a\n", "a\nb\n"),
        CheckCase.of("CHECK: a\nCHECK: b\n", "a b\n", "-v", "--dump-input=never"),
        CheckCase.of("CHECK: a\nCHECK-NEXT: b\n", "a b\nb\n"),
        CheckCase.of("CHECK: a\nCHECK-NEXT: b\n", "a\nc\nb\n"),
        CheckCase.of("CHECK: a\nCHECK-NEXT: b\n", "a\nc\nb\n", VERBOSE),
        CheckCase.of("CHECK: a\nCHECK-SAME: b\n", "a\nb\n"),
        CheckCase.of("CHECK: a\nCHECK-SAME: {{^}} b\n", "a b\n"),
        CheckCase.of("CHECK: a\nCHECK-SAME: {{^}}b\n", "a b\n"),
        CheckCase.of("CHECK: a\nCHECK-EMPTY:\nCHECK-NEXT: b\n", "a\n\nb\n", VERBOSE),
        CheckCase.of("CHECK: a\nCHECK-EMPTY:\n", "a\n \n\n"),
        CheckCase.of("CHECK: a\nCHECK-EMPTY:\n", "a\n"),
        CheckCase.of("CHECK: a\nCHECK-EMPTY:\n", "a"),
        CheckCase.of("CHECK-COUNT-3: l\nCHECK-COUNT-20: l\n", LINES, "-v"),
        CheckCase.of("CHECK-COUNT-2: a{{.}}\n", "ab\nc\n"),
        CheckCase.of("CHECK-COUNT-2{LITERAL}: a\nCHECK-NOT: a\n", "a a a\n"),
        CheckCase.of("CHECK: l2\nCHECK: l4\nCHECK-NEXT: nope\n", LINES),
        CheckCase.of("CHECK: l2\nCHECK-NEXT: nope\n", LINES, "--dump-input-context=1", "-v"),
        CheckCase.of("CHECK: l2\nCHECK: l13\n", LINES, "--dump-input=always"),
        CheckCase.of(
            "CHECK: l2\nCHECK: l13\n",
            LINES,
            "--dump-input=always",
            "-v",
            "--dump-input-filter=annotation",
            "--dump-input-context=0"),
        CheckCase.of(
            "CHECK: l2\nCHECK-NOT: zz\nCHECK: l13\n",
            LINES,
            "--dump-input=always",
            "-vv",
            "--dump-input-filter=annotation-full",
            "--dump-input-context=0"),
        CheckCase.of("CHECK: l2\nCHECK-NOT: zz\n", LINES, "--dump-input=never", "-vv"),
        CheckCase.of("CHECK: {{l2(.|[[:space:]])*}}l4", LINES, VERBOSE),
        CheckCase.of("CHECK-NOT: [[#]]\nCHECK-NOT: l3\nCHECK: l5\n", LINES),
        CheckCase.of("CHECK: [[X]] [[Y]] [[#Z+1]]\n", LINES),
        CheckCase.of("CHECK: [[#N:]]\nCHECK: [[#N]] [[X]]\n", "1 2 3"),
        CheckCase.of("CHECK: [[#N:]]\nCHECK-NOT: [[#N]] [[X]]\n", "1 2 3"),
        CheckCase.of("CHECK: [[#N:]]\nCHECK-NOT: [[#N+1]]\n", "1 2 3"),
        CheckCase.of("CHECK: l[[#X:]]\nCHECK: [[#X-4]]\n", LINES),
        CheckCase.of(
            "CHECK: [[#N:]] [[X:foo]]\nCHECK-NEXT: [[#N+1]] [[X]] done\n", "4 foo\n5 foo dne\n"),
        CheckCase.of("CHECK: x$\n", "\u00e9 {{.}} x\nx"));
  }

  private static List<CheckCase> groups() {
    return List.of(
        CheckCase.of("CHECK-DAG: b\nCHECK-DAG: a\nCHECK: c\n", "a\nb\nc\n", VERBOSE),
        CheckCase.of(
            "CHECK-DAG: l1\nCHECK-DAG: l1\nCHECK-DAG: l{{1.*}}\nCHECK-DAG: zz\n", LINES, "-vv"),
        CheckCase.of(
            "CHECK-DAG: [[X:l1]]\nCHECK-DAG: [[X]]\nCHECK: l14\n",
            LINES,
            "-vv",
            "--dump-input=never"),
        CheckCase.of("CHECK-DAG: a\nCHECK-NOT: c\nCHECK-DAG: b\n", "b\na\n"),
        CheckCase.of("CHECK-DAG: a\nCHECK-NOT: c\nCHECK-DAG: b\n", "a\nc\nb\n"),
        CheckCase.of("CHECK-DAG: a\nCHECK-DAG: a\n", "a\n"),
        CheckCase.of("CHECK-DAG: a\nCHECK-DAG: a\n", "a\n", "--allow-deprecated-dag-overlap"),
        CheckCase.of("CHECK: x\nCHECK-DAG: a\nCHECK-NEXT: b\n", "x\na\nb\n"),
        CheckCase.of("CHECK-DAG: [[X:.]]1\nCHECK-DAG: [[X]]2\n", "a2\nb1\na1\n"));
  }

  private static List<CheckCase> labels() {
    return List.of(
        CheckCase.of(
            "CHECK-LABEL: l3\nCHECK: foo\nCHECK-LABEL: l6\nCHECK: l9\nCHECK-LABEL: l8\n", LINES),
        CheckCase.of("CHECK-LABEL: l3\nCHECK: foo\nCHECK-LABEL: lx8\nCHECK: bar\n", LINES),
        CheckCase.of("CHECK: a\nCHECK-LABEL: b\nCHECK: d\n", "a\nb d", VERBOSE),
        CheckCase.of("CHECK-LABEL: [[N:3]]\n", "3"),
        CheckCase.of("CHECK-LABEL: [[#3]]\n", "3"),
        CheckCase.of("CHECK: [[X:.]]\nCHECK-LABEL: b\nCHECK: [[X]]\n", "a\nb\na\n"),
        CheckCase.of(
            "CHECK: [[X:.]]\nCHECK-LABEL: b\nCHECK: [[X]]\n", "a\nb\na\n", "--enable-var-scope"),
        CheckCase.of(
            "CHECK: [[$X:.]]\nCHECK-LABEL: b\nCHECK: [[$X]]\n", "a\nb\na\n", "--enable-var-scope"),
        CheckCase.of("CHECK-LABEL: b\nCHECK: [[X]]\n", "b\na\n", "--enable-var-scope", "-DX=a"),
        CheckCase.of("CHECK: [[X]]\nCHECK-LABEL: b\n", "a\nb\n", "--enable-var-scope", "-DX=a"),
        CheckCase.of("CHECK-NOT: a\nCHECK-LABEL: b\n", "a\nb\n"));
  }

  private static List<CheckCase> options() {
    return List.of(
        CheckCase.of("CHECK: x\n", ""),
        CheckCase.of("CHECK: x\n", "", "--allow-empty"),
        CheckCase.of("CHECK-NOT: x\n", "", "--allow-empty"),
        CheckCase.of("CHECK: x\n", "x", "--check-prefixes=CHECK,FOO,BAR"),
        CheckCase.of("CHECK: x\n", "x", "--check-prefixes=CHECK,FOO", "--allow-unused-prefixes"),
        CheckCase.of("hi: x\n", "x", "--check-prefix=FOO", "--allow-unused-prefixes"),
        CheckCase.of("A: x\nA-B: y\n", "x\ny", "--check-prefix=A", "--check-prefix=A-B"),
        CheckCase.of("hi: x\n", "x", "--implicit-check-not=x"),
        CheckCase.of("CHECK: y\n", "x\ny\n", "--implicit-check-not=x", "-implicit-check-not", "z"),
        CheckCase.of("COM: CHECK: y\nCHECK: x\n", "x\n"),
        CheckCase.of("NOTE: CHECK: y\nCHECK: x\n", "x\n", "--comment-prefixes=NOTE"),
        CheckCase.of("CHECK: A{{B}}\nCHECK: c\n", "ab\nC", "--ignore-case"),
        CheckCase.of("CHECK: {{(A)\\1}} [[X:a]] [[X]]\n", "aa a A\n", "--ignore-case"),
        CheckCase.of("CHECK: {{a}} b\nCHECK-NOT: d\n", " a b  \nde", "--match-full-lines"),
        CheckCase.of("CHECK: a\nCHECK: c\n", "xa\nc\n", "--match-full-lines"),
        CheckCase.of("CHECK: a\n", "a  \n", "--match-full-lines", "--strict-whitespace"),
        CheckCase.of("CHECK:a\n", "a\n", "--match-full-lines", "--strict-whitespace"),
        CheckCase.of("CHECK:\ta\tb{{x}}\n", "a\tb\td", "--strict-whitespace"),
        CheckCase.of("CHECK: a  b\n", "a\t b\n"),
        CheckCase.of("CHECK: a  b\n", "a\t b\n", "--strict-whitespace"),
        CheckCase.of("CHECK: a[[X]]\n", "a\tb\td", "-DX=a\\\"b\tc"),
        CheckCase.of("CHECK: x\n", "y\n", "-DX"),
        CheckCase.of("CHECK: x\n", "y\n", "-D=3"),
        CheckCase.of("CHECK: x\n", "y\n", "-D#X=foo"),
        CheckCase.of("CHECK: x\n", "y\n", "-DX=a", "-D#X=3"),
        CheckCase.of("CHECK: x\n", "y\n", "-D1X=a"),
        CheckCase.of("CHECK: x\n", "y\n", "-DX Y=3"),
        CheckCase.of("CHECK: [[#Y]]\n", "4\n", "-D#X=1+2", "-D#Y=X+1"),
        CheckCase.of("CHECK: [[#Y]]\n", "1f\n", "-D#%x,Y=31"),
        CheckCase.of("CHECK: [[#Y]]\n", "4\n", "-D#X=1-2", "-D#%d,Y=X+1"));
  }

  private static List<CheckCase> malformed() {
    var cases = new ArrayList<CheckCase>();
    List<String> files =
        List.of(
            "CHECK_NEXT: x\n",
            "CHECK_COUNT-2: x\n",
            "CHECK-COUNT_2: x\n",
            "CHECK_NEXT{LITERAL}: x\n",
            "CHECK-NOT-NEXT: x\n",
            "CHECK-DAG-NOT: x\n",
            "CHECK-COUNT-2x: x\n",
            "CHECK-COUNT-: x\n",
            "CHECK-COUNT-0: x\n",
            "CHECK-COUNT-99999999999: x\n",
            "CHECK_: x\n",
            "CHECK :x\n",
            "XCHECK: x\n",
            "x-CHECK: x\n",
            "CHECK-FOO: x\n",
            "CHECK-NEXT{LITERAL,LITERAL}: x\n",
            "CHECK{ LITERAL }: 3\n",
            "CHECK-NEXT{LITERAL,}: x\n",
            "CHECK-NEXT{}: x\n",
            "CHECK-DAG: x\nCHECK-NEXT: x\n",
            "CHECK-SAME: x\n",
            "CHECK-EMPTY: x\n",
            "CHECK-EMPTY:\n",
            "CHECK:   \n",
            "CHECK: a CHECK: b\n",
            "CHECK: [[#N:]]\nCHECK: [[#N:]] [[#N]]\n",
            "CHECK: [[#N:]]\nCHECK: [[#%x,N:]]\n",
            "CHECK: [[#%x,N:]]\nCHECK: [[#M:]]\nCHECK: [[#N+M]]\n",
            "CHECK: {{(a)}} {{(b)\\1}}\n",
            "CHECK: {{(a|b)\\1}}\n");
    for (String file : files) {
      cases.add(CheckCase.of(file, "3\n"));
    }
    return cases;
  }

  private static final List<String> NUMERIC_BLOCKS =
      List.of(
          "[[#]]",
          "[[# ]]",
          "[[#%x,]]",
          "[[#%y,]]",
          "[[#%#u,]]",
          "[[#%.3d,]]",
          "[[#%.d,]]",
          "[[#x,]]",
          "[[#%xx,]]",
          "[[#N:]] [[#N]]",
          "[[#N: == 3]]",
          "[[#N: ==]]",
          "[[#N: 3]]",
          "[[#==3]]",
          "[[#3+]]",
          "[[#3*4]]",
          "[[#*3]]",
          "[[#(3+4]]",
          "[[#(3+4)-1]]",
          "[[#()]]",
          "[[#add(1,2)]]",
          "[[#add(1)]]",
          "[[#add(1,]]",
          "[[#add(1,)]]",
          "[[#add(,1)]]",
          "[[#foo(1,2)]]",
          "[[#add(1,2]]",
          "[[#@LINE]]",
          "[[#@LIN]]",
          "[[@LINE+1]]",
          "[[@LINE +1]]",
          "[[@LINE+A]]",
          "[[@LINE+1+1]]",
          "[[@LINE*2]]",
          "[[@FOO]]",
          "[[@LINE+0x1]]",
          "[[#0x1F]]",
          "[[#010]]",
          "[[#0b11]]",
          "[[#0o17]]",
          "[[#-3]]",
          "[[#%d,-3]]",
          "[[#N M:]]",
          "[[#1N:]]",
          "[[#@N:]]",
          "[[#@LINE:]]",
          "[[#N:]] [[N:a]]",
          "[[N:a]] [[#N:]]",
          "[[N:a]] [[#N]]",
          "[[N M]]",
          "[[N-]]",
          "[[-]]",
          "[[]]",
          "[[:a]]",
          "[[N:]]",
          "[[N",
          "[[N:[a]]]",
          "[[@N:a]]",
          "{{a",
          "{{}}",
          "{{(}}",
          "{{a{2}}}",
          "{{(a{2})}}",
          "{{a{300}}}",
          "{{a||b}}",
          "{{()}}a",
          "[[#N+a b]]",
          "[[#%u,%x,N:]]",
          "[[# %x , N : ]]",
          "[[#%x,N:]][[#%u,M:]]{{$}}",
          "[[#add(1,2,3)]]",
          "[[#min(3,4)+max(1,2)]]",
          "[[#mul(add(1,1),div(5,2))]]",
          "[[#add (1,2)]]",
          "[[#add(1 2)]]",
          "[[#1 2]]",
          "[[A:x]][[A]]",
          "a{{}}b",
          "{{{}}",
          "{{}}}",
          "[[#N:@LINE]]",
          "[[$X:.]] [[$X]]",
          "[[#%#x,]]",
          "[[#%.2X,]]",
          "[[#div(1,0)]]");

  private static final List<String> REGEXES =
      List.of(
          "x|y",
          "a|ab",
          "(a|ab)(c|bcd)(d*)",
          "(a{1,2})",
          "[a-]+",
          "[^a-c]*",
          "a{,3}",
          "(a{2}){1}x",
          "^*",
          "$*",
          "(^a)",
          "a^b",
          "[b-a]",
          "[[.a.]]",
          "[[=a=]]",
          "\\d+",
          "(a*)*",
          "(a*)+",
          "()",
          "(|a)",
          "a|",
          "(a){0}b",
          "a**",
          "*",
          "a.c?d",
          ".*",
          "(.+)d",
          "(a|b|c)*",
          "((a)|(b))+",
          "[[:alpha:]]+",
          "[[:foo:]]",
          "(.)\\2",
          "(a)(b)(c)\\3?");

  // In a variable's block a bracket without a partner ends the block: an error of its own.
  private static final List<String> REGEXES_WITH_A_BRACKET = List.of("[]a]+", "[^]a]+", "[a", "[");

  private static final String[] PIECES = {
    "a",
    "b",
    "ab",
    "ba",
    "c",
    " ",
    "a b",
    "1",
    "12",
    "0x1f",
    "{{a|ab}}",
    "{{[ab]+}}",
    "{{.*}}",
    "{{(a|b)*c}}",
    "{{^}}",
    "{{$}}",
    "[[X:[ab]+]]",
    "[[X]]",
    "[[Y:.]]",
    "[[Y]]",
    "[[#N:]]",
    "[[#N]]",
    "[[#N+1]]",
    "[[#%x,]]",
    "[[@LINE]]",
    "{{[[:space:]]}}",
    "{{a?b?c?}}",
    "[[#%.2d,M:]]"
  };
  private static final String[] DIRECTIVES = {
    "CHECK: ",
    "CHECK: ",
    "CHECK: ",
    "CHECK-NEXT: ",
    "CHECK-SAME: ",
    "CHECK-NOT: ",
    "CHECK-DAG: ",
    "CHECK-DAG: ",
    "CHECK-LABEL: ",
    "CHECK-COUNT-2: ",
    "CHECK{LITERAL}: "
  };
  private static final String[] WORDS = {
    "a", "b", "ab", "ba", "abc", "c", " ", "  ", "1", "2", "12", "0x1f", "ff", "\n", "\n", "\n\n"
  };
  private static final String[] OPTIONS = {
    "-v",
    "-vv",
    "--dump-input=always",
    "--dump-input=never",
    "--ignore-case",
    "--match-full-lines",
    "--strict-whitespace",
    "--enable-var-scope",
    "--implicit-check-not=c",
    "--dump-input-context=0",
    "--dump-input-filter=all",
    "--dump-input-filter=annotation",
    "-DX=a",
    "-D#N=1",
    "--allow-deprecated-dag-overlap"
  };

  /** A case put together by chance. */
  static CheckCase generated(Random random) {
    var checks = new StringBuilder("CHECK: " + pick(random, PIECES) + "\n");
    for (int i = random.nextInt(5); i > 0; i--) {
      if (random.nextInt(12) == 0) {
        checks.append("CHECK-EMPTY:\n");
        continue;
      }
      checks.append(pick(random, DIRECTIVES));
      for (int j = random.nextInt(3); j >= 0; j--) {
        checks.append(pick(random, PIECES));
      }
      checks.append('\n');
    }
    var input = new StringBuilder("a");
    for (int i = random.nextInt(40); i > 0; i--) {
      input.append(pick(random, WORDS));
    }
    var options = new ArrayList<String>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String option = pick(random, OPTIONS);
      if (!options.contains(option)) {
        options.add(option);
      }
    }
    return new CheckCase(checks.toString(), input.toString(), options);
  }

  private static String pick(Random random, String[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
