"""A configuration says which versions of newslint it is for, and others refuse it in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint import __version__
from newslint.cli import main
from newslint.errors import ConfigurationError
from newslint.settings.required import check_required_version


@pytest.mark.parametrize(
    ("wanted", "version", "is_right"),
    [
        (">=0.2", "0.2.0", True),
        (">=0.2", "0.10.0", True),
        (">=0.2,<0.3", "0.3.0", False),
        ("~=0.2.1", "0.2.9", True),
        ("~=0.2.1", "0.3.0", False),
        ("==0.2.*", "0.2.7", True),
        ("!=0.2.1", "0.2.1", False),
        (">=0.2", "0.3.0rc1", True),
        (" ", "0.2.0", True),
    ],
)
def test_versions_are_compared_as_pip_does(wanted: str, version: str, is_right: bool) -> None:
    data = {"required_version": wanted}
    if is_right:
        check_required_version(data, Path("newslint.yaml"), version)
        return
    with pytest.raises(ConfigurationError, match="requires newslint"):
        check_required_version(data, Path("newslint.yaml"), version)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_text("# Harbour bridge closes\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("key", ["required_version", "required-version"])
@pytest.mark.parametrize("name", ["newslint.yaml", "pyproject.toml"])
def test_another_version_ends_with_one_line(
    site: Path, capsys: pytest.CaptureFixture[str], key: str, name: str
) -> None:
    def write(wanted: str) -> None:
        text = f"key_of_tomorrow: 1\n{key}: '{wanted}'\n"
        if name == "pyproject.toml":
            text = f"[tool.newslint]\nkey_of_tomorrow = 1\n{key} = '{wanted}'\n"
        (site / name).write_text(text, encoding="utf-8")

    write(">=99")
    assert main(["a.md"]) == 2
    told = capsys.readouterr().err
    assert f"requires newslint >=99, and this is newslint {__version__}. Install such a version" in told
    assert "key_of_tomorrow" not in told
    write(">=0.1")
    assert main(["a.md"]) == 2
    assert "unknown key `key_of_tomorrow`" in capsys.readouterr().err


def test_what_is_no_version_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wanted in ("newest", ">=", "0.2"):
        (site / "newslint.yaml").write_text(f"profile: news\nrequired_version: '{wanted}'\n", encoding="utf-8")
        assert main(["a.md"]) == 2
        assert "newslint.yaml:2: `required_version` is not a set of versions" in capsys.readouterr().err


def test_a_profile_may_require_a_version(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "courts.yaml").write_text("extends: news\nrequired_version: '>=99'\n", encoding="utf-8")
    (site / "newslint.yaml").write_text("profile: courts.yaml\n", encoding="utf-8")
    assert main(["a.md"]) == 2
    assert "courts.yaml:2: this file requires newslint >=99" in capsys.readouterr().err
