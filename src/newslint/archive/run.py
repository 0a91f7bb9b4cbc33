"""Judge an archive: chunk by chunk, on all cores, and go on where an earlier run was stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b

from newslint import __version__
from newslint.api.arrow import BatchLinter, record_batch_of
from newslint.api.results import Result
from newslint.api.rows import rows_of
from newslint.archive.inputs import Chunk, Input
from newslint.archive.parts import Done, Parts, write_text
from newslint.archive.tally import Tally
from newslint.errors import UsageError
from newslint.processes import Work, work_on_shares
from newslint.records import NamedTuple

_KEY = b"newslint.run"


class Progress(NamedTuple):
    """How far a run is: the share of all input, and the articles that were judged, those of earlier runs included."""

    share: float
    articles: int
    is_new: bool


class Archive:
    """One run over an archive: inputs, what judges them, and the output."""

    def __init__(self, inputs: Sequence[Input], judge: BatchLinter, output: str, asked: object, day: str) -> None:
        """Prepare; `asked` are the words of the command line on which rows depend, `day` that of an article without."""
        self._inputs = list(inputs)
        self._judge = judge
        self._output = output
        self._parts = Parts(output)
        self._plan = {
            "newslint": __version__,
            "rules and settings": judge.linter.fingerprint,
            "options": json.loads(json.dumps(asked)),
            "inputs": [each.stamp() for each in self._inputs],
        }
        self._day = day
        self._hash = blake2b(json.dumps(self._plan, sort_keys=True).encode(), digest_size=16).hexdigest()

    @property
    def figures(self) -> str:
        """The name of the file in which the counts are kept, beside the output."""
        return f"{self._output}.summary.json"

    @property
    def about(self) -> dict[str, str]:
        """What findings were made by, for people: newslint's version and a part of the rules' fingerprint."""
        return {"newslint": __version__, "rules": self._judge.linter.ruleset[:19]}

    def finished(self) -> Tally | None:
        """Return the counts where the output is there and is that of this run; None where it is not there.

        Raise UsageError where it is that of another run, or no output of newslint at all.
        """
        if not os.path.lexists(self._output):
            return None
        if _run_of(self._output) != self._hash:
            cause = "this file is there, and is not what this run would write."
            raise UsageError(self._output, cause, "Name another output, or use --force.")
        with suppress(OSError, ValueError, KeyError), open(self.figures, encoding="utf-8") as file:
            told = json.load(file)
            if told["run"] == self._hash:
                self._parts.remove()
                return Tally(told["counts"])
        return None

    def forget(self) -> None:
        """Take away the parts of an earlier run, and the output."""
        self._parts.remove()
        for path in (self._output, self.figures):
            with suppress(FileNotFoundError):
                os.unlink(path)

    def run(self, jobs: int, tell: Callable[[Progress], None]) -> Tally:
        """Judge what no part holds yet, join all parts, and return the counts; `tell` is told after each chunk."""
        with self._parts.locked():
            done = self._parts.begin(self._plan, self._day)
            names: list[str] = []
            tally = Tally()
            weight, total = 0, sum(each.total() for each in self._inputs) or 1
            for chunk, part, is_new in self._all(done, jobs):
                names.append(part.name)
                tally.merge(Tally(part.tally))
                weight += chunk.weight
                tell(Progress(min(weight / total, 1.0), tally.articles, is_new))
            self._finish(names, tally)
        self._parts.remove()
        return tally

    def _finish(self, names: list[str], tally: Tally) -> None:
        """Join the parts; the output is put into its place last, and says which run it is of."""
        told = {
            "run": self._hash,
            "newslint": __version__,
            "ruleset": self._judge.linter.ruleset,
            "undated_as_of": self._day,
        }
        write_text(
            self.figures,
            json.dumps({**told, "counts": tally.as_dict()}, indent=1, ensure_ascii=False) + "\n",
            waits=True,
        )
        facts = {f"newslint.{name}": str(value) for name, value in told.items()}
        self._parts.join(names, self._output, facts)

    def _all(self, done: dict[str, Done], jobs: int) -> Iterator[tuple[Chunk, Done, bool]]:
        """Yield each chunk with its part, in order: from an earlier run, or as soon as it is made and its turn is come.

        The processes are given the chunks without a part as they are read; what is read waits for them here.
        """
        read: list[Chunk] = []

        def missing() -> Iterator[list[Chunk]]:
            for chunk in self._chunks(done):
                read.append(chunk._replace(payload=None))
                if chunk.name not in done:
                    yield [chunk]

        work = Work(_start, (self._inputs, self._judge, self._parts), _do)
        made = work_on_shares(missing(), jobs, work, self._rescue) if jobs > 1 else self._here(missing())
        for part in made:
            yield from self._before(read, part.name, done)
            yield read.pop(0), part, True
        yield from self._before(read, None, done)

    @staticmethod
    def _before(read: list[Chunk], name: str | None, done: dict[str, Done]) -> Iterator[tuple[Chunk, Done, bool]]:
        while read and read[0].name != name:
            chunk = read.pop(0)
            yield chunk, done[chunk.name], False

    def _here(self, shares: Iterator[list[Chunk]]) -> Iterator[Done]:
        _start(self._inputs, self._judge, self._parts)
        for share in shares:
            yield from map(_do, share)

    def _chunks(self, done: dict[str, Done]) -> Iterator[Chunk]:
        known = {name: part.articles for name, part in done.items()}
        for number, each in enumerate(self._inputs):
            yield from each.chunks(number, known)

    def _rescue(self, chunk: Chunk) -> Done:
        """Judge a chunk that ended its process: article by article, so that only the one that does it is lost."""
        articles = self._inputs[chunk.input].articles(chunk)
        return _write(self._parts, self._judge, chunk, self._judge.linter.judge_apart(articles))


def _write(parts: Parts, judge: BatchLinter, chunk: Chunk, results: Iterator[Result]) -> Done:
    tally, rows = Tally(), []
    for result in results:
        own = list(rows_of(result, judge.min_severity))
        tally.add(result, own)
        rows += own
    return parts.write(chunk.name, record_batch_of(rows), tally)


def _run_of(path: str) -> str | None:
    """Return the run that a Parquet file says it is of."""
    from pyarrow import ArrowException
    from pyarrow.parquet import read_metadata

    try:
        facts = read_metadata(path).metadata or {}
    except (OSError, ArrowException):
        return None
    return facts.get(_KEY, b"").decode() or None


_worker: list[tuple[Sequence[Input], BatchLinter, Parts]] = []


def _start(inputs: Sequence[Input], judge: BatchLinter, parts: Parts) -> None:
    _worker[:] = [(inputs, judge, parts)]


def _do(chunk: Chunk) -> Done:
    inputs, judge, parts = _worker[0]
    return _write(parts, judge, chunk, map(judge.linter.judge, inputs[chunk.input].articles(chunk)))
