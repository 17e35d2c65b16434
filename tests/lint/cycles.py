# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Include cycles between units; a unit is a header with its source, and with its private header NAME_p.h."""

from directions import includes_of, sources
from tree import run


def unit_of(path):
    return path.rsplit(".", 1)[0].removesuffix("_p")


def unit_graph(tree):
    graph = {unit_of(path): set() for path in sources(tree)}
    for path in sources(tree):
        for _, _, target in includes_of(tree, path):
            if target is not None and unit_of(target) != unit_of(path):
                graph[unit_of(path)].add(unit_of(target))
    return graph


def find_cycle(graph, allowed):
    """The units of one cycle among the allowed ones, first one repeated at the end; empty without one."""
    done, path, on_path = set(), [], set()

    def walk(unit):
        path.append(unit)
        on_path.add(unit)
        for following in sorted(graph.get(unit, set()) & allowed):
            if following in on_path:
                return path[path.index(following):] + [following]
            if following not in done:
                found = walk(following)
                if found:
                    return found
        path.pop()
        on_path.discard(unit)
        done.add(unit)
        return []

    return next(filter(None, (walk(unit) for unit in sorted(allowed) if unit not in done)), [])


def check(tree):
    """No unit includes itself through others."""
    graph, faults = unit_graph(tree), []
    allowed = set(graph)
    while cycle := find_cycle(graph, allowed):
        faults.append("cycle: " + " -> ".join(cycle))
        allowed -= set(cycle)  # so that further ones are told, too
    return faults


if __name__ == "__main__":
    run(check)
