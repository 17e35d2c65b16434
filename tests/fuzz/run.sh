#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: run.sh PROGRAMS SECONDS [NAME...]: runs each fuzzer for so long, from its small corpus, as many at once as there
# are processors; says how many runs. What breaks is kept in PROGRAMS/../found, and `PROGRAMS/fuzz_NAME FILE` runs it again.
# FUZZ_SEED: where chance begins (0: somewhere new each time).
set -uo pipefail
here=$(dirname "$(readlink -f "$0")")
programs=$1 seconds=$2
shift 2
(($#)) || set -- replies headers listings receipt tickets uploadtickets accounts awsfiles names journal
found=$programs/../found
mkdir -p "$found"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Journals are opened again and again: in memory where that is to be had, else it is the disk that is measured.
[[ ! -w /dev/shm ]] || export TMPDIR=/dev/shm
export QT_LOGGING_RULES='*=false' ASAN_OPTIONS=detect_leaks=0

run_one() { # NAME
    local name=$1 grown=$work/$1 log=$work/$1.log
    mkdir "$grown"
    if "$programs/fuzz_$name" -seed="${FUZZ_SEED:-0}" -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$found/$name-" "$grown" "$here/corpus/$name" >"$log" 2>&1; then
        printf '%-13s %10s runs in %s s, %s new inputs\n' "$name" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$seconds" "$(find "$grown" -type f | wc -l)"
    else
        printf '%-13s BROKE:\n%s\n' "$name" "$(tail -n 60 "$log")"
        return 1
    fi
}

broken=0 running=0
for name in "$@"; do
    if ((running == $(nproc))); then
        wait -n || broken=1
        running=$((running - 1))
    fi
    run_one "$name" &
    running=$((running + 1))
done
for ((; running > 0; --running)); do wait -n || broken=1; done
exit $broken
