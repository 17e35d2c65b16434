# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with a scene of buckets and leftovers, and how its places are used by keys."""

import os
import signal

from leftoverscene import KiB, Scene
from programs import CommandLine
from window import Window


class Places(Window):
    def __init__(self, bin_folder, tools, patience, pictures):
        super().__init__(bin_folder, tools, patience, pictures)
        self.scene = Scene(str(bin_folder), self.home / "store")

    def begin(self):
        self.add_account("Film archive", self.scene.store, "tencent", "--to", "s3://media/")
        self.add_account("Other service", self.scene.other.store, "swift")
        self.launch("--state-dir", self.state)

    def pause_half(self, place, name):
        """An upload of ours that the command line began and paused: it is in the window's list as well."""
        file = self.home / name
        file.write_bytes(os.urandom(12 * 1024 * KiB))
        sandbox = self.scene.sandbox
        sandbox.set_faults("UploadPart nth=2 : delay=60s")
        run = CommandLine(str(self.bin), self.scene.store, str(self.state)).start(
            "upload", "--to", place, "--part-size", "5MiB", str(file))
        self.until("a part is on its way", lambda: sandbox.fault_was_met("UploadPart"))
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=60)
        sandbox.set_faults()
        assert run.returncode == 3, (run.returncode, out, err)

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
