#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window does beside its lists: notifications and their buttons, the tray, going on there while it is closed,
the start with the session, a timetable for the speed, and keys that lead out of it.

Run inside a desktop that shows notifications and has a tray, with a11y-dump, drag-files, xclip and xdotool
(./dev test --window-habits):
    habits.py --bin FOLDER --tools FOLDER [STEP...]
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import time

from leftoverscene import KiB
from programs import Sandbox
from steps import Steps, options_of
from window import Window

step = Steps()
MiB = 1024 * KiB


class Habits(Window):
    def __init__(self, bin_folder, tools, patience):
        super().__init__(bin_folder, tools, patience)
        self.desktop = pathlib.Path(os.environ["DESKTOP_DIR"])
        self.opened = self.home / "opened"  # what another program was asked to open
        handlers = self.home / "handlers"
        handlers.mkdir(exist_ok=True)
        handler = handlers / "xdg-open"
        handler.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{self.opened}"\n')
        handler.chmod(0o755)
        os.environ["PATH"] = f"{handlers}:{os.environ['PATH']}"

    def told(self):
        log = self.desktop / "notifications.jsonl"
        lines = log.read_text().splitlines() if log.exists() else []
        return [one for one in map(json.loads, lines) if one["event"] == "notify"]

    def notification(self, pattern):
        return self.until(f"a notification {pattern}", lambda: [
            one for one in self.told() if re.search(pattern, one["summary"])])[-1]

    def desk(self, method, *arguments):
        self.run("gdbus", "call", "--session", "-d", "test.Desktop", "-o", "/", "-m", f"test.Desktop.{method}",
                 *map(str, arguments))

    def shown(self):
        return bool(subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name",
                                    "^Partway$"], capture_output=True, text=True).stdout.strip())

    def minimize(self):
        self.run("xdotool", "windowminimize", "--sync", self.id)
        self.until("it is away", lambda: not self.shown())

    def send(self, name, size):
        file = self.files / name
        file.write_bytes(os.urandom(size))
        self.drop(file)
        self.row(f"{re.escape(name)}, ")
        return file

    def settings(self, page):
        self.keys("ctrl+comma")
        self.look("/^Search the settings/")
        self.key(*["Down"] * page)


@step
def a_notification_shows_its_row(window):
    window.start(rate=4 * MiB, fresh=True)
    window.send("told.bin", 24 * MiB)
    window.row("told.bin, .*Sending")
    window.minimize()
    news = window.notification("^told.bin is uploaded")
    assert "verified" in news["body"] and "show" in json.dumps(news), news
    window.desk("Invoke", news["id"], "show")
    window.until("it is in front", window.shown)
    window.row("told.bin, 100 .*Finished", "--until", "states=selected")


@step
def a_notification_of_trouble_tries_again(window):
    """What failed is tried again by the button of the notification, while the window stays where it is."""
    window.stop()
    window.state = window.home / "other-state"
    store = Sandbox(str(window.bin), str(window.home / "store"))
    try:
        window.add_account("Store", store.store, "sandbox", "--to", f"s3://{store.bucket}/")
        window.launch("--state-dir", window.state)
        store.set_faults("UploadPart : status=403 code=AccessDenied delay=3s")
        window.send("refused.bin", 24 * MiB)
        window.minimize()
        news = window.notification("^refused.bin failed")
        store.set_faults()
        assert "retry" in news["actions"], news
        window.desk("Invoke", news["id"], "retry")
        window.notification("^refused.bin is uploaded")
        assert not window.shown(), "it came forward"
    finally:
        window.stop()
        store.stop()
        window.state = window.home / "partway-state"


@step
def the_window_goes_on_in_the_tray(window):
    window.stop()
    window.start(rate=2 * MiB, fresh=True)
    window.send("from the tray.bin", 40 * MiB)
    window.row("from the tray.bin, .*Sending")
    window.keys("alt+F4")
    window.look("label:/^1 transfer/")
    window.names("close")
    window.key("alt+g")
    window.until("it is closed", lambda: not window.shown())
    assert window.process.poll() is None, "it has quit"
    window.desk("Activate")
    window.until("it is back", window.shown)
    window.row("from the tray.bin, .*(Sending|Finished)")
    window.keys("alt+F4")
    window.look("label:/^1 transfer/")
    window.key("alt+d", "alt+g")  # and is not asked again
    window.until("it is closed again", lambda: not window.shown())
    window.notification("^from the tray.bin is uploaded")
    window.desk("Activate")
    window.until("it is back again", window.shown)


@step
def it_begins_with_the_session(window):
    entry = pathlib.Path(os.environ.get("XDG_CONFIG_HOME", window.home / ".config")) / "autostart"
    window.settings(page=2)
    window.look("check box:Start Partway when I log in", "--click")
    window.until("the entry is there", lambda: list(entry.glob("*.desktop")))
    text = next(entry.glob("*.desktop")).read_text()
    assert str(window.bin / "partway") in text or "Exec=partway" in text, text
    window.look("check box:Start Partway when I log in", "--click")
    window.until("the entry is gone", lambda: not list(entry.glob("*.desktop")))
    window.key("Escape")


@step
def a_timetable_limits_the_speed(window):
    window.stop()
    window.start(fresh=True)
    window.settings(page=1)
    window.look("check box:Other limits at certain times", "--click")
    window.look("push button:Add a time", "--click")
    window.key("Home", "Tab", "Tab", *["Down"] * 10)  # every day from eight to eight: always
    window.names("timetable")
    window.key("Escape")
    window.look("/^Speed .*, limit 2.0 MiB/")
    began = time.monotonic()
    window.send("slowly.bin", 20 * MiB)
    window.row("slowly.bin, 100 .*Finished")
    assert time.monotonic() - began > 6, "it was sent as quickly as ever"
    window.settings(page=1)
    window.look("push button:Remove this time", "--click")
    window.key("Escape")
    window.look("/^Speed .*, no limit/")


@step
def keys_that_lead_out_of_the_window(window):
    window.stop()
    window.start(rate=6 * MiB, fresh=True)
    file = window.send("small.txt", 2000)
    window.row("small.txt, 100 .*Finished", "--mouse")
    window.keys("ctrl+shift+f")
    window.until("the folder is opened", lambda: window.opened.exists()
                 and window.opened.read_text().strip().endswith(str(file.parent)))
    window.keys("ctrl+shift+c")
    link = window.until("a link", lambda: "X-Amz-Signature" in (
        text := window.run("xclip", "-selection", "clipboard", "-o", check=False)) and text)
    assert "small.txt" in link and "X-Amz-Expires=86400" in link, link
    window.send("large.bin", 160 * MiB)
    window.row("large.bin, ", "--mouse")
    window.row("large.bin, (?!0)[0-9]+ .*Sending")  # some of it is stored: there is something to go on with
    window.keys("space")
    window.row("large.bin, .*Paused")
    window.keys("ctrl+shift+s")
    window.look("dialog:/^Save a resume ticket/")
    ticket = window.home / "large.ticket"
    window.look("text:File name:", "--set", str(ticket))
    window.key("Return")
    window.until("the ticket is there", ticket.exists)
    window.look("label:/^The ticket is .*large.ticket/")


def main():
    wanted = options_of(__doc__)
    window = Habits(wanted.bin, wanted.tools, wanted.patience)
    try:
        return 1 if step.run(window, wanted.steps) else 0
    finally:
        window.stop()


if __name__ == "__main__":
    sys.exit(main())
