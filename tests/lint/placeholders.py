# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations fill in what the texts fill in: the same %1, %2, %n, and no keyboard mark where there was none."""

import re
import xml.etree.ElementTree as ET

from tree import run

_PLACE = re.compile(r"%(?:L?\d|L?n)")
_MARK = re.compile(r"&(?=[^& ])")


def translated(tree):
    """(file, source, translation) for each text and each of its plural forms that is translated."""
    for path in tree.below("translations", endings=".ts"):
        for message in ET.fromstring(tree.text(path)).iter("message"):
            node = message.find("translation")
            forms = [form.text or "" for form in node.iter("numerusform")] or [node.text or ""]
            for form in forms:
                yield path, message.findtext("source"), form, node.get("type") == "unfinished"


def warn(tree):
    open_texts = [path for path, _, _, unfinished in translated(tree) if unfinished]
    return [f"{path}: {open_texts.count(path)} texts are not translated" for path in sorted(set(open_texts))]


def check(tree):
    """Every finished translation has its source's placeholders, and a keyboard mark only where the source has one."""
    faults = []
    for path, source, form, unfinished in translated(tree):
        if unfinished:
            continue
        if sorted(set(_PLACE.findall(source))) != sorted(set(_PLACE.findall(form))):
            faults.append(f"{path}: the placeholders of '{source}' and '{form}' differ")
        if len(_MARK.findall(form)) != len(_MARK.findall(source)):
            faults.append(f"{path}: '{source}' and '{form}' differ in their keyboard mark")
    return faults


if __name__ == "__main__":
    run(check, warn)
