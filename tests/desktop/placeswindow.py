# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with a scene of buckets and leftovers, and how its places are used by keys."""

from leftoverscene import Scene
from window import Window


class Places(Window):
    def __init__(self, bin_folder, tools, patience, pictures):
        super().__init__(bin_folder, tools, patience, pictures)
        self.scene = Scene(str(bin_folder), self.home / "store")

    def begin(self):
        self.add_account("Film archive", self.scene.store, "tencent", "--to", "s3://media/")
        self.add_account("Other service", self.scene.other.store, "swift")
        self.launch("--state-dir", self.state)

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
