#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Azulejo authors
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares two results of measure.py, worst first. Usage: compare.py BEFORE.json AFTER.json [--by=peer|time] [--svg=FILE]

By peer (the default): how far the ratio to the best peer of the same run has moved, which forgives another clock; by time: how far our
own time has. A change counts as one where it is outside of what the rounds of both runs spread over. Status 1 if a kernel is slower.
"""
import argparse
import json
import statistics
import sys


def load(path):
    with open(path) as file:
        return {result["name"]: result for result in json.load(file)["results"]}


def figures(result, by):
    """The figure of each round; more is better."""
    own = result["ms"]["ours"]
    peers = [times for name, times in result["ms"].items() if name != "ours"]
    if by == "peer" and peers:
        best = min(peers, key=statistics.median)
        return [peer / mine for mine, peer in zip(own, best)]
    return [1 / time for time in own]


def rows(before, after, by):
    for name in before.keys() & after.keys():
        old, new = figures(before[name], by), figures(after[name], by)
        gain = statistics.median(new) / statistics.median(old)
        spread = max((max(x) - min(x)) / statistics.median(x) for x in (old, new))
        apart = max(old) < min(new) or max(new) < min(old)
        yield gain, spread, apart, name, statistics.median(before[name]["ms"]["ours"]), statistics.median(after[name]["ms"]["ours"])


def bar(gain, width=20):
    """A bar from the middle: to the left where slower, to the right where faster; ten percent fill a side."""
    cells = max(-width, min(width, round((gain - 1) * 10 * width)))
    return ("#" * -min(cells, 0)).rjust(width) + "|" + ("#" * max(cells, 0)).ljust(width)


def svg(table, path):
    height = 22 * len(table) + 30
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="{height}" font-family="monospace" font-size="12">',
             f'<line x1="620" y1="10" x2="620" y2="{height - 10}" stroke="black"/>']
    for i, (gain, _, apart, name, *_) in enumerate(table):
        y, length = 16 + 22 * i, min(abs(gain - 1) * 2000, 260)
        color = "#999" if not apart else "#2a7" if gain > 1 else "#c33"
        parts.append(f'<text x="8" y="{y + 12}">{name}</text>')
        parts.append(f'<rect x="{620 if gain > 1 else 620 - length:.1f}" y="{y}" width="{length:.1f}" height="16" fill="{color}"/>')
        parts.append(f'<text x="{830}" y="{y + 12}">{gain:.3f}</text>')
    with open(path, "w") as file:
        file.write("\n".join(parts + ["</svg>", ""]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--by", choices=["peer", "time"], default="peer")
    parser.add_argument("--svg", help="where to draw it")
    options = parser.parse_args()
    before, after = load(options.before), load(options.after)
    table = sorted(rows(before, after, options.by))
    print(f"{'kernel':44} {'before ms':>10} {'after ms':>10} {'speed-up':>8} {'spread':>7}")
    for gain, spread, apart, name, old, new in table:
        verdict = "" if not apart else "  faster" if gain > 1 else "  SLOWER"
        print(f"{name:44} {old:10.4f} {new:10.4f} {gain:8.3f} {spread:7.3f}  {bar(gain)}{verdict}")
    for name in sorted(before.keys() ^ after.keys()):
        print(f"{name:44} only {'before' if name in before else 'after'}")
    if options.svg:
        svg(table, options.svg)
    sys.exit(1 if any(apart and gain < 1 for gain, _, apart, *_ in table) else 0)


main()
