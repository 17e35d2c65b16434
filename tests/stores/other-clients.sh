#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Other people's clients against the sandbox: aws, boto3 and rclone upload (in parts too), list, download and
# compare, over http and https, and curl signs one request by itself. A client that is not installed is skipped by name.
#
#   other-clients.sh PARTWAY-SANDBOX     (ctest -L clients runs it)
# shellcheck disable=SC2317,SC2016  # the checks are called by name; a query of aws has backquotes
set -euo pipefail
sandbox=${1:?usage: other-clients.sh PATH-TO-partway-sandbox}
work=$(mktemp -d "${TMPDIR:-/tmp}/partway-clients.XXXXXX")
coproc SANDBOX { exec "$sandbox" --root "$work/root" --tls --exit-with-parent; }
# shellcheck disable=SC2154
trap 'kill "$SANDBOX_PID" 2>/dev/null && wait "$SANDBOX_PID" 2>/dev/null; rm -rf "$work"' EXIT
while IFS= read -r line <&"${SANDBOX[0]}"; do
    export "PW_${line?}"
    [[ $line == CONTROL=* ]] && break
done

export HOME=$work AWS_EC2_METADATA_DISABLED=true AWS_PAGER='' AWS_CONFIG_FILE=/dev/null AWS_MAX_ATTEMPTS=2
export AWS_ACCESS_KEY_ID=$PW_ACCESS_KEY AWS_SECRET_ACCESS_KEY=$PW_SECRET_KEY AWS_DEFAULT_REGION=$PW_REGION
export AWS_CA_BUNDLE=$PW_CA_FILE
export RCLONE_CONFIG=/dev/null RCLONE_CONFIG_BOX_TYPE=s3 RCLONE_CONFIG_BOX_PROVIDER=Other
export RCLONE_CONFIG_BOX_ACCESS_KEY_ID=$PW_ACCESS_KEY RCLONE_CONFIG_BOX_SECRET_ACCESS_KEY=$PW_SECRET_KEY
export RCLONE_CONFIG_BOX_REGION=$PW_REGION RCLONE_CA_CERT=$PW_CA_FILE

mkdir "$work/files"
head -c 20000003 /dev/urandom >"$work/files/large.bin" # three parts of 8 MiB, the last short
head -c 300007 /dev/urandom >"$work/files/small.bin"
printf 'Grüße\n' >"$work/files/a b+ü (1).txt"
: >"$work/files/empty"

failures=0
say() { printf '%-34s %s\n' "$1" "$2"; }
check() { # NAME COMMAND…
    local name=$1 log="$work/log"
    shift
    if "$@" >"$log" 2>&1; then
        say "$name" ok
    else
        say "$name" FAILED
        sed 's/^/    /' "$log"
        failures=$((failures + 1))
    fi
}

with_aws() { # AWS ENDPOINT PREFIX
    local aws=("$1" --endpoint-url "$2" s3) to="s3://sandbox/$3"
    "${aws[@]}" cp --no-progress --recursive "$work/files" "$to" --metadata "note=kept" &&
        "${aws[@]}" ls "$to/" &&
        [[ $("${aws[@]}" ls "$to/" | wc -l) == 4 ]] &&
        rm -rf "$work/back" && "${aws[@]}" cp --no-progress --recursive "$to" "$work/back" &&
        diff -r "$work/files" "$work/back" &&
        [[ $("$1" --endpoint-url "$2" s3api head-object --bucket sandbox --key "$3/large.bin" \
            --query Metadata.note --output text) == kept ]] &&
        [[ $("$1" --endpoint-url "$2" s3api list-multipart-uploads --bucket sandbox \
            --query 'length(Uploads || `[]`)') == 0 ]] &&
        "${aws[@]}" mv --no-progress "$to/small.bin" "$to/moved.bin" &&
        "${aws[@]}" rm --recursive "$to/" && [[ -z $("${aws[@]}" ls "$to/" || true) ]]
}

with_rclone() ( # ENDPOINT PREFIX; a subshell, for its environment
    local to="box:sandbox/$2"
    export RCLONE_CONFIG_BOX_ENDPOINT=$1
    unset AWS_CA_BUNDLE # rclone refuses to start with it
    rclone copy --s3-upload-cutoff 5M --s3-chunk-size 5M "$work/files" "$to" &&
        rclone lsl "$to" &&
        rclone check --download "$work/files" "$to" &&
        rclone check "$work/files" "$to" &&
        rm -rf "$work/back" && rclone copy "$to" "$work/back" && diff -r "$work/files" "$work/back" &&
        rclone mkdir box:other && rclone copyto "$to/large.bin" box:other/copy.bin &&
        [[ $(rclone cat box:other/copy.bin | sha256sum) == $(sha256sum <"$work/files/large.bin") ]] &&
        rclone purge "$to" && rclone purge box:other
)

with_curl() { # curl signs by itself: its own implementation of Signature V4
    curl -fsS --aws-sigv4 "aws:amz:$PW_REGION:s3" --user "$PW_ACCESS_KEY:$PW_SECRET_KEY" \
        -H "x-amz-content-sha256: UNSIGNED-PAYLOAD" "$1/sandbox?list-type=2" --cacert "$PW_CA_FILE"
}

with_boto3() { "$1" -B "$(dirname "$0")/boto3client.py" "$2" "$work/files"; }

for scheme in http https; do
    endpoint=$PW_ENDPOINT
    [[ $scheme == https ]] && endpoint=$PW_ENDPOINT_TLS
    while IFS= read -r aws; do
        check "aws $("$aws" --version 2>&1 | sed 's|aws-cli/\([^ ]*\).*|\1|'), $scheme" \
            with_aws "$aws" "$endpoint" "aws/$scheme"
    done < <(type -ap aws | xargs -rn1 readlink -f | sort -u)
    for python in /usr/bin/python3 python3; do
        "$python" -c 'import boto3' 2>/dev/null || { say "boto3 of $python" "not installed"; continue; }
        check "boto3 of $python, $scheme" with_boto3 "$python" "$endpoint"
    done
    if command -v rclone >/dev/null; then
        check "$(rclone version | head -1), $scheme" with_rclone "$endpoint" "rclone/$scheme"
    else
        say rclone "not installed"
    fi
    check "curl, $scheme" with_curl "$endpoint"
done
[[ -z $(find "$work/root/buckets/sandbox/uploads" -mindepth 1) ]] || { echo "uploads were left behind"; exit 1; }
exit $((failures > 0))
