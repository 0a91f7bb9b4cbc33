"""Find the dictionaries of Hunspell that a spelling rule asks for, and the words that it leaves alone."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from newslint.vale.definitions import Definition, wrong
from newslint.vale.words import read_words

_FOLDER = "config/dictionaries"
_IGNORED = "config/ignore"
_OF_VALE = "en_US-web"
_STYLE_OF_VALE = "Vale"


def find_dictionaries(rule: Definition, styles_paths: Sequence[Path]) -> list[str]:
    """Return the files of a rule's dictionaries without their endings, or all that a project has.

    Raise ConfigurationError where there are none, or where what reads them is not installed.
    """
    homes = [*_homes(rule, styles_paths)]
    named = list(rule.texts("dictionaries")) or [Path(rule.text("dic")).stem] * bool(rule.text("dic"))
    found = [
        path.with_suffix("")
        for home in homes
        for path in sorted(home.glob("*.dic"))
        if path.with_suffix(".aff").is_file() and (not named or path.stem in named)
    ]
    if not named and rule.style != _STYLE_OF_VALE:  # of several languages, that of Vale; its own rule takes all
        found = [path for path in found if path.name == _OF_VALE] or found
    if not found:
        wanted = f"`{named[0]}.dic` and `{named[0]}.aff`" if named else "a `.dic` with its `.aff`"
        where = f"`{_FOLDER}` of `StylesPath`"
        raise wrong(
            rule.path, "it has no dictionary of Hunspell.", f"Put {wanted} into {where}; Vale's own is not here."
        )
    if find_spec("spylls") is None:
        raise wrong(rule.path, "dictionaries need a package.", "Install it: `pip install 'newslint[vale]'`.")
    return [str(path) for path in dict.fromkeys(found)]


def _homes(rule: Definition, styles_paths: Sequence[Path]) -> list[Path]:
    dicpath = rule.text("dicpath")
    if dicpath:
        return [folder / dicpath for folder in (Path(rule.path).parent, *styles_paths)]
    files = [Path(rule.text(key)).parent for key in ("dic",) if rule.text(key)]
    return [*(folder / file for folder in styles_paths for file in files), *(each / _FOLDER for each in styles_paths)]


def known_words(rule: Definition, styles_paths: Sequence[Path]) -> set[str]:
    """Return the words of a rule's lists, in small letters; the rule of Vale itself has all lists of the project."""
    if rule.style == _STYLE_OF_VALE:
        files = [path for folder in styles_paths for path in sorted((folder / _IGNORED).rglob("*.txt"))]
    else:
        places = [place for folder in styles_paths for place in (folder, folder / _IGNORED)]
        files = [place / name for name in rule.texts("ignore") for place in places if (place / name).is_file()]
    return {word.lower() for path in files for word in read_words(path)}
