# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What leftovers.py finds: a sandbox with buckets, objects, rules, and old uploads of other programs."""
import base64
import datetime
import glob
import hashlib
import http.client
import json
import os
import pathlib
import re
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "stores"))

from programs import Sandbox, random_file  # noqa: E402
from s3 import StoreError  # noqa: E402

KiB = 1 << 10
NS = "http://s3.amazonaws.com/doc/2006-03-01/"
RULES = f"""<LifecycleConfiguration xmlns="{NS}"><Rule><ID>to-ia</ID><Filter><And><Prefix>logs/</Prefix><Tag><Key>team</Key>
<Value>film</Value></Tag></And></Filter><Status>Enabled</Status><Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass>
</Transition></Rule></LifecycleConfiguration>"""


class Scene:
    """A store with what unfinished uploads of several programs left behind."""

    def __init__(self, programs, folder):
        self.programs, self.folder = programs, str(folder)
        self.sandbox = Sandbox(programs, self.folder, "--min-part", "1k")
        self.store = self.sandbox.store
        for bucket in ("media", "archive", "backup"):
            self.store.make_bucket(bucket)
        self.send("PUT", "archive", [("versioning", "")],
                  b"<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>")
        self.send("PUT", "archive/report 1.txt", body=b"first words")
        self.put("archive/report 1.txt", "", b"second, longer words",
                 {"x-amz-tagging": "team=film", "x-amz-meta-by": "me", "Content-Type": "text/plain"})
        self.send("PUT", "media/day 1/clip.mov", body=os.urandom(300 * KiB))
        self.send("PUT", "media/day 1/notes.txt", body=b"notes")
        self.film = random_file(os.path.join(self.folder, "film.mov"), 40 * 64 * KiB + 777, 1)
        self.ids, self.days = {}, {}
        self.begin("media", "raw/film.mov", 3, range(1, 41), self.film, missing=(7, 8, 9, 30))
        for days, count in ((40, 9), (12, 5), (2, 2)):
            self.begin("media", "raw/day 2 & ü.mov", days, range(1, count + 1))
        self.begin("media", "raw/many parts.bin", 1, range(1, 1200), size=1 * KiB)
        for number in range(6):
            self.begin("backup", f"db/2026-0{number + 1}.dump", 10 * number + 1, range(1, 3 + number))
        self.begin("archive", "busy.bin", 0, range(1, 4))
        self.sandbox.stop()
        for upload, days in self.days.items():
            self.age(upload, days)
        self.sandbox = Sandbox(programs, self.folder, "--min-part", "1k")
        self.store = self.sandbox.store
        self.put_rules("media", RULES)
        # Another service, with keys and a region of its own, as a store that keeps no tags.
        self.other = Sandbox(programs, self.folder + "/other", "--region", "eu-other-7", "--bucket", "offsite",
                             "--access-key", "OTHERKEY", "--secret-key", "another-secret-of-40-characters-or-so")

    def send(self, method, path, query=(), body=b""):
        return self.store.request(method, path, query, body).read()

    def begin(self, bucket, key, days, numbers, path=None, missing=(), size=64 * KiB):
        reply = self.send("POST", f"{bucket}/{key}", [("uploads", "")]).decode()
        upload = re.search("<UploadId>(.*?)</UploadId>", reply).group(1)
        self.ids.setdefault(key, []).append(upload)
        content = pathlib.Path(path).read_bytes() if path else b""
        for number in numbers:
            if number not in missing:
                body = content[(number - 1) * size:number * size] if path else bytes([number % 256]) * size
                self.send("PUT", f"{bucket}/{key}", [("partNumber", str(number)), ("uploadId", upload)], body)
        self.days[upload] = days
        return upload

    def age(self, upload, days):
        """As if it had been begun so long ago; while the store does not run."""
        if not days:
            return
        at = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=days)
        for about in glob.glob(f"{self.sandbox.root}/buckets/*/uploads/*/upload.json"):
            if json.load(open(about, encoding="utf-8"))["id"] != upload:
                continue
            for name in glob.glob(f"{glob.escape(os.path.dirname(about))}/*.json"):
                text = pathlib.Path(name).read_text(encoding="utf-8")
                text = re.sub(r'"(initiated|modified)": "[^"]*"',
                              lambda m: f'"{m[1]}": "{at.strftime("%Y-%m-%dT%H:%M:%S.000Z")}"', text)
                pathlib.Path(name).write_text(text, encoding="utf-8")

    def uploads(self, bucket):
        return self.store.uploads(bucket)

    def put(self, path, query, body, headers):
        """With these headers."""
        url = urllib.parse.urlsplit(self.store.endpoint)
        target = "/" + urllib.parse.quote(path)
        line = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
        line.request("PUT", target + ("?" + query if query else ""), body=body,
                     headers=self.store._signed("PUT", url.netloc, target, query, body, headers))
        reply = line.getresponse()
        assert reply.status == 200, reply.read()

    def put_rules(self, bucket, document):
        """With the checksum that is demanded for it."""
        body = document.encode()
        self.put(bucket, "lifecycle=", body, {"Content-MD5": base64.b64encode(hashlib.md5(body).digest()).decode()})

    def carried(self, service, bucket, key):
        """What is kept beside the bytes of an object of "sandbox" or "other": its headers and tags, as text."""
        name = urllib.parse.quote(key, safe="") + ".json"
        return pathlib.Path(f"{getattr(self, service).root}/buckets/{bucket}/about/{name}").read_text(encoding="utf-8")

    def rules(self, bucket):
        try:
            return self.send("GET", bucket, [("lifecycle", "")]).decode()
        except StoreError as error:
            return str(error)

    def stop(self):
        self.sandbox.stop()
        self.other.stop()
