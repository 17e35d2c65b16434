# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads by a partway-cli that has no keys at all: what the scripts about a Companion and about tickets share."""

import argparse
import glob
import os
import random
import re
import shutil
import subprocess
import tempfile
import time

from programs import CommandLine, random_file
from s3 import StoreError, file_sha256, read_lines

MIB = 1 << 20
SIGNED = re.compile(rb"X-Amz-Signature=[0-9a-fA-F]{8}|X-Amz-Credential=(?!\[)[^&\s]", re.IGNORECASE)


class KeylessCommandLine(CommandLine):
    """partway-cli with no key of any kind in its environment."""

    def environment(self):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "PARTWAY_"))}
        return {**clean, "QT_QPA_PLATFORM": "offscreen", "PARTWAY_LOG": "debug"}

    def arguments(self, command, *arguments):
        return [self.program, *command.split(), "--state-dir", self.state, *arguments]


class Suite:
    """Cases over one bucket of a real store, which is looked into with its own keys."""

    def __init__(self, options, folder, store, bucket):
        self.options, self.folder, self.store, self.bucket = options, folder, store, bucket
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

    def cli(self, name):
        return KeylessCommandLine(self.options.bin, self.store, os.path.join(self.folder, "state-" + name))

    def file(self, name, size):
        return random_file(os.path.join(self.folder, name), size, f"{self.options.seed}/{name}")

    def done(self, cli, arguments, wanted=0):
        status, out, err = cli.run(*arguments, timeout=3600)
        self.logs += [out, err]
        assert status == wanted, f"{arguments[0]} ended with {status}, not {wanted}: {err.strip()[-600:] or out.strip()}"
        return out

    def begin(self, cli, arguments, stored_bytes):
        """Starts a slow upload in parts of 5 MiB and waits until the store holds so many bytes of it."""
        process = cli.start(*arguments)
        give_up = time.monotonic() + 300
        while self.stored() < stored_bytes and time.monotonic() < give_up:
            assert process.poll() is None, f"it ended with {process.returncode} before it could be stopped"
            time.sleep(0.1)
        return process

    def stored(self):
        try:
            return sum(len(self.store.parts(self.bucket, key, upload_id)) * 5 * MIB
                       for key, upload_id in self.store.uploads(self.bucket))
        except StoreError as error:
            if error.status == 404:  # it was just created or completed
                return 0
            raise

    def stop(self, process, how):
        process.send_signal(how)
        out, err = process.communicate(timeout=60)
        self.logs += [out, err]
        return process.returncode

    def finished(self, cli, path):
        """The newest row of the file, which is finished."""
        _, events, _ = cli.json("status")
        rows = [event for event in events if event.get("path") == path and event.get("phase") == "finished"]
        assert rows, f"{path} is not finished: {events}"
        assert not cli.unfinished(), f"unfinished: {cli.unfinished()}"
        return rows[-1]

    def same(self, key, path):
        assert self.store.sha256(self.bucket, key) == file_sha256(path), f"{key} is not the file"
        self.nothing_left()

    def nothing_left(self):
        left = self.store.uploads(self.bucket)
        assert not left, f"incomplete uploads are left: {left}"

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


def start_server(options, folder, name, *arguments, ends, **environment):
    """Starts a server and returns its lines."""
    scripts = os.path.join(options.servers, name)
    log = open(os.path.join(folder, name + ".log"), "wb")
    data = os.path.join(folder, name)
    quiet = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log, "env": {**os.environ, **environment}}
    subprocess.run([os.path.join(scripts, "install")], check=True, **quiet)
    ends.append(lambda: subprocess.run([os.path.join(scripts, "stop"), data], check=False, **quiet))
    subprocess.run([os.path.join(scripts, "start"), data, *arguments], check=True, **quiet)
    return read_lines(os.path.join(data, "endpoint"))


def run_suite(about, server, size, make):
    """A script's work: its options, a folder, servers that are ended again, all cases. `make` is given the options, the
    folder and the list of ends, starts what it needs and answers the suite; `server` must be there, else it is skipped."""
    options = argparse.ArgumentParser(description=about)
    options.add_argument("--bin", required=True, help="folder of partway-cli")
    options.add_argument("--servers", required=True, help="folder of the real servers' start scripts")
    options.add_argument("--size", type=int, default=size, help="MiB of the large file; 0: none")
    options.add_argument("--kills", type=int, default=5)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    if not os.access(os.path.join(options.servers, server.lower(), "start"), os.X_OK):
        print(f"skipped, there is no {server} in {options.servers}")
        return 0
    folder, ends = tempfile.mkdtemp(prefix=f"partway-{server.lower()}."), []
    try:
        failed = make(options, folder, ends).run()
    finally:
        for end in reversed(ends):
            end()
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{failed} failed" if failed else "all passed")
    return 1 if failed else 0
