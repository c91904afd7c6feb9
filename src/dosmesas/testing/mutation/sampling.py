"""A sample of mutants, even over owners and kinds, that stays the same where nothing was changed."""

from collections.abc import Hashable, Iterable
from hashlib import blake2b

from dosmesas.testing.mutation.mutant import Kind, Mutant, Owner


def sample(mutants: Iterable[Mutant], number: int, seed: int) -> list[Mutant]:
    """So many of them, in the order of `mutants`.

    Owner after owner gives one, each of another kind than the time before, until there are enough. Whose turn
    it is comes from a hash of names and seed: a change in one file changes little of the sample.
    """
    every = list(mutants)
    by_owner: dict[Owner, dict[Kind, list[Mutant]]] = {}
    for one in every:
        by_owner.setdefault(one.owner, {}).setdefault(one.kind, []).append(one)
    queues = [_queue(kinds, owner, seed) for owner, kinds in by_owner.items()]
    ordered = sorted(queues, key=lambda queue: _lot(seed, queue[0].owner))
    taken: set[str] = set()
    place = 0
    while len(taken) < number and any(place < len(queue) for queue in ordered):
        for queue in ordered:
            if place < len(queue) and len(taken) < number:
                taken.add(queue[place].id)
        place += 1
    return [one for one in every if one.id in taken]


def _queue(kinds: dict[Kind, list[Mutant]], owner: Owner, seed: int) -> list[Mutant]:
    """The mutants of one owner: one of each kind, then a second of each, and so on."""
    for kind, mutants in kinds.items():
        mutants.sort(key=lambda one: _lot(seed, kind, one.id))
    order = sorted(kinds, key=lambda kind: _lot(seed, owner, kind))
    longest = max(map(len, kinds.values()))
    return [kinds[kind][place] for place in range(longest) for kind in order if place < len(kinds[kind])]


def _lot(seed: int, *names: Hashable) -> bytes:
    return blake2b(f"{seed}:{names}".encode(), digest_size=8).digest()
