# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
# For the shell scripts of this folder: starts and ends a sandbox store. Sourced.

# Keys, endpoints and certificates of whoever runs this have no part in it.
unset "${!AWS_@}"

# start_sandbox BIN FOLDER [OPTION...]: sets sandbox_pid and ENDPOINT, ENDPOINT_TLS, REGION, ACCESS_KEY,
# SECRET_KEY and CA_FILE.
start_sandbox() {
    local bin=$1 folder=$2 name value tries=0
    shift 2
    mkdir -p "$folder"
    : >"$folder/endpoint"
    "$bin/partway-sandbox" --root "$folder/store" "$@" >"$folder/endpoint" 2>"$folder/sandbox.log" </dev/null &
    sandbox_pid=$!
    until grep -q '^CONTROL=.' "$folder/endpoint"; do # its last line
        if ! kill -0 "$sandbox_pid" 2>/dev/null || ((++tries > 200)); then
            cat "$folder/sandbox.log" >&2
            echo "the sandbox did not start" >&2
            return 1
        fi
        sleep 0.05
    done
    while IFS='=' read -r name value; do
        case $name in
            ENDPOINT | ENDPOINT_TLS | REGION | ACCESS_KEY | SECRET_KEY | CA_FILE) printf -v "$name" '%s' "$value" ;;
        esac
    done <"$folder/endpoint"
}

# object_file BIN FOLDER BUCKET/KEY: the file that holds the object's bytes.
object_file() { "$1/partway-sandbox" --root "$2/store" --where "$3" | sed -n 's/^FILE=//p'; }

stop_sandbox() {
    [[ -n ${sandbox_pid:-} ]] || return 0
    kill "$sandbox_pid" 2>/dev/null || true
    wait "$sandbox_pid" 2>/dev/null || true
    sandbox_pid=
}
