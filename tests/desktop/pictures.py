#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the window's states in one look, to judge them with one's own eyes: over a queue that is made up
(windowshow), so that each state is there every time. What a store must answer is pictured by leftovers.py and
tickets.py, which take --pictures, too.

Run inside a desktop of the wanted style, size and scale (./dev test --pictures FOLDER makes all looks):
    pictures.py --shows FOLDER --tools FOLDER --into FOLDER [--reverse] [--size WxH] [SCENE...]
"""
import argparse
import pathlib
import subprocess
import sys
import time

# Name of the picture; what windowshow shows; keys, a group at a time; whether the whole screen is wanted (a dialog).
SCENES = (
    ("main", "busy", (), False),
    ("readme", "busy", ("Down",), False),
    ("tab-details", "busy", ("alt+2",), False),
    ("tab-activity", "busy", ("alt+3",), False),
    ("tab-speed", "busy", ("alt+4",), False),
    ("folder", "busy", ("Down Down",), False),
    ("card-network", "busy", ("o f f",), False),
    ("card-failed", "busy", ("s u r",), False),
    ("card-changed", "busy", ("d a t",), False),
    ("card-exists", "busy", ("r e p",), False),
    ("assembling", "busy", ("a r c",), False),
    ("finished", "busy", ("n o t",), False),
    ("undo", "busy", ("n o t", "Delete"), False),
    ("menu", "busy", ("Menu",), True),
    ("no-match", "busy", ("ctrl+f", "z z z z"), False),
    ("empty", "empty", (), False),
    ("no-account", "no-account", (), False),
    ("dialog-exists", "busy", ("ctrl+e",), True),
    ("dialog-abort", "busy", ("shift+Delete",), True),
    ("dialog-exchange", "busy", ("s u r", "alt+q"), True),
    ("dialog-account", "no-account", ("alt+c",), True),
    ("dialog-account-network", "no-account", ("alt+c", "alt+w"), True),
    ("dialog-account-uploads", "no-account", ("alt+c", "alt+u"), True),
    *((f"dialog-account-keys-{source}", "no-account", ("alt+c", "alt+k", *("Down",) * place), True)
      for place, source in enumerate(("keychain", "session", "profile", "program", "role", "sso", "environment"))
      if place > 0),
    ("dialog-import", "busy", ("alt+a", "i"), True),
    ("accounts", "busy", ("ctrl+4",), False),
    ("accounts-none", "no-account", ("ctrl+4",), False),
    ("incomplete-none", "no-account", ("ctrl+2",), False),
    ("buckets-none", "no-account", ("ctrl+3",), False),
    ("incomplete-unreachable", "busy", ("ctrl+2", "F5"), False),
    ("buckets-unreachable", "busy", ("ctrl+3",), False),
    ("help", "busy", ("F1",), True),
    ("about", "busy", ("alt+h", "a"), True),
    ("settings", "busy", ("ctrl+comma",), True),
    ("settings-2", "busy", ("ctrl+comma", "Down"), True),
    ("settings-3", "busy", ("ctrl+comma", "Down Down"), True),
    ("settings-4", "busy", ("ctrl+comma", "Down Down Down"), True),
)
# What the preview of an import finds.
AWS_FILES = {
    "config": """[default]
region = eu-central-1
[profile studio]
role_arn = arn:aws:iam::123456789012:role/uploader
source_profile = default
mfa_serial = arn:aws:iam::123456789012:mfa/ann
[profile offsite]
region = eu-west-1
endpoint_url = https://s3.offsite.example
credential_process = /usr/local/bin/keys --for storage
""",
    "credentials": """[default]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = not-a-secret
""",
}


def write_aws_files(home):
    aws = home / ".aws"
    aws.mkdir(exist_ok=True)
    for name, text in AWS_FILES.items():
        (aws / name).write_text(text)


class Show:
    """The window over a made-up queue; ends with the block."""

    def __init__(self, wanted, what):
        self.wanted, self.what = wanted, what

    def __enter__(self):
        options = ["-reverse"] if self.wanted.reverse else []
        self.process = subprocess.Popen([self.wanted.shows / "windowshow", self.what, *options],
                                        stderr=subprocess.DEVNULL)
        self.id = self.window()
        self.tool("xdotool", "windowmove", self.id, "0", "0")
        self.tool("xdotool", "windowsize", "--sync", self.id, *self.wanted.size.split("x"))
        return self

    def window(self):
        """xdotool gives up when any window goes away while it looks: then it looks again."""
        for tries_left in range(20, -1, -1):
            try:
                return self.tool("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid), "--name",
                                 "^Partway$").split()[0]
            except subprocess.CalledProcessError:
                if not tries_left or self.process.poll() is not None:
                    raise
                time.sleep(0.5)

    def __exit__(self, *trouble):
        self.process.terminate()
        self.process.wait(60)

    def tool(self, *command):
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=90).stdout

    def keys(self, group):
        self.tool("xdotool", "key", "--delay", "60", *group.split())
        time.sleep(0.5)  # what opens is moved and focused by the window manager

    def picture(self, name, whole):
        area = () if whole else ("--window", self.id)
        self.tool(self.wanted.tools / "screenshot", *area, self.wanted.into / f"{name}.png")


def take(wanted, name, what, groups, whole):
    with Show(wanted, what) as show:
        show.tool("xdotool", "windowfocus", "--sync", show.id)
        show.keys("ctrl+1")
        if what == "busy":
            show.keys("ctrl+f Tab Home")  # into the list
        for group in groups:
            show.keys(group)
        show.picture(name, whole)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    for folder in ("--shows", "--tools", "--into"):
        parser.add_argument(folder, type=lambda path: pathlib.Path(path).resolve(), required=True)
    parser.add_argument("--reverse", action="store_true", help="right to left")
    parser.add_argument("--size", default="1280x760", help="of the window")
    parser.add_argument("scenes", nargs="*", help="only these")
    wanted = parser.parse_args()
    wanted.into.mkdir(parents=True, exist_ok=True)
    write_aws_files(pathlib.Path.home())  # of this desktop
    failed = []
    for scene in SCENES:
        if wanted.scenes and scene[0] not in wanted.scenes:
            continue
        try:
            take(wanted, *scene)
        except subprocess.SubprocessError as error:
            failed.append(scene[0])
            print(f"FAILED  {scene[0]}: {error}", flush=True)
    print(f"{len(failed)} failed; pictures are in {wanted.into}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
