# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of a driven test, in the order they are written in, and how they are run one after the other."""
import argparse
import contextlib
import pathlib
import subprocess
import time


class Steps:
    def __init__(self):
        self.functions = []

    def __call__(self, function):  # as a decorator
        self.functions.append(function)
        return function

    def run(self, window, only, failed=lambda name: None):
        """How many failed, of all or of those named; `failed` is told of each and goes back to a known place."""
        failures = 0
        for function in self.functions:
            name = function.__name__
            if only and name not in only:
                continue
            began = time.monotonic()
            try:
                function(window)
                print(f"ok      {name} ({time.monotonic() - began:.1f} s)", flush=True)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                failures += 1
                print(f"FAILED  {name}: {error}", flush=True)
                failed(name)
        print(f"{failures} failed")
        return failures

    def main(self, about, kind):
        """The exit code of a script whose `kind` of window begins by itself and has a sandbox of its own."""
        options = options_of(about, pictures=True)
        window = kind(options.bin, options.tools, options.patience, options.pictures)
        try:
            return 1 if self.run(window, options.steps, lambda name: window.picture(f"failed-{name}")) else 0
        finally:
            window.stop()
            window.sandbox.stop()


@contextlib.contextmanager
def running(*command, **options):
    """Another program, as long as the block."""
    process = subprocess.Popen(command, **options)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:  # a file manager that is asked while it is busy
            process.kill()
            process.wait(20)


def options_of(about, pictures=False):
    """What the scripts take, with whole paths."""
    parser = argparse.ArgumentParser(description=about.split("\n", 1)[0])
    parser.add_argument("--bin", type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--tools", type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--patience", type=int, default=60, help="seconds for what is to be seen")
    if pictures:
        parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("steps", nargs="*", help="only these")
    return parser.parse_args()
