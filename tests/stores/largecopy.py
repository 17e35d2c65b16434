#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy on the store of a large object: paused, killed, resumed; and one whose source changes in its middle.

    largecopy.py --bin DIR [--size GiB]

The object is sparse, with some data in twenty places, so that 20 GiB cost the disk little; the sandbox copies holes as
holes and shares blocks where the file system can. What it holds in the end is compared byte by byte.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import urllib.parse

from programs import CommandLine, Sandbox

MiB, GiB = 1 << 20, 1 << 30
PART = 128 * MiB  # what a copy on the store takes by itself


def expect(what, holds, *story):
    if not holds:
        raise AssertionError(f"not so: {what}\n" + "\n".join(str(part)[:2000] for part in story))


def place_of(sandbox, what, key):
    return os.path.join(sandbox.root, "buckets", sandbox.bucket, what, urllib.parse.quote(key, safe=""))


def large_object(programs, folder, key, size):
    """A store that holds a sparse object of this size, as nobody would upload it here."""
    sandbox = Sandbox(programs, folder)
    sandbox.store.request("PUT", f"{sandbox.bucket}/{key}", body=b"-").read()
    sandbox.stop()
    chance = random.Random(5)
    with open(place_of(sandbox, "objects", key), "r+b") as file:
        file.truncate(size)
        for _ in range(20):
            file.seek(chance.randrange(size - MiB))
            file.write(chance.randbytes(MiB))
    about = place_of(sandbox, "about", key) + ".json"
    with open(about, encoding="utf-8") as file:
        known = json.load(file)
    known.update(size=size, checksumText="")
    with open(about, "w", encoding="utf-8") as file:
        json.dump(known, file)
    return Sandbox(programs, folder)


def copied(sandbox):
    """How many parts were asked for."""
    return sandbox.counters()["requests"].get("UploadPartCopy", 0)


def wait_for(sandbox, run, parts):
    give_up = time.monotonic() + 300
    while copied(sandbox) < parts:
        expect(f"{parts} parts are asked for", time.monotonic() < give_up and run.poll() is None, copied(sandbox))
        time.sleep(0.1)


def same_bytes(one, other):
    """Of two sparse files; holes are compared by the kernel's word for them where both have one."""
    size = os.path.getsize(one)
    expect("the sizes are the same", size == os.path.getsize(other), size, os.path.getsize(other))
    zeros = bytes(8 * MiB)
    with open(one, "rb", buffering=0) as a, open(other, "rb", buffering=0) as b:
        for start in range(0, size, len(zeros)):
            x, y = a.read(len(zeros)), b.read(len(zeros))
            expect("the bytes are the same", x == y, start)
    return size


def stopped_and_resumed(sandbox, cli, key, size):
    began = time.monotonic()
    parts = (size + PART - 1) // PART
    sandbox.set_faults("UploadPartCopy : delay=150ms")
    run = cli.start("copy", f"s3://{sandbox.bucket}/{key}", f"s3://{sandbox.bucket}/copy.img", "--parallel", "2")
    wait_for(sandbox, run, parts // 5)
    run.send_signal(signal.SIGINT)
    _, err = run.communicate(timeout=60)
    expect("Ctrl+C pauses", run.returncode == 3, run.returncode, err)
    paused = copied(sandbox)
    run = cli.start("resume")
    wait_for(sandbox, run, parts // 2)
    run.kill()
    run.wait()
    killed = copied(sandbox)
    sandbox.set_faults()
    status, out, err = cli.run("resume", timeout=1800)
    expect("it is resumed", status == 0, status, out, err)
    counters = sandbox.counters()["requests"]
    total = counters["UploadPartCopy"]
    expect("only what was on its way is copied again", total <= parts + 8, total, parts)
    expect("nothing passed through this computer", "GetObject" not in counters, counters)
    expect("one upload", counters["CreateMultipartUpload"] == 1, counters)
    expect("no upload is left", not sandbox.store.uploads(sandbox.bucket))
    same_bytes(place_of(sandbox, "objects", key), place_of(sandbox, "objects", "copy.img"))
    print(f"      {size} bytes in {parts} parts: paused after {paused}, killed after {killed}, {total} asked for in all, "
          f"{time.monotonic() - began:.0f} s; the copy is the source, byte by byte")


def changed_source(sandbox, cli, key, size):
    before = copied(sandbox)
    parts = (size + PART - 1) // PART
    sandbox.set_faults("UploadPartCopy : delay=150ms")
    run = cli.start("copy", f"s3://{sandbox.bucket}/{key}", f"s3://{sandbox.bucket}/mixed.img", "--parallel", "2")
    wait_for(sandbox, run, before + parts // 3)
    sandbox.store.request("PUT", f"{sandbox.bucket}/{key}", body=b"another version").read()
    out, err = run.communicate(timeout=300)
    sandbox.set_faults()
    expect("it is noticed", run.returncode == 1 and "changed since the copy began" in err, run.returncode, out, err)
    expect("there is no object of two versions", sandbox.store.sha256(sandbox.bucket, "mixed.img") is None)
    row = next(event for event in cli.unfinished())
    status, out, err = cli.run("abort", str(row["id"]))
    expect("it can be aborted", status == 0, status, out, err)
    expect("no upload is left", not sandbox.store.uploads(sandbox.bucket))
    words = next(line for line in err.splitlines() + out.splitlines() if line.strip()) if err or out else ""
    print(f"      changed after {copied(sandbox) - before} of {parts} parts: noticed; no object; aborted: {words}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True)
    options.add_argument("--size", type=int, default=20, help="GiB")
    wanted = options.parse_args()
    folder = tempfile.mkdtemp(prefix="partway-largecopy-")
    key, size = "disk.img", wanted.size * GiB + 12345
    sandbox = large_object(wanted.bin, os.path.join(folder, "sandbox"), key, size)
    try:
        cli = CommandLine(wanted.bin, sandbox.store, os.path.join(folder, "state"))
        for attempt in (stopped_and_resumed, changed_source):
            attempt(sandbox, cli, key, size)
            print(f"ok    {attempt.__name__}", flush=True)
        return 0
    except AssertionError as error:
        print(f"FAIL  {error}", flush=True)
        return 1
    finally:
        sandbox.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
