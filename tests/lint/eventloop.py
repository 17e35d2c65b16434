# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Habits of the event loop: product code never runs a nested one and never asks who sent a signal."""

from tree import find_in_code, run

_NESTED = r"\bQEventLoop\b|\bprocessEvents\s*\(|\bwaitFor(ReadyRead|BytesWritten|Finished|Started|Connected)\s*\("
_SENDER = r"(?<![\w.>:])sender\s*\(\s*\)"
_OLD_CONNECT = r"\b(SIGNAL|SLOT)\s*\("


def check(tree):
    """core/, ui/ and app/ use no QEventLoop, processEvents(), waitFor…(), sender(), SIGNAL() or SLOT() (but for D-Bus)."""
    product = tree.below("core", "ui", "app")
    by_pointer = [path for path in product if not path.endswith("_dbus.cpp")]  # QDBusConnection has only names
    return (find_in_code(tree, product, _NESTED, "a nested or blocked event loop: wait by a signal")
            + find_in_code(tree, product, _SENDER, "sender(): connect a lambda that knows")
            + find_in_code(tree, by_pointer, _OLD_CONNECT, "connect by member pointer"))


if __name__ == "__main__":
    run(check)
