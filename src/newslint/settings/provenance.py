"""Say of each value that holds for a file where it was written; only for those who ask: it reads all files anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint.records import NamedTuple
from newslint.rules.yaml_files import line_of, plain
from newslint.settings import resolving
from newslint.settings.globs import matches, name_below
from newslint.settings.house import MISSPELLED, join_houses
from newslint.settings.loading import Settings, Variant
from newslint.settings.model import ConfigModel, HouseModel
from newslint.settings.resolving import Layer

DEFAULT = "default"
# What layers say is told rule by rule, and what is for single files where it matches.
_LAYERED = frozenset(
    (
        "profile",
        "extends",
        "description",
        "rules",
        "require",
        "overrides",
        "per_file_ignores",
        "targets",
        *HouseModel.model_fields,
    )
)
_Place = tuple[str, str, int]


class Fact(NamedTuple):
    """A value that holds, who says so in words, and the file and line where it stands; line 0 where there is none."""

    key: str
    value: Any
    source: str = DEFAULT
    file: str = ""
    line: int = 0


class Origins:
    """The configuration of a run, read anew with the lines of its keys."""

    def __init__(self, settings: Settings) -> None:
        """Read the configuration file, if there is one."""
        self._settings = settings
        self._config, self._data = resolving.read_config(settings.path)

    def place(self, *keys: str | int) -> _Place:
        """Return source, file and line of a key of the configuration."""
        file = str(self._settings.path)
        return Path(file).name, file, _line(self._data, keys)

    def keys(self) -> Iterator[Fact]:
        """Yield the keys of the configuration that hold for all files."""
        for name in ConfigModel.model_fields:
            if name in _LAYERED:
                continue
            value = self._config.model_dump(mode="json")[name]
            written = next((key for key in (name, name.replace("_", "-")) if key in (self._data or {})), None)
            yield Fact(name, value, *self.place(written)) if written is not None else Fact(name, value)

    def profile(self, path: str, types: Sequence[str]) -> Fact:
        """Return the profile of a file whose article names none."""
        chosen = self._settings.choose_profile(path, types)
        if chosen.keys[0] == "profile" and "profile" not in (self._data or {}):
            return Fact("profile", chosen.profile)
        source, file, line = self.place(*chosen.keys)
        return Fact("profile", chosen.profile, f"{source}, {_dotted(chosen.keys[:-1])}".rstrip(", "), file, line)

    def overrides(self, path: str) -> Iterator[Fact]:
        """Yield the overrides that match a file, each with the globs that do."""
        name = name_below(self._settings.root, path)
        for index in self._settings.overrides_of(path):
            globs = [glob for glob in self._config.overrides[index].files if matches(name, glob)]
            yield Fact(f"overrides[{index}].files", globs, *self.place("overrides", index, "files"))

    def ignores(self, path: str) -> Iterator[Fact]:
        """Yield what the configuration ignores in a file."""
        for entry in self._settings.ignored_in(path):
            value: dict[str, Any] = {"rules": list(entry.rules)}
            if entry.reason:
                value |= {"reason": entry.reason}
            if entry.until:
                value |= {"until": entry.until.isoformat()}
            yield Fact(f"per_file_ignores.{entry.glob}", value, *self.place("per_file_ignores", entry.glob))

    def excluding(self, glob: str) -> _Place:
        """Return where a glob of `exclude` stands."""
        written = self._data.get("exclude") if isinstance(self._data, Mapping) else None
        if isinstance(written, list) and glob in written:
            return self.place("exclude", written.index(glob))
        return self.place("exclude")

    def rules(self, profile: str, overrides: tuple[int, ...]) -> Iterator[Fact]:
        """Yield what holds of rules otherwise than their files have it, and what an article must have."""
        variant = self._settings.variant(profile, overrides)
        chain = resolving.profile_chain(profile, str(self._settings.path or "profile"), self._settings.root)
        above = resolving.config_layers(self._config, self._data, self._settings.path)
        own = resolving.override_layers(self._config, self._data, self._settings.path, overrides)
        layers = [*chain, *above, *own]
        yield from _requirements(variant, layers)
        yield from _targets(variant, layers)
        yield from _house(layers)
        yield from _rules(variant, layers, self._settings.former)


def _line(data: Any, keys: Sequence[str | int]) -> int:
    """Return the line of a key; 0 where the file's format tells none."""
    return line_of(data, keys) if hasattr(data, "lc") else 0


def _dotted(keys: Sequence[str | int]) -> str:
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def _place_in(layer: Layer, *keys: str | int) -> _Place:
    return layer.origin, str(layer.path), _line(layer.data, keys)


def _requirements(variant: Variant, layers: Sequence[Layer]) -> Iterator[Fact]:
    places = {key: _place_in(layer, "require", key) for layer in layers for key in layer.require.model_fields_set}
    if "elements" in places:
        yield Fact("require.elements", sorted(variant.elements), *places["elements"])
    for kind in ("section", "disclaimer", "label"):
        names = [each.name for each in variant.required if each.kind == kind]
        if names:
            yield Fact(f"require.{kind}s", names, *places[f"{kind}s"])


def _targets(variant: Variant, layers: Sequence[Layer]) -> Iterator[Fact]:
    places = {key: _place_in(layer, "targets", key) for layer in layers for key in layer.targets.model_fields_set}
    for key, value in variant.targets.items():
        yield Fact(f"targets.{key}", value, *places.get(key, (DEFAULT,)))


def _house(layers: Sequence[Layer]) -> Iterator[Fact]:
    """Yield what is house style, each with the last layer that says something of it."""
    places = {part: _place_in(layer, *keys) for layer in layers for part, keys in _parts_of_house(layer)}
    for form in join_houses((layer.origin, layer.path, layer.house) for layer in layers):
        if form.option == "pairs":
            for term in form.value:
                yield Fact(f"terms.{term['not'][0]}", _said(term), *places["terms", term["not"][0]])
        elif form.option == "fields":
            for name, asked in form.value.items():
                yield Fact(f"fields.{name}", _said(asked), *places["fields", name])
        elif (form.rule, form.option) == (MISSPELLED, "title"):
            yield Fact("authors", form.value, *places["authors", ""])


def _parts_of_house(layer: Layer) -> Iterator[tuple[tuple[str, str], tuple[str | int, ...]]]:
    """Yield key and part of what a layer says of house style, each with the keys under which that stands."""
    written = layer.data.get("terms") if isinstance(layer.data, Mapping) else None
    is_list = isinstance(written, (list, tuple))
    for number, term in enumerate(layer.house.terms):
        where = number if is_list else list(written or ())[number]
        yield from ((("terms", word), ("terms", where)) for word in term["not"])
    yield from ((("fields", name), ("fields", name)) for name in layer.house.fields)
    if layer.house.authors is not None:
        yield ("authors", ""), ("authors",)


def _said(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of a term or a field, without what is not."""
    return {key: plain(value) for key, value in entry.items() if value not in (None, "", [], False) and key != "source"}


def _rules(variant: Variant, layers: Sequence[Layer], former: Mapping[str, str]) -> Iterator[Fact]:
    """Yield the facts of rules in which a layer differs from the rule's file."""
    places = _places_of_rules(variant, layers, former)
    for identity in sorted(variant.origins):
        origin, rule = variant.origins[identity], variant.compiled.get(identity)
        if "state" in origin:
            yield Fact(f"rules.{identity}.enabled", identity in variant.on, *places[origin["state"], identity, "state"])
        severities = variant.severities.get(identity)
        if severities and (rule is None or severities != rule["severities"]):
            yield Fact(
                f"rules.{identity}.severity", _short(severities), *places[origin["severity"], identity, "severity"]
            )
        for name, by in origin.get("options", {}).items():
            value = variant.options[identity].get(name)
            if (by, identity, name) not in places:
                continue  # set in short, as house style
            if rule is None or value != rule["options"].get(name):
                yield Fact(f"rules.{identity}.options.{name}", plain(value), *places[by, identity, name])


def _short(severities: Mapping[str, str]) -> Any:
    return next(iter(severities.values())) if len(set(severities.values())) == 1 else dict(severities)


def _places_of_rules(
    variant: Variant, layers: Sequence[Layer], former: Mapping[str, str]
) -> dict[tuple[str, str, str], _Place]:
    """Return where each layer says something, by its name, the rule, and what it says: state, severity or an option."""
    from newslint.checks import load_check_type

    places: dict[tuple[str, str, str], _Place] = {}
    for layer in layers:
        for key, setting in sorted(layer.rules.items(), key=lambda item: "/" in item[0]):
            name = former.get(key, key)
            for identity in [known for known in variant.origins if known == name or known.startswith(f"{name}/")]:
                rule = variant.compiled.get(identity)
                renamed = load_check_type(rule["check"]).renamed if rule else {}
                for what, keys in _parts_of(setting):
                    place = _place_in(layer, "rules", key, *keys)
                    places[layer.origin, identity, renamed.get(what, what)] = place
    return places


def _parts_of(setting: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what a setting of a rule says, and under which keys."""
    if isinstance(setting, str):
        yield "state", ()
        yield "severity", ()
        return
    yield "state", ("enabled",)
    yield "severity", ("severity",)
    for name in setting.options:
        yield name, ("options", name)
