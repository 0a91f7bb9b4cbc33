"""The steps of Vale's feature files: where each works, on which files, and under which options of Vale."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from newslint.rules.notices import note
from newslint.vale.configuration import read_vale_ini
from newslint.vale.ini import read_ini
from newslint.vale.loading import definitions_of

NAMES = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini")
_EVERYTHING = "."
_BEGIN = "tmp/aruba"


class Work(NamedTuple):
    """What a step does below a copy of `testdata`: the folder, names of files and folders in it, and Vale's options.

    `config` is `--config`, `least` is `--minAlertLevel`, `glob` is `--glob`, `chosen` is `--filter`, and `is_plain` is
    `--ignore-syntax`. `written` are files that come from the standard input.
    """

    folder: str
    names: tuple[str, ...] = (_EVERYTHING,)
    config: str = ""
    least: str = ""
    glob: str = ""
    chosen: str = ""
    is_plain: bool = False
    written: Mapping[str, str] = {}

    def files(self, data: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
        """Yield the files that it lints and that end with one of some suffixes, by name."""
        place = data / self.folder
        for name in self.names:
            path = place / name
            for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
                if file.suffix in suffixes and file.is_file() and self._is_named(file.relative_to(place).as_posix()):
                    yield file

    def _is_named(self, name: str) -> bool:
        if not self.glob:
            return True
        expression = re.escape(self.glob.removeprefix("!")).replace(r"\*", ".*")
        return (re.fullmatch(expression, name) is not None) != self.glob.startswith("!")

    def ini(self, data: Path) -> Path:
        """Return the configuration that holds, from the folder upwards; raise StopIteration where there is none."""
        place = data / self.folder
        if self.config:
            return place / self.config
        return next(folder / name for folder in (place, *place.parents) for name in NAMES if (folder / name).is_file())


def _formats(argument: str) -> Work:
    return Work("fixtures/formats", tuple(argument.split()))


def _in(folder: str) -> Callable[[str], Work]:
    return lambda argument: Work(folder.format(argument))


def _on(folder: str) -> Callable[[str], Work]:
    return lambda argument: Work(folder, tuple(argument.split()))


def _piped(argument: str) -> Work:
    file, _, ending = argument.partition(" ")
    return Work("fixtures/formats", (f"stdin{ending}",), written={f"stdin{ending}": file})


def _levelled(argument: str) -> Work:
    level, _, file = argument.partition(" ")
    return Work(_BEGIN, (file,), least=level)


STEPS: Mapping[str, Callable[[str], Work]] = {
    "I lint": _formats,
    "I lint simple": lambda argument: _formats(argument)._replace(is_plain=True),
    "I lint with config": lambda argument: _formats("test.md")._replace(config=argument),
    "I lint string": lambda argument: Work("fixtures/formats", ("stdin.txt",), written={"stdin.txt": argument}),
    "I run cat": _piped,
    "I test template": _in("fixtures/templates"),
    "I test dir glob": lambda argument: Work("fixtures/glob", glob=argument),
    "I test": _in("fixtures/{}"),
    "I test scope": _in("fixtures/scopes/{}"),
    "I test patterns for": _on("fixtures/patterns"),
    "I test comments for": _on("fixtures/comments"),
    "I use Vocab": _in("fixtures/vocab/{}"),
    "I use filter file": lambda argument: Work("fixtures/filters", chosen=f"{argument}.expr"),
    "I use filter expr": lambda argument: Work("fixtures/filters", chosen=argument),
    "I apply style": _in("fixtures/styles/{}"),
    "I lint path": _in("fixtures/formats/{}"),
    "I lint path with exclusions": lambda _: Work("fixtures/folders"),
    "I sync pkg": lambda argument: Work(f"fixtures/pkg/{argument}", ("test.md",)),
    "I run vale": _on(_BEGIN),
    "I assign minAlertLevel": _levelled,
}
"""What each step does with its arguments, joined with spaces."""


def prepare(work: Work, files: Mapping[str, str], data: Path, dictionary: Path) -> Path:
    """Write the files of a scenario, get its packages and return the configuration, which has the step's options."""
    place = data / work.folder
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():  # each step goes elsewhere only after they are written
        file = data / _BEGIN / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name, given in work.written.items():
        text = (place / given).read_text(encoding="utf-8") if (place / given).is_file() else given
        (place / name).write_text(text, encoding="utf-8")
    ini = work.ini(data)
    entries = read_ini(ini)
    text = ini.read_text(encoding="utf-8")
    if work.least:
        text = re.sub(r"(?m)^MinAlertLevel.*$", f"MinAlertLevel = {work.least}", text)
    styles = next((entry.value for entry in entries if entry.key == "StylesPath"), "")
    if not styles:  # Vale would take the dictionary that is built in
        text = f"StylesPath = {dictionary.parents[1]}\n{text}"
    elif not any((ini.parent / styles / "config/dictionaries").glob("*.dic")):
        shutil.copytree(dictionary, ini.parent / styles / "config/dictionaries", dirs_exist_ok=True)
    for number, name in enumerate(item for entry in entries if entry.key == "Packages" for item in entry.items):
        sync(name, number, ini.parent / styles, (ini.parent, data / "pkg"))
    ini.write_text(text, encoding="utf-8")
    return ini


def sync(name: str, number: int, styles: Path, homes: tuple[Path, ...]) -> None:
    """Put a package, a ZIP file or a folder in one of some folders, where `vale sync` would; nothing is fetched."""
    stem = name.removesuffix(".zip")
    found = next((home / each for home in homes for each in (f"{stem}.zip", stem) if (home / each).exists()), None)
    if found is None:
        note(f"the package `{name}` is not in {' or '.join(str(home) for home in homes)}; it is left out")
        return
    folder = found
    if found.is_file():
        folder = styles / ".unpacked"
        with ZipFile(found) as packed:
            packed.extractall(folder)
        folder /= stem
    if (folder / "styles").is_dir():
        shutil.copytree(folder / "styles", styles, dirs_exist_ok=True)
    elif not (folder / ".vale.ini").is_file():
        shutil.copytree(folder, styles / stem, dirs_exist_ok=True)
    if (folder / ".vale.ini").is_file():
        (styles / ".vale-config").mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / ".vale.ini", styles / ".vale-config" / f"{number}-{stem}.ini")


_FIELD = re.compile(r"\.(Name|Level|Extends|Scope)\b")


def rules_of(ini: Path, chosen: str, data: Path) -> tuple[str, ...]:
    """Return the rules that a filter of Vale chooses, as `--select` takes them: a filter chooses rules, not alerts."""
    file = data / "styles/config/filters" / chosen
    expression = _FIELD.sub(r"\1", file.read_text(encoding="utf-8") if file.is_file() else chosen).strip()
    code = compile(expression, chosen, "eval")
    found = []
    for rule, level in definitions_of(read_vale_ini(ini)):
        fields = {"Name": rule.name, "Level": level, "Extends": rule.extends, "Scope": rule.scope}
        if eval(code, {"__builtins__": {}}, fields):
            found.append(f"vale/{rule.name}")
    return tuple(found)
