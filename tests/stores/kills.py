# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads that are killed (SIGKILL) at a random moment and then resumed or aborted by another process.

Checked after each: the object's SHA-256 is the file's, or there is no object after an abort; no byte was sent twice
but of the parts in flight at the kill; no incomplete upload is left on the store, and nothing unfinished in the
journal. With --faults the store and the line misbehave all the time as well (bytes sent twice are then only told),
and a store that cannot list or abort must have it said what could not be cleaned.
"""

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time

from programs import CommandLine, Sandbox, random_file
from s3 import Store, StoreError, file_sha256, read_lines

MIB = 1 << 20
HOLD = 1.5  # seconds for which the sandbox holds a request that the kill is to fall into

# Where the kill falls -> the request to wait for, and what makes the sandbox hold it.
MOMENTS = {
    "any moment": (None, None),
    "within Create": ("CreateMultipartUpload", f"delay={int(HOLD * 1000)}ms"),
    "within a part": ("UploadPart", "rate=4M"),
    "before Complete": ("CompleteMultipartUpload", f"delay={int(HOLD * 1000)}ms"),
    "after Complete": ("CompleteMultipartUpload", f"blanks={int(HOLD * 1000)}ms"),
    "within Abort": ("AbortMultipartUpload", f"delay={int(HOLD * 1000)}ms"),
}

# What else goes wrong with --faults, at any time.
FAULTS = (
    "UploadPart chance=0.04: cut-body=1000000",
    "UploadPart chance=0.04: cut-after",
    "UploadPart chance=0.03: cut-before",
    "UploadPart chance=0.02: etag=wrong",
    "UploadPart chance=0.02: corrupt",
    "* chance=0.03: status=503 code=SlowDown retry-after=1",
    "* chance=0.03: status=500 empty",
    "CreateMultipartUpload chance=0.2: cut-after",
    "CompleteMultipartUpload chance=0.2: cut-after",
    "CompleteMultipartUpload chance=0.1: error=InternalError",
    "AbortMultipartUpload chance=0.2: cut-after",
    "ListParts|ListMultipartUploads chance=0.1: truncate",
    "HeadObject chance=0.1: cut-before",
)


class Failed(Exception):
    pass


class Kills:
    def __init__(self, options, folder):
        self.options = options
        self.dice = random.Random(options.seed)
        self.folder = folder
        self.sandbox = None
        if options.endpoint_file:
            self.store = Store(read_lines(options.endpoint_file), tls=options.tls)
            self.bucket = options.bucket
            self.store.make_bucket(self.bucket)
        else:
            self.sandbox = Sandbox(options.bin, os.path.join(folder, "sandbox"), *(["--tls"] if options.tls else []))
            self.store, self.bucket = self.sandbox.store, self.sandbox.bucket
        self.lists = self.can_list()
        self.killed_at = 0.0
        self.typical = 1.0  # seconds that a whole upload takes, learnt from the first

    def close(self):
        if self.sandbox:
            self.sandbox.stop()

    def can_list(self):
        try:
            self.store.uploads(self.bucket)
            return True
        except StoreError:
            return False

    def misbehave(self, *more):
        """What goes wrong from now on. The witness asks the same store, so it is switched off for checks."""
        rules = [rule.replace(":", f" seed={self.dice.randrange(1 << 30)}:", 1) for rule in FAULTS]
        self.sandbox.set_faults(*more, *(rules if self.options.faults else ()))

    # --- one run ---
    def learn(self):
        """One upload without a kill, to know how long it takes."""
        name, path, cli = self.prepare(-1)
        begun = time.monotonic()
        status, _, err = cli.run("upload", *self.upload_arguments(path))
        self.typical = time.monotonic() - begun
        self.expect(status == 0, f"the first upload ended with {status}: {err.strip()}")
        self.check_end(cli, name, path, aborted=False)

    def prepare(self, number):
        name = f"file{number}.bin"
        path = random_file(os.path.join(self.folder, name), self.options.size * MIB, f"{self.options.seed}/{number}")
        return name, path, CommandLine(self.options.bin, self.store, os.path.join(self.folder, f"state{number}"))

    def upload_arguments(self, path):
        return ["--to", f"s3://{self.bucket}/kills/", "--part-size", f"{self.options.part_size}MiB",
                "--parallel", str(self.options.parallel), path]

    def run(self, number):
        moment = self.dice.choice(list(MOMENTS)) if self.sandbox else "any moment"
        then = "abort" if moment == "within Abort" or self.dice.random() < self.options.abort_share else "resume"
        name, path, cli = self.prepare(number)
        key = "kills/" + name
        operation, fault = MOMENTS[moment]
        if self.sandbox:
            self.misbehave(*([f"{operation} key={key} : {fault}"] if operation else []))
        late = self.kill_at(moment, cli, path)
        if self.sandbox:
            self.sandbox.set_faults()
        kept = self.what_is_kept(key)
        kept_object = self.store.sha256(self.bucket, key) is not None
        if self.sandbox:
            self.misbehave()
        self.finish(cli, then, path, kept_object)
        if self.sandbox:
            self.sandbox.set_faults()
        self.let_held_request_end(moment)
        twice = self.check_twice(key, kept, then)
        self.check_end(cli, name, path, aborted=then == "abort")
        return moment, then, late, twice, kept

    def kill_at(self, moment, cli, path):
        """Starts the upload (and, for a kill within Abort, its abort) and kills it. Returns the second of the kill."""
        operation = MOMENTS[moment][0]
        process = cli.start("upload", *self.upload_arguments(path))
        begun = time.monotonic()
        if moment == "within Abort":
            time.sleep(self.typical * self.dice.uniform(0.3, 0.6))
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
            rows = cli.unfinished()
            if not rows:
                return time.monotonic() - begun  # it was done before it could be paused
            process = cli.start("abort", str(rows[0]["id"]))
        if operation:
            while not self.sandbox.fault_was_met(operation) and process.poll() is None:
                time.sleep(0.005)
            time.sleep(self.dice.uniform(0, HOLD * 0.8))
        else:
            time.sleep(self.dice.uniform(0, self.typical * 1.05))
        process.kill()
        process.communicate()
        self.killed_at = time.monotonic()
        return time.monotonic() - begun

    def let_held_request_end(self, moment):
        """The store goes on with a request whose sender was killed; what that leaves must be gone, too."""
        if MOMENTS[moment][0]:
            time.sleep(max(0, self.killed_at + HOLD + 0.3 - time.monotonic()))

    def what_is_kept(self, key):
        """(bytes received for each part, numbers of the parts that are stored) right after the kill."""
        if not self.sandbox:
            return {}, set()
        self.sandbox.settle(key)
        received = self.sandbox.bytes_of(key)
        try:
            stored = set()
            for found, upload_id in self.store.uploads(self.bucket):
                if found == key:
                    stored |= set(self.store.parts(self.bucket, key, upload_id))
        except StoreError as error:
            if error.status != 404:  # else a request that was held ended the upload just now
                raise
        if self.store.sha256(self.bucket, key) is not None:
            stored = set(received)  # the store has completed it
        return received, stored

    def finish(self, cli, then, path, kept_object):
        rows = cli.unfinished()
        if then == "resume" and not rows and not kept_object:
            # Killed before it was written down, and nothing was asked of the store by then.
            status, _, err = cli.run("upload", *self.upload_arguments(path))
            self.expect(status == 0, f"the second upload ended with {status}: {err.strip()}")
        elif then == "resume":
            status, _, err = cli.run("resume")
            self.expect(status == 0, f"resume ended with {status}: {err.strip()}")
        elif rows:
            status, out, err = cli.run("abort", *[str(row["id"]) for row in rows])
            if self.lists:
                # A Complete that was out may have been done: then it says so, and what could not be removed.
                self.expect(status == 0 or "Finished" in out + err, f"abort ended with {status}: {err.strip()}")
            elif status:  # a store that cannot abort keeps its parts, and that must be said
                self.expect("may" in out + err or "left" in out + err, f"abort ended with {status} and says: {out}{err}")
                cli.run("forget", *[str(row["id"]) for row in rows])

    # --- checks ---
    @staticmethod
    def expect(condition, text):
        if not condition:
            raise Failed(text)

    def check_twice(self, key, kept, then):
        """Bytes that came more than once; at most what had come of the parts that were not stored at the kill."""
        if not self.sandbox or then == "abort":
            return 0
        if self.options.faults:
            return max(sum(self.sandbox.bytes_of(key).values()) - self.options.size * MIB, 0)
        before, stored = kept
        after = self.sandbox.bytes_of(key)
        allowed = sum(count for part, count in before.items() if part not in stored)
        twice = sum(after.values()) - self.options.size * MIB
        if twice > 0:
            self.expect(twice <= allowed, f"{twice} bytes came twice, {allowed} were in flight at the kill")
            self.expect(allowed <= self.options.parallel * self.options.part_size * MIB,
                        f"{allowed} bytes were in flight at the kill")
        return max(twice, 0)

    def check_end(self, cli, name, path, aborted):
        found = self.store.sha256(self.bucket, "kills/" + name)
        if aborted:
            # A kill after the store had completed leaves the finished object, which abort must not delete.
            self.expect(found in (None, file_sha256(path)), "the object is there and is not the file")
        else:
            self.expect(found is not None, "there is no object")
            self.expect(found == file_sha256(path), "the object is not the file")
        left = self.store.uploads(self.bucket) if self.lists else []
        self.expect(not left, f"incomplete uploads are left: {left}")
        status, _, err = cli.run("incomplete list", f"s3://{self.bucket}")
        self.expect(status == 0 or not self.lists, f"incomplete list ended with {status}: {err.strip()}")
        rows = cli.unfinished()
        self.expect(not rows, f"unfinished in the journal: {rows}")
        os.remove(path)
        shutil.rmtree(cli.state)
        if found:
            self.store.delete(self.bucket, "kills/" + name)


def read_options():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bin", required=True, help="folder of partway-cli and partway-sandbox")
    options.add_argument("--runs", type=int, default=50)
    options.add_argument("--size", type=int, default=256, help="MiB of each file")
    options.add_argument("--part-size", type=int, default=8, help="MiB")
    options.add_argument("--parallel", type=int, default=4)
    options.add_argument("--abort-share", type=float, default=0.2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--tls", action="store_true", help="over HTTPS")
    options.add_argument("--faults", action="store_true", help="the store and the line misbehave all the time, too")
    options.add_argument("--endpoint-file", help="KEY=VALUE lines of a running server, instead of a sandbox")
    options.add_argument("--bucket", default="partway-kills")
    options.add_argument("--keep", action="store_true", help="keep the working folder")
    return options.parse_args()


def main():
    # A shell in the background starts its children with SIGINT ignored, and they would pass that on.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    options = read_options()
    folder = tempfile.mkdtemp(prefix="partway-kills.")
    kills, failures, begun = Kills(options, folder), 0, time.monotonic()
    try:
        kills.learn()
        print(f"{options.runs} uploads of {options.size} MiB in parts of {options.part_size} MiB, seed {options.seed};"
              f" one takes {kills.typical:.1f} s without a kill")
        print(" run  kill falls        after   then    stored  twice KiB  result")
        for number in range(options.runs):
            try:
                moment, then, late, twice, kept = kills.run(number)
                print(f"{number + 1:4}  {moment:15} {late:6.2f} s  {then:7} {len(kept[1]):6} {twice // 1024:9}   ok",
                      flush=True)
            except (Failed, StoreError, AssertionError) as error:
                failures += 1
                print(f"{number + 1:4}  FAILED: {error}", flush=True)
    finally:
        kills.close()
        if options.keep or failures:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{options.runs - failures} passed, {failures} failed in {time.monotonic() - begun:.0f} s")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
