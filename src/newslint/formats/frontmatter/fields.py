"""Split the metadata block off the top of a file and read it with the position of every field; judges no field."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newslint.article import Field, FrontMatter
from newslint.patterns import pattern
from newslint.source import Problem, Source
from newslint.spans import Span

# An opening fence after any number of blank lines; `---json` and the like name the language of the block.
_FENCE = pattern(r"(?:[ \t]*+(?:\r\n|\n|\r))*+(-{3,}|\+{3,}|;{3,})([a-z]{2,12})?[ \t]*(\r\n|\n|\r|\Z)")
_JSON_START = pattern(r"\s*(\{\s*[\"}])")
_LINE = pattern(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
# A field as it looks when a line begins with it, in YAML or TOML.
_FIELD_LINE = pattern(r"""["']?[A-Za-z_][\w .-]{0,60}["']?[ \t]*(?:=|:(?:[ \t]|$))""")
# What YAML takes for a remark behind a value, and what looks like a part of the text: `#2`, `#metoo`.
_CUT_OFF = pattern(r"[ \t]+#(?=\w)")
_DOUBTFUL = "front-matter-doubtful"
_KINDS = {"-": "yaml", "+": "toml", ";": "json"}
# Longer blocks are no metadata; reading stops being cheap there.
_LONGEST = 2_000_000

Reading = tuple[list[Field], list[Problem]]


def read_front_matter(source: Source) -> tuple[FrontMatter | None, int, list[Problem]]:
    """Return the front matter, the offset at which the body starts, and what is wrong with the front matter.

    Reads YAML between `---` lines (1.2 semantics: `no` is a word and a date is a string), TOML between `+++` lines, and
    JSON between `;;;` lines or as an object at the very top. Never raises: what cannot be read is a problem of kind
    `front-matter-invalid`, and the fields that can be read on their own are kept. What a site's generator may read
    otherwise is a problem of kind `front-matter-doubtful`.
    """
    text = source.text
    found = _FENCE.match(text)
    if found is None:
        return _read_bare_json(text)
    mark = found.group(1)
    language = found.group(2)
    kind = {"yml": "yaml"}.get(language, language) if language else _KINDS[mark[0]]
    begin = found.end()
    closing = _find_closing(text, begin, mark[0])
    if closing is None:
        return _read_unclosed(text, found.span(1), begin, mark)
    end, after = closing
    if end - begin > _LONGEST or not _looks_like_fields(text, begin, end, kind):
        return None, 0, []
    span = Span(found.start(1), _without_line_end(text, after))
    if kind not in _READERS:
        message = (
            f"the front matter is written in `{kind}`, which newslint does not read; write it in YAML, TOML or JSON"
        )
        problem = Problem(_DOUBTFUL, Span(found.start(1), found.end(2)), message)
        return FrontMatter(kind, span, is_read=False), after, [problem]
    fields, problems = _READERS[kind](text, begin, end)
    if found.start(1) > 0:
        message = "a blank line stands above it, so many site generators publish it as text; remove the blank line"
        problems.append(Problem(_DOUBTFUL, Span(*found.span(1)), message, ("safe", ((0, found.start(1), ""),))))
    return FrontMatter(kind, span, tuple(fields)), after, problems


@cache
def _closers(mark: str) -> re.Pattern[str]:
    return pattern(rf"^(?:{re.escape(mark)}{{3,}}{'|[.]{3}' if mark == '-' else ''})[ \t]*$")


def _find_closing(text: str, begin: int, mark: str) -> tuple[int, int] | None:
    """Return where the closing fence's line starts and where the next one does, or None."""
    closers = _closers(mark)
    at = begin
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None:
            return None
        if closers.match(line.group().rstrip("\r\n")):
            return at, line.end()
        at = line.end()
    return None


def _read_unclosed(
    text: str, fence: tuple[int, int], begin: int, mark: str
) -> tuple[FrontMatter | None, int, list[Problem]]:
    first = next((line for line in text[begin : begin + 400].splitlines() if line.strip()), "")
    if not _FIELD_LINE.match(first):
        return None, 0, []
    message = (
        f"the front matter opens with `{mark}` and is never closed, so the whole file is read as the body; "
        f"end it with a line `{mark}`"
    )
    return None, begin, [Problem("front-matter-invalid", Span(*fence), message)]


def _looks_like_fields(text: str, begin: int, end: int, kind: str) -> bool:
    """Tell metadata from text between two thematic breaks."""
    content = text[begin:end]
    if kind not in ("yaml", "toml") or not content.strip():
        return True
    return any(_FIELD_LINE.match(line.lstrip("- \t")) for line in content.splitlines())


def _without_line_end(text: str, end: int) -> int:
    while end > 0 and text[end - 1] in "\r\n":
        end -= 1
    return end


def _trim(text: str, start: int, end: int) -> Span:
    end = max(start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _invalid(span: Span, what: str, cure: str) -> Problem:
    return Problem("front-matter-invalid", span, f"the front matter cannot be read: {what}; {cure}")


def _note_duplicates(fields: list[Field]) -> list[Problem]:
    seen: dict[str, Field] = {}
    problems = []
    for entry in fields:
        if entry.name in seen:
            message = (
                f"the front matter has the field `{entry.name}` twice, and programs differ on which one counts; "
                "keep one of them"
            )
            problems.append(Problem("front-matter-invalid", entry.key_span, message))
        seen[entry.name] = entry
    return problems


# YAML


def _read_yaml(text: str, begin: int, end: int) -> Reading:
    from newslint.formats.frontmatter import yaml as frontmatter_yaml

    content = text[begin:end]
    result = frontmatter_yaml.read_mapping(content)
    if not isinstance(result, frontmatter_yaml.Failure):
        fields = [_shift(entry, begin) for entry in result.fields]
        repeated = [
            Problem("front-matter-invalid", Span(at.start + begin, at.end + begin), message)
            for at, message in result.problems
        ]
        return fields, _note_duplicates(fields) + repeated + _note_cuts(text, fields)
    at = begin + min(result.offset, max(len(content) - 1, 0))
    problem = _invalid(_rest_of_line(text, at, end), result.reason, result.cure)
    from newslint.formats.frontmatter.repairs import quote_value

    problem = problem._replace(repair=quote_value(text, begin, end, at))
    recovered = _recover(text, begin, end, ":", frontmatter_yaml.read_alone)
    return recovered, [problem, *_note_duplicates(recovered)]


def _note_cuts(text: str, fields: list[Field]) -> list[Problem]:
    """Report texts that YAML ends at ` #` although what follows is no remark: remarks have a space after the sign."""
    problems = []
    for entry in fields:
        cut = _CUT_OFF.match(text, entry.span.end) if isinstance(entry.value, str) and " " in entry.value else None
        if cut:
            from newslint.formats.frontmatter.repairs import quote

            message = f"`{entry.name}` ends at ` #`, where a remark begins in YAML; put the text in quotation marks"
            span = Span(cut.end() - 1, _rest_of_line(text, cut.end(), len(text)).end)
            whole = _trim(text, entry.span.start, span.end)
            problems.append(Problem(_DOUBTFUL, span, message, quote(text, whole, "unsafe")))
    return problems


def _shift(entry: Field, by: int) -> Field:
    key, value = entry.key_span, entry.span
    return Field(entry.name, entry.value, Span(key.start + by, key.end + by), Span(value.start + by, value.end + by))


def _rest_of_line(text: str, at: int, end: int) -> Span:
    """Return a span from an offset to the end of its line, never empty where there is text."""
    stop = at
    while stop < end and text[stop] not in "\r\n":
        stop += 1
    if stop == at and at > 0:
        start = at
        while start > 0 and text[start - 1] in "\r\n":
            start -= 1
        while start > 0 and text[start - 1] not in "\r\n":
            start -= 1
        return Span(start, max(_without_line_end(text, at), min(start + 1, end)))
    return Span(at, stop)


@cache
def _top_key(sign: str) -> re.Pattern[str]:
    return pattern(rf"""(?:^|(?<=[\r\n]))(["']?)([A-Za-z_][\w.-]{{0,60}})\1[ \t]*{sign}(?=[ \t\r\n]|$)""")


def _recover(text: str, begin: int, end: int, sign: str, read: Callable[[str], object]) -> list[Field]:
    """Read each top-level field by itself, where the whole block could not be read."""
    regex = _top_key(sign)
    # The search runs on the block alone, so that `$` is its end.
    content = text[begin:end]
    heads = list(regex.finditer(content))
    fields = []
    for index, head in enumerate(heads):
        stop = heads[index + 1].start() if index + 1 < len(heads) else len(content)
        span = _trim(content, head.end(), stop)
        value = read(content[head.end() : stop])
        key = Span(*head.span(2))
        fields.append(_shift(Field(head.group(2), value, key, _within_marks(content, span, value)), begin))
    return fields


def _within_marks(content: str, span: Span, value: object) -> Span:
    """Return the span of a value without its quotation marks, or as it is where there are none."""
    inner = Span(span.start + 1, span.end - 1)
    is_marked = isinstance(value, str) and inner.start <= inner.end and content[inner.start : inner.end] == value
    return inner if is_marked else span


# TOML


_LONE_RETURN = pattern(r"\r(?!\n)")
_TOML_PLACE = pattern(r"\(at line (\d+), column (\d+)\)")
_TOML_PLACE_NAMED = pattern(r"(?:(?<!\s)\s+)?\(at [^()]*\)")


def _read_toml(text: str, begin: int, end: int) -> Reading:
    import tomllib

    # TOML knows no lone carriage return; the length stays the same.
    content = _LONE_RETURN.sub("\n", text[begin:end])
    try:
        data = tomllib.loads(content)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        where = _TOML_PLACE.search(str(error))
        at = _offset_of(content, int(where.group(1)), int(where.group(2))) if where else 0
        reason = _TOML_PLACE_NAMED.sub("", str(error)).lower() or "it is nested too deeply"
        problem = _invalid(
            _rest_of_line(text, begin + at, end), f"TOML says “{reason}”", "put texts in quotation marks"
        )
        return _recover(text, begin, end, "=", _read_toml_value), [problem]
    return [_shift(entry, begin) for entry in _place_toml(content, data)], []


_TOML_LINE_END = pattern(r"\r\n|\n")


def _offset_of(content: str, line: int, column: int) -> int:
    starts = [0, *(match.end() for match in _TOML_LINE_END.finditer(content))]
    return min(starts[min(line, len(starts)) - 1] + column - 1, max(len(content) - 1, 0))


@cache
def _toml_head() -> re.Pattern[str]:
    """Return the pattern of lines that begin a key or a table."""
    return pattern(
        r"""
        ^[ \t]*(?:
            \[\[?[ \t]*(?P<table>[\w-]+|"[^"\n]*")[^\n]*   # [params] or [[authors]]
          | (?P<key>[\w-]+|"[^"\n]*"|'[^'\n]*')[^=\n"'\[{]{0,80}=   # name =, also name.part =
        )
        """,
        re.MULTILINE | re.VERBOSE,
    )


def _place_toml(content: str, data: dict[str, object]) -> list[Field]:
    """Find the line of each top-level key; tomllib itself gives no positions."""
    heads: list[tuple[str, Span, int]] = []
    seen: set[str] = set()
    in_table = False
    for head in _toml_head().finditer(content):
        group = "table" if head.group("table") else "key"
        name = head.group(group).strip("\"'")
        if group == "table":
            in_table = True
        elif in_table:
            continue
        if name not in data or name in seen:
            continue
        seen.add(name)
        heads.append((name, Span(*head.span(group)), head.end() if group == "key" else head.start()))
    fields = []
    # Without a key there is nothing to place, and the list of what follows is the longer one.
    for (name, key, start), following in zip(heads, [*heads[1:], None], strict=False):
        stop = content.rfind("\n", start, following[1].start) if following else len(content)
        span = _trim(content, start, stop)
        value = _as_plain(data[name])
        fields.append(Field(name, value, key, _within_marks(content, span, value)))
    return fields


def _as_plain(value: object) -> object:
    """Turn TOML's dates into text, as they are in YAML 1.2 and JSON."""
    if isinstance(value, dict):
        return {key: _as_plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_plain(item) for item in value]
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat else value


def _read_toml_value(text: str) -> object:
    import tomllib

    try:
        return _as_plain(tomllib.loads(f"v = {text.strip()}")["v"])
    except (tomllib.TOMLDecodeError, RecursionError):
        return text.strip().strip("\"'")


# JSON


def _read_bare_json(text: str) -> tuple[FrontMatter | None, int, list[Problem]]:
    found = _JSON_START.match(text)
    if found is None:
        return None, 0, []
    start = found.start(1)
    fields, end, problem = _scan_object(text, start, min(len(text), start + _LONGEST))
    if problem is not None:
        return None, 0, [problem]
    rest = _LINE.match(text, end)
    if rest is None or rest.group().strip():
        return None, 0, []
    return FrontMatter("json", Span(start, end), tuple(fields)), rest.end(), _note_duplicates(fields)


def _read_json(text: str, begin: int, end: int) -> Reading:
    start = begin
    while start < end and text[start].isspace():
        start += 1
    if start == end:
        return [], []
    if text[start] != "{":
        problem = _invalid(_rest_of_line(text, start, end), "JSON must begin with `{`", "write one object")
        return [], [problem]
    fields, _, failed = _scan_object(text, start, end)
    return fields, [failed] if failed is not None else _note_duplicates(fields)


def _scan_object(text: str, start: int, limit: int) -> tuple[list[Field], int, Problem | None]:
    """Read an object's members with their positions; return them, the offset after it, and what went wrong."""
    import json

    content = text[:limit]
    decode = json.JSONDecoder(strict=False).raw_decode
    fields: list[Field] = []
    at = _skip_white(content, start + 1)
    try:
        while content[at : at + 1] != "}":
            if content[at : at + 1] != '"':
                raise json.JSONDecodeError("a name in double quotation marks should stand here", content, at)
            name, colon = decode(content, at)
            key = Span(at + 1, colon - 1)
            colon = _skip_white(content, colon)
            if content[colon : colon + 1] != ":":
                raise json.JSONDecodeError("a colon should stand here", content, colon)
            first = _skip_white(content, colon + 1)
            value, after = decode(content, first)
            inner = isinstance(value, str) and content[first + 1 : after - 1] == value
            fields.append(Field(name, value, key, Span(first + 1, after - 1) if inner else Span(first, after)))
            at = _skip_white(content, after)
            if content[at : at + 1] == ",":
                at = _skip_white(content, at + 1)
            elif content[at : at + 1] != "}":
                raise json.JSONDecodeError("a comma or `}` should stand here", content, at)
    except (json.JSONDecodeError, RecursionError) as error:
        place = min(getattr(error, "pos", start), max(limit - 1, 0))
        reason = error.msg[:1].lower() + error.msg[1:] if isinstance(error, json.JSONDecodeError) else "too deep"
        problem = _invalid(_rest_of_line(text, place, limit), f"in the JSON, {reason}", "correct it there")
        return fields, start, problem
    return fields, at + 1, None


def _skip_white(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


_READERS: dict[str, Callable[[str, int, int], Reading]] = {
    "yaml": _read_yaml,
    "toml": _read_toml,
    "json": _read_json,
}
