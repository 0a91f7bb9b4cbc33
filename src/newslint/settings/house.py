"""House style in a configuration: the short forms that become options of shipped rules, and how layers join them.

`terms` are the pairs of `style/house-term`, `authors` the register of the rules on authors, `fields` what is asked of
front matter. Terms and fields of several layers are taken together; a later register takes the place of an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint.errors import ConfigurationError
from newslint.places import is_within, obstacle, tree_of
from newslint.records import NamedTuple
from newslint.rules.stamps import Stamp, stamp
from newslint.rules.written import AuthorSpec, plain_authors, plain_fields, plain_pairs, whole_field
from newslint.rules.yaml_files import line_of, plain, read_text, read_yaml
from newslint.settings.model import HouseModel

MISSPELLED = "structure/author-misspelled"
MISSPELLED_WORD = "hygiene/misspelled-word"
_MOST_BYTES = 5_000_000  # of a register


class House(NamedTuple):
    """What a layer says of house style, in the plain form of options; `lines` are where its keys stand.

    `authors` are None where it has no register. `files` are those that it was read from, each with its stamp from
    before.
    """

    terms: Sequence[Mapping[str, Any]] = ()
    authors: Sequence[Mapping[str, Any]] | None = None
    register: str = ""
    fields: Mapping[str, Mapping[str, Any]] = {}
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
        """Return the option's value with that of the rule itself, where both are lists or mappings."""
        if isinstance(known, list):
            return [*known, *self.value]
        return {**known, **self.value} if isinstance(known, dict) else self.value


def read_house(model: HouseModel, data: Any, path: Path) -> House:
    """Return what a configuration, a profile or an override says of house style."""
    lines = {key: line_of(data, (key,)) for key in HouseModel.model_fields if isinstance(data, dict) and key in data}
    terms = [_from(term, f"{path.name}, terms") for term in plain_pairs(model.terms)]
    fields = {name: _from(asked, f"{path.name}, fields") for name, asked in plain_fields(model.fields).items()}
    house = House(terms, fields=fields, lines=lines, register=f"{path.name}, authors")
    if isinstance(model.authors, str):
        place = f"{path}:{lines.get('authors', 1)}"
        file = path.parent / model.authors
        return house._replace(
            files={str(file): stamp(file)}, authors=_read_register(file, path, place), register=model.authors
        )
    return house if model.authors is None else house._replace(authors=plain_authors(model.authors))


def _from(entry: Mapping[str, Any], source: str) -> Mapping[str, Any]:
    return {**entry, "source": entry.get("source") or source}


def _read_register(file: Path, path: Path, place: str) -> list[dict[str, Any]]:
    """Return the people of a file: one a line, or YAML as site generators keep authors; other keys are passed over."""
    # Reports quote names of the register, and a configuration could call any file one.
    if not is_within(file, [tree_of(path.parent)]):
        cause = f"`authors`: `{file.name}` is outside the configuration's folders."
        raise ConfigurationError(place, cause, "Put the register beside the configuration.")
    if problem := obstacle(file):
        cause = f"`authors`: the file `{file.name}` {problem}."
        raise ConfigurationError(place, cause, "Name a file of names, one a line or in YAML, or write a list.")
    if file.suffix in (".yaml", ".yml"):
        people = list(_people_in(plain(read_yaml(file, ConfigurationError)), file))
    else:
        lines = read_text(file, ConfigurationError, _MOST_BYTES).splitlines()
        names = (line.partition("#")[0].strip() for line in lines)
        people = plain_authors(dict.fromkeys(name for name in names if name))
    if not people:
        raise ConfigurationError(str(file), "the register of authors has no names.", "Write one name a line.")
    return people


def _people_in(data: Any, file: Path) -> Iterator[dict[str, Any]]:
    entries = data.items() if isinstance(data, dict) else ((None, each) for each in data or ())
    for number, (key, value) in enumerate(entries if isinstance(data, (dict, list)) else (), 1):
        entry = f"entry {number} of the register of authors"
        record = value if isinstance(value, dict) else {"name": value}
        name = record.get("name") or key
        is_named = isinstance(value, (dict, str, type(None))) and (key is None or _is_said(key))
        if not is_named or not _is_said(name):
            raise ConfigurationError(str(file), f"{entry} has no name.", "Write a name, or a mapping with `name`.")
        aliases = _texts_of(record.get("aliases"))
        if aliases is None:
            cause = f"{entry} has `aliases` that are no texts."
            raise ConfigurationError(str(file), cause, "Write a name, or a list of names.")
        texts = {part: record[part] for part in ("email", "role") if isinstance(record.get(part), str)}
        spec = AuthorSpec(name=name, aliases=aliases, **texts)
        yield from plain_authors([spec] if key is None else {key: spec})


def _texts_of(value: Any) -> tuple[str, ...] | None:
    """Return one text or several, each of which says something; None where there is anything else."""
    values = [] if value in (None, "") else value if isinstance(value, list) else [value]
    return tuple(values) if all(map(_is_said, values)) else None


def _is_said(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def join_houses(layers: Iterable[tuple[str, Path, House]]) -> Iterator[ShortForm]:
    """Yield the options that layers set in short, the later over the earlier."""
    terms: list[Mapping[str, Any]] = []
    fields: dict[str, Mapping[str, Any]] = {}
    authors: Sequence[Mapping[str, Any]] | None = None
    register = ""
    last: dict[str, tuple[str, str]] = {}
    for origin, path, house in layers:
        last |= {key: (origin, f"{path}:{line}: {key}") for key, line in house.lines.items()}
        terms = [*_without(terms, house.terms), *house.terms]
        fields |= {name: _laid_over(fields.get(name, {}), asked) for name, asked in house.fields.items()}
        if house.authors is not None:
            authors, register = house.authors, house.register
    if terms:
        kept = [{key: value for key, value in term.items() if key != "enabled"} for term in terms if term["enabled"]]
        yield ShortForm("style/house-term", "pairs", kept, *last["terms"])
        # What the house writes is a word, whatever the dictionary says.
        written = list(dict.fromkeys(use for term in kept for use in term["use"]))
        yield ShortForm(MISSPELLED_WORD, "known", written, *last["terms"])
    if authors is not None:
        yield from _of_authors(authors, register, *last["authors"])
    if fields:
        asked = {name: whole_field(said) for name, said in fields.items()}
        yield ShortForm("structure/field-not-as-asked", "fields", asked, *last["fields"])


def _of_authors(authors: Sequence[Mapping[str, Any]], register: str, origin: str, place: str) -> Iterator[ShortForm]:
    for rule in (MISSPELLED, "structure/author-unregistered"):
        yield ShortForm(rule, "authors", list(authors), origin, place)
        yield ShortForm(rule, "title", register, origin, place)
    # A single name that the house knows identifies its author.
    single = [name for one in authors for name in (one["name"], *one["aliases"]) if " " not in name.strip()]
    yield ShortForm("structure/byline-not-identifying", "known", single, origin, place)


def _laid_over(before: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is asked of a field; what is forbidden later is no longer required, and the other way round.

    A bound that a later one goes beyond is gone, too.
    """
    undone = {("required", "forbidden")[at] for at, key in enumerate(("forbidden", "required")) if asked.get(key)}
    least, most = ({**before, **asked}.get(key) for key in ("min", "max"))
    if least is not None and most is not None and least > most:
        undone |= {"min", "max"}
    return {**{key: value for key, value in before.items() if key not in undone}, **asked}


def _without(terms: Iterable[Mapping[str, Any]], later: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Yield earlier terms without the words that later ones speak of, and none whose words those no longer write."""
    spoken = {_key(word) for term in later for word in term["not"]}
    for term in terms:
        own = [word for word in term["not"] if _key(word) not in spoken]
        if own and spoken.isdisjoint(map(_key, term["use"])):
            yield {**term, "not": own}


def _key(words: str) -> str:
    return " ".join(words.split())
