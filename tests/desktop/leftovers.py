#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places "Incomplete uploads" and "Buckets" of the real window, used by keys alone; what they did is asked of the
store, and no control is without a name.

Run inside a desktop that has a11y-dump, screenshot and xdotool (./dev test --window):
    leftovers.py --bin FOLDER --tools FOLDER [--pictures FOLDER] [STEP...]
"""
import argparse
import base64
import csv
import datetime
import filecmp
import glob
import hashlib
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "stores"))

from programs import Sandbox, random_file  # noqa: E402
from s3 import StoreError  # noqa: E402
from window import Window  # noqa: E402

STEPS = []
KiB, MiB = 1 << 10, 1 << 20
NS = "http://s3.amazonaws.com/doc/2006-03-01/"
RULES = f"""<LifecycleConfiguration xmlns="{NS}"><Rule><ID>to-ia</ID><Filter><And><Prefix>logs/</Prefix><Tag><Key>team</Key>
<Value>film</Value></Tag></And></Filter><Status>Enabled</Status><Transition><Days>30</Days><StorageClass>STANDARD_IA
</StorageClass></Transition></Rule></LifecycleConfiguration>"""


def step(function):
    STEPS.append(function)
    return function


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
        for text in (b"first words", b"second, longer words"):
            self.send("PUT", "archive/report 1.txt", body=text)
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

    def put_rules(self, bucket, document):
        """With the checksum that is demanded for it."""
        url = urllib.parse.urlsplit(self.store.endpoint)
        body = document.encode()
        headers = self.store._signed("PUT", url.netloc, "/" + bucket, "lifecycle=", body)
        headers["Content-MD5"] = base64.b64encode(hashlib.md5(body).digest()).decode()
        line = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
        line.request("PUT", f"/{bucket}?lifecycle=", body=body, headers=headers)
        reply = line.getresponse()
        assert reply.status == 200, reply.read()

    def rules(self, bucket):
        try:
            return self.send("GET", bucket, [("lifecycle", "")]).decode()
        except StoreError as error:
            return str(error)

    def stop(self):
        self.sandbox.stop()


class Places(Window):
    def __init__(self, bin_folder, tools, patience, pictures):
        super().__init__(bin_folder, tools, patience)
        self.pictures = pictures
        self.scene = Scene(str(bin_folder), self.home / "store")

    def begin(self):
        scene = self.scene.store
        subprocess.run(
            [self.bin / "partway-cli", "account", "add", "Film archive", "--state-dir", self.state, "--endpoint",
             scene.endpoint, "--region", scene.region, "--provider", "garage", "--access-key-id", scene.access,
             "--to", "s3://media/", "--secret-stdin"],
            input=scene.secret + "\n", text=True, check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen([self.bin / "partway", "--state-dir", self.state], stderr=subprocess.DEVNULL)
        found = self.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid), "--name",
                         "^Partway$")
        self.id = found.split()[0]

    def key(self, *keys):
        """To whatever has the focus: a dialog, too."""
        self.run("xdotool", "key", "--delay", "120", *keys)

    def write(self, text):
        self.run("xdotool", "type", "--delay", "30", text)

    def picture(self, name):
        if self.pictures:
            self.run(self.tools / "screenshot", self.pictures / f"{name}.png")

    def names(self, name):
        """No control of what is shown is without a name."""
        self.picture(name)
        self.run(self.tools / "a11y-dump", "--app", "partway")

    def until(self, what, holds):
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline:
            if holds():
                return
            time.sleep(0.3)
        raise AssertionError(f"not so in time: {what}")

    def gone(self, spec):
        """Nothing of that name is shown any more."""
        self.until(f"no {spec}", lambda: subprocess.run(
            [self.tools / "a11y-dump", "--app", "partway", "--wait", "0", "--find", spec], capture_output=True).returncode)

    def tab_to(self, *specs):
        """Tab, until one of them has the focus."""
        for _ in range(40):
            self.key("Tab")
            for spec in specs:
                states = self.run(self.tools / "a11y-dump", "--app", "partway", "--wait", "0", "--find", spec, "--get",
                                  "states", check=False)
                if "focused" in states:
                    return
        raise AssertionError(f"Tab never comes to {specs}")

    def incomplete(self):
        self.keys("ctrl+2")
        self.key("F5")
        self.look("label:/^[0-9]+ incomplete uploads?, .*kept(, about .*)?$/")

    def choose(self, rows):
        """The current row: from the first on, so many further."""
        self.keys("ctrl+2", "Home", *["Down"] * rows)


@step
def the_tree_shows_what_is_left(window):
    window.incomplete()
    window.look("table cell:/^Bucket backup, 6 incomplete uploads/")
    window.look(r"table cell:/^raw\/film\.mov, age 3 d/")
    window.look("label:/^12 incomplete uploads, 1,281 parts/")
    window.names("tree")


@step
def it_is_filtered_by_keys(window):
    window.key("ctrl+f")
    window.write("day 2")
    window.look("label:/^3 incomplete uploads/")
    window.key("ctrl+a", "BackSpace")
    window.key("alt+m")  # the same name twice
    window.look("label:/^3 incomplete uploads, 16 parts/")
    window.names("same-name-twice")
    window.key("alt+m", "ctrl+f", "Tab", "Tab")  # from the name to who, to the age
    window.look("spin button:Filter by age in days", "--until", "states=focused")
    window.key("ctrl+a")
    window.write("30")
    window.look("label:/^4 incomplete uploads/")  # 40, 31, 41 and 51 days
    window.key("ctrl+a")
    window.write("0")
    window.key("Tab")
    window.look("label:/^12 incomplete uploads/")


@step
def the_list_is_exported(window):
    target = window.home / "left.csv"
    window.tab_to("push button:/^Export/")
    window.key("space")
    window.look("dialog:/Export what is shown/")
    window.names("export")
    window.key("ctrl+a")
    window.write(str(target))
    window.key("Return")
    window.until("the file is there", target.exists)
    rows = list(csv.DictReader(target.open(encoding="utf-8", newline="")))
    assert len(rows) == 12, rows
    assert sum(int(row["bytes"]) for row in rows if row["bucket"] == "backup") == 27 * 64 * KiB, rows


@step
def an_abort_is_taken_back(window):
    before = window.scene.uploads("backup")
    window.choose(2)  # the bucket "backup" and two of it
    window.key("Down", "shift+Down", "shift+Delete")
    window.look("/^Abort 2 incomplete uploads/")
    window.names("abort")
    window.key("alt+a")
    window.look("label:/2 uploads will be aborted in/")
    window.key("alt+u")  # within ten seconds
    window.look("label:Nothing was aborted.")
    assert window.scene.uploads("backup") == before


@step
def aborts_have_results(window):
    before = window.scene.uploads("backup")
    window.scene.sandbox.set_faults("AbortMultipartUpload key=db/2026-01* : status=403 code=AccessDenied")
    window.choose(2)
    window.key("Down", "shift+Down", "shift+Delete")
    window.look("/^Abort 2 incomplete uploads/")
    window.key("alt+a")
    window.look("label:/^1 upload aborted.*1 failed/")
    window.names("results")
    assert window.scene.uploads("backup") == [one for one in before if "2026-02" not in one[0]]
    window.scene.sandbox.set_faults()
    window.tab_to("push button:/^Try again/")
    window.key("space")
    window.until("it is gone", lambda: len(window.scene.uploads("backup")) == 4)


@step
def somebody_is_using_it(window):
    scene = window.scene
    scene.send("PUT", "archive/busy.bin", [("partNumber", "4"), ("uploadId", scene.ids["busy.bin"][0])], b"x" * 70000)
    window.choose(1)
    window.key("shift+Delete")
    window.look("label:/in the last minute: someone is using it/")
    window.look("check box:Abort also those that are in use")
    window.names("in-use")
    window.key("Escape")
    assert len(scene.uploads("archive")) == 1


@step
def resumed_with_a_file(window):
    window.incomplete()
    window.key("ctrl+f")
    window.write("film")
    window.look("label:/^1 incomplete upload,/")
    window.choose(1)
    window.key("Return")
    window.look("dialog:/^Resume with a file/")
    window.key("alt+w")
    window.look("dialog:/Which file is this/")
    window.key("alt+s")
    window.look("label:1 file found.")
    window.names("which-file")
    window.key("alt+u")
    window.look("label:/^256.8 KiB in 5 parts will be sent/")
    window.names("map")
    window.key("alt+f")
    kept = pathlib.Path(window.scene.sandbox.root) / "buckets/media/objects/raw%2Ffilm.mov"
    window.until("the object is there", kept.exists)
    assert filecmp.cmp(kept, window.scene.film, shallow=False)
    window.gone(r"table cell:/^raw\/film\.mov, age/")  # it is not incomplete any more
    window.key("ctrl+f", "ctrl+a", "BackSpace")


def open_buckets(window):
    window.keys("ctrl+3")
    window.key("F5")


@step
def objects_are_looked_into(window):
    open_buckets(window)
    window.look("table cell:/^archive/")
    window.key("Home", "Right")
    window.look("table cell:/^report 1.txt/")
    window.key("Down")
    window.look("table cell:/^text|octet/")
    window.names("details")
    window.tab_to("page tab list:About the object", "page tab:Details")
    window.key("Right", "Right")
    window.look("label:/^2 versions, the newest first/")
    window.names("versions")


@step
def a_link_for_others(window):
    window.keys("ctrl+3")
    window.key("Menu", "l")
    window.look("text:The link", "--until", "text=X-Amz-Signature")
    window.names("link")
    link = window.look("text:The link", "--get", "text")
    assert urllib.request.urlopen(link, timeout=30).read() == b"second, longer words"
    window.key("Escape")


@step
def deleting_asks_what_is_lost(window):
    window.keys("ctrl+3")
    window.key("Delete")
    window.look("label:/^Hide .report 1.txt/")
    window.names("hide")
    window.key("Escape")
    assert window.scene.store.sha256("archive", "report 1.txt")
    window.keys("ctrl+3")
    window.key("Delete")
    window.look("label:/^Hide .report 1.txt/")
    window.key("alt+h")
    window.until("it is hidden", lambda: window.scene.store.sha256("archive", "report 1.txt") is None)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--tools", type=pathlib.Path, required=True)
    parser.add_argument("--patience", type=int, default=60, help="seconds for what is to be seen")
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("steps", nargs="*", help="only these")
    wanted = parser.parse_args()
    window = Places(wanted.bin.resolve(), wanted.tools.resolve(), wanted.patience, wanted.pictures)
    failed = 0
    try:
        window.begin()
        for function in STEPS:
            if wanted.steps and function.__name__ not in wanted.steps:
                continue
            began = time.monotonic()
            try:
                function(window)
                print(f"ok      {function.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                failed += 1
                window.picture(f"failed-{function.__name__}")
                print(f"FAILED  {function.__name__}: {error}", flush=True)
                window.key("Escape", "Escape")
    finally:
        window.stop()
        window.scene.stop()
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
