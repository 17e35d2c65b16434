#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uploads that other programs began are finished from a local file: `partway-cli incomplete adopt`.

    adopt.py --bin DIR [--parts N] [--swift ENDPOINT-FILE] [--only NAME]

boto3 begins them by hand; aws and rclone, where they are installed, are killed half-way. What crossed the wire is
the sandbox's word, what the object holds is read back and compared by SHA-256.
"""

import argparse
import concurrent.futures
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import boto3
from botocore.config import Config

from programs import CommandLine, Sandbox, SlowLine, random_file
from s3 import Store, file_sha256, read_lines

MiB = 1 << 20


def expect(what, holds, *story):
    if not holds:
        raise AssertionError(f"not so: {what}\n" + "\n".join(str(part) for part in story))


class Bench:
    def __init__(self, programs, folder, store, bucket, sandbox=None):
        self.programs, self.folder, self.store, self.bucket, self.sandbox = programs, folder, store, bucket, sandbox
        self.s3 = boto3.client(
            "s3", endpoint_url=store.endpoint, region_name=store.region, aws_access_key_id=store.access,
            aws_secret_access_key=store.secret,
            config=Config(s3={"addressing_style": "path"}, max_pool_connections=16))
        self.runs = 0

    def cli(self):
        self.runs += 1
        return CommandLine(self.programs, self.store, os.path.join(self.folder, f"state-{self.runs}"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def file(self, name, size, seed=1):
        random_file(self.path(name), size, seed)
        return self.path(name)

    def begin(self, key, path, lengths, skip=(), other=None, **options):
        """Stores the parts of these lengths (number -> bytes) but those to be skipped; `other`: number -> bytes sent
        instead. Returns the upload id."""
        upload = self.s3.create_multipart_upload(Bucket=self.bucket, Key=key, **options)["UploadId"]
        more = {k: v for k, v in options.items() if k == "ChecksumAlgorithm"}
        offset, jobs = 0, []
        with concurrent.futures.ThreadPoolExecutor(12) as pool:
            for number, length in sorted(lengths.items()):
                if number not in skip:
                    jobs.append(pool.submit(self._send, key, upload, number, path, offset, length,
                                            (other or {}).get(number), more))
                offset += length
            for job in jobs:
                job.result()
        if self.sandbox:
            self.sandbox.control("DELETE", "counters")
        return upload

    def _send(self, key, upload, number, path, offset, length, other, more):
        with open(path, "rb") as file:
            file.seek(offset)
            body = file.read(length) if other is None else other
        self.s3.upload_part(Bucket=self.bucket, Key=key, UploadId=upload, PartNumber=number, Body=body, **more)

    def address(self, key):
        return f"s3://{self.bucket}/{key}"

    def adopted(self, key, upload, path, *options, sent=None, cli=None):
        """Adopts it and checks the object; `sent`: part number -> bytes that may cross the wire."""
        cli = cli or self.cli()
        status, out, err = cli.run("incomplete adopt", self.address(key), path, "--upload-id", upload, *options)
        expect(f"{key} is adopted", status == 0, status, out, err)
        expect(f"{key} is the file", self.store.sha256(self.bucket, key) == file_sha256(path), out, err)
        expect("no upload is left", all(found != key for found, _ in self.store.uploads(self.bucket)))
        if sent is not None and self.sandbox:
            expect("only what is needed was sent", self.sandbox.bytes_of(key) == sent,
                   dict(sorted(self.sandbox.bytes_of(key).items())[:8]), dict(sorted(sent.items())[:8]))
        return cli, out + err

    def plan(self, key, upload, path):
        status, events, err = self.cli().json("incomplete adopt", self.address(key), path, "--upload-id", upload,
                                              "--dry-run")
        expect("a dry run says what is stored", status == 0 and events and events[0]["event"] == "adoption",
               status, events, err)
        return events[0]

    def refused(self, key, upload, path, words, *options):
        before = self.store.parts(self.bucket, key, upload)
        status, out, err = self.cli().run("incomplete adopt", self.address(key), path, "--upload-id", upload, *options)
        expect(f"refused with \"{words}\"", status == 1 and words in err, status, out, err)
        expect("nothing was changed", self.store.parts(self.bucket, key, upload) == before)


def lengths_of(size, part):
    return {n + 1: min(part, size - n * part) for n in range((size + part - 1) // part)}


# --- what is tried --------------------------------------------------------------------------------------------------

def many_parts(bench, count, part):
    """A large upload of another client, 30 % of its parts missing, three from another version of the file."""
    size = (count - 1) * part + part // 3
    path = bench.file("many.bin", size)
    lengths = lengths_of(size, part)
    chance = random.Random(7)
    missing = set(chance.sample(sorted(lengths), count * 3 // 10))
    changed = chance.sample(sorted(set(lengths) - missing), 3)
    key = "adopt/many.bin"
    began = time.monotonic()
    upload = bench.begin(key, path, lengths, missing, {n: os.urandom(lengths[n]) for n in changed})
    filled = time.monotonic()
    plan = bench.plan(key, upload, path)
    expect("the dry run counts", plan["parts"] == {"matching": count - len(missing) - 3, "different": 3,
                                                   "missing": len(missing), "uncheckable": 0}, plan)
    needed = {n: lengths[n] for n in missing | set(changed)}
    expect("the dry run sums", plan["toSend"] == sum(needed.values()), plan)
    looked = time.monotonic()
    cli, _ = bench.adopted(key, upload, path, sent=needed if bench.sandbox else None)
    done = time.monotonic()
    expect("it is a row like any other", not cli.unfinished())
    print(f"      {count} parts of {part} bytes: begun in {filled - began:.1f} s, looked at in {looked - filled:.1f} s, "
          f"finished in {done - looked:.1f} s; {len(needed)} parts, {sum(needed.values())} of {size} bytes sent")


def killed_on_the_way(bench, part):
    """Killed while it adopts, then resumed like any transfer."""
    path = bench.file("killed.bin", 100 * part)
    lengths = lengths_of(100 * part, part)
    upload = bench.begin("adopt/killed.bin", path, lengths, skip=range(20, 80))
    cli = bench.cli()
    run = cli.start("incomplete adopt", bench.address("adopt/killed.bin"), path, "--upload-id", upload,
                    "--limit-rate", str(10 * part), "--parallel", "2")
    give_up = time.monotonic() + 30
    while sum(bench.sandbox.bytes_of("adopt/killed.bin").values()) < 15 * part and time.monotonic() < give_up:
        time.sleep(0.05)
    run.kill()
    run.wait()
    expect("it is to be resumed", len(cli.unfinished()) == 1)
    status, out, err = cli.run("incomplete adopt", bench.address("adopt/killed.bin"), path, "--upload-id", upload)
    expect("it is not adopted twice", status == 1 and "already" in err, status, out, err)
    status, out, err = cli.run("resume")
    expect("it is resumed", status == 0, out, err)
    expect("the object is the file", bench.store.sha256(bench.bucket, "adopt/killed.bin") == file_sha256(path))
    sent = bench.sandbox.bytes_of("adopt/killed.bin")
    expect("parts that were there were never sent", not set(sent) - set(range(20, 80)), sorted(sent))


def odd_cuts(bench, part):
    """Numbers with gaps, lengths of all kinds, a lonely last part, a checksum that is made of those of the parts."""
    path = bench.file("odd.bin", 10 * part + 77)
    tens = {10 * n: length for n, length in lengths_of(10 * part + 77, part).items()}
    bench.adopted("adopt/tens.bin", bench.begin("adopt/tens.bin", path, tens), path, sent={})
    upload = bench.begin("adopt/tens-cut.bin", path, tens, skip=(100, 110))
    bench.adopted("adopt/tens-cut.bin", upload, path, sent={91: part, 92: 77})
    wild = {1: part, 2: part + 5, 3: 2 * part, 4: 3 * part}
    upload = bench.begin("adopt/wild.bin", path, wild)
    bench.adopted("adopt/wild.bin", upload, path)
    lonely = lengths_of(10 * part + 77, part)
    upload = bench.begin("adopt/lonely.bin", path, lonely, skip=range(1, 11))
    bench.adopted("adopt/lonely.bin", upload, path)
    upload = bench.begin("adopt/empty.bin", path, {})
    bench.adopted("adopt/empty.bin", upload, path)
    if bench.sandbox:
        for algorithm in ("CRC32", "SHA256"):
            key = f"adopt/{algorithm}.bin"
            upload = bench.begin(key, path, lonely, skip=(3, 4), ChecksumAlgorithm=algorithm)
            bench.adopted(key, upload, path, sent={3: part, 4: part})


def refusals(bench, part):
    """Another file, a file that is too small, an upload that is not there."""
    path = bench.file("right.bin", 6 * part)
    wrong = bench.file("wrong.bin", 6 * part, seed=2)
    small = bench.file("small.bin", 2 * part)
    lengths = lengths_of(6 * part, part)
    key = "adopt/refused.bin"
    upload = bench.begin(key, path, lengths, skip=(2,))
    bench.refused(key, upload, wrong, "Nothing that is stored equals")
    bench.refused(key, upload, wrong, "Nothing that is stored equals", "--dry-run")
    bench.refused(key, upload, small, "smaller")
    bench.refused(key, upload, bench.path("none.bin"), "not")
    status, _, err = bench.cli().run("incomplete adopt", bench.address(key), path, "--upload-id", "no-such-upload")
    expect("an upload that is not there", status == 1, status, err)
    status, _, err = bench.cli().run("incomplete adopt", bench.address(key), path)
    expect("an id is wanted", status == 2 and "--upload-id" in err, status, err)
    bench.adopted(key, upload, wrong, "--force")


def ticket(bench, part):
    """Begun here, paused, handed over; another state folder, as on another computer, goes on from a copy of the file."""
    path = bench.file("ticket.bin", 20 * MiB)
    here, there = bench.cli(), bench.cli()
    run = here.start("upload", "--to", f"s3://{bench.bucket}/adopt/", "--part-size", "1MiB", "--limit-rate", "4MiB",
                     "--provider", "garage", path)
    give_up = time.monotonic() + 30
    while sum(bench.sandbox.bytes_of("adopt/ticket.bin").values()) < 8 * MiB and time.monotonic() < give_up:
        time.sleep(0.05)
    file = bench.path("film.ticket")
    status, _, err = here.run("ticket export", "1", file)
    expect("a running transfer is not handed over", status == 1 and not os.path.exists(file), status, err)
    run.send_signal(signal.SIGINT)
    run.wait()
    status, out, err = here.run("ticket export", "1", file)
    expect("the ticket is written", status == 0 and os.path.exists(file), out, err)
    text = open(file, encoding="utf-8").read()
    expect("it holds no secret", bench.store.secret not in text and bench.store.access not in text)
    expect("it is small", len(text) < 10_000, len(text))
    status, out, err = here.run("resume")
    expect("this computer leaves it alone", status == 0 and "Nothing to resume" in out + err, status, out, err)
    copy = bench.path("copy.bin")
    shutil.copyfile(path, copy)
    wrong = bench.file("ticket-wrong.bin", 20 * MiB, seed=5)
    small = bench.file("ticket-small.bin", 3 * MiB, seed=5)
    for other, words in ((wrong, "Nothing of"), (small, "another size")):
        status, _, err = there.run("ticket import", file, "--source", other)
        expect(f"refused: {words}", status == 1 and words in err, status, err)
    stored = sum(n >= MiB for n in bench.sandbox.bytes_of("adopt/ticket.bin").values())
    bench.sandbox.settle("adopt/ticket.bin")
    bench.sandbox.control("DELETE", "counters")
    status, out, err = there.run("ticket import", file, "--source", copy)
    expect("it goes on there", status == 0, status, out, err)
    expect("the object is the file", bench.store.sha256(bench.bucket, "adopt/ticket.bin") == file_sha256(path))
    sent = bench.sandbox.bytes_of("adopt/ticket.bin")
    expect("what was stored is not sent again", len(sent) <= 20 - stored + 4 and sum(sent.values()) < 16 * MiB,
           stored, sent)
    print(f"      {stored} parts were stored before, {len(sent)} sent there; the ticket has {len(text)} bytes")
    for damage in (text[:100], text.replace('"version":1', '"version":2'), text.replace('"size":', '"size":-'),
                   text.replace('"token"', '"tokens"'), "[" * 100_000, ""):
        with open(file, "w", encoding="utf-8") as damaged:
            damaged.write(damage)
        status, out, err = there.run("ticket import", file, "--source", copy)
        expect("a damaged ticket is refused", status == 1 and "ticket" in err, damage[:60], status, err)


def opaque_etags(programs, folder):
    """No ETag is an MD5, as of encrypted objects: nobody can tell, so all is sent again."""
    sandbox = Sandbox(programs, os.path.join(folder, "opaque"), "--min-part", "1k", "--etags", "opaque")
    try:
        bench = Bench(programs, folder, sandbox.store, sandbox.bucket, sandbox)
        path = bench.file("opaque.bin", 5 * 70_000)
        lengths = lengths_of(5 * 70_000, 70_000)
        upload = bench.begin("opaque.bin", path, lengths, skip=(4,))
        plan = bench.plan("opaque.bin", upload, path)
        expect("four cannot be checked", plan["parts"]["uncheckable"] == 4 and plan["toSend"] == 350_000, plan)
        bench.adopted("opaque.bin", upload, path, sent=lengths)
    finally:
        sandbox.stop()


def killed_programs(bench, endpoint, path):
    """Name -> command line of what sends this file and is to be killed."""
    script = ("import sys,boto3;"
              "boto3.client('s3',endpoint_url=sys.argv[1]).upload_file(sys.argv[2],sys.argv[3],sys.argv[4])")
    return {
        "boto3": [sys.executable, "-c", script, endpoint, path, bench.bucket, "adopt/boto3.mov"],
        "aws": ["aws", "--endpoint-url", endpoint, "s3", "cp", path, bench.address("adopt/aws.mov")],
        "rclone": ["rclone", "copyto", path, f":s3:{bench.bucket}/adopt/rclone.mov", "--s3-provider", "Other",
                   "--s3-endpoint", endpoint, "--s3-env-auth", "--s3-upload-cutoff", "5M",
                   "--s3-chunk-size", "5M", "--retries", "1", "--ignore-times", "--config", bench.path("none")],
    }


def kill_half_way(bench, arguments, key):
    """Kills it when at least three parts are stored; the id of the upload that it leaves."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    environment = {**clean, **bench.store.environment(), "AWS_DEFAULT_REGION": bench.store.region,
                   "AWS_CONFIG_FILE": bench.path("none"), "AWS_SHARED_CREDENTIALS_FILE": bench.path("none")}
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    uploads, give_up = [], time.monotonic() + 120
    try:
        while time.monotonic() < give_up and process.poll() is None:
            uploads = [found for at, found in bench.store.uploads(bench.bucket) if at == key]
            if uploads and len(bench.store.parts(bench.bucket, key, uploads[0])) >= 3:
                break
            time.sleep(0.1)
    finally:
        process.send_signal(signal.SIGKILL)
        story = process.communicate()[1]
    expect(f"{arguments[0]} left an upload", uploads, story)
    return uploads[0]


def settled(bench, key, upload):
    """What was on its way when its sender was killed has come, or never will."""
    before = None
    while before != (before := bench.store.parts(bench.bucket, key, upload)):
        time.sleep(0.5)


def other_programs(bench, size):
    """aws, rclone and boto3 are killed half-way; each upload is found, refused with a wrong file, finished with the
    right one. The sandbox holds their fourth part up; another store is behind a slow line."""
    path = bench.file("film.mov", size, seed=3)
    wrong = bench.file("other.mov", size, seed=4)
    line = None if bench.sandbox else SlowLine(bench.store.endpoint, 24 * MiB)
    for name, arguments in killed_programs(bench, line.endpoint if line else bench.store.endpoint, path).items():
        probe = [arguments[0], "--version"]
        if not shutil.which(arguments[0]) or subprocess.run(probe, capture_output=True, check=False).returncode != 0:
            print(f"      {name} is not here")
            continue
        key = f"adopt/{name}.mov"
        if bench.sandbox:
            bench.sandbox.set_faults("UploadPart nth=4: delay=60s")
        upload = kill_half_way(bench, arguments, key)
        if bench.sandbox:
            bench.sandbox.set_faults()
        settled(bench, key, upload)
        status, events, err = bench.cli().json("incomplete list", bench.address("adopt/"))
        found = [e for e in events if e["event"] == "incomplete" and e["key"] == key]
        expect(f"what {name} left is found", status == 0 and [e["uploadId"] for e in found] == [upload], events, err)
        bench.refused(key, upload, wrong, "Nothing that is stored equals")
        kept = bench.plan(key, upload, path)
        expect("some of it is kept", kept["parts"]["matching"] >= 3, kept)
        if bench.sandbox:
            bench.sandbox.control("DELETE", "counters")
        bench.adopted(key, upload, path)
        if bench.sandbox:
            sent = sum(bench.sandbox.bytes_of(key).values())
            expect("only what is missing was sent", sent == kept["toSend"], sent, kept)
        print(f"      {name}: found, refused with another file, finished with its own; "
              f"{kept['parts']['matching']} of {kept['partCount']} parts were there, {kept['toSend']} bytes sent")
    if line:
        line.stop()


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", required=True)
    options.add_argument("--parts", type=int, default=5000, help="of the large upload")
    options.add_argument("--swift", help="the endpoint file of a running Swift: also there, with larger parts")
    options.add_argument("--only", help="the name of one of the tries")
    wanted = options.parse_args()
    folder = tempfile.mkdtemp(prefix="partway-adopt-")
    sandbox = Sandbox(wanted.bin, os.path.join(folder, "sandbox"), "--min-part", "1k")
    try:
        bench = Bench(wanted.bin, folder, sandbox.store, sandbox.bucket, sandbox)
        tries = [("many_parts", lambda: many_parts(bench, wanted.parts, 64 << 10)),
                 ("killed_on_the_way", lambda: killed_on_the_way(bench, 64 << 10)),
                 ("odd_cuts", lambda: odd_cuts(bench, 64 << 10)), ("refusals", lambda: refusals(bench, 64 << 10)),
                 ("ticket", lambda: ticket(bench, 64 << 10)),
                 ("opaque_etags", lambda: opaque_etags(wanted.bin, folder)),
                 ("other_programs", lambda: other_programs(bench, 48 * MiB))]
        if wanted.swift:
            store = Store(read_lines(wanted.swift))
            store.make_bucket("adopt")
            swift = Bench(wanted.bin, folder, store, "adopt")
            tries += [("swift_parts", lambda: many_parts(swift, 20, 5 * MiB)),
                      ("swift_refusals", lambda: refusals(swift, 5 * MiB)),
                      ("swift_other_programs", lambda: other_programs(swift, 200 * MiB))]
        failed = 0
        for name, attempt in tries:
            if wanted.only and wanted.only != name:
                continue
            try:
                attempt()
                print(f"ok    {name}", flush=True)
            except AssertionError as error:
                failed += 1
                print(f"FAIL  {name}: {error}", flush=True)
        return 1 if failed else 0
    finally:
        sandbox.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
