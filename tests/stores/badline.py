#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A large file over a bad line: slow, far, losing packets, and cutting connections. It must arrive, and little may go
over the line twice.

The line is made by with-netem (--netem), in a network namespace of its own. Without it the sandbox is slow by itself,
which tells less. On the far side of the line sits a relay that cuts connections and counts what came over:

  --cut one   every so often one of the connections, by lot
  --cut all   every so often all of them
  --cut age   each connection when it is so old
  --cut none

Sent twice is what the relay received, all requests with their heads and whatever was cut on its way, less the size of
the file. What TCP itself sends again, and what lay unread in the relay's socket when it cut, is not counted; the
program's own figure ("resent") counts what it gave to its system and is some 1 MiB larger for each cut.

A cut that nobody foresees costs what the bodies on their way had sent by then. After the first ones the program knows
when the next is due (core/http/cutforecast.h), so that most of what is sent twice is sent in the first half minute,
and the share becomes smaller the larger the file is.
"""

import argparse
import filecmp
import os
import random
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from programs import CommandLine, Sandbox, random_file  # noqa: E402

MIB = 1 << 20


class Relay:
    """Passes connections on to a port of loopback, cuts them as told, and counts the bytes of clients."""

    def __init__(self, target, cut, every, seed):
        self._target, self._cut, self._every = target, cut, every
        self._dice = random.Random(seed)
        self._lock = threading.Lock()
        self._open = {}  # client's socket -> when it came
        self._listener = socket.create_server(("0.0.0.0", 0), backlog=64)
        self.port = self._listener.getsockname()[1]
        self.received = self.cuts = self.connections = 0
        self._ended = threading.Event()
        for work in (self._accept, self._cutter):
            threading.Thread(target=work, daemon=True).start()

    def stop(self):
        self._ended.set()
        self._listener.close()

    def _accept(self):
        while not self._ended.is_set():
            try:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
            except OSError:
                continue
            with self._lock:
                self._open[client] = time.monotonic()
                self.connections += 1
            threading.Thread(target=self._pass, args=(client, server, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, False), daemon=True).start()

    def _pass(self, source, target, from_client):
        try:
            while block := source.recv(1 << 16):
                if from_client:
                    self.received += len(block)
                target.sendall(block)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            for end in (source, target):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
        if from_client:
            with self._lock:
                self._open.pop(source, None)

    def _cutter(self):
        step = 0.1 if self._cut == "age" else self._every
        while self._cut != "none" and not self._ended.wait(step):
            with self._lock:
                now = time.monotonic()
                old = [c for c, came in self._open.items() if self._cut != "age" or now - came >= self._every]
                victims = [self._dice.choice(old)] if self._cut == "one" and old else old
                for victim in victims:
                    del self._open[victim]
            for victim in victims:
                self.cuts += 1
                victim.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                try:
                    victim.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass
                victim.close()


def transfer(options, host):
    """Uploads one file and says what it took. True: it arrived whole."""
    folder = tempfile.mkdtemp(prefix="partway-badline-")
    small = 0 < options.part_size < 5  # as stores that take parts of any size
    sandbox = Sandbox(options.bin, os.path.join(folder, "sandbox"), *(["--min-part", "1k"] if small else []))
    relay = Relay(int(sandbox.store.endpoint.rsplit(":", 1)[1]), options.cut, options.every, options.seed)
    try:
        if not options.inside:
            sandbox.set_faults("UploadPart : delay=200ms rate=600k")
        store = sandbox.store
        store.endpoint = f"http://{host}:{relay.port}"
        path = random_file(os.path.join(folder, "big.bin"), options.size * MIB, options.seed)
        if options.log:
            os.environ["PARTWAY_LOG"] = "debug"
        cli = CommandLine(options.bin, store, os.path.join(folder, "state"))
        extra = ["--part-size", f"{options.part_size}MiB"] if options.part_size else []
        extra += ["--provider", "garage"] if small else []
        extra += ["--parallel", str(options.parallel)] if options.parallel else []
        begun = time.monotonic()
        status, out, err = cli.run("upload", "--to", f"s3://{sandbox.bucket}/", "--wait", *extra, path,
                                   timeout=options.timeout)
        took = time.monotonic() - begun
        if options.log:
            with open(options.log, "w", encoding="utf-8") as log:
                log.write(err)
        object_file = os.path.join(sandbox.root, "buckets", sandbox.bucket, "objects", "big.bin")
        same = os.path.exists(object_file) and filecmp.cmp(path, object_file, shallow=False)
        twice = relay.received - options.size * MIB
        print(f"{'arrived' if status == 0 and same else 'DID NOT ARRIVE'}: {options.size} MiB in {took:.0f} s "
              f"({options.size / took * 1.048576:.2f} MB/s), {relay.connections} connections, {relay.cuts} cut "
              f"({options.cut}, every {options.every:g} s); sent twice: {twice / MIB:.1f} MiB "
              f"= {100 * twice / (options.size * MIB):.1f} %", flush=True)
        if status != 0 or not same:
            print(out + err, file=sys.stderr)
        within = twice <= options.most / 100 * options.size * MIB
        if not within:
            print(f"more than {options.most:g} % went over the line twice", file=sys.stderr)
        return status == 0 and same and within
    finally:
        relay.stop()
        sandbox.stop()
        shutil.rmtree(folder, ignore_errors=True)


def options_of(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True, help="folder with partway-cli and partway-sandbox")
    parser.add_argument("--netem", help="with-netem; without it the sandbox is slow by itself")
    parser.add_argument("--size", type=int, default=100, help="of the file, MiB (100)")
    parser.add_argument("--part-size", type=int, default=0, help="MiB; 0: automatic")
    parser.add_argument("--parallel", type=int, default=0, help="0: automatic")
    parser.add_argument("--rate", default="20mbit")
    parser.add_argument("--delay", default="100ms", help="one way")
    parser.add_argument("--loss", default="1%%")
    parser.add_argument("--cut", choices=["one", "all", "age", "none"], default="one")
    parser.add_argument("--every", type=float, default=10, help="seconds (10)")
    parser.add_argument("--most", type=float, default=5, help="percent that may be sent twice (5)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=int, default=3600)
    parser.add_argument("--log", help="file for the program's log")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main():
    options = options_of(sys.argv[1:])
    options.loss = options.loss.replace("%%", "%")
    if options.inside:
        sys.exit(0 if transfer(options, os.environ["NETEM_HOST"]) else 1)
    if options.netem and os.access(options.netem, os.X_OK):
        line = [options.netem, options.rate, options.delay, options.loss, "--"]
        status = subprocess.run(line + [sys.executable, "-B", os.path.abspath(__file__), "--inside", *sys.argv[1:]],
                                check=False).returncode
        if status != 125:
            sys.exit(status)
    print("no line can be made here: the sandbox is slow by itself", file=sys.stderr)
    sys.exit(0 if transfer(options, "127.0.0.1") else 1)


if __name__ == "__main__":
    main()
