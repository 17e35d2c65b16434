# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the place "Buckets" (see leftovers.py): look, make, copy, link, delete."""
import hashlib
import re
import time
import urllib.request

from steps import Steps

step = Steps()


def open_buckets(window):
    window.keys("ctrl+3")
    window.key("F5")


def to_row(window, *names):
    """Opens one after the other by its first letters, as the keys of a tree do; the last one is current."""
    window.keys("ctrl+3", "Home")
    for name in names:
        window.look(f"table cell:/^{re.escape(name)}/")
        window.write(name)
        window.look(f"table cell:/^{re.escape(name)}/", "--until", "states=selected")
        if name != names[-1]:
            window.key("Right")
            time.sleep(1.2)  # what is typed next begins a new search


@step
def objects_are_looked_into(window):
    open_buckets(window)
    window.look("table cell:/^archive/")
    window.key("Home", "Right")
    window.look("table cell:/^report 1.txt/")
    window.key("Down")
    window.look("table cell:/^text|octet/")
    window.names("details")
    window.tab_to("page tab list:About the object", "page tab:Details")
    window.key("Right", "Right")
    window.look("label:/^2 versions, the newest first/")
    window.names("versions")


def arrived(window, store, bucket, key):
    """What is current in the archive has come there."""
    window.until(f"{key} is there", lambda: store.sha256(bucket, key)
                 == hashlib.sha256(b"second, longer words").hexdigest())


def copied(window, key):
    """… to the bucket "media", and to no other place."""
    arrived(window, window.scene.store, "media", key)
    assert window.scene.store.sha256("archive", key.split("/")[-1]) is None


@step
def a_copy_by_keys(window):
    window.keys("ctrl+3")
    window.key("Menu", "c")
    window.look("text:Bucket and folder to copy to", "--until", "text=^archive")
    window.names("copy")
    window.key("alt+t", "ctrl+a")
    window.write("media/by keys")
    window.key("alt+n", "ctrl+a")
    window.write("report 2.txt")
    window.key("Return")
    copied(window, "by keys/report 2.txt")


@step
def a_copy_by_pointer(window):
    window.look("table cell:/^report 1.txt/", "--mouse")
    window.look("push button:/^Copy to/", "--mouse")
    for control, text in (("Bucket and folder to copy to", "media/by pointer/"), ("Name of the copy", "report 3.txt")):
        window.look(f"text:{control}", "--mouse")
        window.key("ctrl+a")
        window.write(text)
    window.look("push button:Copy", "--mouse")
    copied(window, "by pointer/report 3.txt")


@step
def a_copy_with_other_metadata(window):
    to_row(window, "archive", "report 1.txt")
    window.key("Menu", "c")
    window.look("dialog:Copy to another place")
    window.key("alt+r", "Down")
    window.look("text:Headers, one a line")
    window.key("alt+g")
    window.write("team")
    window.look("label:/^.team. is not a tag/")
    window.write("=print")
    window.key("alt+h")
    window.write("x-amz-meta-by: somebody")
    window.key("alt+t", "ctrl+a")
    window.write("media/by keys/")
    window.key("alt+n", "ctrl+a")
    window.write("report 4.txt")
    window.names("copy-replacing")
    window.key("Return")
    copied(window, "by keys/report 4.txt")
    kept = window.scene.carried("sandbox", "media", "by keys/report 4.txt")
    assert "somebody" in kept and "team=print" in kept and "film" not in kept, kept
    kept = window.scene.carried("sandbox", "media", "by keys/report 2.txt")  # of the copy that carried it all
    assert "team=film" in kept and '"me"' in kept, kept


@step
def a_copy_to_another_service(window):
    to_row(window, "archive", "report 1.txt")
    window.key("Menu", "c")
    window.look("dialog:Copy to another place")
    window.key("alt+a")
    window.write("Other")
    window.look("label:/^Objects have no tags there/")
    window.key("alt+t", "ctrl+a")
    window.write("offsite/in/")
    window.look("push button:Copy", "--until", "states=disabled")  # not before it was said
    window.names("copy-other-service")
    window.key("alt+p", "Return")
    arrived(window, window.scene.other.store, "offsite", "in/report 1.txt")
    kept = window.scene.carried("other", "offsite", "in/report 1.txt")
    assert '"me"' in kept and "team" not in kept, kept
    window.look("label:/^1 copy added.* 1 of them will have no tags/")
    window.names("tags-lost")


@step
def a_bucket_and_a_folder_are_made(window):
    window.keys("ctrl+3")
    window.key("Menu", "b")
    window.look("dialog:New bucket")
    window.write("Made By Keys")
    window.look("label:/^Only small letters/")
    window.names("new-bucket-refused")
    window.key("ctrl+a")
    window.write("made-by-keys")
    window.names("new-bucket")
    window.key("Return")
    window.look("label:/^The bucket .made-by-keys. is there/")
    window.scene.send("GET", "made-by-keys")  # the store has it
    to_row(window, "made-by-keys")
    window.key("ctrl+shift+n")
    window.look("dialog:New folder")
    window.write("reels 1")
    window.names("new-folder")
    window.key("Return")
    window.look("table cell:/^reels 1/")
    window.until("it is there", lambda: "reels 1/" in window.scene.send("GET", "made-by-keys").decode())


@step
def names_are_searched(window):
    for number in range(3):
        window.scene.send("PUT", f"media/clip {number}.mov", body=b"x")
    open_buckets(window)
    to_row(window, "media")
    window.key("Right")
    window.look("table cell:/^clip 0.mov/")
    window.key("ctrl+f")
    window.write("clip 1")
    window.gone("table cell:/^clip 0.mov/")
    window.look("table cell:/^clip 1.mov/")
    window.names("search")
    window.key("ctrl+a")
    window.write("clip")
    window.key("Return")  # asks the store for names that begin so
    window.look("table cell:/^clip 2.mov/")
    window.gone("table cell:/^day 1/")
    window.key("ctrl+f", "ctrl+a", "BackSpace", "Return")
    window.look("table cell:/^day 1/")


@step
def a_link_for_others(window):
    to_row(window, "archive", "report 1.txt")
    window.key("Menu", "l")
    window.look("text:The link", "--until", "text=X-Amz-Signature")
    window.names("link")
    link = window.look("text:The link", "--get", "text")
    assert urllib.request.urlopen(link, timeout=30).read() == b"second, longer words"
    window.key("Escape")


@step
def deleting_asks_what_is_lost(window):
    to_row(window, "archive", "report 1.txt")
    window.key("Delete")
    window.look("label:/^Hide .report 1.txt/")
    window.names("hide")
    window.key("Escape")
    assert window.scene.store.sha256("archive", "report 1.txt")
    window.keys("ctrl+3")
    window.key("Delete")
    window.look("label:/^Hide .report 1.txt/")
    window.key("alt+h")
    window.until("it is hidden", lambda: window.scene.store.sha256("archive", "report 1.txt") is None)


@step
def deleting_for_good_asks_otherwise(window):
    open_buckets(window)
    to_row(window, "media", "day 1", "notes.txt")
    window.key("Delete")
    window.look("label:/^Delete .day 1.notes.txt. for good/")
    window.names("delete-for-good")
    window.key("Escape")
    assert window.scene.store.sha256("media", "day 1/notes.txt")
    window.keys("ctrl+3")
    window.key("Delete")
    window.look("label:/^Delete .day 1.notes.txt. for good/")
    window.key("alt+d")
    window.until("it is gone", lambda: window.scene.store.sha256("media", "day 1/notes.txt") is None)
    assert window.scene.store.sha256("media", "day 1/clip.mov")
