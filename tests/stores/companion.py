# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads through a real Uppy Companion, which holds the keys, in front of Swift: partway-cli has none.

Upload, pause, kill -9, resume, abort; each object is read back from Swift and its SHA-256 compared. At the end a
large one (--size) is paused, resumed, killed and resumed. No signed address may be in anything that is written.
"""

import argparse
import glob
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from programs import CommandLine, random_file
from s3 import Store, StoreError, file_sha256, read_lines

MIB = 1 << 20
SIGNED = re.compile(rb"X-Amz-Signature=[0-9a-fA-F]{8}|X-Amz-Credential=(?!\[)[^&\s]", re.IGNORECASE)


class KeylessCommandLine(CommandLine):
    """partway-cli with a Companion server, and no key of any kind in its environment."""

    def environment(self):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "PARTWAY_"))}
        return {**clean, "QT_QPA_PLATFORM": "offscreen", "PARTWAY_LOG": "debug"}

    def arguments(self, command, *arguments):
        return [self.program, *command.split(), "--state-dir", self.state, *arguments]

    def upload(self, endpoint, *arguments):
        return ("upload", "--endpoint", endpoint, "--provider", "companion", *arguments)


class Suite:
    def __init__(self, options, folder, endpoint, swift, bucket):
        self.options, self.folder, self.endpoint, self.swift, self.bucket = options, folder, endpoint, swift, bucket
        self.dice = random.Random(options.seed)
        self.failed, self.logs = 0, []

    def case(self, name, test):
        begun = time.monotonic()
        try:
            said = test()
        except (AssertionError, StoreError, subprocess.TimeoutExpired) as error:
            self.failed += 1
            print(f"  {name}: FAILED: {error}", flush=True)
        else:
            print(f"  {name}: ok, {time.monotonic() - begun:.1f} s{', ' + said if said else ''}", flush=True)

    # --- steps ---
    def cli(self, name):
        return KeylessCommandLine(self.options.bin, self.swift, os.path.join(self.folder, "state-" + name))

    def file(self, name, size):
        return random_file(os.path.join(self.folder, name), size, f"{self.options.seed}/{name}")

    def done(self, cli, arguments, wanted=0):
        status, out, err = cli.run(*arguments, timeout=3600)
        self.logs += [out, err]
        assert status == wanted, f"{arguments[0]} ended with {status}, not {wanted}: {err.strip()[-600:] or out.strip()}"
        return out

    def begin(self, cli, path, rate, stored_bytes):
        """Starts a slow upload and waits until Swift holds so many bytes of it."""
        process = cli.start(*cli.upload(self.endpoint, "--part-size", "5MiB", "--limit-rate", f"{rate}MiB", path))
        give_up = time.monotonic() + 300
        while self.stored() < stored_bytes and time.monotonic() < give_up:
            assert process.poll() is None, f"it ended with {process.returncode} before it could be stopped"
            time.sleep(0.1)
        return process

    def stored(self):
        try:
            return sum(len(self.swift.parts(self.bucket, key, upload_id)) * 5 * MIB
                       for key, upload_id in self.swift.uploads(self.bucket))
        except StoreError as error:
            if error.status == 404:  # it was just created or completed
                return 0
            raise

    def stop(self, process, how):
        process.send_signal(how)
        out, err = process.communicate(timeout=60)
        self.logs += [out, err]
        return process.returncode

    def same(self, cli, path):
        """The newest row is finished, and its object, wherever the server put it, is the file."""
        _, events, _ = cli.json("status")
        rows = [event for event in events if event.get("path") == path and event.get("phase") == "finished"]
        assert rows, f"{path} is not finished: {events}"
        key = rows[-1].get("storeKey", "")
        assert key.endswith(os.path.basename(path)) and key != os.path.basename(path), f"its key is {key!r}"
        assert rows[-1]["storeBucket"] == self.bucket, rows[-1]
        assert self.swift.sha256(self.bucket, key) == file_sha256(path), f"{key} is not the file"
        assert not cli.unfinished(), f"unfinished: {cli.unfinished()}"
        self.nothing_left()
        return rows[-1]

    def nothing_left(self):
        left = self.swift.uploads(self.bucket)
        assert not left, f"incomplete uploads are left: {left}"

    # --- cases ---
    def whole(self):
        cli = self.cli("whole")
        for name, size in (("empty.bin", 0), ("one.bin", 1), ("ümläut (1) &=%20+.bin", 300_000), ("large.bin", 33 * MIB + 5)):
            path = self.file(name, size)
            self.done(cli, cli.upload(self.endpoint, "--to", "s3://companion/raw/2026/", path))
            self.same(cli, path)

    def pause(self):
        cli, path = self.cli("pause"), self.file("paused.bin", 48 * MIB)
        process = self.begin(cli, path, 8, 10 * MIB)
        assert self.stop(process, signal.SIGINT) == 3, "Ctrl+C did not pause"
        kept = self.stored()
        self.done(cli, ("resume",))
        row = self.same(cli, path)
        return f"{kept // MIB} MiB were kept, {row.get('resentBytes', 0) / MIB:.1f} MiB sent twice"

    def kills(self):
        for number in range(self.options.kills):
            cli, path = self.cli(f"kill{number}"), self.file(f"killed{number}.bin", 40 * MIB)
            process = cli.start(*cli.upload(self.endpoint, "--part-size", "5MiB", "--limit-rate", "20MiB", path))
            time.sleep(self.dice.uniform(0.3, 2.5))
            self.stop(process, signal.SIGKILL)
            if cli.unfinished():
                self.done(cli, ("resume",))
            elif not any(event.get("phase") == "finished" for event in cli.json("status")[1]):
                self.done(cli, cli.upload(self.endpoint, path))  # killed before it was written down
            left = self.swift.uploads(self.bucket)
            for key, upload_id in left:  # a Create whose answer the kill took: the owner's to clear
                assert not self.swift.parts(self.bucket, key, upload_id), f"{key} is left with parts"
                self.swift.request("DELETE", f"{self.bucket}/{key}", [("uploadId", upload_id)]).read()
            self.same(cli, path)
        return f"{self.options.kills} kills"

    def abort(self):
        cli, path = self.cli("abort"), self.file("aborted.bin", 48 * MIB)
        assert self.stop(self.begin(cli, path, 8, 10 * MIB), signal.SIGINT) == 3, "Ctrl+C did not pause"
        assert self.stored() >= 10 * MIB, "nothing was kept"
        self.done(cli, ("abort", str(cli.unfinished()[0]["id"])))
        self.nothing_left()
        assert not cli.unfinished()

    def vanished(self):
        cli, path = self.cli("vanished"), self.file("vanished.bin", 48 * MIB)
        assert self.stop(self.begin(cli, path, 8, 10 * MIB), signal.SIGINT) == 3, "Ctrl+C did not pause"
        for key, upload_id in self.swift.uploads(self.bucket):
            self.swift.request("DELETE", f"{self.bucket}/{key}", [("uploadId", upload_id)]).read()
        self.done(cli, ("resume",))
        self.same(cli, path)

    def wrong_places(self):
        cli, path = self.cli("wrong"), self.file("wrong.bin", 1000)
        out = cli.run(*cli.upload(self.endpoint + "/not/here", path))
        assert out[0] == 1 and "no Companion server for S3" in out[1] + out[2], out
        out = cli.run(*cli.upload(self.swift.endpoint, path))
        assert out[0] in (1, 4) and "Companion" in out[1] + out[2], out
        out = cli.run(*cli.upload(self.endpoint, "--storage-class", "GLACIER", path))
        assert out[0] == 1 and "storage class" in out[1] + out[2], out

    def large(self):
        cli, path = self.cli("large"), self.file("gib.bin", self.options.size * MIB)
        process = self.begin(cli, path, 60, self.options.size * MIB // 5)
        assert self.stop(process, signal.SIGINT) == 3, "Ctrl+C did not pause"
        paused = self.stored()
        process = cli.start("resume", "--limit-rate", "60MiB")
        while self.stored() < self.options.size * MIB // 2 and process.poll() is None:
            time.sleep(0.2)
        assert process.poll() is None, "it was done before it could be killed"
        self.stop(process, signal.SIGKILL)
        killed = self.stored()
        self.done(cli, ("resume",))
        row = self.same(cli, path)
        return (f"paused at {paused // MIB} MiB, killed at {killed // MIB} MiB, "
                f"{row.get('resentBytes', 0) / MIB:.1f} MiB sent twice, SHA-256 equal")

    def no_secret(self):
        written = [log.encode() for log in self.logs]
        for name in glob.glob(os.path.join(self.folder, "state-*", "**"), recursive=True):
            if os.path.isfile(name):
                with open(name, "rb") as file:
                    written.append(file.read())
        for text in written:
            found = SIGNED.search(text)
            assert not found, f"a signed address was written: {found.group(0)}"
        return f"{len(written)} texts, {sum(map(len, written)) // 1024} KiB"

    def run(self):
        self.case("empty, small, odd and large files", self.whole)
        self.case("pause and resume in another process", self.pause)
        self.case("kill -9 at random moments, and resume", self.kills)
        self.case("pause and abort", self.abort)
        self.case("an upload that was cleared away meanwhile", self.vanished)
        self.case("wrong addresses and wishes", self.wrong_places)
        if self.options.size:
            self.case(f"{self.options.size} MiB: paused, resumed, killed, resumed", self.large)
        self.case("no signed address in journal, receipts or debug log", self.no_secret)
        return self.failed


def start(options, folder, name, *arguments, ends, **environment):
    """Starts a server and returns its lines."""
    scripts = os.path.join(options.servers, name)
    log = open(os.path.join(folder, name + ".log"), "wb")
    data = os.path.join(folder, name)
    quiet = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, "env": {**os.environ, **environment}}
    subprocess.run([os.path.join(scripts, "install")], check=True, **quiet)
    ends.append(lambda: subprocess.run([os.path.join(scripts, "stop"), data], check=False, **quiet))
    subprocess.run([os.path.join(scripts, "start"), data, *arguments], check=True, **quiet)
    return read_lines(os.path.join(data, "endpoint"))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", required=True, help="folder of partway-cli")
    options.add_argument("--servers", required=True, help="folder of the real servers' start scripts")
    options.add_argument("--size", type=int, default=64, help="MiB of the large file; 0: none")
    options.add_argument("--kills", type=int, default=5)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    if not os.access(os.path.join(options.servers, "companion", "start"), os.X_OK):
        print(f"skipped, there is no Companion in {options.servers}")
        return 0
    folder, ends = tempfile.mkdtemp(prefix="partway-companion."), []
    try:
        swift = start(options, folder, "swift", ends=ends)
        lines = start(options, folder, "companion", os.path.join(folder, "swift", "endpoint"), ends=ends)
        print(f"Companion at {lines['ENDPOINT']} in front of Swift at {lines['S3_ENDPOINT']}", flush=True)
        failed = Suite(options, folder, lines["ENDPOINT"], Store(swift), lines["BUCKET"]).run()
    finally:
        for end in reversed(ends):
            end()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{failed} failed" if failed else "all passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
