# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No secret is written anywhere: a statement that logs or prints names nothing that sounds like one."""

import re

from tree import code_only, run

_WRITES = re.compile(r"\bq(C)?(Debug|Info|Warning|Critical|Fatal)\b|\bstd::(cout|cerr|clog)\b|\bf?printf\s*\("
                     r"|\bqt_message\w*|\b(out|err|stream)\s*<<")
_SECRET = re.compile(r"\b\w*(secret|password|passwd|sessionToken|session_token)\w*", re.IGNORECASE)
# Names that hold no secret though they sound like one.
_HARMLESS = re.compile(r"\b(secretId|secretName|secretPlace|hasSecret|SecretPlace|redact\w*)\b")


def check(tree):
    """Nothing that is named like a secret goes to a log or a stream in core/, ui/ or app/."""
    faults = []
    for path in tree.below("core", "ui", "app"):
        line = 1
        for statement in re.split(r"(?<=[;{}])", code_only(tree.text(path))):
            start = line + statement[:len(statement) - len(statement.lstrip())].count("\n")
            line += statement.count("\n")
            if _WRITES.search(statement) and _SECRET.search(_HARMLESS.sub("", statement)):
                faults.append(f"{path}:{start}: a secret goes to a log or a stream")
    return faults


if __name__ == "__main__":
    run(check)
