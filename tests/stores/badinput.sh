#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
# badinput.sh BIN: what people get wrong. Each case: the exit status that says it, one clear sentence, no secret.
set -uo pipefail
bin=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
source "$here/sandbox.sh"
folder=$(mktemp -d "${TMPDIR:-/tmp}/partway-badinput.XXXXXX")
mounted=() others=()
finish() {
    stop_sandbox
    for sandbox_pid in ${others[@]+"${others[@]}"}; do stop_sandbox; done
    for place in ${mounted[@]+"${mounted[@]}"}; do umount "$place"; done
    chmod -R u+rwX "$folder" && rm -rf "$folder"
}
trap finish EXIT
passed=0 failed=0 skipped=0

start_sandbox "$bin" "$folder" || exit 1
good_endpoint=$ENDPOINT good_secret=$SECRET_KEY good_region=$REGION
head -c 100000 /dev/urandom >"$folder/file.bin"
number=0
as_user=() # a prefix that runs the program as somebody else

# wants STATUS PATTERN NAME -- ARGUMENT...: runs partway-cli in a state folder of its own (or $state).
wants() {
    local status=$1 pattern=$2 name=$3 got out
    shift 4
    number=$((number + 1)) # not within the $(…) below, which would forget it
    out=$(AWS_ACCESS_KEY_ID=$ACCESS_KEY AWS_SECRET_ACCESS_KEY=$SECRET_KEY \
        timeout -s INT -k 20 "${limit:-60}" ${as_user[@]+"${as_user[@]}"} "$bin/partway-cli" "$1" --state-dir "${state:-$folder/state$number}" \
        "${@:2}" 2>&1 </dev/null)
    got=$?
    local wrong=
    [[ $got =~ ^($status)$ ]] || wrong="exit status $got, not $status"
    grep -qiE "$pattern" <<<"$out" || wrong+="${wrong:+; }nothing said of: $pattern"
    grep -qF -e "${SECRET_KEY:-$good_secret}" -e "$good_secret" <<<"$out" && wrong+="${wrong:+; }the secret is in the output"
    grep -qiE 'terminate called|assert|segmentation|#0 |traceback|backtrace' <<<"$out" && wrong+="${wrong:+; }a crash"
    if [[ -n $wrong ]]; then
        failed=$((failed + 1))
        printf 'FAILED  %s: %s\n%s\n' "$name" "$wrong" "$(head -n 12 <<<"$out")"
    else
        passed=$((passed + 1))
        printf 'ok      %s (%s): %s\n' "$name" "$got" "$(grep -iE "$pattern" <<<"$out" | head -n 1)"
    fi
}
skip() { skipped=$((skipped + 1)); echo "skipped $1"; }
store=(--endpoint "$good_endpoint" --region "$good_region" --to s3://sandbox/bad/)

# --- the command itself
wants 2 'unknown|usage|command' "no such command" -- dance
wants 2 'unknown|option' "no such option" -- upload "${store[@]}" --sideways "$folder/file.bin"
wants 2 'file|path|usage' "nothing to upload" -- upload "${store[@]}"
wants 2 'bucket|destination|s3://' "a destination that is none" -- upload --endpoint "$good_endpoint" --to nowhere: "$folder/file.bin"
wants 2 'part' "a part size that is none" -- upload "${store[@]}" --part-size many "$folder/file.bin"
wants 2 'endpoint|url' "an endpoint that is none" -- upload --endpoint '::::' --to s3://sandbox/ "$folder/file.bin"

# --- files
wants 1 'not exist|no such|missing|not found|not there' "missing file" -- upload "${store[@]}" "$folder/gone.bin"
echo secret-content >"$folder/closed.bin"
chmod 000 "$folder/closed.bin"
if ((EUID)); then
    wants 1 'permission|not allowed|cannot be read|unreadable' "unreadable file" -- upload "${store[@]}" "$folder/closed.bin"
elif command -v setpriv >/dev/null; then
    chmod 755 "$folder"
    mkdir -m 777 "$folder/stateu"
    as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups env "HOME=$folder/stateu")
    state=$folder/stateu \
        wants 1 'permission|not allowed|cannot be read|unreadable' "unreadable file" -- upload "${store[@]}" "$folder/closed.bin"
    as_user=()
else
    skip "unreadable file: root can read all"
fi
mkdir -p "$folder/loop/inner"
ln -s .. "$folder/loop/inner/up"
cp "$folder/file.bin" "$folder/loop/one.bin"
wants 0 '.' "directory loop, links followed" -- upload "${store[@]}" --follow-links "$folder/loop"
mkfifo "$folder/pipe"
wants 1 'regular|device|pipe|not a file' "a pipe by name" -- upload "${store[@]}" "$folder/pipe"
long=$(printf 'k%.0s' {1..1100})
wants '[12]' 'key|long|1,?024|1\.024' "a key that cannot be sent" -- upload --endpoint "$good_endpoint" \
    --region "$good_region" --to "s3://sandbox/$long/" "$folder/file.bin"

# --- store
ACCESS_KEY=AKNOBODYKNOWSTHIS1 wants 4 'access key|key id|sign' "wrong key" -- upload "${store[@]}" "$folder/file.bin"
SECRET_KEY=this-is-not-the-secret-0123456789 wants 4 'secret|signature|sign' "wrong secret" -- upload "${store[@]}" "$folder/file.bin"
ACCESS_KEY='' SECRET_KEY='' wants '[24]' 'key|sign' "no key at all" -- upload "${store[@]}" "$folder/file.bin"
wants 1 'bucket' "no such bucket" -- upload --endpoint "$good_endpoint" --region "$good_region" --to s3://not-there-at-all/ "$folder/file.bin"
wants 1 'bucket' "a bucket name that cannot be" -- upload --endpoint "$good_endpoint" --region "$good_region" --to s3://UPPER_case/ "$folder/file.bin"
# A store that cannot be reached is waited for; Ctrl+C (here after some seconds) leaves it to be resumed.
limit=12 wants '[13]' 'reach|resolve|host|network|connect' "no host of that name" -- upload \
    --endpoint http://no-such-host.invalid --region us-east-1 --to s3://sandbox/ "$folder/file.bin"
limit=12 wants '[13]' 'reach|refused|host|network|connect' "nobody listens" -- upload \
    --endpoint http://127.0.0.1:1 --region us-east-1 --to s3://sandbox/ "$folder/file.bin"

stop_sandbox
start_sandbox "$bin" "$folder/html" --fault '* : html=200' || exit 1
wants 1 'not (an )?s3|html|web page|xml|not .*store' "an endpoint that speaks HTML" -- upload --endpoint "$ENDPOINT" \
    --region "$REGION" --to s3://sandbox/ "$folder/file.bin"
stop_sandbox
start_sandbox "$bin" "$folder/tls" --tls || exit 1
wants 1 'certificate' "a certificate nobody knows" -- upload --endpoint "$ENDPOINT_TLS" --region "$REGION" \
    --to s3://sandbox/ "$folder/file.bin"
AWS_CA_BUNDLE=$CA_FILE wants 0 '.' "the same certificate, named" -- upload --endpoint "$ENDPOINT_TLS" --region "$REGION" \
    --to s3://sandbox/ "$folder/file.bin"
AWS_CA_BUNDLE=$folder/none.pem wants '[12]' 'none.pem|certificate|CA' "a CA file that is not there" -- upload \
    --endpoint "$ENDPOINT_TLS" --region "$REGION" --to s3://sandbox/ "$folder/file.bin"
stop_sandbox

# --- the state folder
start_sandbox "$bin" "$folder/again" || exit 1
store=(--endpoint "$ENDPOINT" --region "$REGION" --to s3://sandbox/state/)
state=$folder/corrupt wants 0 '.' "a first upload" -- upload "${store[@]}" "$folder/file.bin"
journal=$(find "$folder/corrupt" -maxdepth 1 -name 'journal*' -size +0 | grep -vE 'wal|shm|lock' | head -n 1)
if [[ -n $journal ]]; then
    rm -f "$journal"-wal "$journal"-shm
    head -c 20000 /dev/urandom >"$journal"
    before=$(sha256sum <"$journal")
    state=$folder/corrupt wants 1 'journal.*(damaged|corrupt|cannot|not a)' "a corrupt journal" -- upload "${store[@]}" "$folder/file.bin"
    grep -qF "${before%% *}" <(sha256sum "$folder"/corrupt/journal*) || { failed=$((failed + 1)); echo "FAILED  the corrupt journal was not kept"; }
else
    failed=$((failed + 1)); echo "FAILED  no journal in the state folder: $(ls "$folder/corrupt")"
fi
if ((EUID == 0)) && mkdir "$folder/full" "$folder/fixed" && mount -t tmpfs -o size=64k none "$folder/full" 2>/dev/null; then
    mounted+=("$folder/full")
    dd if=/dev/zero of="$folder/full/filler" bs=4k 2>/dev/null
    state=$folder/full wants 1 'full|space' "a full disk under the journal" -- upload "${store[@]}" "$folder/file.bin"
    mount -t tmpfs -o size=1m,ro none "$folder/fixed" && mounted+=("$folder/fixed")
    state=$folder/fixed wants 1 'read-only|cannot be written|not writable|write' "a read-only state folder" -- \
        upload "${store[@]}" "$folder/file.bin"
else
    skip "a full disk under the journal: needs root and a small file system"
    mkdir -p "$folder/fixed" && chmod 555 "$folder/fixed"
    if ((EUID)); then
        state=$folder/fixed wants 1 'read-only|cannot be written|not writable|write' "a read-only state folder" -- \
            upload "${store[@]}" "$folder/file.bin"
    else
        skip "a read-only state folder: root can write all"
    fi
fi
: >"$folder/nofolder"
state=$folder/nofolder wants 1 'folder|directory|journal|write' "a state folder that is a file" -- upload "${store[@]}" "$folder/file.bin"

echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0))
