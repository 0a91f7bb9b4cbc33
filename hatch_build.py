"""Compile the shipped rules, profiles and patterns when a wheel is built, so that no start has to."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Put `prepared.json`, `patterns.bin` and `topics.bin` beside the rules that the first was made of."""

    _folder: str | None = None

    def dependencies(self) -> list[str]:
        """Return what compiling rules needs: what newslint needs."""
        return list(self.metadata.core.dependencies)

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; a source tree that is installed in place keeps what it compiled in the user's cache instead."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        try:
            from newslint.packing import pack_patterns, pack_rules, pack_topics

            self._folder = tempfile.mkdtemp(prefix="newslint-")
            packs = {"prepared.json": pack_rules, "patterns.bin": pack_patterns, "topics.bin": pack_topics}
            for name, make in packs.items():
                made = Path(self._folder) / name
                made.write_bytes(make())
                build_data["force_include"][str(made)] = f"newslint/_bundled/{name}"
        finally:
            sys.path.pop(0)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the file, which is in the wheel by now."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
