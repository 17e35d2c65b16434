# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads through a real Uppy Companion, which holds the keys, in front of Swift: partway-cli has none.

Upload, pause, kill -9, resume, abort; each object is read back from Swift and its SHA-256 compared. At the end a
large one (--size) is paused, resumed, killed and resumed. No signed address may be in anything that is written.
"""

import os
import signal
import sys
import time

from keyless import MIB, Suite, run_suite, start_server
from s3 import Store


class CompanionSuite(Suite):
    def __init__(self, options, folder, endpoint, swift, bucket):
        super().__init__(options, folder, swift, bucket)
        self.endpoint = endpoint

    def upload(self, *arguments, server=None):
        return ("upload", "--endpoint", server or self.endpoint, "--provider", "companion", *arguments)

    def slow(self, cli, path, rate, stored_bytes):
        return self.begin(cli, self.upload("--part-size", "5MiB", "--limit-rate", f"{rate}MiB", path), stored_bytes)

    def is_there(self, cli, path):
        """The object, wherever the server put it, is the file."""
        row = self.finished(cli, path)
        key = row.get("storeKey", "")
        assert key.endswith(os.path.basename(path)) and key != os.path.basename(path), f"its key is {key!r}"
        assert row["storeBucket"] == self.bucket, row
        self.same(key, path)
        return row

    # --- cases ---
    def doctor(self):
        cli = self.cli("doctor")
        out = self.done(cli, ("doctor", "--endpoint", self.endpoint, "--provider", "companion"))
        assert "answers as a Companion server" in out and "could not be deleted again" in out, out
        self.nothing_left()
        self.done(cli, ("doctor", "--endpoint", self.store.endpoint, "--provider", "companion"), wanted=1)  # a store
        return f"{out.count('Works.')} rights work"

    def whole(self):
        cli = self.cli("whole")
        for name, size in (("empty.bin", 0), ("one.bin", 1), ("ümläut (1) &=%20+.bin", 300_000), ("large.bin", 33 * MIB + 5)):
            path = self.file(name, size)
            self.done(cli, self.upload("--to", "s3://companion/raw/2026/", path))
            self.is_there(cli, path)

    def pause(self):
        cli, path = self.cli("pause"), self.file("paused.bin", 48 * MIB)
        process = self.slow(cli, path, 8, 10 * MIB)
        assert self.stop(process, signal.SIGINT) == 3, "Ctrl+C did not pause"
        kept = self.stored()
        self.done(cli, ("resume",))
        row = self.is_there(cli, path)
        return f"{kept // MIB} MiB were kept, {row.get('resentBytes', 0) / MIB:.1f} MiB sent twice"

    def kills(self):
        for number in range(self.options.kills):
            cli, path = self.cli(f"kill{number}"), self.file(f"killed{number}.bin", 40 * MIB)
            process = cli.start(*self.upload("--part-size", "5MiB", "--limit-rate", "20MiB", path))
            time.sleep(self.dice.uniform(0.3, 2.5))
            self.stop(process, signal.SIGKILL)
            if cli.unfinished():
                self.done(cli, ("resume",))
            elif not any(event.get("phase") == "finished" for event in cli.json("status")[1]):
                self.done(cli, self.upload(path))  # killed before it was written down
            left = self.store.uploads(self.bucket)
            for key, upload_id in left:  # a Create whose answer the kill took: the owner's to clear
                assert not self.store.parts(self.bucket, key, upload_id), f"{key} is left with parts"
                self.store.request("DELETE", f"{self.bucket}/{key}", [("uploadId", upload_id)]).read()
            self.is_there(cli, path)
        return f"{self.options.kills} kills"

    def abort(self):
        cli, path = self.cli("abort"), self.file("aborted.bin", 48 * MIB)
        assert self.stop(self.slow(cli, path, 8, 10 * MIB), signal.SIGINT) == 3, "Ctrl+C did not pause"
        assert self.stored() >= 10 * MIB, "nothing was kept"
        self.done(cli, ("abort", str(cli.unfinished()[0]["id"])))
        self.nothing_left()
        assert not cli.unfinished()

    def vanished(self):
        cli, path = self.cli("vanished"), self.file("vanished.bin", 48 * MIB)
        assert self.stop(self.slow(cli, path, 8, 10 * MIB), signal.SIGINT) == 3, "Ctrl+C did not pause"
        for key, upload_id in self.store.uploads(self.bucket):
            self.store.request("DELETE", f"{self.bucket}/{key}", [("uploadId", upload_id)]).read()
        self.done(cli, ("resume",))
        self.is_there(cli, path)

    def wrong_places(self):
        cli, path = self.cli("wrong"), self.file("wrong.bin", 1000)
        out = cli.run(*self.upload(path, server=self.endpoint + "/not/here"))
        assert out[0] == 1 and "no Companion server for S3" in out[1] + out[2], out
        out = cli.run(*self.upload(path, server=self.store.endpoint))
        assert out[0] in (1, 4) and "Companion" in out[1] + out[2], out
        out = cli.run(*self.upload("--storage-class", "GLACIER", path))
        assert out[0] == 1 and "storage class" in out[1] + out[2], out

    def large(self):
        cli, path = self.cli("large"), self.file("gib.bin", self.options.size * MIB)
        process = self.slow(cli, path, 60, self.options.size * MIB // 5)
        assert self.stop(process, signal.SIGINT) == 3, "Ctrl+C did not pause"
        paused = self.stored()
        process = cli.start("resume", "--limit-rate", "60MiB")
        while self.stored() < self.options.size * MIB // 2 and process.poll() is None:
            time.sleep(0.2)
        assert process.poll() is None, "it was done before it could be killed"
        self.stop(process, signal.SIGKILL)
        killed = self.stored()
        self.done(cli, ("resume",))
        row = self.is_there(cli, path)
        return (f"paused at {paused // MIB} MiB, killed at {killed // MIB} MiB, "
                f"{row.get('resentBytes', 0) / MIB:.1f} MiB sent twice, SHA-256 equal")

    def run(self):
        self.case("connection test", self.doctor)
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


def make_suite(options, folder, ends):
    swift = start_server(options, folder, "swift", ends=ends)
    lines = start_server(options, folder, "companion", os.path.join(folder, "swift", "endpoint"), ends=ends)
    print(f"Companion at {lines['ENDPOINT']} in front of Swift at {lines['S3_ENDPOINT']}", flush=True)
    return CompanionSuite(options, folder, lines["ENDPOINT"], Store(swift), lines["BUCKET"])


if __name__ == "__main__":
    sys.exit(run_suite(__doc__, "Companion", 64, make_suite))
