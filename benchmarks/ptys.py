"""Programs on pseudo-terminals of their own: started, fed keys, read, and looked at from outside."""

import atexit
import ctypes
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

WIDTH, HEIGHT = 120, 40
KEYS = {"enter": b"\r", "down": b"\x1b[B", "up": b"\x1b[A", "escape": b"\x1b"}
"""What a terminal sends for keys that have a name; any other key is its own letter."""
_CONTROL = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-Z\\^-~]|[\x00-\x09\x0b-\x1f]",
    re.DOTALL,
)
_PDEATHSIG = 1
_TICK = os.sysconf("SC_CLK_TCK")


class Program:
    """A running program and its terminal; `seen` is all that it has written since it was last cleared."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        parent = os.getpid()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            _die_with(parent)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, WIDTH, 0, 0))
            os.execvpe(command[0], list(command), dict(env))
        atexit.register(self.end)
        self.seen = bytearray()
        self.last = self.started
        """When it last wrote something."""

    @property
    def text(self) -> str:
        """What it has written, less colours and moves."""
        return _CONTROL.sub(b"", bytes(self.seen)).decode(errors="replace")

    def send(self, key: str) -> None:
        """Press a key."""
        os.write(self.terminal, KEYS.get(key, key.encode()))

    def take(self) -> None:
        """Read what lies ready."""
        try:
            found = os.read(self.terminal, 1 << 16)
        except OSError:  # how Linux says that the program has ended
            raise SystemExit(f"a program ended by itself; its last words:\n{self.text[-2000:]}") from None
        self.last = time.perf_counter()
        self.seen += found

    def end(self) -> None:
        """Stop it with all that it has started, and wait until it is gone."""
        atexit.unregister(self.end)
        os.killpg(self.pid, signal.SIGKILL)  # a terminal of its own makes it the leader of a group
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def processor(self) -> float:
        """Seconds of processor time so far, its children's included."""
        return sum(_processor(pid) for pid in family(self.pid))

    def memory(self) -> float:
        """Megabytes in memory (resident), its children's included."""
        return sum(_memory(pid) for pid in family(self.pid))


def _die_with(parent: int) -> None:
    """Have Linux kill this process as soon as the benchmark is gone, even where that is killed itself.

    A terminal that hangs up is not enough: a Textual app was seen to run on without one, at full speed.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it was gone before that was asked for
            os._exit(1)


def pump(programs: Iterable[Program], seconds: float) -> None:
    """Read whatever programs write, for so long."""
    end = time.perf_counter() + seconds
    by_terminal = {one.terminal: one for one in programs}
    while (left := end - time.perf_counter()) > 0:
        for ready in select.select([*by_terminal], [], [], left)[0]:
            by_terminal[ready].take()


def settle(programs: Iterable[Program], quiet: float, most: float = 20.0) -> None:
    """Read until none of the programs has written anything for `quiet` seconds."""
    programs, end = [*programs], time.perf_counter() + most
    while time.perf_counter() < end:
        before = [len(one.seen) for one in programs]
        pump(programs, quiet)
        if before == [len(one.seen) for one in programs]:
            return


def until(program: Program, text: str, most: float = 30.0) -> float:
    """Seconds from now until a text is among what a program writes."""
    begun = time.perf_counter()
    while text not in program.text:
        if time.perf_counter() - begun > most:
            raise SystemExit(f"{text!r} never came; there is:\n{program.text[-2000:]}")
        pump_once(program, 0.05)
    return program.last - begun


def pump_once(program: Program, most: float) -> bool:
    """Whether the program wrote something within so many seconds; it is read at once."""
    if select.select([program.terminal], [], [], most)[0]:
        program.take()
        return True
    return False


def press(program: Program, key: str, quiet: float, most: float = 3.0) -> tuple[float, float] | None:
    """Seconds from a key to the first byte of text that comes of it, and to the last byte before it is quiet.

    Bytes that only set a pointer's shape are no answer. None where nothing comes within `most` seconds; what
    is never quiet, as a cursor that blinks, is cut off after as many.
    """
    program.seen.clear()
    begun = time.perf_counter()
    program.send(key)
    while not program.text.strip():
        if time.perf_counter() - begun > most or not pump_once(program, most):
            return None
    first = program.last - begun
    while program.last - begun < most and pump_once(program, quiet):
        pass
    return first, program.last - begun


def family(pid: int) -> list[int]:
    """A process and all that it has started."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


def _memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
