# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An account's life through the real window, for keyring.py: made, used, killed, renamed and removed by keys, pointer and
accessibility; with an open, a locked and no keyring."""

import filecmp
import os
import pathlib
import re
import signal
import subprocess
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "stores"))

from window import Window  # noqa: E402


class Desk(Window):
    def __init__(self, bench, tools):
        super().__init__(bench.bin, pathlib.Path(tools), 30)
        self.bench = bench
        self.said = bench.folder.parent.parent / "said"  # beside the home, and looked into like other outputs

    def open(self, rate=0):
        self.rate(rate)
        with self.said.open("ab") as said:
            self.launch(stdout=said, stderr=said, env=self.bench.environment(QT_QPA_PLATFORM="xcb"))

    def rate(self, rate):
        """So many bytes a second, from its next start on; beside the accounts, once there are some."""
        for accounts in self.bench.files("accounts.json"):
            (accounts.parent / "preferences.ini").write_text(f"[speed]\nbytesPerSecond={rate}\n")

    def quit(self):
        self.stop()
        self.collect()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.collect()

    def collect(self):
        self.bench.output.append(self.said.read_text(errors="replace"))
        self.said.unlink()

    def text(self, field, text):
        self.look(f"text:{field}", "--set", text)

    def type_secret(self, secret):
        """By keys: an argument of a tool would be in ps."""
        self.look("password text:Secret key:", "--mouse")
        subprocess.run(["xdotool", "type", "--delay", "20", "--file", "-"], input=secret, text=True, check=True)

    def add(self, name, secret):
        """Fills the dialog; it is saved with Return by the caller."""
        store = self.bench.store
        self.keys("ctrl+4")
        self.keys("ctrl+n")
        self.look("dialog:Add an account", "--get", "name")
        self.text("Name:", name)
        self.text("Endpoint:", store["ENDPOINT"])
        self.text("Region:", store["REGION"])
        self.text("Access key:", store["ACCESS_KEY"])
        self.text("Bucket:", store["BUCKET"])
        self.type_secret(secret)

    def save(self):
        self.look("push button:Save", "--click")

    def send(self, path, state):
        self.keys("ctrl+1")
        self.drop(path)
        self.row(f"{re.escape(path.name)}, .*{state}")

    def is_stored(self, path):
        kept = [kept for kept in self.bench.store_root.rglob("objects/*")
                if urllib.parse.unquote(kept.name) == path.name and kept.is_file()]
        assert any(filecmp.cmp(path, one, shallow=False) for one in kept), f"{path.name} is not in the store: {kept}"


def unlocked(bench, tools):
    desk, secret = Desk(bench, tools), bench.store["SECRET_KEY"]
    desk.open()
    desk.add("Window work", secret)
    desk.save()
    desk.gone("dialog:Add an account")
    desk.look("/Window work/", "--get", "name")
    kept = bench.kept()
    assert list(kept.values()) == [secret], f"in the keyring: {len(kept)} entries"
    bench.no_secret_is_left()
    desk.quit()

    film = bench.file("window film.bin", 40 << 20)
    desk.open(rate=1 << 20)  # long enough to be looked at on a busy machine
    desk.send(film, "Sending")
    until, seen = time.monotonic() + 4, ""
    while time.monotonic() < until:
        seen += bench.processes()
        time.sleep(0.3)
    assert "/partway" in seen, "the window was not in ps"
    for known in bench.secrets:
        assert known not in seen, "a secret is in ps"
    desk.row(r"window film\.bin, (?!0 )\d+ .*Sending")
    desk.kill()
    bench.no_secret_is_left()  # also in the journal and the settings as the kill left them
    desk.open()
    if "Finished" not in desk.row(r"window film\.bin, ", "--get", "name"):
        desk.row(r"window film\.bin, ", "--mouse")
        desk.key("space")
    desk.row(r"window film\.bin, .*Finished")
    desk.is_stored(film)
    print("  window: made by keys, secret-tool sees its key; uploaded, killed, resumed; nothing in ps")

    desk.keys("ctrl+4")
    desk.look("table cell:/^Window work/", "--mouse")
    desk.key("F2", "ctrl+a")
    subprocess.run(["xdotool", "type", "--delay", "20", "Window studio"], check=True)
    desk.key("Return")
    desk.until("it is renamed", lambda: "Window studio" in bench.run("account", "list"))
    assert bench.kept() == kept, "renaming changed the keyring"
    small = bench.file("window small.bin", 2000)
    desk.send(small, "Finished")
    desk.is_stored(small)
    desk.keys("ctrl+4")
    desk.look("table cell:/^Window studio/", "--mouse")
    desk.key("Delete")
    desk.look("label:/deleted from the keychain/", "--get", "name")
    desk.look("push button:Remove", "--click")
    desk.until("the keyring is empty", lambda: bench.kept() == {})
    desk.until("it is gone", lambda: "Window studio" not in bench.run("account", "list"))
    desk.quit()
    print("  window: renamed with the same entry, used again, removed with its entry")


def locked(bench, tools, answer, lock_again):
    desk = Desk(bench, tools)
    desk.open()
    desk.add("Window late", bench.store["SECRET_KEY"])
    desk.save()
    waits = desk.look("label:/^Waiting for the keychain/", "--get", "name")
    desk.run(pathlib.Path(tools) / "a11y-dump", "--app", "partway")  # it lives, and no control is nameless
    desk.picture("keyring waits")
    desk.look("push button:Cancel", "--click")
    desk.gone("dialog:Add an account")
    answer([("type", "test"), ("key", "Return")])  # when nobody waits for it any more
    desk.until("the keyring is open", lambda: "false" in desk.run(
        "gdbus", "call", "--session", "-d", "org.freedesktop.secrets", "-o", "/org/freedesktop/secrets/collection/login",
        "-m", "org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Collection", "Locked"))
    print("  window, nobody answered:", waits)
    lock_again("locked")
    desk.add("Window locked", bench.store["SECRET_KEY"])
    desk.save()
    answer([("key", "Escape")])
    problem = desk.look("label:/keychain is locked/", "--get", "name")
    assert "Window locked" not in bench.run("account", "list"), "an account without its key was kept"
    print("  window, refused:", problem.splitlines()[-1])
    desk.save()
    answer([("type", "test"), ("key", "Return")])
    desk.gone("dialog:Add an account")
    small = bench.file("window locked.bin", 2000)
    desk.send(small, "Finished")
    desk.is_stored(small)
    desk.quit()
    assert "Window late" not in bench.run("account", "list"), "what was cancelled was made"
    assert len(bench.kept()) == 1, "the key of what was cancelled is in the keyring"
    bench.run("account", "remove", "Window locked")
    assert bench.kept() == {}, "the key is left in the keyring"
    print("  window, answered: made, used and removed; nothing of what was cancelled before the answer came")


def none(bench, tools):
    desk = Desk(bench, tools)
    desk.open()
    desk.add("Window session", bench.store["SECRET_KEY"])
    desk.save()
    problem = desk.look("label:/no keychain/", "--get", "name")
    assert "Window session" not in bench.run("account", "list"), "an account without its key was kept"
    print("  window, no keyring:", problem.splitlines()[-1])
    desk.look("combo box:/kept in the keychain/", "--mouse")  # the other choice
    desk.key("Home", "Down", "Return")
    desk.look("label:/session/", "--get", "name")
    desk.save()
    desk.gone("dialog:Add an account")
    small = bench.file("window session.bin", 2000)
    desk.send(small, "Finished")
    desk.is_stored(small)
    bench.no_secret_is_left()
    desk.quit()
    bench.run("account", "remove", "Window session")
    print("  window, for this session: made, used, and nothing of the key on disk")
