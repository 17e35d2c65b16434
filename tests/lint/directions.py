# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Include directions between the rooms (CONTRIBUTING.md, "Rooms")."""

import os
import re

from tree import CPP, run

# Room -> the rooms it may include besides itself. Qt and the standard library are not rooms.
# accounts -> store: an account opens the store that it describes.
ALLOWED = {
    "base": set(),
    "http": {"base"},
    "s3": {"base", "http"},
    "store": {"base", "http", "s3"},
    "accounts": {"base", "http", "s3", "store"},
    "doctor": {"base", "http", "s3", "store", "accounts"},
    "upload": {"base", "http", "s3", "store"},
    "incomplete": {"base", "http", "s3", "store"},
    "queue": {"base", "http", "s3", "store", "upload", "accounts"},
}
CORE = set(ALLOWED)
ALLOWED["ui/format"] = CORE
ALLOWED["ui"] = CORE | {"ui/format"}
ALLOWED["translations"] = set()
ALLOWED["app"] = CORE | {"ui", "ui/format", "translations"}
ALLOWED["tests"] = ALLOWED["app"] | {"app"}

ROOTS = ("core/", "ui/", "tests/", "app/", "app/cli/", "")
_INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
_GENERATED = re.compile(r"(^|/)(moc_\w+\.cpp|\w+\.moc|ui_\w+\.h)$")


def room_of(path):
    parts = path.split("/")
    if parts[0] == "core" and len(parts) > 2:
        return parts[1]
    if parts[0] == "ui" and len(parts) > 2 and parts[1] == "format":
        return "ui/format"
    return parts[0]


def includes_of(tree, path):
    """(line, name, file that it means or None) for each quoted include."""
    known = set(tree.paths)
    own = os.path.dirname(path)
    for number, line in enumerate(tree.text(path).split("\n"), 1):
        match = _INCLUDE.match(line)
        if not match or _GENERATED.search(match.group(1)):
            continue
        name = match.group(1)
        places = [os.path.normpath(os.path.join(own, name))] + [root + name for root in ROOTS]
        yield number, name, next((place for place in places if place in known), None)


def sources(tree):
    return tree.below("core", "ui", "app", "translations", "tests", endings=CPP)


def check(tree):
    """No file includes a room above its own, and every quoted include means a file of the project."""
    faults = []
    for path in sources(tree):
        room = room_of(path)
        if room not in ALLOWED:
            faults.append(f"{path}: the room '{room}' is not in the table of tests/lint/directions.py")
            continue
        for number, name, target in includes_of(tree, path):
            if target is None:
                faults.append(f'{path}:{number}: "{name}" is no file of the project; Qt and system headers take <>')
            elif room_of(target) != room and room_of(target) not in ALLOWED[room]:
                faults.append(f"{path}:{number}: {room} must not include {room_of(target)} ({name})")
    return faults


if __name__ == "__main__":
    run(check)
