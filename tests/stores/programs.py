# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts, watches and ends what the store tests work with: stores and the command line."""

import json
import os
import random
import signal
import socket
import subprocess
import threading
import time
import urllib.parse
import urllib.request

from s3 import Store, read_lines

# A shell that starts this in the background lets it ignore Ctrl+C, and what it starts inherits that.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Sandbox:
    """A partway-sandbox of its own; faults and counters over its control address."""

    def __init__(self, programs, folder, *options):
        os.makedirs(folder, exist_ok=True)
        self.lines_file = os.path.join(folder, "endpoint")
        self.root = os.path.join(folder, "store")
        self._log = open(os.path.join(folder, "sandbox.log"), "ab")
        self.process = subprocess.Popen(
            [os.path.join(programs, "partway-sandbox"), "--root", self.root, *options],
            stdin=subprocess.DEVNULL, stdout=open(self.lines_file, "wb"), stderr=self._log)
        give_up = time.monotonic() + 20
        while "CONTROL" not in read_lines(self.lines_file):  # its last line
            if self.process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(f"the sandbox did not start, see {self._log.name}")
            time.sleep(0.02)
        self._lines = read_lines(self.lines_file)
        self.store = Store(self._lines, tls="--tls" in options)
        self.bucket = self._lines["BUCKET"]

    def control(self, method, what, body=b""):
        request = urllib.request.Request(f"{self._lines['CONTROL']}/{what}", data=body or None, method=method)
        with urllib.request.urlopen(request, timeout=30) as reply:
            return json.loads(reply.read() or b"null")

    def counters(self):
        return self.control("GET", "counters")

    def bytes_of(self, key):
        """Part number -> bytes of bodies that came for it."""
        return {int(part): n for part, n in self.counters()["bytes"].get(f"{self.bucket}/{key}", {}).items()
                if int(part) > 0}  # 0: small objects and the part lists of Complete

    def set_faults(self, *rules):
        if rules:
            self.control("PUT", "faults", "\n".join(rules).encode())
        else:
            self.control("DELETE", "faults")

    def fault_was_met(self, operation):
        """Whether a request has come that the first fault, of this operation, is about; known as its head is read."""
        rules = self.control("GET", "faults")
        return bool(rules) and rules[0]["rule"].startswith(operation) and bool(rules[0]["matched"])

    def settle(self, key):
        """Waits until no more bytes come for the key."""
        before = None
        while before != (before := self.bytes_of(key)):
            time.sleep(0.1)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._log.close()


class CommandLine:
    """partway-cli with one state folder and one store."""

    def __init__(self, programs, store, state):
        self.program = os.path.join(programs, "partway-cli")
        self.store = store
        self.state = state

    def environment(self):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
        return {**clean, **self.store.environment(), "QT_QPA_PLATFORM": "offscreen"}

    def arguments(self, command, *arguments):
        return [self.program, *command.split(), "--endpoint", self.store.endpoint, "--region", self.store.region,
                "--state-dir", self.state, *arguments]

    def start(self, command, *arguments):
        return subprocess.Popen(self.arguments(command, *arguments), env=self.environment(),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, command, *arguments, timeout=3600):
        """(exit status, standard output, standard error)"""
        done = subprocess.run(self.arguments(command, *arguments), env=self.environment(), stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=timeout)
        if self.store.secret in done.stdout + done.stderr and len(self.store.secret) > 7:
            raise AssertionError(f"{command}: the secret key is in the output")
        return done.returncode, done.stdout, done.stderr

    def json(self, command, *arguments):
        """(exit status, the objects that were printed, standard error)"""
        status, out, err = self.run(command, "--json", *arguments)
        return status, [json.loads(line) for line in out.splitlines() if line.strip()], err

    def unfinished(self):
        """Rows of the journal that are neither finished nor aborted, as status tells them."""
        _, events, _ = self.json("status")
        return [event for event in events if "phase" in event and
                event["phase"].lower() not in ("finished", "aborted", "skipped")]


class SlowLine:
    """A way to a server that lets so many bytes a second through, all connections together; answers are not held up.
    What is sent over it takes long enough to be killed in its middle."""

    def __init__(self, endpoint, rate):
        self.target, self.rate, self.turn = urllib.parse.urlsplit(endpoint), rate, threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client = self.listener.accept()[0]
            except OSError:
                return
            threading.Thread(target=self._join, args=(client,), daemon=True).start()

    def _join(self, client):
        try:
            server = socket.create_connection((self.target.hostname, self.target.port))
        except OSError:
            client.close()
            return
        threading.Thread(target=self._pass, args=(server, client, False), daemon=True).start()
        self._pass(client, server, True)

    def _pass(self, source, sink, slowly):
        try:
            while block := source.recv(1 << 16):
                if slowly:
                    with self.turn:
                        time.sleep(len(block) / self.rate)
                sink.sendall(block)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (source, sink):
                end.close()

    def stop(self):
        self.listener.close()


def random_file(path, size, seed):
    """A file of this many bytes that nothing can compress and that the seed makes again."""
    source = random.Random(seed)
    with open(path, "wb") as file:
        while size > 0:
            file.write(block := source.randbytes(min(size, 1 << 20)))
            size -= len(block)
    return path
