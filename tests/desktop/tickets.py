#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Upload tickets in the real window: one is made by whoever holds the keys, and used in another window, which has a
state folder of its own and no account: the ticket is dropped on it, then the file; paused, closed, opened, resumed.

Run inside a desktop that has a11y-dump, drag-files, screenshot and xdotool (./dev test --window):
    tickets.py --bin FOLDER --tools FOLDER [--pictures FOLDER]
"""
import pathlib
import re
import sys

from leftoverscene import KiB
from programs import Sandbox, random_file
from s3 import file_sha256
from steps import Steps
from window import Window

step = Steps()
SIZE = 24 * 1024 * KiB + 777


class Tickets(Window):
    def __init__(self, bin_folder, tools, patience, pictures):
        super().__init__(bin_folder, tools, patience, pictures)
        self.sandbox = Sandbox(str(bin_folder), str(self.home / "store"))
        self.film = pathlib.Path(random_file(str(self.files / "film.mov"), SIZE, 5))
        self.ticket = self.files / "film.upload-ticket"

    def begin(self, name):
        """The window of somebody else each time."""
        self.state = self.home / name
        self.launch("--state-dir", self.state)

    def dialog(self, title):
        self.look(f"dialog:/^{re.escape(title)}/", "--get", "name")
        return self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{title}").split()[0]

    def slow(self, rate):
        """So many bytes a second, from the next start on."""
        self.state.mkdir(exist_ok=True)
        (self.state / "preferences.ini").write_text(f"[speed]\nbytesPerSecond={rate}\n")


@step
def the_holder_makes_one(window):
    store = window.sandbox.store
    window.state = window.home / "holder"
    window.add_account("Film archive", store, "sandbox", "--to", f"s3://{window.sandbox.bucket}/in box/")
    window.begin("holder")
    window.keys("alt+f")
    window.key("k")
    window.dialog("Make an upload ticket")
    window.look("text:Object:", "--set", "in box/film.mov")
    window.look("label:/how many bytes/")
    window.look("text:Exact size in bytes", "--set", str(SIZE))
    window.look("label:/^For one file of exactly/")
    window.names("offer")
    window.look("push button:Make the ticket…", "--click")
    window.look("text:File name:", "--set", str(window.ticket))
    window.key("Return")
    window.look("label:/^The ticket is .*film.upload-ticket/")
    window.names("offered")
    assert (window.ticket.stat().st_mode & 0o777) == 0o600, "others can read it"
    assert len(store.uploads(window.sandbox.bucket)) == 1
    window.stop()


@step
def somebody_without_keys_uses_it(window):
    window.state = window.home / "guest"
    window.slow(3 << 20)
    window.begin("guest")
    window.look("/^Upload to any S3-compatible store/")
    window.picture("guest")
    window.drop(window.ticket)
    shown = window.dialog("Send a file with an upload ticket")
    window.look("label:/^film.mov, exactly 24.0 MiB/")
    window.names("ticket")
    wrong = window.files / "wrong.mov"
    wrong.write_bytes(b"another film")
    window.run(window.tools / "drag-files", shown, str(wrong))
    window.look("label:/not of the size/")
    window.names("wrong-file")
    window.run(window.tools / "drag-files", shown, str(window.film))
    window.look("label:/^This file can be sent/")
    window.names("right-file")
    window.look("push button:Send it", "--click")
    window.row(r"film\.mov, .*Sending")
    window.picture("sending")
    window.until("a part is stored", lambda: sum(window.sandbox.bytes_of("in box/film.mov").values()) > 6 << 20)


@step
def it_is_paused_and_goes_on_in_another_process(window):
    window.keys("ctrl+1", "space")  # what was added is selected; to look for it would take too long
    window.row("film.mov, .*Paused")
    window.names("paused")
    window.keys("ctrl+q")
    window.process.wait(60)
    window.slow(0)
    window.begin("guest")
    window.row("film.mov, .*Paused", "--mouse")
    window.key("space")
    window.row("film.mov, .*Finished")
    window.picture("finished")
    assert window.sandbox.store.sha256(window.sandbox.bucket, "in box/film.mov") == file_sha256(str(window.film))
    sent = sum(window.sandbox.bytes_of("in box/film.mov").values())
    assert sent < 2 * SIZE, f"{sent} bytes were sent for {SIZE}"
    accounts = window.state / "accounts.json"
    window.until("the ticket's account is gone", lambda: "ticket-" not in accounts.read_text())
    for path in window.state.rglob("*"):
        assert not path.is_file() or b"X-Amz-Signature" not in path.read_bytes(), f"a signature is in {path}"


@step
def a_used_ticket_is_told(window):
    window.drop(window.ticket, window.film)  # together: the file is the ticket's
    window.look("label:/^This file can be sent/")
    window.look("push button:Send it", "--click")
    window.row("film.mov, .*(Failed|Needs|gone)")
    window.picture("used-up")
    assert window.sandbox.store.sha256(window.sandbox.bucket, "in box/film.mov") == file_sha256(str(window.film))


if __name__ == "__main__":
    sys.exit(step.main(__doc__, Tickets))
