"""The parts of a run that are done, beside the output: each is a file of rows, and a record that says so.

Files are written under another name and put into their place, the record after its rows. So what has its place is
whole, whenever the process was killed. A record holds a hash of its rows, so that a part that a failing machine did not
get to the disk is made anew; only the output is waited for, before the parts go.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from typing import Any

from newslint.api.arrow import arrow_schema
from newslint.archive.tally import Tally
from newslint.errors import UsageError
from newslint.records import NamedTuple

_ROWS_OF_A_GROUP = 50_000
_PLAN = "plan.json"


class Done(NamedTuple):
    """A part that is there: its name, its articles and rows, a hash of their file, and what was counted in it."""

    name: str
    articles: int
    rows: int
    hash: str
    tally: Mapping[str, Any]


@contextmanager
def whole(path: str, *, waits: bool = False) -> Iterator[str]:
    """Give a name to write a file under; at the end of the `with` block it takes its place, or is gone on an error.

    With `waits`, it is on the disk by then.
    """
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        yield temporary
        if waits:
            with open(temporary, "rb+") as file:
                os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def write_text(path: str, text: str, *, waits: bool = False) -> None:
    """Write a text as `whole` does."""
    with whole(path, waits=waits) as temporary, open(temporary, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


class Parts:
    """The folder of parts of one output."""

    def __init__(self, output: str) -> None:
        """Name the folder; nothing is written yet."""
        self.folder = f"{output}.parts"

    def day(self) -> str | None:
        """Return the day on which the run began whose parts are there."""
        told = _read_json(os.path.join(self.folder, _PLAN))
        return told.get("day") if isinstance(told, dict) else None

    def begin(self, plan: Mapping[str, Any], day: str) -> dict[str, Done]:
        """Make the folder for a plan that is begun on a day, or return the parts that are there for the same plan.

        Raise UsageError where the parts are those of another plan.
        """
        os.makedirs(self.folder, exist_ok=True)
        place = os.path.join(self.folder, _PLAN)
        told = _read_json(place)
        known = told.get("plan") if isinstance(told, dict) else None
        if known is None:
            write_text(place, json.dumps({"day": day, "plan": plan}, indent=1))
        elif known != plan:
            differs = ", ".join(sorted(key for key in {*known, *plan} if known.get(key) != plan.get(key)))
            cause = f"this folder holds the parts of another run: not the same {differs}."
            raise UsageError(self.folder, cause, "Repeat that run as it was, or begin anew with --force.")
        return dict(self._find())

    def _find(self) -> Iterator[tuple[str, Done]]:
        for file in sorted(os.listdir(self.folder)):
            name, suffix = os.path.splitext(file)
            told = _read_json(os.path.join(self.folder, file)) if suffix == ".json" and file != _PLAN else None
            if told is None:
                continue
            with suppress(OSError, TypeError):
                done = Done(**told)
                if _hash(self._rows(name)) == done.hash:
                    yield name, done

    def _rows(self, name: str) -> str:
        return os.path.join(self.folder, f"{name}.parquet")

    def write(self, name: str, batch: Any, tally: Tally) -> Done:
        """Write a part: its rows, then its record."""
        from pyarrow import Table
        from pyarrow.parquet import write_table

        path = self._rows(name)
        with whole(path) as temporary:
            write_table(Table.from_batches([batch]), temporary, compression="zstd")
            hashed = _hash(temporary)
        done = Done(name, tally.articles, batch.num_rows, hashed, tally.as_dict())
        write_text(os.path.join(self.folder, f"{name}.json"), json.dumps(done._asdict()))
        return done

    def join(self, names: list[str], output: str, facts: Mapping[str, str]) -> None:
        """Write the rows of all parts, in order, as the output; `facts` go into the file's metadata."""
        from pyarrow import concat_tables
        from pyarrow.parquet import ParquetWriter, read_table

        schema = arrow_schema().with_metadata(dict(facts))
        with whole(output, waits=True) as temporary, ParquetWriter(temporary, schema, compression="zstd") as writer:
            held: list[Any] = []
            for name in names:
                held.append(read_table(self._rows(name)))
                if sum(table.num_rows for table in held) >= _ROWS_OF_A_GROUP:
                    writer.write_table(concat_tables(held).cast(schema), row_group_size=_ROWS_OF_A_GROUP)
                    held = []
            if held:
                writer.write_table(concat_tables(held).cast(schema), row_group_size=_ROWS_OF_A_GROUP)

    def remove(self) -> None:
        """Take the folder away; what does not go is left."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other runs from the same output; raise UsageError where one is at work.

        The system lets go of it when the process ends, however that happens. Where there are no such locks (Windows),
        nothing is kept from anybody.
        """
        try:
            import fcntl
        except ImportError:
            yield
            return
        os.makedirs(self.folder, exist_ok=True)
        with open(os.path.join(self.folder, "lock"), "wb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                cause = "another run is at work on this output."
                raise UsageError(self.folder, cause, "Wait for it, or name another output.") from None
            yield


def _hash(path: str) -> str:
    with open(path, "rb") as file:
        return blake2b(file.read(), digest_size=16).hexdigest()


def _read_json(path: str) -> Any:
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None
