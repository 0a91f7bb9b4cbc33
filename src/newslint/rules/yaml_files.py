"""Read YAML files so that every mistake is told with file, line and the nearest right word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from newslint.errors import NewslintError, did_you_mean
from newslint.patterns import pattern
from newslint.places import obstacle
from newslint.rules.simple_yaml import UnusualError, read_simple_yaml

Model = TypeVar("Model", bound=BaseModel)

# A configuration or rule file of more bytes, deeper nesting or more values (aliases written out) is no such file; the
# reader of front matter, which is faster, allows two million.
LONGEST = 500_000
DEEPEST = 100
MOST = 100_000


def read_yaml(path: Path, error: type[NewslintError]) -> Any:
    """Return a YAML file's data with the positions of its keys; raise `error` where it is not YAML 1.2."""
    if cause := obstacle(path):  # a pipe would be waited for
        raise error(str(path), f"the file {cause}.", "Put a file there, or remove it.")
    text = read_text(path, error)
    try:
        return read_simple_yaml(text, DEEPEST, MOST)
    except UnusualError:
        return read_any_yaml(text, path, error)


def read_any_yaml(text: str, path: Path, error: type[NewslintError]) -> Any:
    """Return what `read_yaml` returns, by the parser that says what is wrong and where."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    from newslint.formats.frontmatter.yaml import in_plain_words

    reader = YAML(typ="rt")
    reader.Composer = _composer()
    try:
        return reader.load(text)
    except _TooMuchError as problem:
        raise error(f"{path}:{problem.line}", f"{problem}.", "Write it in a simpler way.") from problem
    except MarkedYAMLError as problem:
        mark = problem.problem_mark
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        what, cure = in_plain_words(" ".join(str(problem.problem or problem).split()))
        raise error(where, f"not valid YAML ({what}).", f"{cure[:1].upper()}{cure[1:]}.") from problem
    except YAMLError as problem:
        raise error(str(path), f"not valid YAML ({' '.join(str(problem).split())}).", "Fix the file.") from problem
    except Exception as problem:  # a date such as 2026-02-31, nesting without end, a tag that does not fit its value
        raise error(str(path), f"a value cannot be read ({problem}).", "Put it in quotation marks.") from problem


def read_text(path: Path, error: type[NewslintError], longest: int = LONGEST) -> str:
    """Return the text of a file that configures newslint; raise `error` where it cannot be read or is too long."""
    try:
        with open(path, "rb") as file:
            data = file.read(longest + 1)
        # Before it is decoded: the end of what was read may stand inside of a character.
        if len(data) > longest:
            cause = f"the file is larger than {longest:,} bytes."
            raise error(str(path), cause, "Split it, or put its words into lists.")
        return data.decode("utf-8-sig")
    except (OSError, ValueError) as problem:
        raise error(str(path), f"the file cannot be read ({problem}).", "Check its name and encoding.") from problem


class _TooMuchError(Exception):
    """Tell that a text stands for more than anybody would write out, and in which line."""

    def __init__(self, what: str, line: int) -> None:
        self.line = line
        super().__init__(what)


@cache
def _composer() -> Any:
    """Return a composer of ruamel.yaml that refuses what would take the constructor more than linear time."""
    from ruamel.yaml.composer import Composer

    class Checked(Composer):
        level = 0

        def compose_node(self, parent: Any, index: Any) -> Any:
            # Told on the way down: deep nesting takes the parser more than linear time.
            if self.level > DEEPEST:
                line = self.parser.peek_event().start_mark.line + 1
                raise _TooMuchError("values are nested too deeply", line)
            self.level += 1
            try:
                return super().compose_node(parent, index)
            finally:
                self.level -= 1

        def get_single_node(self) -> Any:
            self.warn_double_anchors = False  # what a file says reaches a terminal through our messages alone
            node = super().get_single_node()
            if node is not None:
                _measure(node, {})
            return node

    return Checked


def _measure(node: Any, known: dict[int, int | None]) -> int:
    """Return how many values a node stands for, aliases written out; raise _TooMuchError where that is too many."""
    if id(node) in known:
        size = known[id(node)]
        if size is None:
            raise _TooMuchError("a value contains itself", node.start_mark.line + 1)
        return size
    known[id(node)] = None
    size = 1
    if isinstance(node.value, list):
        for part in node.value:
            for inner in part if isinstance(part, tuple) else (part,):
                size += _measure(inner, known)
            if isinstance(part, tuple) and isinstance(part[0].value, list):
                raise _TooMuchError("a key is a list or a mapping", part[0].start_mark.line + 1)
    if size > MOST:
        raise _TooMuchError(f"aliases stand for more than {MOST:,} values", node.start_mark.line + 1)
    known[id(node)] = size
    return size


def plain(value: Any) -> Any:
    """Return YAML data as plain dicts, lists and scalars."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    return value if value is None else str(value)


def validate(model: type[Model], data: Any, path: Path, error: type[NewslintError]) -> Model:
    """Return the model of a file's data, or raise `error` naming the line of the first mistake."""
    try:
        return model.model_validate(plain(data) if data is not None else {})
    except ValidationError as problem:
        raise explain(problem, data, path, error, model) from problem


_WORD_IN_QUOTES = pattern(r"'([^'\s]+)'")
# What pydantic says of a value's size or form, in plain words.
_FORMS = {
    "string_too_short": "must have at least {min_length} characters",
    "too_short": "must have at least {min_length} entries, not {actual_length}",
    "string_pattern_mismatch": "must match `{pattern}`",
    "greater_than_equal": "must be at least {ge:g}",
    "less_than_equal": "must be at most {le:g}",
    "finite_number": "must be a finite number",
}
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")
_MISSING = ("missing", "missing_argument")
# What was expected where pydantic reports a wrong type, in the words of somebody who writes YAML.
_EXPECTED = {
    "bool": "`true` or `false`",
    "date": "a date",
    "dict": "a mapping",
    "float": "a number",
    "int": "a whole number",
    "list": "a list",
    "literal": "{expected}",
    "mapping": "a mapping",
    "model": "a mapping",
    "string": "text",
    "tuple": "a list",
}


def explain(
    problem: ValidationError,
    data: Any,
    path: Path,
    error: type[NewslintError],
    known: type[BaseModel] | Iterable[str],
    line: int = 1,
) -> NewslintError:
    """Turn a validation error into one that names file, line, the wrong word and the nearest right one.

    `known` is the model, or the keys that may stand at the top; `line` is where the data begins.
    """
    # Each mistake with its real place: pydantic also names the branches of unions.
    mistakes = [(_keys_of(entry, data), entry) for entry in problem.errors(include_url=False)]
    # A mistyped key is often also a missing one: the typo tells more. Of a union, the branch that got furthest does.
    where, first = min(mistakes, key=lambda pair: (pair[1]["type"] not in _UNKNOWN, -len(pair[0])))
    name = ".".join(map(str, where)) or "the file"
    place = f"{path}:{line_of(data, where, line)}"
    if first["type"] in _UNKNOWN:
        options = sorted(known_keys(known, where) if isinstance(known, type) else known)
        way_out = did_you_mean(str(where[-1]), options, f"Known here: {', '.join(options)}.")
        return error(place, f"unknown key `{name}`.", way_out)
    if first["type"] in _MISSING:
        return error(place, f"`{name}` is missing.", "Add it.")
    return error(place, *_of_value(name, first, [entry for keys, entry in mistakes if keys == where]))


def _of_value(name: str, mistake: Any, alike: list[Any]) -> tuple[str, str]:
    """Return what is wrong with a value and the way out; `alike` are all mistakes that are told of it."""
    given = mistake["input"]
    shown = f" (got {given!r})" if isinstance(given, (str, int, float, bool)) else ""
    shown = " (it has no value)" if given is None else shown
    if not _expected(mistake):
        return f"`{name}`{_form(mistake)}{shown}.", "Fix the value."
    expected = dict.fromkeys(filter(None, map(_expected, alike)))
    words = _WORD_IN_QUOTES.findall(" ".join(expected)) if isinstance(given, str) else []
    return f"`{name}` must be {' or '.join(expected)}{shown}.", did_you_mean(str(given), words, "Fix the value.")


def _form(mistake: Any) -> str:
    """Return what a mistake says of a value's size or form."""
    facts = mistake.get("ctx", {})
    if facts.get("min_length") == 1:
        return " must not be empty"
    if form := _FORMS.get(mistake["type"]):
        return f" {form.format(**facts)}"
    return f": {mistake['msg'].removeprefix('Value error, ')}"


def _expected(mistake: Any) -> str | None:
    kind, _, rest = str(mistake["type"]).partition("_")
    if rest not in ("type", "parsing", "error", "attributes_type", "from_float", "from_date_parsing"):
        return None
    return _EXPECTED.get(kind, "").format(**mistake.get("ctx", {})) or None


def _keys_of(mistake: Any, data: Any) -> list[Any]:
    """Return the keys and numbers of a mistake's place that stand in the data, and what is missing there."""
    where: list[Any] = []
    here, part = data, None
    keys: list[Any] = [part]
    for part in mistake["loc"]:
        keys = []
        if isinstance(here, dict):
            keys = [key for key in here if str(key) == str(part)]  # one of which may be None
        elif isinstance(here, list) and part in range(len(here)):
            keys = [part]
        where += keys[:1]
        here = here[keys[0]] if keys else here
    return where if keys or mistake["type"] not in _MISSING else [*where, part]


def known_keys(model: type[BaseModel], where: Sequence[Any]) -> set[str]:
    """Return the keys that a model knows beside the last of a path of keys."""
    schema = TypeAdapter(model).json_schema()

    def expand(node: dict[str, Any]) -> list[dict[str, Any]]:
        if "$ref" in node:
            return expand(schema["$defs"][node["$ref"].rpartition("/")[2]])
        branches = [*node.get("anyOf", ()), *node.get("allOf", ())]
        return [node, *(inner for branch in branches for inner in expand(branch))]

    nodes = expand(schema)
    for part in where[:-1]:
        children: list[Any] = []
        for node in nodes:
            children += [node.get("properties", {}).get(part), node.get("additionalProperties"), node.get("items")]
        nodes = [inner for child in children if isinstance(child, dict) for inner in expand(child)]
    return {key for node in nodes for key in node.get("properties", {})}


def line_of(data: Any, where: Sequence[Any], line: int = 1) -> int:
    """Return the 1-based line at which a path of keys stands in a YAML file's data, which begins at `line`."""
    for part in where:
        position = getattr(data, "lc", None)
        if position is None:
            return line
        try:
            line = (position.key(part) if isinstance(data, dict) else position.item(part))[0] + 1
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return line
    return line
