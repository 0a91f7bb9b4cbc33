"""House style in a configuration: the short forms that become options of shipped rules, and how layers join them.

`terms` are the pairs of `style/house-term`. A term of a later layer takes the place of one that it contradicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint.records import NamedTuple
from newslint.rules.stamps import Stamp
from newslint.rules.written import plain_pairs
from newslint.rules.yaml_files import line_of
from newslint.settings.model import HouseModel

TERMS = "style/house-term"


class House(NamedTuple):
    """What a layer says of house style, in the plain form of options; `lines` are where its keys stand.

    `files` are the files that it was read from, each with its stamp from before.
    """

    terms: Sequence[Mapping[str, Any]] = ()
    lines: Mapping[str, int] = {}
    files: Mapping[str, Stamp] = {}


class ShortForm(NamedTuple):
    """An option of a rule that a configuration has set in short, and the layer and line that did so last."""

    rule: str
    option: str
    value: Any
    origin: str
    place: str

    def joined(self, known: Any) -> Any:
        """Return the option's value with that of the rule itself, where both are lists."""
        return [*known, *self.value] if isinstance(known, list) else self.value


def read_house(model: HouseModel, data: Any, path: Path) -> House:
    """Return what a configuration, a profile or an override says of house style."""
    source = f"{path.name}, terms"
    terms = [{**term, "source": term["source"] or source} for term in plain_pairs(model.terms)]
    lines = {key: line_of(data, (key,)) for key in HouseModel.model_fields if isinstance(data, dict) and key in data}
    return House(terms, lines)


def join_houses(layers: Iterable[tuple[str, Path, House]]) -> list[ShortForm]:
    """Return the options that layers set in short, the later over the earlier."""
    terms: list[Mapping[str, Any]] = []
    last: dict[str, tuple[str, str]] = {}
    for origin, path, house in layers:
        last |= {key: (origin, f"{path}:{line}: {key}") for key, line in house.lines.items()}
        terms = [*_without(terms, house.terms), *house.terms]
    kept = [{key: value for key, value in term.items() if key != "enabled"} for term in terms if term["enabled"]]
    return [ShortForm(TERMS, "pairs", kept, *last["terms"])] if "terms" in last else []


def _without(terms: Iterable[Mapping[str, Any]], later: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield earlier terms without the words that later ones speak of, and none whose words those no longer write."""
    spoken = {_key(word) for term in later for word in term["not"]}
    for term in terms:
        own = [word for word in term["not"] if _key(word) not in spoken]
        if own and spoken.isdisjoint(map(_key, term["use"])):
            yield {**term, "not": own}


def _key(words: str) -> str:
    return " ".join(words.split())
