#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants the faults of mutants/ one by one and shows that the simulation finds each.

Each patch is applied to copies of the sources that it touches; these are compiled with the build's own commands and
linked before the library, so nothing in the work tree changes. --check only looks whether every patch still applies.
"""
import argparse
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def touched(patch):
    return [line[6:].strip() for line in patch.read_text().splitlines() if line.startswith("+++ b/")]


def apply(patch, folder):
    """Copies what the patch touches and changes the copies. Returns the files, or nothing if it does not fit.

    Without fuzz: a place that only resembles the one that was meant makes a bug that nobody can find.
    """
    for name in touched(patch):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    done = subprocess.run(["patch", "-p1", "-s", "-F0", "--no-backup-if-mismatch", "-r", "-", "-i", patch], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return (touched(patch), "") if done.returncode == 0 else ([], done.stdout.strip())


def commands(build):
    lines = subprocess.run(["ninja", "-C", build, "-t", "commands", "tests/tst_simulation"], check=True,
                           stdout=subprocess.PIPE, text=True).stdout.splitlines()
    return [line for line in lines if " -o " in line]


def compile_and_link(build, lines, names, folder):
    objects = []
    for name in names:
        line = next(line for line in lines if f"-c {ROOT / name}" in line or line.rstrip().endswith(name))
        words = shlex.split(line)
        source, output = words.index("-c") + 1, words.index("-o") + 1
        words[source], words[output] = str(folder / name), str(folder / name) + ".o"
        if "-MF" in words:
            words[words.index("-MF") + 1] = str(folder / name) + ".d"
        subprocess.run(words, cwd=build, check=True, stderr=subprocess.DEVNULL)
        objects.append(words[output])
    link = next(line for line in reversed(lines) if "-o tests/tst_simulation " in line)
    program = folder / "tst_simulation"
    link = link.replace("-o tests/tst_simulation ", " ".join(objects) + f" -o {program} ", 1)
    subprocess.run(link, shell=True, cwd=build, check=True)
    return program


def find(program, seeds):
    """Plays until the fault shows: invariant, seed, decisions left, lines of the shortened story, or nothing."""
    # Qt Test's own five minutes would make a survivor of what a busy machine has not come to yet.
    environment = {"PARTWAY_SEEDS": str(seeds), "LC_ALL": "C.UTF-8", "QTEST_FUNCTION_TIMEOUT": "3600000"}
    run = subprocess.run([program, "-maxwarnings", "0"], env=environment, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=3600)
    needs = re.search(r"seed (\d+) needs (\d+) of its (\d+) decisions to break “(.*?)”.*\n((?: +[\d.]+ s .*\n| +…\n)*)",
                      run.stdout)
    if not needs:
        return None
    return needs[4], int(needs[1]), int(needs[2]), len(needs[5].splitlines())


def check(patches):
    faults = 0
    for patch in patches:
        with tempfile.TemporaryDirectory() as folder:
            files, why = apply(patch, pathlib.Path(folder))
        if not files:
            faults += 1
            print(f"{patch.relative_to(ROOT)}: does not apply any more; write it anew\n{why}")
    print(f"{faults} faults in {len(patches)} planted bugs")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", default=str(ROOT / "build/dev"), help="where tst_simulation was built")
    parser.add_argument("--seeds", type=int, default=20_000, help="most seeds for each")
    parser.add_argument("--check", action="store_true", help="only look whether each patch still applies")
    parser.add_argument("names", nargs="*", help="only those whose name holds one of these")
    options = parser.parse_args()
    patches = [p for p in sorted((HERE / "mutants").glob("*.patch"))
               if not options.names or any(name in p.stem for name in options.names)]
    if options.check:
        return 1 if check(patches) else 0
    lines = commands(options.build)
    survived = 0
    print(f"{'planted bug':44} {'broken invariant':20} {'seed':>6} {'decisions':>9} {'lines':>5}")
    for patch in patches:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            files, why = apply(patch, folder)
            if not files:
                print(f"{patch.stem:44} does not apply: {why}")
                survived += 1
                continue
            found = find(compile_and_link(options.build, lines, files, folder), options.seeds)
        survived += 0 if found else 1
        if found:
            print(f"{patch.stem:44} {found[0]:20} {found[1]:>6} {found[2]:>9} {found[3]:>5}", flush=True)
        else:
            print(f"{patch.stem:44} SURVIVED {options.seeds} seeds", flush=True)
    print(f"{len(patches) - survived} of {len(patches)} planted bugs were found")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
