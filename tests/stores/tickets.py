# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Upload tickets on Swift: made by the holder of the keys on one state folder, used from another without any.

Whole, paused, killed -9 and resumed, aborted, taken back; each object is read back from Swift and its SHA-256
compared. No signed address may be in anything that is written beside the tickets.
"""

import os
import signal
import stat
import sys
import time

from keyless import MIB, Suite, run_suite, start_server
from programs import CommandLine
from s3 import Store

BUCKET = "tickets"


class TicketSuite(Suite):
    def __init__(self, options, folder, swift):
        super().__init__(options, folder, swift, BUCKET)
        self.holder = CommandLine(options.bin, swift, os.path.join(folder, "state-holder"))
        swift.make_bucket(BUCKET)

    def offer(self, path, *more):
        """A ticket for this file, and where its object will be."""
        name = os.path.basename(path)
        ticket = os.path.join(self.folder, name + ".upload-ticket")
        self.done(self.holder, ("ticket offer", "--to", f"s3://{BUCKET}/in box/", "--like", path, "--part-size", "5MiB", *more,
                                ticket))
        assert stat.S_IMODE(os.stat(ticket).st_mode) == 0o600, "others can read the ticket"
        return ticket, "in box/" + name

    def use(self, ticket, path, *more):
        return ("ticket use", *more, ticket, path)

    def slow(self, guest, ticket, path, rate, stored_bytes):
        return self.begin(guest, self.use(ticket, path, "--limit-rate", f"{rate}MiB"), stored_bytes)

    def no_account_left(self, guest):
        """What stood for the ticket went with its upload."""
        with open(os.path.join(guest.state, "accounts.json"), encoding="utf-8") as file:
            assert "ticket-" not in file.read(), "the ticket's account is left"

    # --- cases ---
    def whole(self):
        for name, size in (("empty.bin", 0), ("one.bin", 1), ("ümläut (1) &=%20+.bin", 300_000), ("large.bin", 33 * MIB + 5)):
            path, guest = self.file(name, size), self.cli("whole")
            ticket, key = self.offer(path)
            self.done(guest, self.use(ticket, path))
            self.finished(guest, path)
            self.same(key, path)
            self.no_account_left(guest)

    def pause(self):
        path, guest = self.file("paused.bin", 48 * MIB), self.cli("pause")
        ticket, key = self.offer(path)
        assert self.stop(self.slow(guest, ticket, path, 8, 10 * MIB), signal.SIGINT) == 3, "Ctrl+C did not pause"
        kept = self.stored()
        self.done(guest, ("resume",))
        row = self.finished(guest, path)
        self.same(key, path)
        self.no_account_left(guest)
        return f"{kept // MIB} MiB were kept, {row.get('resentBytes', 0) / MIB:.1f} MiB sent twice"

    def kills(self):
        for number in range(self.options.kills):
            path, guest = self.file(f"killed{number}.bin", 40 * MIB), self.cli(f"kill{number}")
            ticket, key = self.offer(path)
            process = guest.start(*self.use(ticket, path, "--limit-rate", "20MiB"))
            time.sleep(self.dice.uniform(0.1, 2.5))
            self.stop(process, signal.SIGKILL)
            if guest.unfinished():
                self.done(guest, ("resume",))
            elif not any(event.get("phase") == "finished" for event in guest.json("status")[1]):
                self.done(guest, self.use(ticket, path))  # killed before it was written down
            self.finished(guest, path)
            self.same(key, path)
        return f"{self.options.kills} kills"

    def abort(self):
        path, guest = self.file("aborted.bin", 48 * MIB), self.cli("abort")
        ticket, _ = self.offer(path)
        assert self.stop(self.slow(guest, ticket, path, 8, 10 * MIB), signal.SIGINT) == 3, "Ctrl+C did not pause"
        self.done(guest, ("abort", str(guest.unfinished()[0]["id"])))
        self.nothing_left()

    def moved(self):
        """The ticket is not where it was: said, and used again from where it is."""
        path, guest = self.file("moved.bin", 48 * MIB), self.cli("moved")
        ticket, key = self.offer(path)
        assert self.stop(self.slow(guest, ticket, path, 8, 10 * MIB), signal.SIGINT) == 3, "Ctrl+C did not pause"
        elsewhere = ticket + ".moved"
        os.rename(ticket, elsewhere)
        status, out, err = guest.run("resume")
        assert status != 0 and "ticket" in out + err, (status, out, err)
        os.rename(elsewhere, ticket)
        self.done(guest, ("resume",))
        self.same(key, path)

    def taken_back(self):
        path, guest = self.file("back.bin", 1000), self.cli("back")
        ticket, _ = self.offer(path)
        (key, upload), = self.store.uploads(BUCKET)
        self.done(self.holder, ("incomplete abort", f"s3://{BUCKET}", "--upload-id", upload))
        status, out, err = guest.run(*self.use(ticket, path))
        assert status == 1 and "gone" in out + err, (key, status, out, err)

    def wrong(self):
        path, other, guest = self.file("right.bin", 1000), self.file("wrong.bin", 1001), self.cli("wrong")
        ticket, key = self.offer(path)
        status, out, err = guest.run(*self.use(ticket, other))
        assert status == 1 and "size" in out + err, (status, out, err)
        self.done(guest, self.use(ticket, path))
        self.same(key, path)

    def large(self):
        path, guest = self.file("gib.bin", self.options.size * MIB), self.cli("large")
        ticket, key = self.offer(path)
        process = self.slow(guest, ticket, path, 60, self.options.size * MIB // 3)
        killed = self.stored()
        self.stop(process, signal.SIGKILL)
        self.done(guest, ("resume",))
        row = self.finished(guest, path)
        self.same(key, path)
        return f"killed at {killed // MIB} MiB, {row.get('resentBytes', 0) / MIB:.1f} MiB sent twice, SHA-256 equal"

    def run(self):
        self.case("empty, small, odd and large files", self.whole)
        self.case("pause and resume in another process", self.pause)
        self.case("kill -9 at random moments, and resume", self.kills)
        self.case("pause and abort", self.abort)
        self.case("a ticket that was moved meanwhile", self.moved)
        self.case("a ticket that was taken back", self.taken_back)
        self.case("a file of another size", self.wrong)
        if self.options.size:
            self.case(f"{self.options.size} MiB: killed, resumed", self.large)
        self.case("no signed address in journal, receipts or debug log", self.no_secret)
        return self.failed


def make_suite(options, folder, ends):
    swift = start_server(options, folder, "swift", ends=ends)
    print(f"Swift at {swift['ENDPOINT']}", flush=True)
    return TicketSuite(options, folder, Store(swift))


if __name__ == "__main__":
    sys.exit(run_suite(__doc__, "Swift", 128, make_suite))
