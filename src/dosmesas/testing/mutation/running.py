"""Tries many mutants by several processes, and tells how far it is."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait

from attrs import Factory, define

from dosmesas.testing.mutation.mutant import Mutant
from dosmesas.testing.mutation.trying import Job, try_out
from dosmesas.testing.mutation.verdict import Verdict

_A_PART = 3
"""Mutants that are sent out together."""
Told = Callable[[int, int], None]


@define(eq=False)
class Work:
    """Mutants that are to be tried, and what became of those that were: also when this is interrupted."""

    job: Job
    mutants: Sequence[Mutant]
    done: dict[int, Verdict] = Factory(dict)

    def verdicts(self) -> tuple[Verdict, ...]:
        """What is known, in the order of the mutants."""
        return tuple(self.done[place] for place in sorted(self.done))

    def run(self, pool: Executor, workers: int, told: Told) -> None:
        """Try all of them; which process has which makes no difference to what becomes of it."""
        waiting = [*range(0, len(self.mutants), _A_PART)]
        out: dict[Future[list[Verdict]], int] = {}
        while waiting or out:
            while waiting and len(out) < 2 * workers:
                first = waiting.pop(0)
                part = tuple(self.mutants[first : first + _A_PART])
                out[pool.submit(try_out, self.job, part)] = first
                if workers == 1:  # done already
                    break
            ready, _ = wait(out, return_when=FIRST_COMPLETED)
            for future in ready:
                first = out.pop(future)
                self.done.update(enumerate(future.result(), first))
                told(len(self.done), len(self.mutants))
