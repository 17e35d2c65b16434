#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The places "Incomplete uploads" and "Buckets" of the real window, used by keys alone, and where keys
and pointer may differ by both; what they did is asked of the store, and no control is without a name.

Run inside a desktop that has a11y-dump, screenshot and xdotool (./dev test --window):
    leftovers.py --bin FOLDER --tools FOLDER [--pictures FOLDER] [STEP...]
"""
import csv
import filecmp
import pathlib
import sys

import accountsteps
import objectsteps
from leftoverscene import KiB
from placeswindow import Places
from steps import Steps, options_of

step = Steps()


@step
def the_tree_shows_what_is_left(window):
    window.incomplete()
    window.look("table cell:/^Bucket backup, 6 incomplete uploads/")
    window.look(r"table cell:/^raw\/film\.mov, age 3 d/")
    window.look("label:/^12 incomplete uploads, 1,281 part/")
    window.names("tree")


@step
def it_is_filtered_by_keys(window):
    window.key("ctrl+f")
    window.write("day 2")
    window.look("label:/^3 incomplete uploads/")
    window.key("ctrl+a", "BackSpace")
    window.key("alt+m")  # the same name twice
    window.look("label:/^3 incomplete uploads, 16 part/")
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
    with window.seen_after("label:/2 uploads will be aborted in/"):
        window.key("alt+a")
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
    with window.seen_after("label:/2 uploads will be aborted in/"):
        window.key("alt+a")
    window.picture("undo-strip")
    window.look("label:/^1 upload aborted.*1 failed/")
    window.names("results")
    assert window.scene.uploads("backup") == [one for one in before if "2026-02" not in one[0]]
    window.scene.sandbox.set_faults()
    window.tab_to("push button:/^Try again/")
    window.key("space")
    window.until("it is gone", lambda: len(window.scene.uploads("backup")) == 4)


@step
def prices_are_looked_at(window):
    window.incomplete()
    window.tab_to("push button:/^Prices/")
    window.key("space")
    window.look("dialog:/rices/")
    window.names("prices")
    window.key("Escape")


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


@step
def a_rule_warns_of_our_own(window):
    window.pause_half("s3://media/raw/", "ours.bin")
    window.incomplete()
    window.key("ctrl+f", "ctrl+a")
    window.write("ours")
    window.look(r"table cell:/^raw\/ours\.bin, .*Yours/")
    window.choose(0)
    window.tab_to("push button:/^Clean-up rule/")
    window.key("space")
    window.look("label:/raw.ours.bin would be deleted in/")
    window.names("rule-warning")
    window.key("alt+b")
    window.write("elsewhere/")
    window.gone("label:/would be deleted/")
    window.key("Escape")
    window.key("ctrl+f", "ctrl+a", "BackSpace")


step.functions += objectsteps.step.functions + accountsteps.step.functions


def main():
    wanted = options_of(__doc__, pictures=True)
    window = Places(wanted.bin, wanted.tools, wanted.patience, wanted.pictures)

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
