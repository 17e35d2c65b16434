#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Swift removes its record of an upload after it has made the object. Here that fails, as it does when the server that
keeps the record is away for a moment: the upload is still listed, and an abort takes the parts from under the object.

A relay in front of Swift writes the record again as soon as a Complete has worked, and cuts the connection instead of
passing the answer on. The object must be whole however Partway goes on: by itself, after an abort, after clearing.
"""

import argparse
import http.client
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from programs import CommandLine, random_file  # noqa: E402
from s3 import Store, StoreError, file_sha256, read_lines  # noqa: E402

MIB = 1 << 20
BUCKET = "lingering"


class Records:
    """Swift's own records of uploads, through its native interface."""

    def __init__(self, lines):
        asked = urllib.request.Request(lines["ENDPOINT"] + "/auth/v1.0", headers={
            "X-Auth-User": lines["ACCESS_KEY"], "X-Auth-Key": lines["SECRET_KEY"]})
        self.written = {}  # key -> upload id
        with urllib.request.urlopen(asked) as reply:
            self._url, self._token = reply.headers["X-Storage-Url"], reply.headers["X-Auth-Token"]

    def write(self, key, upload_id):
        url = f"{self._url}/{BUCKET}%2Bsegments/{urllib.parse.quote(key)}/{upload_id}"
        put = urllib.request.Request(url, method="PUT", data=b"", headers={"X-Auth-Token": self._token})
        urllib.request.urlopen(put).close()
        self.written[key] = upload_id


class Relay(http.server.ThreadingHTTPServer):
    """Passes requests on; the first Complete of each key leaves its record, and its answer is lost."""

    def __init__(self, target, records):
        self.target, self.records, self.spoilt = urllib.parse.urlsplit(target).netloc, records, set()
        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def _pass(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        line = http.client.HTTPConnection(self.server.target, timeout=300)
        line.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            line.putheader(name, value)
        line.endheaders(body or None)
        reply = line.getresponse()
        answer = reply.read()
        path, _, query = self.path.partition("?")
        upload = urllib.parse.parse_qs(query).get("uploadId", [""])[0]
        key = urllib.parse.unquote(path).split("/", 2)[-1]
        if self.command == "POST" and upload and reply.status == 200 and key not in self.server.spoilt:
            self.server.spoilt.add(key)
            self.server.records.write(key, upload)
            self.close_connection = True
            return
        self.send_response_only(reply.status, reply.reason)
        for name, value in reply.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        self.send_header("Content-Length", reply.getheader("Content-Length", "0") if self.command == "HEAD"
                         else str(len(answer)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer)

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = _pass


class Suite:
    def __init__(self, programs, lines, folder):
        self.direct = Store(lines)
        self.records = Records(lines)
        relay = Relay(lines["ENDPOINT"], self.records)
        through = Store({**lines, "ENDPOINT": f"http://127.0.0.1:{relay.server_address[1]}"})
        self.cli = CommandLine(programs, through, os.path.join(folder, "state"))
        self.folder, self.failed = folder, 0
        self.direct.make_bucket(BUCKET)

    def file(self, name):
        return random_file(os.path.join(self.folder, name), 12 * MIB, name)

    def case(self, name, test):
        try:
            test()
            print(f"  {name}: ok", flush=True)
        except (AssertionError, StoreError) as error:
            self.failed += 1
            print(f"  {name}: FAILED: {error}", flush=True)

    def check(self, name, listed):
        assert self.direct.sha256(BUCKET, name) == file_sha256(os.path.join(self.folder, name)), "other bytes"
        left = [key for key, _ in self.direct.uploads(BUCKET) if key == name]
        assert len(left) == listed, f"{len(left)} uploads are listed"

    def upload(self, name, *more):
        status, _, err = self.cli.run("upload", "--to", f"s3://{BUCKET}/", "--part-size", "5MiB", *more, self.file(name))
        assert status == 0, f"exit status {status}: {err[-300:]}"

    def goes_on_by_itself(self):
        self.upload("itself.bin")
        self.check("itself.bin", 0)

    def replaces_nothing_and_is_cleared(self):
        self.upload("fail.bin", "--if-exists", "fail")
        self.check("fail.bin", 1)
        self.clear("fail.bin")

    def left_by_others(self):
        self.upload("others.bin")
        self.records.write("others.bin", self.records.written["others.bin"])
        self.check("others.bin", 1)
        self.clear("others.bin")

    def clear(self, name):
        status, out, err = self.cli.run("incomplete abort", f"s3://{BUCKET}/{name}", "--older-than", "0s", "--force")
        assert status == 0 and "finished" in out, f"exit status {status}: {out[-300:]}{err[-300:]}"
        self.check(name, 0)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--bin", required=True, help="folder of the programs")
    options.add_argument("--servers", required=True, help="folder with the start script of swift")
    options = options.parse_args()
    start = os.path.join(options.servers, "swift")
    if not os.path.exists(os.path.join(start, "start")):
        print("lingering records: skipped, there is no Swift here")
        return 0
    folder = tempfile.mkdtemp(prefix="partway-linger-")
    try:
        subprocess.run([os.path.join(start, "start"), os.path.join(folder, "swift")], check=True, stdout=subprocess.DEVNULL)
        suite = Suite(os.path.abspath(options.bin), read_lines(os.path.join(folder, "swift", "endpoint")), folder)
        print("lingering records, on Swift", flush=True)
        suite.case("the answer to Complete is lost, its record stays", suite.goes_on_by_itself)
        suite.case("… where nothing may be replaced: it stays, and is cleared", suite.replaces_nothing_and_is_cleared)
        suite.case("a record that others left is cleared", suite.left_by_others)
        return 1 if suite.failed else 0
    finally:
        subprocess.run([os.path.join(start, "stop"), os.path.join(folder, "swift")], stdout=subprocess.DEVNULL)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
