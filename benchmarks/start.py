"""How fast the command line answers, as multiples of bare Python (medians of several runs, taken in turn)."""

import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNS = 15
PROGRAM = [str(Path(sys.executable).with_name("dosmesas"))]
"""The command as it is installed beside this Python."""


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def first_screen(command: list[str], wanted: bytes) -> float:
    """Seconds from the start of a program on a 120x40 terminal of its own until a text is on its screen."""
    import fcntl
    import pty
    import struct
    import termios

    folder = tempfile.mkdtemp()
    start = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles the program anew
        env = {**os.environ, "TERM": "xterm-256color", "LANG": "en_US.UTF-8", "DOSMESAS_SAVES": folder}
        os.execve(command[0], command, env)
    seen = b""
    while wanted not in seen and time.perf_counter() - start < 20:
        if select.select([terminal], [], [], 0.05)[0]:
            seen += os.read(terminal, 65536)
    taken = time.perf_counter() - start
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    os.close(terminal)
    if wanted not in seen:
        raise SystemExit(f"{wanted!r} never came onto the screen")
    return taken


def main() -> None:
    os.chdir(ROOT)
    jobs = {
        "python -c pass": lambda: seconds([sys.executable, "-c", "pass"]),
        "python -c 'import textual.app'": lambda: seconds([sys.executable, "-c", "import textual.app"]),
        "dosmesas --version": lambda: seconds([*PROGRAM, "--version"]),
        "dosmesas check content/culiacan": lambda: seconds([*PROGRAM, "check", "content/culiacan"]),
        "dosmesas demo": lambda: seconds([*PROGRAM, "demo"]),
        "dosmesas, first screen": lambda: first_screen(PROGRAM, b"M E S A S"),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for run in range(RUNS + 1):
        for name, job in jobs.items():
            taken = job()
            if run:  # the first round warms the disk's cache
                times[name].append(taken)
    medians = {name: statistics.median(values) for name, values in times.items()}
    bare, textual = medians["python -c pass"], medians["python -c 'import textual.app'"]
    for name, median in medians.items():
        ratios = f"{median / bare:5.1f} x bare  {median / textual:4.2f} x textual.app"
        print(f"{name:34} {median * 1000:6.0f} ms  {ratios}")
    wanted = {
        "dosmesas --version": (bare, 6),
        "dosmesas check content/culiacan": (bare, 15),
        "dosmesas, first screen": (textual, 2.5),
    }
    for name, (base, bar) in wanted.items():
        ratio = medians[name] / base
        print(f"{'reached' if ratio < bar else 'MISSED '}  {name}: {ratio:.2f}, wanted under {bar}")
    print(f"{'reached' if medians['dosmesas demo'] < 5 else 'MISSED '}  dosmesas demo: under 5 seconds")


if __name__ == "__main__":
    main()
