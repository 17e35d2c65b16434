#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
# demo.sh BIN: one file goes to a sandbox store in parts; its object is compared with it.
set -euo pipefail
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
source "$here/sandbox.sh"
folder=$(mktemp -d "${TMPDIR:-/tmp}/partway-demo.XXXXXX")
trap 'stop_sandbox; rm -rf "$folder"' EXIT

start_sandbox "$bin" "$folder"
echo "sandbox store at $ENDPOINT (pid $sandbox_pid), bucket 'sandbox'"
head -c $((64 * 1024 * 1024)) /dev/urandom >"$folder/demo.bin"

export AWS_ACCESS_KEY_ID=$ACCESS_KEY AWS_SECRET_ACCESS_KEY=$SECRET_KEY
command=(partway-cli upload --endpoint "$ENDPOINT" --region "$REGION" --to s3://sandbox/demo/
    --part-size 8MiB --state-dir "$folder/state" "$folder/demo.bin")
echo "\$ ${command[*]}"
"$bin/${command[0]}" "${command[@]:1}"

object=$(object_file "$bin" "$folder" sandbox/demo/demo.bin)
wanted=$(sha256sum <"$folder/demo.bin")
found=$(sha256sum <"$object")
echo "SHA-256 of the file    ${wanted%% *}"
echo "SHA-256 of the object  ${found%% *}"
echo "receipt:"
cat "$folder"/state/receipts/*.json
echo
[[ $wanted == "$found" ]] || { echo "they differ" >&2; exit 1; }
echo "the object is the file, byte for byte"
