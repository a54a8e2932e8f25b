"""Replays the merges in a repository's history, and prints how engines did beside its people.

    python -m tools.replay_merges REPOSITORY

Each file that both sides of a merge commit changed, each in its own way, is merged again: by our
engine, by `git merge-file`, and by mergiraf where it is on PATH.  What comes out is compared with
what the commit has: the same text (`same`), the same but for blanks (`blanks`), the same lines in
another order (`order`), `different`, or different and refused by a parser that accepts all three
inputs (`broken`); or it is a `conflict`, or the engine raised or was not done in 10 s (`failed`).
`as human` is the sum of the first three.  Times: ours of the call, the others' of their process.

A file in which git conflicts is decided by its inputs if every line of the commit's text is in
base, left or right (blanks aside) and the text is not what comes of taking one side throughout,
in the whole file or in each of git's conflicts; and if no conflict markers were committed.

Files are left out that were renamed, are binary or longer than 2 MB, and merges with no or several
merge bases.  The repository is only read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

import msgspec

from tools.replay.engines import ENGINES, OURS, engines_here
from tools.replay.history import merges_of
from tools.replay.records import Record, Replay
from tools.replay.table import print_tables
from tools.replay.verdicts import Verdict
from tools.rig.programs import ProgramFailed

_WORTH_READING: Final = (Verdict.DIFFERENT, Verdict.BROKEN, Verdict.FAILED)


def main() -> int:
    arguments = _parser().parse_args()
    chosen = [name for name in engines_here() if name in arguments.engines]
    replay = Replay(
        repository=arguments.repository.resolve(),
        engines=chosen,
        only_conflicts=arguments.only == "conflicts",
        suffixes=[suffix for suffix in arguments.ext.split(",") if suffix],
        save=arguments.save,
        save_engine=arguments.save_engine,
        save_verdicts=[Verdict(name) for name in arguments.save_verdicts.split(",")],
    )
    try:
        commits = merges_of(replay.repository, arguments.limit, arguments.seed)
        records = list(_records(replay, commits, arguments.jobs))
    except ProgramFailed as error:
        print(f"replay: {error}", file=sys.stderr)
        return 1
    if arguments.json:
        listed = [record.to_json() for record in records]
        arguments.json.write_bytes(msgspec.json.format(msgspec.json.encode(listed)))
    print(f"{replay.repository}: {len(commits)} merge commits\n")
    print_tables(records, chosen, arguments.least)
    return 0


def _records(replay: Replay, commits: Sequence[str], jobs: int) -> Iterator[Record]:
    with ProcessPoolExecutor(jobs) as pool:
        for number, found in enumerate(pool.map(replay.records_of, commits, chunksize=8), 1):
            yield from found
            if number % 100 == 0 or number == len(commits):
                print(f"replay: {number} of {len(commits)} merges", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.replay_merges",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("repository", type=Path, help="a checkout or a git folder")
    parser.add_argument("--limit", type=int, metavar="N", help="a sample of N merge commits")
    parser.add_argument("--seed", type=int, default=1, help="of the sample (default: 1)")
    only = "files in which git conflicts, or all (default)"
    parser.add_argument("--only", choices=("conflicts", "all"), default="all", help=only)
    parser.add_argument("--ext", default="", help="only files that end so: .py,.java")
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    parser.add_argument("--jobs", type=int, default=1, help="processes (default: 1)")
    parser.add_argument("--least", type=int, default=5, help="files for a row of a suffix")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what came of each file")
    save = "write the texts of what came out badly: DIR/VERDICT/COMMIT-PATH/{base,left,…}"
    parser.add_argument("--save", type=Path, metavar="DIR", help=save)
    parser.add_argument("--save-engine", choices=list(ENGINES), default=OURS, help="whose results")
    verdicts = ",".join(each.value for each in _WORTH_READING)
    which = f"what came out badly (default: {verdicts}; may have conflict, order, …)"
    parser.add_argument("--save-verdicts", default=verdicts, metavar="LIST", help=which)
    return parser
