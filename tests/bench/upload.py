# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads a sparse file over loopback HTTP to the sandbox (or to a sink) and reports time, processor time and peak memory.

partway-cli stands beside curl -T (one plain request) and rclone (the same parts) in the same run. Times are for
reading, not for judging; the exit status tells only whether partway-cli kept within its memory.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "stores"))
from programs import CommandLine, Sandbox  # noqa: E402
from s3 import Store  # noqa: E402
from sink import Sink  # noqa: E402

MIB, GIB = 1 << 20, 1 << 30
MEMORY = 120  # MiB that partway-cli may take, for a file of any size
CURL_LIMIT = 5 * GIB  # of one PutObject


def measured(arguments, environment, log):
    """(seconds, processor seconds, peak MiB) of one program; ends with its output when it fails."""
    begun = time.monotonic()
    with open(log, "wb") as output:
        process = subprocess.Popen(arguments, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        with open(log, encoding="utf-8", errors="replace") as text:
            sys.exit(f"{arguments[0]} ended with {process.returncode}: {text.read()[-2000:]}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.sandbox = Sink(Store) if options.sink else Sandbox(options.bin, os.path.join(folder, "sandbox"))
        self.store, self.bucket = self.sandbox.store, self.sandbox.bucket
        self.peaks = {}

    def partway(self, path, number):
        cli = CommandLine(self.options.bin, self.store, os.path.join(self.folder, f"state{number}"))
        return cli.arguments("upload", "--to", f"s3://{self.bucket}/partway/", "--part-size",
                             f"{self.options.part_size}MiB", *self.parallel("--parallel"), path), cli.environment()

    def parallel(self, option):
        return [option, str(self.options.parallel)] if self.options.parallel else []

    def curl(self, path):
        return ["curl", "-sS", "--fail", "--noproxy", "*", "--aws-sigv4", f"aws:amz:{self.store.region}:s3", "--user",
                f"{self.store.access}:{self.store.secret}", "-H", "x-amz-content-sha256: UNSIGNED-PAYLOAD",
                "-T", path, f"{self.store.endpoint}/{self.bucket}/curl/big.bin"], dict(os.environ)

    def rclone(self, path):
        settings = {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": self.store.endpoint, "REGION": self.store.region,
                    "ACCESS_KEY_ID": self.store.access, "SECRET_ACCESS_KEY": self.store.secret}
        environment = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        environment.update({f"RCLONE_CONFIG_SB_{name}": value for name, value in settings.items()})
        environment.update(RCLONE_CONFIG=os.devnull, HOME=self.folder)
        return ["rclone", "copyto", "--s3-chunk-size", f"{self.options.part_size}M", "--s3-no-check-bucket",
                *self.parallel("--s3-upload-concurrency"), path, f"sb:{self.bucket}/rclone/big.bin"], environment

    def run(self, name, size, command, key):
        seconds, processor, peak = measured(*command, os.path.join(self.folder, name + ".log"))
        self.store.delete(self.bucket, key)
        print(f"{name:12} {size / GIB:6.1f} GiB {seconds:8.1f} s {size / MIB / seconds:8.0f} MiB/s"
              f" {processor / (size / GIB):8.2f} s {peak:8.1f} MiB", flush=True)
        return peak

    def size(self, number, gib):
        size = int(gib * GIB)
        path = os.path.join(self.folder, "big.bin")
        with open(path, "wb") as file:
            file.truncate(size)
        self.peaks[gib] = self.run("partway-cli", size, self.partway(path, number), "partway/big.bin")
        if not self.options.alone:
            if size <= CURL_LIMIT and shutil.which("curl"):
                self.run("curl -T", size, self.curl(path), "curl/big.bin")
            if shutil.which("rclone"):
                self.run("rclone", size, self.rclone(path), "rclone/big.bin")
        os.remove(path)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True, help="folder of partway-cli and partway-sandbox")
    options.add_argument("--size", type=float, action="append", metavar="GIB",
                         help="size of the file, repeatable; 0.5 and 2 without it")
    options.add_argument("--full", action="store_true", help="4 GiB and 40 GiB")
    options.add_argument("--sink", action="store_true",
                         help="send to a store that keeps nothing; the sandbox needs twice the size on disk")
    options.add_argument("--part-size", type=int, default=16, help="MiB")
    options.add_argument("--parallel", type=int, default=4, help="parts at once; 0: each program's own")
    options.add_argument("--alone", action="store_true", help="only partway-cli")
    options.add_argument("--folder", help="where to work; twice the largest size free, without --sink")
    options = options.parse_args()
    folder = tempfile.mkdtemp(prefix="partway-bench.", dir=options.folder)
    sizes = [4, 40] if options.full else options.size or [0.5, 2]
    if not options.sink and shutil.disk_usage(folder).free < max(sizes) * GIB * 2 + GIB:
        os.rmdir(folder)
        sys.exit(f"{folder} has no room for twice {max(sizes)} GiB; see --folder and --sink")
    bench = Bench(options, folder)
    print(f"parts of {options.part_size} MiB, loopback HTTP to " +
          ("a sink, which keeps nothing" if options.sink else "the sandbox, which checks and stores everything"))
    print("program             size     time            rate  CPU / GiB      peak")
    try:
        for number, gib in enumerate(sizes):
            bench.size(number, gib)
    finally:
        bench.sandbox.stop()
        shutil.rmtree(folder, ignore_errors=True)
    over = {gib: peak for gib, peak in bench.peaks.items() if peak > MEMORY}
    for gib, peak in over.items():
        print(f"partway-cli took {peak:.0f} MiB for {gib} GiB, more than {MEMORY}")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
