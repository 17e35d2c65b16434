# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The engine has no screen: no texts for people, no Widgets, no Gui in core/; no Gui in ui/format/."""

import re

from tree import find_in_code, run

_TEXTS = r"\btr\s*\(|\bQCoreApplication::translate\s*\(|\bQT_(TR|TRANSLATE)\w*|\bQ_DECLARE_TR_FUNCTIONS\b|\bqtTrId\b"
_SCREEN = (r"#\s*include\s*<(Qt(Gui|Widgets|Svg\w*)/|Q(Widget|Application|GuiApplication|Icon|Pixmap|Image|Color|Font\w*|"
           r"Palette|Painter|Clipboard|Screen|Window|Dialog|MainWindow|Action|DesktopServices|Key\w+|MouseEvent)>)")
# Compares with a text that Qt gives out in the user's language; says nothing itself.
_QTS_OWN = {"core/http/networkfailure.cpp"}
_LINKS = re.compile(r"Qt6::(Gui|Widgets|Svg)\b")


def check(tree):
    """core/ calls no tr() and includes nothing of Gui or Widgets; ui/format/ includes nothing of them either."""
    core = tree.below("core")
    plain = core + [p for p in tree.below("ui") if p.startswith("ui/format/")]
    faults = find_in_code(tree, [p for p in core if p not in _QTS_OWN], _TEXTS,
                          "core has no texts for people: give a code, ui/format says it")
    faults += find_in_code(tree, plain, _SCREEN, "nothing of Gui or Widgets here")
    for path in tree.below("core", endings=("CMakeLists.txt",)):
        for number, line in enumerate(tree.text(path).split("\n"), 1):
            if _LINKS.search(line.split("#")[0]):
                faults.append(f"{path}:{number}: core links nothing of Gui or Widgets")
    return faults


if __name__ == "__main__":
    run(check)
