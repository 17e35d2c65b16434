# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with a scene of buckets and leftovers, and how its places are used by keys."""
import subprocess
import time

from leftoverscene import Scene
from window import Window


class Places(Window):
    def __init__(self, bin_folder, tools, patience, pictures):
        super().__init__(bin_folder, tools, patience)
        self.pictures = pictures
        self.scene = Scene(str(bin_folder), self.home / "store")

    def begin(self):
        scene = self.scene.store
        subprocess.run(
            [self.bin / "partway-cli", "account", "add", "Film archive", "--state-dir", self.state, "--endpoint",
             scene.endpoint, "--region", scene.region, "--provider", "tencent", "--access-key-id", scene.access,
             "--to", "s3://media/", "--secret-stdin"],
            input=scene.secret + "\n", text=True, check=True, stdout=subprocess.DEVNULL)
        other = self.scene.other.store
        subprocess.run(
            [self.bin / "partway-cli", "account", "add", "Other service", "--state-dir", self.state, "--endpoint",
             other.endpoint, "--region", other.region, "--provider", "swift", "--access-key-id", other.access,
             "--secret-stdin"],
            input=other.secret + "\n", text=True, check=True, stdout=subprocess.DEVNULL)
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
