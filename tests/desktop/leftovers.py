#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places "Incomplete uploads" and "Buckets" of the real window, used by keys alone, and where keys
and pointer may differ by both; what they did is asked of the store, and no control is without a name.

Run inside a desktop that has a11y-dump, screenshot and xdotool (./dev test --window):
    leftovers.py --bin FOLDER --tools FOLDER [--pictures FOLDER] [STEP...]
"""
import argparse
import csv
import filecmp
import hashlib
import pathlib
import re
import subprocess
import sys
import time
import urllib.request

from leftoverscene import KiB, Scene
from steps import Steps
from window import Window

step = Steps()


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


@step
def a_rule_is_set_and_removed(window):
    window.incomplete()
    window.key("ctrl+f", "ctrl+a")
    window.write("many")
    window.look("label:/^1 incomplete upload,/")
    window.choose(0)  # the bucket "media"
    window.tab_to("push button:/^Clean-up rule/")
    window.key("space")
    window.look("text:/^What would change in the rules/", "--until", "text=DaysAfterInitiation>7<")
    window.names("rule")  # also while there is nothing to warn of
    window.key("alt+d", "ctrl+a")
    window.write("5")
    window.look("text:/^What would change in the rules/", "--until", "text=DaysAfterInitiation>5<")
    window.key("alt+s")
    window.look("label:/^The rule is set; the store has confirmed it/")
    window.names("rule-set")
    rules = window.scene.rules("media")
    assert "<DaysAfterInitiation>5<" in rules and "to-ia" in rules, rules
    window.key("alt+r")
    window.look("label:/^This is what would be taken out/")
    window.names("rule-removal")
    assert window.scene.rules("media") == rules
    window.key("alt+m")
    window.look("label:/^Partway's rule is gone; the store has confirmed it/")
    rules = window.scene.rules("media")
    assert "DaysAfterInitiation" not in rules and "to-ia" in rules, rules
    window.key("Escape")
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


def copied(window, key):
    """What is current in the archive has come to the bucket "media", and to no other place."""
    window.until(f"{key} is there", lambda: window.scene.store.sha256("media", key)
                 == hashlib.sha256(b"second, longer words").hexdigest())
    assert window.scene.store.sha256("archive", key.split("/")[-1]) is None


@step
def a_copy_by_keys(window):
    window.keys("ctrl+3")
    window.key("Menu", "c")
    window.look("text:Bucket and folder to copy to", "--until", "text=^archive")
    window.names("copy")
    window.key("alt+t", "ctrl+a")
    window.write("media/by keys")
    window.key("alt+n", "ctrl+a")
    window.write("report 2.txt")
    window.key("Return")
    copied(window, "by keys/report 2.txt")


@step
def a_copy_by_pointer(window):
    window.look("table cell:/^report 1.txt/", "--mouse")
    window.look("push button:/^Copy to/", "--mouse")
    for control, text in (("Bucket and folder to copy to", "media/by pointer/"), ("Name of the copy", "report 3.txt")):
        window.look(f"text:{control}", "--mouse")
        window.key("ctrl+a")
        window.write(text)
    window.look("push button:Copy", "--mouse")
    copied(window, "by pointer/report 3.txt")


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

    def failed(name):
        window.picture(f"failed-{name}")
        window.key("Escape", "Escape")

    try:
        window.begin()
        return 1 if step.run(window, wanted.steps, failed) else 0
    finally:
        window.stop()
        window.scene.stop()


if __name__ == "__main__":
    sys.exit(main())
