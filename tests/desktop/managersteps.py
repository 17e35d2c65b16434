# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps of window.py: a real file manager as the source of what is dragged, with the real pointer."""
import contextlib
import filecmp
import os
import re
import subprocess

from steps import Steps, running

step = Steps()
DESK = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")


@contextlib.contextmanager
def manager_of(window, folder):
    """pcmanfm-qt beside the window, showing this folder; its window."""
    with running("pcmanfm-qt", "--profile", "test", str(folder), stderr=subprocess.DEVNULL, env=DESK):
        found = window.run("xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{re.escape(folder.name)}")
        manager = found.split()[0]
        window.run("xdotool", "windowsize", "--sync", window.id, "880", "700")
        window.run("xdotool", "windowmove", window.id, "0", "30")
        window.run("xdotool", "windowsize", manager, "440", "500")
        window.run("xdotool", "windowmove", manager, "930", "30")
        window.run("xdotool", "windowraise", manager)
        yield manager


def drag_from(window, manager, name, everything=False):
    """What has this name, or all there is, held by this one, to the middle of the window."""
    def box():
        found = window.run(window.tools / "a11y-dump", "--app", "pcmanfm-qt", "--wait", str(window.patience), "--find",
                           f"/^{re.escape(name)}/", "--get", "box")
        return tuple(map(int, re.findall(r"-?\d+", found)[:4]))

    # Where it has come to rest: it moves while the window is made smaller.
    x, y, width, height = window.until("the file's picture", lambda: (one := box())[0] > 900 and one == box() and one)
    at = (x + width // 2, y + height // 3)
    if everything:
        window.run("xdotool", "windowfocus", "--sync", manager, "mousemove", *map(str, at), "click", "1")
        window.run("xdotool", "key", "ctrl+a")
        window.run("xdotool", "sleep", "0.5")
    window.run("xdotool", "mousemove", *map(str, at), "mousedown", "1")
    for step_x in range(at[0], 380, -30):
        window.run("xdotool", "mousemove", str(step_x), "330", "sleep", "0.02")
    window.run("xdotool", "sleep", "0.5", "mouseup", "1")


def kept(window, key, file):
    return any(filecmp.cmp(file, one, shallow=False) for one in window.objects(key))


@step
def a_file_manager_is_a_source(window):
    window.stop()
    window.start()
    folder = window.files / "from the manager"
    folder.mkdir()
    file = folder / "dragged out.dat"
    file.write_bytes(os.urandom(200_000))
    with manager_of(window, folder) as manager:
        drag_from(window, manager, file.name)
        window.row(f"{re.escape(file.name)}, 100 .*Finished")
    assert kept(window, file.name, file)
    assert file.exists(), "the file manager moved it away"


@step
def a_tree_and_awkward_names_from_the_manager(window):
    """All of a folder at once: folders below it, names with blanks, emoji, other scripts and signs of addresses."""
    window.stop()
    window.start(fresh=True)
    folder = window.files / "mixed"
    names = ("a b  c.txt", "100% #1 & more?.txt", "写真 😀.jpg", "Überblick – größer.pdf", "tree/leaf.txt",
             "tree/branch one/leaf 😀.txt", "tree/branch one/deeper/last.txt")
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"content of {name}")
    with manager_of(window, folder) as manager:
        drag_from(window, manager, "a b  c.txt", everything=True)
        window.look(f"/^Finished, {len(names)} /")
    window.row("tree, folder, 3 .*100 ")
    for name in names:
        assert kept(window, name, folder / name), f"{name} is not the file"


@step
def a_thousand_from_the_manager(window):
    window.stop()
    window.start(fresh=True)
    folder = window.files / "a thousand"
    folder.mkdir()
    for number in range(1000):
        (folder / f"picture {number:04}.txt").write_text(f"content of {number}")
    with manager_of(window, folder) as manager:
        drag_from(window, manager, "picture 0000.txt", everything=True)
        # Asked of the store: to look through a thousand rows takes long.
        window.until("a thousand objects", lambda: sum(
            path.is_file() for path in (window.state / "sandbox").rglob("objects/*")) >= 1000)
    window.look("/^Finished, 1000 /")
    for number in (0, 499, 999):
        name = f"picture {number:04}.txt"
        assert kept(window, name, folder / name)
