"""House style in a configuration: short forms, how layers join them, registers in files, and what is refused."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.cli import main
from newslint.errors import NewslintError
from newslint.settings import load_settings
from newslint.settings.house import House, join_houses

ARTICLE = "---\ntitle: Bridge closes\nauthor: {author}\ndate: 2026-01-02\n---\n\n{text}\n"
RULES = "style/house-term,structure/author-misspelled,structure/author-unregistered,structure/field-not-as-asked"

SCALAR = st.sampled_from(["a", "", " ", "US", "(a", "x" * 300, "list:zz", "#", "noun", "text", None, True, 0, 1.5])
KEYS = st.sampled_from(
    "not use inflect unless severity name aliases required forbidden type one_of pattern min".split()
)
VALUE = st.recursive(SCALAR, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=3))


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def article(name: str, text: str = "Text.", author: str = "Maud Perrin") -> None:
    write(name, ARTICLE.format(text=text, author=author))


def told(capsys: pytest.CaptureFixture[str], *options: str) -> list[tuple[str, str]]:
    """Return file and message of what is found."""
    main(["check", ".", "--select", RULES, "--format", "jsonl", *options])
    captured = capsys.readouterr()
    assert "internal error" not in captured.err
    return [
        (found["path"], found["message"]) for found in map(json.loads, captured.out.splitlines()) if "rule" in found
    ]


def refusal(text: str) -> str:
    with pytest.raises(NewslintError) as caught:
        load_settings(write("newslint.yaml", text), keep=False)
    return str(caught.value).replace(f"{Path.cwd()}{os.sep}", "")


def test_terms_join_and_the_later_layer_has_the_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    write("house/base.yaml", "terms:\n  e-mail: email\n  lift: {use: elevator, reason: ours}\n  synergy: ~\n")
    write(
        "newslint.yaml",
        "extends: house/base.yaml\nterms: [{not: [tram, tramway], use: streetcar, severity: error}]\n"
        "overrides:\n  - files: uk/**\n    terms: {elevator: lift, tram: {enabled: false}, e-mail: post}\n",
    )
    text = "The e-mail, the lift, the elevator, the synergy, the tram and the tramway."
    article("a.md", text)
    article("uk/b.md", text)
    assert told(capsys) == [
        ("a.md", "Write “email”, not “e-mail”."),
        ("a.md", "Write “elevator”, not “lift” (ours)."),
        ("a.md", "Do not write “synergy”."),
        ("a.md", "Write “streetcar”, not “tram”."),
        ("a.md", "Write “streetcar”, not “tramway”."),
        ("uk/b.md", "Write “post”, not “e-mail”."),
        ("uk/b.md", "Write “lift”, not “elevator”."),
        ("uk/b.md", "Do not write “synergy”."),
        ("uk/b.md", "Write “streetcar”, not “tramway”."),
    ]


def test_a_term_has_its_severity_and_names_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("newslint.yaml", "terms: {tram: {use: streetcar, severity: error}, lift: elevator}\n")
    article("a.md", "A tram, a lift.")
    assert main(["check", "a.md", "--select", RULES, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(each["severity"], each["sources"][0]["title"]) for each in found] == [
        ("error", "newslint.yaml, terms"),
        ("warning", "newslint.yaml, terms"),
    ]


def test_a_severity_of_the_rule_in_the_configuration_beats_that_of_its_terms(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("newslint.yaml", "terms: {tram: {severity: error}}\nrules: {style/house-term: advice}\n")
    article("a.md", "A tram.")
    main(["check", "a.md", "--select", RULES, "--format", "json"])
    assert [found["severity"] for found in json.loads(capsys.readouterr().out)["diagnostics"]] == ["advice"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("staff.txt", "# Who may sign\nMaud Perrin # editor\n\nAna Lindqvist\n"),
        ("staff.yaml", "- Maud Perrin\n- {name: Ana Lindqvist, role: editor, picture: a.png}\n"),
        ("_data/authors.yml", "maud: {name: Maud Perrin, url: 'https://tarrow.example'}\nAna Lindqvist:\n"),
    ],
)
def test_a_register_may_be_a_file_which_is_no_article(name: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(name, text)
    write("newslint.yaml", f"authors: {name}\n")
    article("a.md", author="[Maud Perrim, Ana Lindqvist, Ben Zander]")
    assert told(capsys) == [
        ("a.md", f"“Maud Perrim” is not in the register ({name}), which has “Maud Perrin”."),
        ("a.md", f"“Ben Zander” is not in the register of those who may sign ({name})."),
    ]


def test_what_changes_in_a_register_shows_in_the_next_run(capsys: pytest.CaptureFixture[str]) -> None:
    write("staff.txt", "Maud Perrin\n")
    write("guests.txt", "Ivo Roth\n")
    write("newslint.yaml", "authors: staff.txt\noverrides: [{files: guests/*, authors: guests.txt}]\n")
    article("a.md", author="Ben Zander")
    article("guests/b.md", author="Ben Zander")
    assert len(told(capsys)) == len(told(capsys)) == 2
    write("staff.txt", "Maud Perrin\nBen Zander\n")
    assert [path for path, _ in told(capsys)] == ["guests/b.md"]
    write("guests.txt", "Ivo Roth\nBen Zander\n")
    assert told(capsys) == []
    write("newslint.yaml", "authors: staff.txt\nterms: {text: words}\n")
    assert told(capsys) == [("a.md", "Write “Words”, not “Text”."), ("guests/b.md", "Write “Words”, not “Text”.")]


def test_what_a_configuration_is_made_of_is_no_article(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("staff.txt", "guests/names.txt", "house/lists/words.txt"):
        write(name, "Ivo Roth\n")
    write(
        "house/style/own.yaml", "title: Own\nseverity: advice\ncheck: phrases\noptions: {phrases: [a]}\nmessage: A.\n"
    )
    write(
        "newslint.yaml",
        "authors: staff.txt\nrule_folders: house\n"
        "overrides: [{files: guests/*, authors: ./guests/../guests/names.txt}]\n",
    )
    article("a.md")
    for _ in range(2):  # the second time from the cache
        main(["check", ".", "--show-files"])
        assert capsys.readouterr().out.split() == ["a.md"]
    main(["check", "staff.txt", "--show-files"])
    assert capsys.readouterr().out.split() == ["staff.txt"]


def test_a_later_register_takes_the_place_of_an_earlier_one(capsys: pytest.CaptureFixture[str]) -> None:
    write("newslint.yaml", "authors: [Maud Perrin]\noverrides: [{files: b.md, authors: []}]\n")
    article("a.md", author="Ben Zander")
    article("b.md", author="Ben Zander")
    assert [path for path, _ in told(capsys)] == ["a.md"]


def test_a_single_registered_name_identifies_its_author(capsys: pytest.CaptureFixture[str]) -> None:
    article("a.md", author="Tavish")
    write("newslint.yaml", "authors: [Tavish]\n")
    assert main(["check", "a.md", "--select", f"{RULES},structure/byline-not-identifying"]) == 0
    assert "Nothing to report." in capsys.readouterr().out


def test_what_is_asked_of_a_field_joins_key_by_key(capsys: pytest.CaptureFixture[str]) -> None:
    write("house.yaml", "fields: {category: {required: true, reason: the archive}, wip: {forbidden: true}}\n")
    write(
        "newslint.yaml",
        "extends: house.yaml\nfields: {category: {one_of: [Sport]}}\n"
        "overrides:\n  - {files: b.md, fields: {category: {required: false}}}\n"
        "  - {files: c.md, fields: {category: {forbidden: true}, wip: {required: true}}}\n",
    )
    for name in ("a.md", "b.md", "c.md"):
        article(name)
    assert told(capsys) == [
        ("a.md", "The field `category` is missing (the archive)."),
        ("c.md", "The field `wip` is missing."),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("term: {a: b}", "newslint.yaml:1: unknown key `term`. Did you mean `terms`?"),
        ("terms:\n  a: {usee: b}", "newslint.yaml:2: unknown key `terms.a.usee`. Did you mean `use`?"),
        ("terms:\n  a: {inflect: verbs}", "newslint.yaml:2: `terms.a.inflect` must be 'noun' or 'verb'"),
        ("terms: [{use: b}]", "newslint.yaml:1: `terms.0.not` is missing. Add it."),
        ("terms: {a: b, b: a}", "newslint.yaml:1: terms: `options`: “a” is right in one pair and wrong in another"),
        ("terms: a", "newslint.yaml:1: `terms` must be a mapping or a list"),
        ("terms: [{not: [], use: b}]", "newslint.yaml:1: `terms`: an entry does not say under `not`"),
        ("authors: [{nam: a}]", "newslint.yaml:1: unknown key `authors.0.nam`. Did you mean `name`?"),
        ("authors: [{role: a}]", "newslint.yaml:1: `authors.0.name` is missing. Add it."),
        ("profile: news\nauthors: staf.txt", "newslint.yaml:2: `authors`: the file `staf.txt` does not exist."),
        ("authors: .", "newslint.yaml:1: `authors`: "),
        (f"authors: {'x' * 300}", "newslint.yaml:1: `authors`: the file `xxx"),
        ("authors: ../../staff.txt", "newslint.yaml:1: `authors`: `staff.txt` is outside the configuration's folders."),
        ("fields: {a: {requird: true}}", "newslint.yaml:1: unknown key `fields.a.requird`. Did you mean `required`?"),
        ("fields: {a: {type: txt}}", "newslint.yaml:1: `fields.a.type` must be 'text', "),
        ("fields: {a: {required: true, forbidden: true}}", "newslint.yaml:1: `fields.a`: a field cannot be both"),
        ("fields: {a: {min: 5, max: 1}}", "newslint.yaml:1: `fields.a`: no value is at least 5 (`min`) and at most 1"),
        ("fields: {a: {min: .nan}}", "newslint.yaml:1: `fields.a.min` must be a finite number"),
        ("fields: {a: {max: .inf}}", "newslint.yaml:1: `fields.a.max` must be a finite number"),
        ("fields: {a: {pattern: '(a+)+b'}}", "newslint.yaml:1: fields: the repetition `(a+)+` can read one text"),
        ("fields: {a: {pattern: '(a'}}", "newslint.yaml:1: fields: invalid pattern"),
        (
            "terms: {a: b}\noverrides:\n- files: x\n  terms: {b: c, c: b}",
            "newslint.yaml:4: terms: `options`: “b” is right",
        ),
    ],
)
def test_mistakes_are_told_with_line_and_way_out(text: str, said: str) -> None:
    assert refusal(text).startswith(said)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("staff.txt", "# nobody\n", "staff.txt: the register of authors has no names."),
        ("staff.yaml", "- [a]\n", "staff.yaml: entry 1 of the register of authors has no name."),
        ("staff.yaml", "- {role: a}\n", "staff.yaml: entry 1 of the register of authors has no name."),
        ("staff.yaml", '"": {}\n', "staff.yaml: entry 1 of the register of authors has no name."),
        ("staff.yaml", '" ": {name: Ana Roe}\n', "staff.yaml: entry 1 of the register of authors has no name."),
        ("staff.yaml", '- Ana Roe\n- name: " "\n', "staff.yaml: entry 2 of the register of authors has no name."),
        ("staff.yaml", "- {name: [a]}\n", "staff.yaml: entry 1 of the register of authors has no name."),
        *(
            (
                "staff.yaml",
                f"- {{name: Ana Roe, aliases: {said}}}\n",
                "staff.yaml: entry 1 of the register of authors has `",
            )
            for said in ('[""]', "[' ']", "5", "{a: 1}", "[1, null]", "[[a]]", "false", "0")
        ),
        ("staff.yaml", "a: b: c\n", "staff.yaml:1: not valid YAML"),
        ("staff.txt", "\udcff", "staff.txt: the file cannot be read"),
    ],
)
def test_a_register_that_cannot_be_read_is_told(name: str, text: str, said: str) -> None:
    Path(name).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert refusal(f"authors: {name}\n").startswith(said)


@pytest.mark.parametrize(
    ("lower", "upper", "kept"),
    [
        ("{min: 5, max: 9}", "{max: 1}", (None, 1)),
        ("{min: 5, max: 9}", "{min: 10}", (10, None)),
        ("{min: 5, max: 9}", "{min: 9}", (9, 9)),
        ("{min: 5}", "{min: 1, max: 2}", (1, 2)),
    ],
)
def test_a_bound_gives_way_to_a_later_one_beyond_it(lower: str, upper: str, kept: tuple[float, float]) -> None:
    layers = (House(fields={"words": yaml.safe_load(said)}, lines={"fields": 1}) for said in (lower, upper))
    (form,) = join_houses(("x", Path("x"), layer) for layer in layers)
    assert (form.value["words"]["min"], form.value["words"]["max"]) == kept


@pytest.mark.parametrize("said", ["", "~", '""', "[]", "A. Roe", "[A. Roe, Ana R.]"])
@pytest.mark.parametrize("key", ["ana", "7"])
def test_a_register_may_have_one_alias_several_or_none(key: str, said: str) -> None:
    write("staff.yaml", f"{key}: {{name: Ana Roe, aliases: {said}}}\n")
    load_settings(write("newslint.yaml", "authors: staff.yaml\n"), keep=False)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_a_register_says_is_read_or_told(data: st.DataObject) -> None:
    part = st.fixed_dictionaries({}, optional=dict.fromkeys(("name", "aliases", "email", "role"), VALUE))
    entry = part | VALUE
    said = data.draw(st.lists(entry, max_size=3) | st.dictionaries(SCALAR, entry, max_size=3))
    write("staff.yaml", yaml.safe_dump(said, allow_unicode=True))
    with suppress(NewslintError):
        load_settings(write("newslint.yaml", "authors: staff.yaml\n"), keep=False)


def test_house_style_in_pyproject(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        "pyproject.toml",
        '[tool.newslint]\nauthors = ["Maud Perrin"]\n[tool.newslint.terms]\nlift = "elevator"\n'
        "[tool.newslint.fields]\nwip = {forbidden = true}\n",
    )
    article("a.md", "A lift.", author="Maud Perrim")
    assert len(told(capsys)) == 2


def test_explain_says_who_set_the_terms(capsys: pytest.CaptureFixture[str]) -> None:
    write("newslint.yaml", "terms: {lift: elevator}\n")
    main(["explain", "style/house-term"])
    assert "(set by: newslint.yaml)" in capsys.readouterr().out


WORDS = st.sampled_from(["a", "b", "c", "d"])
LAYER = st.dictionaries(WORDS, WORDS | st.none(), max_size=3)


def _house(layer: dict[str, str | None]) -> House:
    facts: dict[str, Any] = {"enabled": True}
    terms = [{"not": [wrong], "use": [right] if right else [], **facts} for wrong, right in layer.items()]
    return House(terms, lines={"terms": 1} if terms else {})


@given(st.lists(LAYER, max_size=4))
def test_joined_terms_are_those_of_a_plain_model(layers: Sequence[dict[str, str | None]]) -> None:
    joined = list(join_houses(("x", Path("x"), _house(layer)) for layer in layers))
    known: dict[str, str | None] = {}
    for layer in layers:
        known = {wrong: right for wrong, right in known.items() if wrong not in layer and right not in layer} | layer
    found = {
        term["not"][0]: (term["use"] or [None])[0]
        for form in joined
        if form.rule == "style/house-term"
        for term in form.value
    }
    assert found == known


def test_a_family_is_explained_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    write("newslint.yaml", "rule_folders: house\n")
    write(
        "house/style/own.yaml", "title: Own\nseverity: advice\ncheck: phrases\noptions: {phrases: [a]}\nmessage: A.\n"
    )
    assert main(["explain", "style", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [rule["id"] for rule in told["rules"]] == ["style/house-term", "style/own"]
    assert main(["explain", "style"]) == 0
    assert "style/own: Own" in capsys.readouterr().out
    assert main(["rules", "style"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["style/house-term", "style/own", "2"]
    assert main(["explain", "style/own"]) == 0
    assert "Why" not in capsys.readouterr().out
    assert main(["explain", "styl"]) == 2
    assert "Did you mean `style`?" in capsys.readouterr().err


def test_safe_terms_are_fixed_once_and_for_all_and_quotations_never(capsys: pytest.CaptureFixture[str]) -> None:
    write("newslint.yaml", "terms:\n  e-mail: {use: email, inflect: noun, safe: true}\n  lift: elevator\n")
    text = "E-mails and an e-mail came by lift. “An e-mail,” Ana Roe said.\n\n> An e-mail.\n\n`e-mail`"
    article("a.md", text)
    assert main(["check", "a.md", "--select", RULES, "--fix", "--quiet"]) == 0
    fixed = text.replace("E-mails and an e-mail", "Emails and an email")
    assert Path("a.md").read_text(encoding="utf-8") == ARTICLE.format(text=fixed, author="Maud Perrin")
    main(["check", "a.md", "--select", RULES, "--fix", "--quiet"])
    assert Path("a.md").read_text(encoding="utf-8") == ARTICLE.format(text=fixed, author="Maud Perrin")


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["terms", "authors", "fields"]), VALUE, min_size=1))
def test_whatever_a_configuration_says_is_valid_or_told(said: dict[str, Any]) -> None:
    path, told = write("newslint.yaml", json.dumps(said)), None
    try:
        load_settings(path, keep=False).variant("news").choose((), ())
    except NewslintError as refused:
        told = str(refused)
    assert told is None or told.startswith(str(path.absolute()))
