#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Azulejo authors
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles all kernels that are measured and puts them, with the programs that measure, into one folder.

Needs no GPU. Usage: bundle.py FOLDER [PART-OF-A-NAME]. Copy the folder to a machine with a Hopper GPU and start measure.py there.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

import kernels

HERE = pathlib.Path(__file__).resolve().parent
TRANSLATE = HERE.parent.parent / "bin" / "tile-translate"
COMPLAINTS = re.compile(r"C75\d\d|[1-9]\d* bytes spill|warning", re.IGNORECASE)


def build(folder, name, program):
    """Returns what the assembler complained of; stops at an error."""
    source, ptx, cubin = (folder / f"{name}{end}" for end in (".tir", ".ptx", ".cubin"))
    source.write_text(program)
    command = [TRANSLATE, "--to=ptx", f"--manifest={folder / name}.manifest", f"-o={ptx}", source]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{name}: {done.stderr}")
    remarks = [line for line in done.stderr.splitlines() if ": remark: " in line]
    if not shutil.which("ptxas"):
        return remarks + ["not assembled here: there is no ptxas; the driver will do it"]
    done = subprocess.run(["ptxas", "-arch=sm_90a", "-v", ptx, "-o", cubin], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{name}: {done.stderr}")
    return remarks + [line for line in done.stderr.splitlines() if COMPLAINTS.search(line)]


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    part = sys.argv[2] if len(sys.argv) > 2 else ""
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for name, program, facts in kernels.cases():
        if part in name:
            complaints = build(folder, name, program)
            listed.append(dict(facts, name=name, complaints=complaints))
            print(name, *complaints, sep="\n  ")
    (folder / "cases.json").write_text(json.dumps(listed, indent=1) + "\n")
    for program in ("measure.py", "launching.py", "peers.py", "compare.py"):
        shutil.copy(HERE / program, folder)
    print(f"{len(listed)} kernels in {folder}; there, on a machine with a GPU: python3 measure.py")


main()
