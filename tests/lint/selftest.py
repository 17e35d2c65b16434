# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every check finds a fault that is planted for it, and none in a tree without faults."""

import os
import tempfile
import unittest

import cycles
import directions
import eventloop
import length
import noscreen
import placeholders
import secrets_stay
import spdx
from tree import Tree, code_only

SPDX = ("// SPDX-FileCopyrightText: 2026 The Partway authors\n"
        "// SPDX-License-Identifier: GPL-3.0-or-later\n")

CLEAN = {
    "core/base/error.h": SPDX + "#pragma once\n#include <QString>\n",
    "core/base/error.cpp": SPDX + '#include "base/error.h"\n// tr("not code") and QEventLoop neither\n',
    "core/s3/client.h": SPDX + '#pragma once\n#include "base/error.h"\n',
    "core/s3/client.cpp": SPDX + '#include "s3/client.h"\n#include "client.moc"\nauto text = "a secret \\" << tr(";\n',
    "ui/window.cpp": SPDX + '#include "s3/client.h"\n#include <QWidget>\nauto t = tr("Title");\n',
    "app/main.cpp": SPDX + '#include "base/error.h"\nint main() { return app.exec(); }\n',
}


class Planted(unittest.TestCase):
    def faults(self, check, **files):
        """The check's faults in the clean tree with these files on top."""
        with tempfile.TemporaryDirectory() as root:
            for path, text in {**CLEAN, **files}.items():
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
            return check(Tree(root))

    def finds(self, check, path, text, part):
        faults = self.faults(check, **{path: text})
        self.assertEqual(len(faults), 1, faults)
        self.assertIn(part, faults[0])

    def test_clean_tree_has_no_faults(self):
        for module in (cycles, directions, eventloop, length, noscreen, placeholders, secrets_stay, spdx):
            self.assertEqual(self.faults(module.check), [], module.__name__)

    def test_upward_include(self):
        self.finds(directions.check, "core/base/error.h", '#include "s3/client.h"\n', "base must not include s3")
        self.finds(directions.check, "core/s3/x.h", '#  include "window.h"\n', "no file of the project")
        self.finds(directions.check, "core/store/x.cpp", '#include "ui/window.cpp"\n', "store must not include ui")
        self.finds(directions.check, "core/http/x.cpp", '#include "../s3/client.h"\n', "http must not include s3")

    def test_room_without_a_rule(self):
        self.finds(directions.check, "core/tools/x.h", "", "'tools' is not in the table")

    def test_file_that_is_not_there(self):
        self.finds(directions.check, "app/x.cpp", '#include "base/gone.h"\n', "no file of the project")

    def test_cycle_between_units(self):
        self.finds(cycles.check, "core/base/error.cpp", '#include "s3/client.h"\n',
                   "core/base/error -> core/s3/client -> core/base/error")

    def test_header_and_source_are_one_unit(self):
        self.assertEqual(self.faults(cycles.check, **{
            "core/base/error.h": '#include "base/ids.h"\n', "core/base/ids.h": "",
            "core/base/ids.cpp": '#include "base/ids.h"\n#include "base/ids_p.h"\n',
            "core/base/ids_p.h": '#include "base/ids.h"\n'}), [])

    def test_long_file(self):
        self.assertEqual(self.faults(length.check, **{"core/base/x.h": "\n" * 500}), [])
        self.finds(length.check, "core/base/x.h", "\n" * 501, "501 lines")
        self.assertEqual(len(self.faults(length.warn, **{"core/base/x.h": "\n" * 401})), 1)

    def test_texts_in_core(self):
        for text in ('auto t = tr("Title");', 'x = QCoreApplication::translate("a", "b");',
                     'auto t = QT_TR_NOOP("x");', "Q_DECLARE_TR_FUNCTIONS(X)"):
            self.finds(noscreen.check, "core/s3/x.cpp", text, "no texts for people")
        self.assertEqual(self.faults(noscreen.check, **{"core/s3/x.cpp": "attr(1); str(2); x.ptr();"}), [])

    def test_screen_in_core(self):
        for text in ("#include <QWidget>", "#include <QtGui/QImage>", "# include <QIcon>", "#include <QPainter>"):
            self.finds(noscreen.check, "core/s3/x.cpp", text, "Gui or Widgets")
            self.finds(noscreen.check, "ui/format/x.cpp", text, "Gui or Widgets")
        self.finds(noscreen.check, "core/CMakeLists.txt", "target_link_libraries(x Qt6::Widgets)", "links")

    def test_missing_licence_lines(self):
        self.finds(spdx.check, "core/base/x.h", "#pragma once\n", "SPDX")
        self.finds(spdx.check, "dev", "#!/bin/bash\n", "SPDX")
        self.finds(spdx.check, "core/CMakeLists.txt", "# SPDX-FileCopyrightText: 2026 The Partway authors\n", "SPDX")

    def test_secret_in_a_stream(self):
        self.finds(secrets_stay.check, "core/s3/x.cpp", "int a;\nqCDebug(wire) << x\n    << secretKey;\n", "x.cpp:2")
        self.finds(secrets_stay.check, "app/x.cpp", "out << account.password;", "x.cpp:1")
        self.assertEqual(self.faults(secrets_stay.check, **{
            "core/s3/x.cpp": 'qDebug() << "no secret" << count; secret = read();'}), [])

    def test_nested_event_loop(self):
        for text in ("QEventLoop loop;", "QCoreApplication::processEvents();", "process.waitForFinished();"):
            self.finds(eventloop.check, "ui/x.cpp", text, "event loop")
        self.finds(eventloop.check, "ui/x.cpp", "auto* from = sender();", "sender()")
        self.finds(eventloop.check, "ui/x.cpp", "connect(a, SIGNAL(b()), c, d);", "member pointer")

    def test_placeholders_of_translations(self):
        def file(source, translation):
            return (f"<TS><context><message><source>{source}</source><translation>{translation}</translation>"
                    "</message></context></TS>")
        path = "translations/x_de.ts"
        self.assertEqual(self.faults(placeholders.check, **{path: file("%1 of %2", "%2 von %1")}), [])
        self.finds(placeholders.check, path, file("%1 of %2", "%1 von"), "placeholders")
        self.finds(placeholders.check, path, file("&amp;File", "Datei"), "keyboard mark")
        self.finds(placeholders.check, path, file("%n part(s)", "<numerusform>%n Teil</numerusform>"
                                                  "<numerusform>Teile</numerusform>"), "placeholders")

    def test_comments_and_literals_are_not_code(self):
        self.assertEqual(code_only('a; // tr(\n"tr(" /* tr(\n*/ b; R"x(tr()x" \'"\' c'), 'a; \n"" \n b; "" "" c')


if __name__ == "__main__":
    unittest.main()
