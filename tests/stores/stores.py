# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One suite for every store: upload, pause, resume and abort with partway-cli; the bytes are read back and compared.

Stores: the sandbox over http and https, and Swift and s3rver where their start scripts are (--servers).
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from programs import CommandLine, Sandbox, random_file
from s3 import Store, StoreError, file_sha256, read_lines

MIB = 1 << 20


class Bench:
    """One store under test. can: what it is able to ("uploads": listing, parts, abort; "names": all keys)."""

    def __init__(self, name, store, bucket, can):
        self.name, self.store, self.bucket, self.can = name, store, bucket, can


class Suite:
    def __init__(self, bench, options, folder):
        self.bench, self.options, self.folder = bench, options, folder
        os.makedirs(folder)
        self.passed, self.failed, self.skipped = 0, 0, 0
        self.cli = CommandLine(options.bin, bench.store, os.path.join(folder, "state"))

    # --- steps ---
    def case(self, name, test, needs=""):
        if needs and needs not in self.bench.can:
            self.skipped += 1
            print(f"  {name}: skipped, this store cannot do it", flush=True)
            return
        begun = time.monotonic()
        try:
            test()
        except (AssertionError, StoreError, subprocess.TimeoutExpired) as error:
            self.failed += 1
            print(f"  {name}: FAILED: {error}", flush=True)
        else:
            self.passed += 1
            print(f"  {name}: ok, {time.monotonic() - begun:.1f} s", flush=True)

    def file(self, name, size):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return random_file(path, size, f"{self.bench.name}/{name}")

    def to(self, prefix=""):
        return ["--to", f"s3://{self.bench.bucket}/{prefix}", "--part-size", f"{self.options.part_size}MiB"]

    def ended(self, result, wanted):
        assert result[0] == wanted, f"exit status {result[0]}, not {wanted}: {result[2].strip() or result[1].strip()}"

    def same(self, key, path):
        found = self.bench.store.sha256(self.bench.bucket, key)
        assert found is not None, f"there is no object {key}"
        assert found == file_sha256(path), f"the object {key} is not the file"

    def nothing_left(self):
        rows = self.cli.unfinished()
        assert not rows, f"unfinished in the journal: {rows}"
        if "uploads" in self.bench.can:
            left = self.bench.store.uploads(self.bench.bucket)
            assert not left, f"incomplete uploads are left: {left}"
            self.ended(self.cli.run("incomplete list", f"s3://{self.bench.bucket}"), 0)

    # --- cases ---
    def small(self):
        for name, size in (("empty.bin", 0), ("one.bin", 1), ("small.bin", 300_000)):
            path = self.file(name, size)
            self.ended(self.cli.run("upload", *self.to("small/"), path), 0)
            self.same("small/" + name, path)
        self.nothing_left()

    def large(self):
        path = self.file("large.bin", self.options.size * MIB + 12345)
        self.ended(self.cli.run("upload", *self.to("large/"), path, timeout=3600), 0)
        self.same("large/large.bin", path)
        self.nothing_left()

    def folder_of_files(self):
        names = ["a.txt", "sub/b c.txt", "sub/deeper/d+e.txt", "sub/f%20g.txt", "ümläut/日本.txt", "sub/(h)&=i'.txt"]
        paths = {name: self.file("tree/" + name, 1000 + n) for n, name in enumerate(names)}
        self.ended(self.cli.run("upload", *self.to("trees/"), os.path.join(self.folder, "tree")), 0)
        for name, path in paths.items():
            self.same("trees/tree/" + name, path)
        self.nothing_left()

    def paused_upload(self, name):
        """Starts an upload and interrupts it as Ctrl+C does; the id of its row."""
        path = self.file(name, self.options.size * MIB)
        rate = max(self.options.size // 4, 8)  # slow enough to be interrupted midway
        process = self.cli.start("upload", *self.to("paused/"), "--limit-rate", f"{rate}MiB", path)
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 3, f"Ctrl+C ended with {process.returncode}: {err.strip() or out.strip()}"
        rows = self.cli.unfinished()
        assert len(rows) == 1, f"after Ctrl+C the journal has {rows}"
        return path, str(rows[0]["id"])

    def pause_and_resume(self):
        path, _ = self.paused_upload("paused.bin")
        self.ended(self.cli.run("resume"), 0)
        self.same("paused/paused.bin", path)
        self.nothing_left()

    def pause_and_abort(self):
        path, row = self.paused_upload("aborted.bin")
        self.ended(self.cli.run("abort", row), 0)
        assert self.bench.store.sha256(self.bench.bucket, "paused/aborted.bin") is None, "the object is there"
        self.nothing_left()
        os.remove(path)

    def foreign_upload(self):
        """An upload that another program left is listed and aborted."""
        store, bucket = self.bench.store, self.bench.bucket
        store.request("POST", f"{bucket}/left/behind.bin", [("uploads", "")]).read()
        upload_id = store.uploads(bucket)[0][1]
        status, found, err = self.cli.json("incomplete list", f"s3://{bucket}")
        assert status == 0, err
        assert any(upload_id in event.values() for event in found), f"{upload_id} is not listed: {found}"
        self.ended(self.cli.run("incomplete abort", f"s3://{bucket}/left/behind.bin", "--upload-id", upload_id), 0)
        assert not store.uploads(bucket), "it is still there"

    def run(self):
        print(f"{self.bench.name} at {self.bench.store.endpoint}", flush=True)
        self.bench.store.make_bucket(self.bench.bucket)
        self.case("small files and an empty one", self.small)
        self.case(f"{self.options.size} MiB in parts", self.large)
        self.case("a folder with odd names", self.folder_of_files)
        self.case("pause and resume in another process", self.pause_and_resume)
        self.case("pause and abort in another process", self.pause_and_abort, needs="uploads")
        self.case("an upload that another program left", self.foreign_upload, needs="uploads")
        return self.failed


class Servers:
    """What was started; ends it all."""

    def __init__(self, options, folder):
        self.options, self.folder, self.ends = options, folder, []

    def benches(self):
        wanted = self.options.only or ["sandbox", "sandbox-tls", "swift", "s3rver"]
        for name in wanted:
            if name.startswith("sandbox"):
                sandbox = Sandbox(self.options.bin, os.path.join(self.folder, name),
                                  *(["--tls"] if name == "sandbox-tls" else []))
                self.ends.append(sandbox.stop)
                yield Bench(name, sandbox.store, sandbox.bucket, {"uploads"})
            elif os.access(self.script(name, "start"), os.X_OK):
                yield from self.server(name)
            else:
                print(f"{name}: skipped, {self.script(name, 'start')} is not there")

    def script(self, name, what):
        return os.path.join(self.options.servers or ".", name.removesuffix("-tls"), what)

    def server(self, name):
        data = os.path.join(self.folder, name)
        log = open(os.path.join(self.folder, name + ".log"), "wb")
        subprocess.run([self.script(name, "install")], check=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.ends.append(lambda: subprocess.run([self.script(name, "stop"), data], stdin=subprocess.DEVNULL,
                                                stdout=log, stderr=log, check=False))
        subprocess.run([self.script(name, "start"), data], check=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        lines = read_lines(os.path.join(data, "endpoint"))
        can = set() if name.startswith("s3rver") else {"uploads"}
        yield Bench(name, Store(lines, tls=name.endswith("-tls")), "partway-suite", can)

    def close(self):
        for end in reversed(self.ends):
            end()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", required=True, help="folder of partway-cli and partway-sandbox")
    options.add_argument("--servers", help="folder of the real servers' start scripts")
    options.add_argument("--only", action="append", help="sandbox, sandbox-tls, swift, swift-tls, s3rver; repeatable")
    options.add_argument("--size", type=int, default=64, help="MiB of the large file")
    options.add_argument("--part-size", type=int, default=5, help="MiB")
    options = options.parse_args()
    folder = tempfile.mkdtemp(prefix="partway-stores.")
    servers, failed, passed, skipped = Servers(options, folder), 0, 0, 0
    try:
        for bench in servers.benches():
            suite = Suite(bench, options, os.path.join(folder, bench.name + "-files"))
            suite.run()
            failed, passed, skipped = failed + suite.failed, passed + suite.passed, skipped + suite.skipped
    finally:
        servers.close()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
