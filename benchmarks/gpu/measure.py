#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Azulejo authors
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks and times the kernels of a bundle, and their peers in the same run on the same GPU.

Usage: measure.py [--part=TEXT] [--rounds=N] [--json=FILE] [--no-triton]. Needs a Hopper GPU and torch; Triton is a peer where it is.

A kernel is timed only after it is right: outputs between guards start poisoned; products of small integers must be exact in every
bit, attention within its tolerance against f64 on two heads; twenty runs must agree. Then rounds of all contenders follow, each
round in the opposite order: nine launches of one, inputs rotated, as one graph between two events. What is printed are medians,
and of ratios the median, least and greatest of the rounds: the clock moves, so that only times of one round compare.
"""
import argparse
import gc
import json
import pathlib
import platform
import statistics
import subprocess
import sys

import torch

import peers
from launching import Kernel

HERE = pathlib.Path(__file__).resolve().parent
TYPES = {"f16": torch.float16, "bf16": torch.bfloat16, "f8E4M3FN": torch.float8_e4m3fn, "i8": torch.int8}
OUTPUT = {"f8E4M3FN": torch.float16, "i8": torch.int32}
GUARD, REPEATS, TURNS, LAUNCHES, REPLAYS = 4096, 20, 3, 9, 3
FLOPS_A_CYCLE = {2: 4096, 1: 8192}


class Wrong(Exception):
    """A kernel's output is not what it must be."""


def fresh(shape, element):
    """Random inputs as people have them."""
    if element == "i8":
        return torch.randint(-128, 128, shape, device="cuda", dtype=torch.int8)
    return torch.randn(shape, device="cuda", dtype=torch.float32).to(TYPES[element])


def whole(shape, element):
    """Integers so small that every partial sum is exact."""
    return torch.randint(-2, 3, shape, device="cuda").to(TYPES[element])


def guarded(shape, element):
    """A poisoned output, and the memory around it."""
    size = torch.Size(shape).numel()
    poison = float("nan") if element.is_floating_point else -0x5A5A5A5A
    memory = torch.full((size + 2 * GUARD,), poison, device="cuda", dtype=element)
    return memory[GUARD:GUARD + size].view(shape), memory


def same_bits(a, b):
    return torch.equal(a.view(torch.uint8), b.view(torch.uint8))


def require_right(kernel, out, memory, compare):
    before = memory.clone()
    kernel()
    torch.cuda.synchronize()
    for edge in (slice(0, GUARD), slice(-GUARD, None)):
        if not same_bits(memory[edge], before[edge]):
            raise Wrong("wrote outside of its output")
    error = compare(out)
    first = out.clone()
    for i in range(REPEATS):
        memory.copy_(before) if i % 2 else memory.zero_()
        kernel()
        if not same_bits(out, first):
            raise Wrong(f"run {i + 2} of {REPEATS} differs from the first")
    return error


def exact(a, b):
    def compare(out):
        for rows in torch.arange(a.shape[0], device="cuda").split(1024):
            expected = (a[rows].double() @ b.double()).to(out.dtype)
            if not torch.equal(out[rows], expected):
                raise Wrong(f"{int((out[rows] != expected).sum())} of {expected.numel()} elements of exact sums differ")
        return 0.0
    return compare


def close(q, k, v, causal, limit=1e-3):
    def compare(out):
        if torch.isnan(out).any():
            raise Wrong("left elements unwritten")
        worst = 0.0
        for b, h in ((0, 0), (q.shape[0] - 1, q.shape[1] - 1)):
            for rows in torch.arange(q.shape[2], device="cuda").split(2048):
                scores = (q[b, h, rows].double() @ k[b, h].double().t()) / q.shape[3]**0.5
                if causal:
                    scores.masked_fill_(torch.arange(k.shape[2], device="cuda")[None] > rows[:, None], float("-inf"))
                expected = torch.softmax(scores, -1) @ v[b, h].double()
                worst = max(worst, ((out[b, h, rows].double() - expected).norm() / expected.norm()).item())
        if worst > limit:
            raise Wrong(f"differs from f64 by {worst:.1e}, more than {limit:.0e}")
        return worst
    return compare


def product(case, triton):
    m, n, k, element, layout = (case[x] for x in ("m", "n", "k", "element", "layout"))
    right = (n, k) if layout == "nk" else (k, n)
    out_type = OUTPUT.get(element, TYPES[element])
    out, memory = guarded((m, n), out_type)
    a, b = whole((m, k), element), whole(right, element)
    error = require_right(Kernel(HERE / case["name"], [a, b, out]), out, memory, exact(a, b.t() if layout == "nk" else b))
    sets = [(fresh((m, k), element), fresh(right, element)) for _ in range(TURNS)]
    runs = {"ours": [Kernel(HERE / case["name"], [x, y, out]) for x, y in sets],
            "cuBLAS": [peers.cublas(x, y, layout, out_type) for x, y in sets]}
    if triton and element != "i8":
        runs["Triton"] = [lambda x=x, y=y: peers.triton_product(x, y, layout, out_type, time_one) for x, y in sets]
    return error, runs, 2 * m * n * k, torch.empty((), dtype=TYPES[element]).element_size()


def attention(case, triton):
    shape = tuple(case[x] for x in ("batch", "heads", "length", "depth"))
    causal = case["causal"]
    out, memory = guarded(shape, torch.float16)
    sets = [tuple(fresh(shape, "f16") for _ in range(3)) for _ in range(2)]
    error = require_right(Kernel(HERE / case["name"], [*sets[0], out]), out, memory, close(*sets[0], causal))
    runs = {"ours": [Kernel(HERE / case["name"], [*s, out]) for s in sets], "cuDNN": [peers.cudnn(*s, causal) for s in sets]}
    if triton:
        runs["Triton"] = [lambda s=s: peers.triton_attention(*s, causal, time_one) for s in sets]
    batch, heads, length, depth = shape
    return error, runs, 4 * batch * heads * length * length * depth // (2 if causal else 1), 2


def captured(runs):
    """A graph of launches behind each other, inputs in turns: what the host does for a launch is not what is measured."""
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        for i in range(LAUNCHES):
            runs[i % len(runs)]()
    return graph


def times(graph):
    """Milliseconds of a launch."""
    spent = []
    for _ in range(REPLAYS):
        begin, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        begin.record()
        graph.replay()
        end.record()
        torch.cuda.synchronize()
        spent.append(begin.elapsed_time(end) / LAUNCHES)
    return statistics.median(spent)


def time_one(run):
    return times(captured([run]))


def ready(runs):
    """Graphs of all that run, compiled before; peers that can't run are named and left out."""
    graphs, failed = {}, {}
    for name in list(runs):
        try:
            if name == "Triton":
                runs[name] = [choose() for choose in runs[name]]
            for run in runs[name]:
                run()
            torch.cuda.synchronize()
            graphs[name] = captured(runs[name])
        except Exception as error:
            if name == "ours":
                raise
            failed[name] = str(error).splitlines()[0][:160]
    return graphs, failed


def measure(case, options):
    error, runs, flops, size = (product if case["kind"] == "product" else attention)(case, options.triton)
    graphs, failed = ready(runs)
    spent = {name: [] for name in graphs}
    for i in range(options.rounds):
        for name in list(graphs) if i % 2 else list(graphs)[::-1]:
            spent[name].append(times(graphs[name]))
    properties = torch.cuda.get_device_properties(0)
    limit = FLOPS_A_CYCLE[size] * properties.multi_processor_count * getattr(properties, "clock_rate", 1980000) * 1e3
    ours = statistics.median(spent["ours"])
    result = dict(case, error=error, ms=spent, failed=failed, tflops={n: flops / statistics.median(t) / 1e9 for n, t in spent.items()},
                  ratio={}, limit=flops / (ours * 1e-3) / limit)
    for name in spent:
        if name != "ours":
            ratios = sorted(peer / own for own, peer in zip(spent["ours"], spent[name]))
            result["ratio"][name] = [statistics.median(ratios), ratios[0], ratios[-1]]
    return result


def line(result):
    peers_text = "  ".join(
        f"{name} {result['tflops'][name]:6.0f} ({r[0]:.3f}, {r[1]:.3f}..{r[2]:.3f})" for name, r in result["ratio"].items())
    failures = "".join(f"  {name}: {why}" for name, why in result["failed"].items())
    return f"{result['name']:44} {result['tflops']['ours']:7.0f} {result['limit']:5.2f} {result['error']:8.1e}  {peers_text}{failures}"


def driver():
    try:
        asked = subprocess.run(["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"], capture_output=True, text=True)
        return asked.stdout.splitlines()[0].strip()
    except (OSError, IndexError):
        return "unknown"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", default="", help="only kernels with this in their names")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", default="results.json")
    parser.add_argument("--no-triton", dest="triton", action="store_false")
    options = parser.parse_args()
    options.triton = options.triton and peers.triton is not None
    torch.manual_seed(torch.seed() % 2**31)
    machine = dict(gpu=torch.cuda.get_device_name(0), driver=driver(), torch=torch.__version__, cuda=torch.version.cuda,
                   triton=peers.triton.__version__ if peers.triton else None, host=platform.processor() or platform.machine())
    print(", ".join(f"{key} {value}" for key, value in machine.items()))
    print(f"{'kernel':44} {'TFLOP/s':>7} {'limit':>5} {'error':>8}  peers: TFLOP/s (ours to it, of the rounds: median, least..greatest)")
    results, wrong = [], 0
    gc.disable()  # a graph must not be freed while another is captured
    for case in json.loads((HERE / "cases.json").read_text()):
        if options.part not in case["name"]:
            continue
        try:
            results.append(measure(case, options))
            print(line(results[-1]), flush=True)
        except (Wrong, RuntimeError) as error:
            wrong += 1
            print(f"{case['name']:44} WRONG: {error}", flush=True)
        gc.collect()
        torch.cuda.empty_cache()
        pathlib.Path(options.json).write_text(json.dumps(dict(machine=machine, results=results), indent=1) + "\n")
    sys.exit(1 if wrong else 0)


main()
