"""A sweep comes to the same summary however it is cut, whoever plays it, and wherever it was stopped."""

import json
import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from time import sleep
from typing import Any

import pytest

from dosmesas.bots.names import PERSONA, RANDOM
from dosmesas.sim.sweep.run import (
    Here,
    LostWorkersError,
    Pool,
    Progress,
    Sweep,
    cluster,
    part_size,
    pool_of,
    processes,
)
from dosmesas.sim.sweep.summary import Summary
from dosmesas.sim.sweep.work import Rules
from tests.support.making import regatta
from tests.support.small import parley

REGATTA = Rules.of(regatta(), "authors", RANDOM)


def swept(rules: Rules, games: int, size: int, pool: Pool = Here, workers: int = 1) -> Summary:
    """The summary of so many games in parts of a size."""
    return Sweep(rules, pool, workers).run(Progress.of(3, games, size))


def told(summary: Summary) -> str:
    """Everything in a summary, as text."""
    return json.dumps(summary.record(), sort_keys=True)


@pytest.mark.parametrize(("rules", "games"), [(REGATTA, 500), (Rules.of(parley(), "authors", PERSONA), 60)])
def test_the_size_of_parts_changes_nothing(rules: Rules, games: int) -> None:
    whole = swept(rules, games, games)
    assert whole.games == games
    for size in (1 + games // 7, 13):
        assert told(swept(rules, games, size)) == told(whole)


def test_the_number_of_processes_changes_nothing() -> None:
    assert told(swept(REGATTA, 300, 50, processes(2), 2)) == told(swept(REGATTA, 300, 300))


def test_a_pool_that_is_interrupted_ends_at_once_and_not_when_its_work_is_done() -> None:
    before = {*active_children()}
    workers = set[BaseProcess]()

    def interrupted() -> None:
        with pool_of(2) as pool:
            pool.submit(pow, 2, 3).result()
            pool.submit(sleep, 3600)
            workers.update({*active_children()} - before)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert workers
    # By the sentinel: the pool's own thread may have taken the exit code a moment ago.
    assert all(wait([one.sentinel], 60) for one in workers)


def test_parts_are_so_many_that_every_process_has_some_and_none_is_too_large() -> None:
    assert part_size(10_000, 2) == 625
    assert part_size(10_000_000, 2) == 20_000
    assert part_size(100, 8) == 500


def test_other_seeds_are_other_games() -> None:
    assert Sweep(REGATTA, Here, 1).run(Progress.of(4, 500)).digest != swept(REGATTA, 500, 500).digest


def test_what_was_stopped_goes_on_from_a_file_to_the_same_end() -> None:
    progress = Progress.of(3, 300, 50)

    def stop(now: Progress) -> None:
        if now.done == 150:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Sweep(REGATTA, Here, 1).run(progress, stop)
    kept = Progress.read(json.loads(json.dumps(progress.record())))
    assert (kept.done, len(kept.open)) == (150, 3)
    assert told(Sweep(REGATTA, Here, 1).run(kept)) == told(swept(REGATTA, 300, 300))


def _dies(*_: object) -> None:
    os._exit(1)


class Losing(ProcessPoolExecutor):
    """A pool of which a process dies at the second part."""

    sent = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        Losing.sent += 1
        return super().submit(_dies if Losing.sent == 2 else fn, *args, **kwargs)


def test_a_process_that_dies_in_mid_sweep_loses_nothing() -> None:
    Losing.sent = 0
    assert told(swept(REGATTA, 200, 50, lambda: Losing(1), 1)) == told(swept(REGATTA, 200, 200))
    assert Losing.sent > 4


class Broken(Executor):
    """A pool that never plays."""

    def submit(self, *_: Any, **_more: Any) -> "Future[Any]":
        raise BrokenProcessPool


def test_processes_that_die_again_and_again_are_told() -> None:
    with pytest.raises(LostWorkersError):
        swept(REGATTA, 200, 50, Broken)


def test_a_cluster_comes_to_the_same_bytes() -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, protocol="tcp"
    ) as there:
        found = told(swept(REGATTA, 300, 50, cluster(there.scheduler_address), 2))
    assert found == told(swept(REGATTA, 300, 300))
