#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-ins in the real window: a role that wants a code of an MFA device, whose keys end before a long upload does. The
window asks for the code, says in time what will happen, and its button signs in anew. STS is a small double here.

Run inside a desktop that has a11y-dump, drag-files, screenshot and xdotool (./dev test --window):
    signins.py --bin FOLDER --tools FOLDER [--pictures FOLDER]
"""
import http.server
import json
import os
import re
import subprocess
import sys
import threading
import urllib.parse

from leftoverscene import KiB
from programs import Sandbox
from steps import Steps
from window import Window

step = Steps()
GiB = 1024 * 1024 * KiB
FORTY_MINUTES = 40 * 60 * 1000


class Sts(http.server.ThreadingHTTPServer):
    """Gives keys of the sandbox's that last so long; each code is good once."""

    def __init__(self, bin_folder, root, milliseconds):
        super().__init__(("127.0.0.1", 0), Answer)
        self.command = [bin_folder / "partway-sandbox", "--root", root, "--print-keys", str(milliseconds)]
        self.codes = []  # that were used
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def keys(self):
        return json.loads(subprocess.run(self.command, capture_output=True, text=True, check=True).stdout)


class Answer(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        form = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        code = form.get("TokenCode", [""])[0]
        good = len(code) == 6 and code not in self.server.codes and "SerialNumber" in form
        if good:
            self.server.codes.append(code)
            keys = self.server.keys()
            body = ("<AssumeRoleResponse><AssumeRoleResult><Credentials>"
                    f"<AccessKeyId>{keys['AccessKeyId']}</AccessKeyId>"
                    f"<SecretAccessKey>{keys['SecretAccessKey']}</SecretAccessKey>"
                    f"<SessionToken>{keys['SessionToken']}</SessionToken><Expiration>{keys['Expiration']}</Expiration>"
                    "</Credentials></AssumeRoleResult></AssumeRoleResponse>")
        else:
            body = ("<ErrorResponse><Error><Code>AccessDenied</Code><Message>MultiFactorAuthentication failed with invalid "
                    "MFA one time pass code.</Message></Error></ErrorResponse>")
        self.send_response(200 if good else 403)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *words):
        pass


class SignIns(Window):
    def __init__(self, bin_folder, tools, patience, pictures):
        super().__init__(bin_folder, tools, patience, pictures)
        self.sandbox = Sandbox(str(bin_folder), str(self.home / "store"))
        self.sts = Sts(bin_folder, self.sandbox.root, FORTY_MINUTES)
        self.film = self.files / "long film.mov"
        with self.film.open("wb") as film:  # takes no room
            film.truncate(3 * GiB)

    def begin(self):
        store = self.sandbox.store
        self.state.mkdir()
        (self.state / "preferences.ini").write_text(f"[speed]\nbytesPerSecond={256 * KiB}\n")
        subprocess.run(
            [self.bin / "partway-cli", "account", "add", "work", "--state-dir", self.state, "--endpoint", store.endpoint,
             "--provider", "sandbox", "--to", f"s3://{self.sandbox.bucket}/", "--keys", "environment", "--role-arn",
             "arn:aws:iam::123456789012:role/uploader", "--mfa-serial", "arn:aws:iam::123456789012:mfa/me",
             "--sts-endpoint", f"http://127.0.0.1:{self.sts.server_address[1]}"],
            check=True, stdout=subprocess.DEVNULL)
        self.launch("--state-dir", self.state, env={**os.environ, **store.environment()})

    def enter(self, code):
        self.look("dialog:Sign in", "--get", "name")
        self.look("text:Code of the MFA device", "--set", code)
        self.look("push button:Sign in", "--click")


@step
def a_code_is_asked_for_and_refused_once(window):
    window.begin()
    window.drop(window.film)
    window.look("dialog:Sign in", "--get", "name")
    window.names("code")
    window.enter("12345")
    window.look("label:/^That code was not accepted/")
    window.names("code refused")
    window.enter("111111")
    window.row("long film.mov, .*Sending")
    assert window.sts.codes == ["111111"], window.sts.codes


@step
def the_end_is_told_before_it_comes(window):
    notice = window.look("label:/^This needs about/", "--get", "name")
    assert "the sign-in of “work” ends in 39 min" in notice or "ends in 40 min" in notice, notice
    assert re.search(r"about [34] h", notice), notice  # half of it is what was measured so far
    window.names("sign-in ends")
    print("       ", notice)


@step
def the_button_signs_in_anew(window):
    window.look("push button:Sign in again now", "--click")
    window.look("dialog:Sign in", "--get", "name")
    window.names("again")
    window.enter("222222")
    window.until("the code was used", lambda: len(window.sts.codes) == 2)
    # It says so, and, since these keys last no longer, soon what will happen again.
    window.look("label:/^(Signed in again with “work”|This needs about)/")
    window.names("signed in again")
    assert window.sts.codes == ["111111", "222222"], window.sts.codes
    window.row("long film.mov, .*Sending")  # nothing waited


if __name__ == "__main__":
    sys.exit(step.main(__doc__, SignIns))
