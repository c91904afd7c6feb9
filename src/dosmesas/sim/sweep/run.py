"""A sweep: cut into parts, played by processes or a cluster, added up; stopped and taken up again."""

from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import closing, contextmanager
from copy import deepcopy
from multiprocessing import active_children, get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Any

from attrs import Factory, define, frozen

from dosmesas.sim.sweep.summary import Summary
from dosmesas.sim.sweep.work import Part, Rules, play

_LARGEST, _SMALLEST = 20_000, 500
"""Games of a part: more take memory and no less time a game, fewer take longer to send than to play."""
_PARTS_A_WORKER = 8
_PATIENCE = 3
"""How often a part is sent out again after the process that played it was lost."""
_GONE_IN = 1.0
"""Seconds that are waited for a process that was ended."""
Pool = Callable[[], Executor]
Told = Callable[["Progress"], None]


class LostWorkersError(Exception):
    """Processes were lost again and again."""


@define(eq=False)
class Progress:
    """How far a sweep is: the parts still to be played, and the summary of those that were."""

    total: int
    open: list[Part]
    summary: Summary = Factory(Summary)

    @classmethod
    def of(cls, first: int, games: int, size: int = _LARGEST) -> "Progress":
        """A sweep of so many games, not begun, in parts of a size."""
        starts = range(first, first + games, size)
        return cls(games, [Part(start, min(size, first + games - start)) for start in starts])

    @property
    def done(self) -> int:
        """How many games have been played."""
        return self.summary.games

    def take(self, part: Part, summary: Summary) -> None:
        """Add a part that was played. Ctrl-C finds it added or still open, never half."""
        together = deepcopy(self.summary)
        together.merge(summary)
        left = [one for one in self.open if one != part]
        self.summary, self.open = together, left

    def record(self) -> dict[str, Any]:
        """As JSON, to go on later."""
        parts = [[part.first, part.games] for part in self.open]
        return {"total": self.total, "open": parts, "summary": self.summary.record()}

    @classmethod
    def read(cls, record: Mapping[str, Any]) -> "Progress":
        """From JSON."""
        parts = [Part(int(first), int(games)) for first, games in record["open"]]
        return cls(int(record["total"]), parts, Summary.of(record["summary"]))


def part_size(games: int, workers: int) -> int:
    """A size of parts with which all workers have something to do, and progress shows."""
    return max(_SMALLEST, min(_LARGEST, games // (workers * _PARTS_A_WORKER)))


@frozen
class Sweep:
    """Rules, and the pool that plays under them; `workers` is how many parts are out at once."""

    rules: Rules
    pool: Pool
    workers: int

    def run(self, progress: Progress, told: Told = lambda _progress: None) -> Summary:
        """Play what is still open; `progress` has all that is done, also when this is interrupted.

        Raises:
            LostWorkersError: processes were lost too often.
        """
        for part, summary in self._played([*progress.open]):
            progress.take(part, summary)
            told(progress)
        return progress.summary

    def _played(self, parts: list[Part]) -> Iterator[tuple[Part, Summary]]:
        """The parts as they are done; those of a lost process are played again by a new pool."""
        for _ in range(_PATIENCE):
            executor = self.pool()
            try:
                with closing(_sent(executor, self.rules, parts, 2 * self.workers)) as done:
                    for part, summary in done:
                        parts.remove(part)
                        yield part, summary
            except BrokenExecutor:
                continue
            else:
                return
            finally:
                _let_go(executor)
        raise LostWorkersError


def _sent(executor: Executor, rules: Rules, parts: list[Part], most: int) -> Generator[tuple[Part, Summary]]:
    """Send parts out, few at a time, so that what waits takes no memory."""
    waiting, out = [*parts], dict[Future[Summary], Part]()
    while waiting or out:
        while waiting and len(out) < most:
            part = waiting.pop(0)
            out[executor.submit(play, rules, part)] = part
        done, _ = wait(out, return_when=FIRST_COMPLETED)
        for future in done:
            yield out.pop(future), future.result()


def _let_go(executor: Executor) -> None:
    """End a pool at once, also what it has in hand: whoever interrupts does not want to wait for it."""
    # The processes first: a pool that still has some may write to them when they are gone.
    for process in active_children():
        process.terminate()
        process.join(_GONE_IN)
    executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def pool_of(workers: int) -> Iterator[Executor]:
    """A pool of so many processes of this machine, or this one alone; it ends at once when interrupted."""
    executor = Here() if workers == 1 else processes(workers)()
    try:
        yield executor
        executor.shutdown()
    finally:
        _let_go(executor)


def processes(workers: int) -> Pool:
    """A pool of processes of this machine."""
    return lambda: ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_not_stopped)


def _not_stopped() -> None:
    """Leave Ctrl-C to the process that started this one: it stops the others."""
    signal(SIGINT, SIG_IGN)


class Here(Executor):
    """Plays in this process, at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Do it, and hand over what came of it."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def cluster(address: str) -> Pool:
    """The workers of a Dask cluster that runs already.

    Raises:
        ImportError: the extra `dosmesas[cluster]` is not installed.
        OSError: no scheduler answers there.
    """
    from distributed import Client

    Client(address, timeout=_ANSWERS_IN).close()  # type: ignore[no-untyped-call] # distributed has no types
    return lambda: _Clustered(Client(address, timeout=_ANSWERS_IN))  # type: ignore[no-untyped-call] # as above


_ANSWERS_IN = 10
"""Seconds in which a scheduler has to answer."""


class _Clustered(Executor):
    """A client of a cluster as a pool; it leaves the cluster running."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor: Executor = client.get_executor(pure=False)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Have it done by a worker."""
        return self._executor.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let go of the cluster; what it was still to do is dropped with the client."""
        del wait, cancel_futures
        self._client.close()
