#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An account's life with a real gnome-keyring: made, used, killed, renamed, removed, by the command line and through the
window; what secret-tool sees of it, and that its secrets are nowhere else: in no file, output, log, ps, nor in a core
dump of who reads the journal. The same with a locked keyring (its prompt refused, and answered) and with none. Leaks that
are planted at the end must be found by the same search.

Starts a private desktop for each (./dev test --keyring):
    keyring.py --bin FOLDER --tools FOLDER
"""
import argparse
import base64
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import keyringwindow

PROXY_PASSWORD = "proxy-Pa55-word-9f3c"
WRONG_SECRET = "locked-s3cret-77aa1"


class Failure(Exception):
    pass


def expect(condition, words):
    if not condition:
        raise Failure(words)


class Bench:
    def __init__(self, bin_folder):
        self.bin = pathlib.Path(bin_folder)
        self.home = pathlib.Path(os.environ["HOME"])
        self.folder = self.home / "bench"
        self.folder.mkdir(exist_ok=True)
        self.output = []  # all that programs said
        self.secrets = [PROXY_PASSWORD, WRONG_SECRET]
        self.sandbox = None

    def start_sandbox(self):
        lines = self.folder / "endpoint"
        # Beside the home: what it keeps of its own keys is its business.
        self.store_root = pathlib.Path(os.environ["DESKTOP_DIR"]).parent / f"sandbox-{os.getpid()}"
        self.sandbox = subprocess.Popen([self.bin / "partway-sandbox", "--root", self.store_root], stdout=lines.open("wb"),
                                        stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while "CONTROL" not in lines.read_text():
            expect(time.monotonic() < until, "the sandbox did not start")
            time.sleep(0.05)
        self.store = dict(line.split("=", 1) for line in lines.read_text().splitlines() if "=" in line)
        lines.unlink()
        self.secrets.append(self.store["SECRET_KEY"])

    def environment(self, **more):
        """Where programs say all they can."""
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "PARTWAY_"))}
        return {**clean, "PARTWAY_LOG": "debug", "QT_LOGGING_RULES": "partway.*=true;qt.network.*=true;qt.dbus.*=true",
                "QT_QPA_PLATFORM": "offscreen", **more}

    def launch(self, *arguments):
        return subprocess.Popen([self.bin / "partway-cli", *map(str, arguments)], env=self.environment(),
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def end(self, process, given=""):
        said, _ = process.communicate(given, timeout=100)
        self.output.append(said)
        return process.returncode, said

    def run(self, *arguments, given="", code=0):
        ended, said = self.end(self.launch(*arguments), given)
        expect(ended == code, f"partway-cli {arguments[0]} {arguments[1]}: {ended} instead of {code}: {said[-600:]}")
        return said

    def add(self, name, secret, *more, given="", code=0):
        return self.run("account", "add", name, "--endpoint", self.store["ENDPOINT"], "--provider", "sandbox",
                        "--access-key-id", self.store["ACCESS_KEY"], "--to", f"s3://{self.store['BUCKET']}/",
                        "--secret-stdin", *more, given=f"{secret}\n{given}", code=code)

    def file(self, name, size):
        path = self.folder / name
        path.write_bytes(os.urandom(size))
        return path

    def kept(self):
        """What secret-tool sees: user -> secret."""
        found = subprocess.run(["secret-tool", "search", "--all", "server", "Partway"], capture_output=True, text=True)
        text = found.stdout + found.stderr
        users = re.findall(r"attribute\.user = (.*)", text)
        secrets = re.findall(r"^secret = (.*)$", text, re.MULTILINE)
        expect(len(users) == len(secrets), f"secret-tool: {len(users)} entries, {len(secrets)} secrets")
        decoded = [base64.b64decode(secret).decode() for secret in secrets]  # so QtKeychain keeps bytes
        return dict(zip(users, decoded))

    def processes(self):
        listed = subprocess.run(["ps", "axww", "-o", "args"], capture_output=True, text=True).stdout
        for environ in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                command = (environ.parent / "comm").read_text().strip()
                if command in ("partway", "partway-cli"):
                    listed += environ.read_bytes().decode(errors="replace")
            except OSError:
                pass  # ended meanwhile
        return listed

    def kinds(self):
        """The ways in which a secret may be written."""
        kinds = [secret.encode(code) for secret in self.secrets for code in ("utf-8", "utf-16-le")]
        return kinds + [base64.b64encode(secret.encode()) for secret in self.secrets]

    def core_of_reader(self, path):
        """A core dump of a process that has just read the whole journal and the accounts."""
        subprocess.run(["gdb", "--batch", "-ex", "set breakpoint pending on", "-ex", "catch syscall exit_group", "-ex", "run",
                        "-ex", f"generate-core-file {path}", "--args", self.bin / "partway-cli", "status"],
                       env=self.environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        return path.read_bytes()

    def no_secret_in_a_core(self):
        path = pathlib.Path(os.environ["DESKTOP_DIR"]) / "core"
        core = self.core_of_reader(path)
        path.unlink()
        expect(b"film.bin" in core, "the core is of no process that has read the journal")
        expect(not any(kind in core for kind in self.kinds()), "a secret is in the core of who reads the journal")
        return len(core)

    def planted_leaks_are_found(self):
        """Were this search blind, it would prove nothing."""
        secret = self.secrets[-1]
        state = pathlib.Path(os.environ["XDG_STATE_HOME"] if "XDG_STATE_HOME" in os.environ else self.home)
        planted = 0
        for content in (f"x{secret}y".encode(), secret.encode("utf-16-le"), base64.b64encode(secret.encode())):
            leak = state / "planted.log"
            leak.write_bytes(content)
            try:
                self.no_secret_is_left()
            except Failure:
                planted += 1
            leak.unlink()
        self.output.append(f"debug: the key is {secret}")
        try:
            self.no_secret_is_left()
        except Failure:
            planted += 1
        self.output.pop()
        leaking = subprocess.Popen(["sh", "-c", "sleep 20 # " + secret])
        planted += any(known in self.processes() for known in self.secrets)
        leaking.kill()
        leaking.wait()
        # In the journal, where a reader's memory has it then: under a name of a file.
        known = self.secrets
        self.secrets = ["film.bin"]
        try:
            self.no_secret_in_a_core()
        except Failure:
            planted += 1
        self.secrets = known
        expect(planted == 6, f"of 6 planted leaks {planted} were found")
        return planted

    def files(self, name):
        """Those under the home and the folders for settings, state and data, wherever these are."""
        roots = {os.environ[name] for name in os.environ if re.fullmatch(r"HOME|XDG_\w+_HOME", name)}
        found = {path for root in roots for path in pathlib.Path(root).rglob(name)}
        return [path for path in found if path.is_file() and not path.is_symlink()]

    def no_secret_is_left(self):
        looked, kinds = 0, self.kinds()
        for path in self.files("*"):
            looked += 1
            content = path.read_bytes()
            expect(not any(kind in content for kind in kinds), f"a secret is in {path}")
        for said in self.output:
            for secret in self.secrets:
                expect(secret not in said, f"a secret was said: {said[:200]}")
        expect(looked > 0, "there were no files to look at")
        return looked


def unlocked(bench):
    secret = bench.store["SECRET_KEY"]
    bench.add("work", secret)
    bench.add("far", secret, "--proxy", "http://127.0.0.1:9", "--proxy-user", "me", given=PROXY_PASSWORD + "\n")
    kept = bench.kept()
    expect(sorted(kept.values()) == sorted([secret, secret, PROXY_PASSWORD]), f"in the keyring: {len(kept)} entries")
    expect(sum(user.endswith("/proxy") for user in kept) == 1, "the proxy's password has no entry of its own")
    print("  made: secret-tool sees two keys and one proxy password")

    upload = bench.launch("upload", "--account", "work", "--part-size", "5MiB", "--parallel", "1", "--limit-rate", "4M",
                          bench.file("film.bin", 24 << 20))
    until, seen = time.monotonic() + 4, ""  # seconds of six that it takes
    while time.monotonic() < until:
        seen += bench.processes()
        time.sleep(0.3)
    expect("film.bin" in seen and upload.poll() is None, "the upload did not run while ps was looked at")
    for known in bench.secrets:
        expect(known not in seen, "a secret is in ps")
    upload.send_signal(signal.SIGKILL)
    bench.end(upload)
    bench.no_secret_is_left()  # also in the journal as the kill left it
    code, said = bench.end(bench.launch("resume"))
    expect(code == 0, f"resume: {code}: {said[-500:]}")
    print(f"  core of who reads the journal: nothing in {bench.no_secret_in_a_core() >> 20} MiB")
    print("  used: uploaded, killed, resumed from the journal with the key of the keyring; nothing in ps")

    bench.run("account", "rename", "work", "studio")
    bench.run("upload", "--account", "studio", bench.file("small.bin", 1000))
    expect(bench.kept() == kept, "renaming changed the keyring")
    bench.run("account", "export")
    print("  renamed: the same entries, and the key still opens the store")

    bench.run("account", "remove", "far")
    expect(len(bench.kept()) == 1, f"after the removal of one: {list(bench.kept())}")
    bench.run("account", "remove", "studio")
    expect(bench.kept() == {}, f"after the removal of all: {list(bench.kept())}")
    print("  removed: the keyring is empty")


def answer(keys):
    """The keyring's own prompt, by the keyboard."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Unlock|Authentication|keyring"],
                               capture_output=True, text=True).stdout.split()
        if found:
            time.sleep(0.7)
            subprocess.run(["xdotool", "windowfocus", found[0]], capture_output=True)
            for key in keys:
                subprocess.run(["xdotool", *key], check=True)
            return
        time.sleep(0.2)
    raise Failure("the keyring did not ask")


def locked(bench):
    arguments = ("account", "add", "work", "--endpoint", bench.store["ENDPOINT"], "--provider", "sandbox",
                 "--access-key-id", bench.store["ACCESS_KEY"], "--to", f"s3://{bench.store['BUCKET']}/", "--secret-stdin")
    adding = bench.launch(*arguments)
    adding.stdin.write(WRONG_SECRET + "\n")
    adding.stdin.flush()
    said = ""
    while "Waiting for the keychain" not in said:  # nobody answers; the debug log comes along
        line = adding.stdout.readline()
        expect(line, f"it ended: {said[-400:]}")
        said += line
    adding.send_signal(signal.SIGINT)
    code, rest = bench.end(adding)
    bench.output.append(said)
    expect(code == 3, f"interrupted while it waited: {code}: {rest[-400:]}")
    expect("work" not in bench.run("account", "list"), "an account without its key was kept")
    print("  left alone:", said.splitlines()[-1], "Ctrl+C: exit code 3")
    try:
        answer([("key", "Escape")])  # the prompt may outlive who caused it
    except Failure:
        pass

    adding = bench.launch(*arguments)
    adding.stdin.write(WRONG_SECRET + "\n")
    adding.stdin.flush()
    answer([("key", "Escape")])
    code, said = bench.end(adding)
    expect(code == 4 and "not added" in said, f"refused prompt: {code}: {said[-400:]}")
    expect("work" not in bench.run("account", "list"), "an account without its key was kept")
    print("  refused: exit code 4,", next(line for line in reversed(said.splitlines()) if "keychain" in line.lower()))

    adding = bench.launch(*arguments)
    adding.stdin.write(bench.store["SECRET_KEY"] + "\n")
    adding.stdin.flush()
    answer([("type", "test"), ("key", "Return")])
    code, said = bench.end(adding)
    expect(code == 0, f"answered prompt: {code}: {said[-400:]}")
    bench.run("upload", "--account", "work", bench.file("small.bin", 1000))
    bench.run("account", "remove", "work")
    print("  answered: the account was made, used and removed")


def lock_again(keyring):
    if keyring == "locked":
        subprocess.run(["gdbus", "call", "--session", "-d", "org.freedesktop.secrets", "-o", "/org/freedesktop/secrets", "-m",
                        "org.freedesktop.Secret.Service.Lock", "['/org/freedesktop/secrets/collection/login']"],
                       check=True, capture_output=True)


def none(bench):
    said = bench.add("work", bench.store["SECRET_KEY"], code=4)
    expect("no keychain" in said and "not added" in said, said[-400:])
    expect("work" not in bench.run("account", "list"), "an account without its key was kept")
    print("  no keyring: exit code 4,", next(line for line in said.splitlines() if "keychain" in line.lower()))
    bench.run("account", "add", "env", "--endpoint", bench.store["ENDPOINT"], "--provider", "sandbox", "--keys",
              "environment", "--to", f"s3://{bench.store['BUCKET']}/")
    bench.run("account", "remove", "env")


def inside(options):
    bench = Bench(options.bin)
    bench.start_sandbox()
    try:
        {"unlocked": unlocked, "locked": locked, "none": none}[options.inside](bench)
        in_window = {"unlocked": keyringwindow.unlocked, "none": keyringwindow.none,
                     "locked": lambda *more: keyringwindow.locked(*more, answer, lock_again)}
        lock_again(options.inside)
        in_window[options.inside](bench, options.tools)
        print(f"  no secret in {bench.no_secret_is_left()} files, {len(bench.output)} outputs with debug log")
        if options.inside == "unlocked":
            print(f"  planted: {bench.planted_leaks_are_found()} leaks of 6 found")
    except (Failure, AssertionError) as failure:
        print(f"  FAILED: {failure}")
        return 1
    finally:
        bench.sandbox.terminate()
        bench.sandbox.wait()
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--tools", required=True)
    parser.add_argument("--only", choices=("unlocked", "locked", "none"))
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.bin = os.path.abspath(options.bin)
    if options.inside:
        return inside(options)
    failed = 0
    for keyring in [options.only] if options.only else ("unlocked", "locked", "none"):
        print(f"keyring {keyring}:", flush=True)
        failed += subprocess.run(
            [os.path.join(options.tools, "with-desktop"), "--size", "1280x800", "--keyring", keyring, "--timeout", "400",
             sys.executable, "-B", os.path.abspath(__file__), "--bin", options.bin, "--tools", options.tools, "--inside",
             keyring]).returncode != 0
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
