#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Very many incomplete uploads in three buckets, and clean-up rules: `partway-cli incomplete` and `lifecycle`.

    inventory.py --bin DIR [--uploads 5000] [--parts 10] [--endpoint-file FILE] [--swift ENDPOINT-FILE]
                 [--s3rver ENDPOINT-FILE] [--only NAME]

What the command line lists and sums is compared with what boto3 lists; what it aborts is looked for with boto3, too.
Any store does for --endpoint-file (the least size of a part counts only for what is completed, and nothing is here);
Swift is known to have no clean-up rules, s3rver is there as a store that lists nothing.
"""

import argparse
import base64
import concurrent.futures
import csv
import hashlib
import datetime
import http.client
import io
import os
import shutil
import sys
import tempfile
import threading
import time
import urllib.parse
import xml.etree.ElementTree as ET

import boto3
from botocore.config import Config

from programs import CommandLine, Sandbox
from s3 import Store, StoreError, read_lines

BUCKETS = ("inv-a", "inv-b", "inv-c")
DAY = 86400
NS = "http://s3.amazonaws.com/doc/2006-03-01/"


def expect(what, holds, *story):
    if not holds:
        raise AssertionError(f"not so: {what}\n" + "\n".join(str(part)[:2000] for part in story))


class Line:
    """Signed requests over connections that stay open: making 50,000 parts is not what is measured."""

    def __init__(self, store):
        self.store, self.local = store, threading.local()

    def send(self, method, path, query=(), body=b"", headers=()):
        url = urllib.parse.urlsplit(self.store.endpoint)
        text = "&".join(f"{urllib.parse.quote(k, safe='-_.~')}={urllib.parse.quote(v, safe='-_.~')}"
                        for k, v in sorted(query))
        path = "/" + urllib.parse.quote(path, safe="/-_.~")
        signed = {**self.store._signed(method, url.netloc, path, text, body), **dict(headers)}
        for attempt in range(4):
            if getattr(self.local, "line", None) is None:
                self.local.line = http.client.HTTPConnection(url.hostname, url.port, timeout=300)
            try:
                self.local.line.request(method, path + ("?" + text if text else ""), body=body or None, headers=signed)
                reply = self.local.line.getresponse()
                data = reply.read()
                if reply.status >= 500 and attempt < 3:
                    continue
                if reply.status >= 300:
                    raise StoreError(reply.status, data.decode("utf-8", "replace"))
                return data
            except (OSError, http.client.HTTPException):
                self.local.line = None
                if attempt == 3:
                    raise
        raise RuntimeError("no answer")


class Bench:
    def __init__(self, programs, folder, store):
        self.programs, self.folder, self.store, self.line = programs, folder, store, Line(store)
        self.s3 = boto3.client(
            "s3", endpoint_url=store.endpoint, region_name=store.region, aws_access_key_id=store.access,
            aws_secret_access_key=store.secret,
            config=Config(s3={"addressing_style": "path"}, max_pool_connections=16, retries={"max_attempts": 5}))
        self.cli = CommandLine(programs, store, os.path.join(folder, f"state-{id(self)}"))

    def begin(self, bucket, key, sizes):
        """One incomplete upload with parts of these sizes; its id."""
        reply = self.line.send("POST", f"{bucket}/{key}", [("uploads", "")])
        upload = next(n.text for n in ET.fromstring(reply).iter() if n.tag.endswith("UploadId"))
        for number, size in enumerate(sizes, 1):
            self.line.send("PUT", f"{bucket}/{key}", [("partNumber", str(number)), ("uploadId", upload)],
                           bytes([number]) * size)
        return upload

    def listed(self, buckets):
        """(bucket, key, id) -> (parts, bytes), as boto3 says."""
        found = {}
        jobs = []
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            for bucket in buckets:
                for page in self.s3.get_paginator("list_multipart_uploads").paginate(Bucket=bucket):
                    for upload in page.get("Uploads", []):
                        jobs.append(pool.submit(self._counted, bucket, upload["Key"], upload["UploadId"]))
            for job in jobs:
                name, sums = job.result()
                found[name] = sums
        return found

    def _counted(self, bucket, key, upload):
        parts = total = 0
        for page in self.s3.get_paginator("list_parts").paginate(Bucket=bucket, Key=key, UploadId=upload):
            for part in page.get("Parts", []):
                parts, total = parts + 1, total + part["Size"]
        return (bucket, key, upload), (parts, total)


def names(events, event="incomplete"):
    return {(e["bucket"], e["key"], e["uploadId"]): (e.get("parts"), e.get("bytesKept")) for e in events
            if e["event"] == event}


# --- what is tried --------------------------------------------------------------------------------------------------

def fill(bench, first, count, parts):
    """`count` uploads in turn over the buckets; some keys are begun twice, some are wild."""
    def one(number):
        bucket = BUCKETS[number % 3]
        key = f"dir {number % 7}/é+{number // 2 * 2 if number % 10 < 2 else number}.bin"
        return bench.begin(bucket, key, [50 + (number + n) % 100 for n in range(parts)])
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        return list(pool.map(one, range(first, first + count)))


def filtered(bench, truth):
    """By prefix, size and initiator, and as CSV; by age is what is aborted."""
    status, events, err = bench.cli.json("incomplete list", "s3://inv-a", "--prefix", "dir 3/")
    expect("filtered by prefix", status == 0 and names(events) == {
        n: s for n, s in truth.items() if n[0] == "inv-a" and n[1].startswith("dir 3/")}, status, err)
    limit = sorted(b for _, b in truth.values())[len(truth) // 2]
    status, events, err = bench.cli.json("incomplete list", "s3://", "--larger-than", str(limit))
    expect("filtered by size", status == 0 and {n: s for n, s in names(events).items() if n[0] in BUCKETS} ==
           {n: s for n, s in truth.items() if s[1] > limit}, status, err)
    listed = bench.s3.list_multipart_uploads(Bucket="inv-c", MaxUploads=1)["Uploads"][0]
    one = {n: s for n, s in truth.items() if n[0] == "inv-c"}
    for name, wanted in ((listed["Initiator"]["ID"], one), ("nobody-of-this-name", {})):
        status, events, err = bench.cli.json("incomplete list", "s3://inv-c", "--initiator", name)
        expect(f"filtered by initiator {name}", status == 0 and names(events) == wanted, status, err)
    status, out, err = bench.cli.run("incomplete list", "s3://inv-b", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    expect("the CSV sums to the same", sum(int(r["bytes"]) for r in rows) ==
           sum(b for n, (_, b) in truth.items() if n[0] == "inv-b"), err, out[:500])
    print("      filtered by prefix, size and initiator, and as CSV: what boto3 lists", flush=True)


def many(bench, uploads, parts):
    """Listed, filtered, summed; half of them aborted by age; the others are untouched."""
    for bucket in BUCKETS:
        bench.store.make_bucket(bucket)
    began = time.monotonic()
    half = uploads // 2
    fill(bench, 0, half, parts)
    mark = time.time() + 5
    time.sleep(45)  # wide enough for a slow start of a program
    fill(bench, half, uploads - half, parts)
    filled = time.monotonic()
    truth = bench.listed(BUCKETS)
    summed = time.monotonic()
    expect("all are there", len(truth) == uploads, len(truth))

    status, events, err = bench.cli.json("incomplete list", "s3://")
    listed = time.monotonic()
    found = {name: sums for name, sums in names(events).items() if name[0] in BUCKETS}
    expect("the listing ends well", status == 0, status, err)
    expect("it is what boto3 lists, part by part", found == truth, len(found), len(truth))
    total = (sum(p for p, _ in truth.values()), sum(b for _, b in truth.values()))
    summary = events[-1]
    others = [sums for name, sums in names(events).items() if name[0] not in BUCKETS]  # a store of somebody has some
    summary = {k: events[-1][k] - sum(sums[n] for sums in others) for n, k in enumerate(("parts", "bytesKept"))}
    expect("the sum is boto3's", (summary["parts"], summary["bytesKept"]) == total, summary, total)
    expect("each tells when it began", all("initiated" in e for e in events if e["event"] == "incomplete"))
    initiated = {(e["bucket"], e["key"], e["uploadId"]): datetime.datetime.fromisoformat(
        e["initiated"].replace("Z", "+00:00")).timestamp() for e in events if e["event"] == "incomplete"}
    print(f"      {uploads} uploads, {total[0]} parts, {total[1]} bytes in 3 buckets: made in {filled - began:.0f} s; "
          f"summed by boto3 in {summed - filled:.1f} s, by partway-cli in {listed - summed:.1f} s", flush=True)

    filtered(bench, truth)
    while time.time() < mark + 70:  # what got a part in the last minute is left alone
        time.sleep(1)
    old = {name for name, at in initiated.items() if at < mark and name[0] in BUCKETS}
    expect("half of them are old", len(old) == half, len(old), half)
    age = f"{int(time.time() - mark)}s"
    status, events, err = bench.cli.json("incomplete list", "s3://inv-a", "--older-than", age)
    expect("filtered by age", status == 0 and names(events) == {n: truth[n] for n in old if n[0] == "inv-a"},
           len(names(events)), len(old), err[:500])
    age = f"{int(time.time() - mark)}s"
    status, events, err = bench.cli.json("incomplete abort", "s3://", "--prefix", "dir ", "--older-than", age,
                                         "--dry-run")
    expect("a dry run says which", set(names(events)) == old, len(names(events)), len(old), err[:500])
    expect("and aborts none", len(bench.listed(BUCKETS)) == uploads)
    started = time.monotonic()
    status, events, err = bench.cli.json("incomplete abort", "s3://", "--prefix", "dir ", "--older-than",
                                         f"{int(time.time() - mark)}s")
    ended = time.monotonic()
    expect("the aborts end well", status == 0 and events[-1]["aborted"] == half, status, events[-1], err[:1000])
    expect("a result for each", set(names(events, "aborted")) == old)
    after = bench.listed(BUCKETS)
    expect("none of those is left, the others are untouched",
           after == {n: s for n, s in truth.items() if n not in old}, len(after))
    print(f"      {half} aborted by age in {ended - started:.1f} s; {len(after)} untouched")


def in_use(bench):
    """What got a part within the last minute is left alone unless it is forced or named."""
    bench.store.make_bucket("inv-use")
    upload = bench.begin("inv-use", "busy.bin", [200, 200])
    while not bench.listed(["inv-use"]):  # Swift's listings follow a little later
        time.sleep(0.2)
    status, events, err = bench.cli.json("incomplete abort", "s3://inv-use", "--older-than", "0s")
    expect("it is left alone", status == 1 and "using it" in err and upload, status, err)
    expect("it is still there", len(bench.listed(["inv-use"])) == 1)
    status, _, err = bench.cli.run("incomplete abort", "s3://inv-use", "--older-than", "0s", "--force")
    expect("forced, it goes", status == 0 and not bench.listed(["inv-use"]), status, err)


def left_aborts(bench, sandbox):
    """An abort that fails is remembered and tried again by another run."""
    upload = bench.begin(sandbox.bucket, "left.bin", [2000])
    sandbox.set_faults("AbortMultipartUpload : status=403 code=AccessDenied")
    status, _, err = bench.cli.run("incomplete abort", f"s3://{sandbox.bucket}", "--upload-id", upload)
    expect("it fails", status == 4 and "remembered" in err, status, err)
    sandbox.set_faults()
    status, out, _ = bench.cli.run("incomplete retry", "--dry-run")
    expect("it is remembered", upload in out, out)
    status, out, err = bench.cli.run("incomplete retry")
    expect("it is aborted now", status == 0 and not bench.listed([sandbox.bucket]), status, out, err)
    status, out, err = bench.cli.run("incomplete retry")
    expect("nothing is left to do", "No abort is left" in err, out, err)


FOREIGN = f"""<?xml version="1.0" encoding="UTF-8"?>
<LifecycleConfiguration xmlns="{NS}"><Rule><ID>to-ia</ID><Filter><Prefix>logs/</Prefix></Filter><Status>Enabled</Status>
  <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition></Rule>
 <Rule><ID>tags</ID><Filter><And><Prefix>a/&lt;b&gt; &amp; c</Prefix><Tag><Key>team</Key><Value>a &amp; b</Value></Tag><Tag><Key>k</Key><Value></Value></Tag></And></Filter><Status>Enabled</Status><Expiration><Days>365</Days></Expiration></Rule>
 <Rule><ID>size</ID><Filter><ObjectSizeGreaterThan>131072</ObjectSizeGreaterThan></Filter><Status>Disabled</Status><NoncurrentVersionExpiration><NoncurrentDays>7</NoncurrentDays><NewerNoncurrentVersions>3</NewerNoncurrentVersions></NoncurrentVersionExpiration></Rule>
 <Rule><ID>markers</ID><Filter/><Status>Enabled</Status><Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration></Rule>
 <Rule><ID>unknown</ID><Filter><Prefix/></Filter><Status>Enabled</Status><FutureAction mode="x"><Depth unit="m">2</Depth><Empty/></FutureAction></Rule>
 <Rule><ID>täglich</ID><Filter><Prefix>täglich/</Prefix></Filter><Status>Enabled</Status><AbortIncompleteMultipartUpload><DaysAfterInitiation>30</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>"""


def rules_of(bench, bucket):
    """Rule id -> its canonical form (C14N 2.0), as the store gives it."""
    tree = ET.fromstring(bench.line.send("GET", bucket, [("lifecycle", "")]))
    for node in tree.iter():  # blanks between elements mean nothing; those in a text do
        node.tail = None
        if len(node):
            node.text = None
    return {rule.findtext(f"{{{NS}}}ID"): ET.canonicalize(ET.tostring(rule), strip_text=False)
            for rule in tree.findall(f"{{{NS}}}Rule")}


def lifecycle(bench, sandbox):
    """Our rule is set, changed and removed among six of others, which stay as they are."""
    bucket = "inv-rules"
    bench.store.make_bucket(bucket)
    body = FOREIGN.encode()
    md5 = base64.b64encode(hashlib.md5(body).digest()).decode()
    try:
        bench.line.send("PUT", bucket, [("lifecycle", "")], body)
        raise AssertionError("the sandbox took rules without a checksum")
    except StoreError as error:
        expect("a checksum is demanded", error.status == 400)
    bench.line.send("PUT", bucket, [("lifecycle", "")], body, [("Content-MD5", md5)])
    before = rules_of(bench, bucket)
    expect("six rules of others", len(before) == 6)
    for days, prefix in (("7", "raw/"), ("3", ""), ("12", "täglich/x/")):
        status, out, err = bench.cli.run("lifecycle set", f"s3://{bucket}", "--days", days, "--prefix", prefix, "--force")
        expect("the rule is set", status == 0, status, out, err)
        now = rules_of(bench, bucket)
        ours = now.pop("partway-abort-incomplete")
        expect("the others are as they were", now == before)
        expect("ours says so", f"DaysAfterInitiation>{days}<" in ours.replace("ns0:", "") and f"{prefix}<" in ours, ours)
    status, out, err = bench.cli.run("lifecycle set", f"s3://{bucket}", "--days", "40", "--prefix", "täglich/x/")
    expect("what another rule does is not done twice", status == 0 and "does this already" in err, status, err)
    status, out, err = bench.cli.run("lifecycle remove", f"s3://{bucket}", "--dry-run")
    expect("a dry run removes nothing", status == 0 and len(rules_of(bench, bucket)) == 7, out, err)
    status, out, err = bench.cli.run("lifecycle remove", f"s3://{bucket}")
    expect("removed, the rest is as it was", status == 0 and rules_of(bench, bucket) == before, status, out, err)

    # The deadline that is listed is when the rule acts.
    empty = "inv-deadline"
    bench.store.make_bucket(empty)
    status, _, err = bench.cli.run("lifecycle set", f"s3://{empty}", "--days", "2")
    upload = bench.begin(empty, "late.bin", [2000])
    _, events, _ = bench.cli.json("incomplete list", f"s3://{empty}")
    deadline = events[0]["deadline"]
    expect("the deadline is known", deadline["rule"] == "partway-abort-incomplete", deadline)
    at = datetime.datetime.fromisoformat(deadline["at"].replace("Z", "+00:00"))
    for moment, left in ((at - datetime.timedelta(seconds=1), 1), (at, 0)):
        sandbox.control("POST", "lifecycle?now=" + moment.strftime("%Y-%m-%dT%H:%M:%SZ"))
        expect("it acts then, and not before", len(bench.listed([empty])) == left, moment, upload)
    status, _, err = bench.cli.run("lifecycle remove", f"s3://{empty}")
    expect("the last rule goes, the bucket stays", status == 0, err)
    expect("no rules are left", "NoSuchLifecycle" in no_rules(bench, empty))
    bench.s3.head_bucket(Bucket=empty)


def no_rules(bench, bucket):
    try:
        return bench.line.send("GET", bucket, [("lifecycle", "")]).decode()
    except StoreError as error:
        return str(error)


def without_rules(bench):
    """A store that takes ?lifecycle for nothing: said so, nothing sent, the empty bucket is still there."""
    bench.store.make_bucket("inv-empty")
    for command in ("lifecycle show", "lifecycle set", "lifecycle remove"):
        status, out, err = bench.cli.run(command, "s3://inv-empty")
        expect(f"{command} is refused", status == 1 and "no clean-up rules" in err, status, out, err)
    bench.s3.head_bucket(Bucket="inv-empty")


def lists_nothing(bench):
    """A store without the listing says so."""
    bench.store.make_bucket("inv-none")
    status, out, err = bench.cli.run("incomplete list", "s3://inv-none")
    expect("it says so", status == 1 and "cannot list" in err, status, out, err)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--uploads", type=int, default=5000)
    parser.add_argument("--parts", type=int, default=10)
    parser.add_argument("--endpoint-file", help="the uploads also on this store: KEY=VALUE lines as the sandbox prints")
    parser.add_argument("--swift", help="endpoint file of a Swift")
    parser.add_argument("--s3rver", help="endpoint file of an s3rver")
    parser.add_argument("--only", action="append")
    wanted = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="partway-inventory-")
    sandbox = Sandbox(wanted.bin, os.path.join(folder, "sandbox"), "--min-part", "1")
    try:
        bench = Bench(wanted.bin, folder, sandbox.store)
        tries = [("in_use", lambda: in_use(bench)), ("left_aborts", lambda: left_aborts(bench, sandbox)),
                 ("lifecycle", lambda: lifecycle(bench, sandbox)),
                 ("many", lambda: many(bench, wanted.uploads, wanted.parts))]
        if wanted.s3rver:
            other = Bench(wanted.bin, folder, Store(read_lines(wanted.s3rver)))
            tries += [("s3rver_lists_nothing", lambda: lists_nothing(other))]
        if wanted.endpoint_file:
            store = Bench(wanted.bin, folder, Store(read_lines(wanted.endpoint_file)))
            tries += [("store_in_use", lambda: in_use(store)),
                      ("store_many", lambda: many(store, wanted.uploads, wanted.parts))]
        if wanted.swift:
            swift = Bench(wanted.bin, folder, Store(read_lines(wanted.swift)))
            tries += [("swift_without_rules", lambda: without_rules(swift)), ("swift_in_use", lambda: in_use(swift)),
                      ("swift_many", lambda: many(swift, wanted.uploads, wanted.parts))]
        failed = 0
        for name, attempt in tries:
            if wanted.only and name not in wanted.only:
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
