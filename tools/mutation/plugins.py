"""Plugins of pytest for the runs of `tools/mutate.py`: one notes what tests reach, one runs chosen tests in order."""

from __future__ import annotations

import functools
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings


def calm(item: pytest.Item) -> None:
    """Let a property test stop at its first failure: no shrinking, no complaints about time, nothing remembered."""
    test = getattr(item, "obj", None)
    test = getattr(test, "__func__", test)
    if getattr(test, "is_hypothesis_test", False):
        wanted: Any = getattr(test, "_hypothesis_internal_use_settings", None) or settings.default
        phases = tuple(phase for phase in wanted.phases if phase not in (Phase.shrink, Phase.explain))
        calmed = settings(wanted, phases=phases, database=None, deadline=None, suppress_health_check=list(HealthCheck))
        setattr(test, "_hypothesis_internal_use_settings", calmed)  # noqa: B010 - the plugin's own name for it


class Chosen:
    """Run chosen tests, the first first, and say at once through a pipe which one runs and which one failed."""

    def __init__(self, chosen: list[str], pipe: int) -> None:
        self.rank = {name: index for index, name in enumerate(chosen)}
        self.pipe = pipe

    def say(self, **what: object) -> None:
        """Send one message."""
        os.write(self.pipe, (json.dumps(what) + "\n").encode())

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep the chosen tests in their order."""
        kept = [item for item in items if item.nodeid in self.rank]
        items[:] = sorted(kept, key=lambda item: self.rank[item.nodeid])
        for item in items:
            calm(item)
        import newslint

        self.say(collected=len(items), package=str(newslint.__file__))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Tell of a test file that cannot be imported."""
        if report.failed:
            self.say(broken=report.nodeid, what=str(report.longrepr)[-300:])

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Tell which test begins."""
        self.say(begins=nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tell of a test that failed."""
        if report.failed:
            self.say(failed=report.nodeid)


class Reach:
    """Note for each test how long it took, whether it passed, and the lines of the package that it reached.

    What is computed once and kept (fixtures of a wide scope, functions under functools.cache) is noted under a
    name of its own, and every test that uses it reaches its lines.
    """

    def __init__(self, coverage: Any) -> None:
        self.coverage = coverage
        self.stack: list[str] = [""]
        self.uses: dict[str, set[str]] = defaultdict(set)
        self.tests: dict[str, dict[str, Any]] = {}

    def enter(self, context: str) -> None:
        """Note what runs from now on under another name, which the one before uses."""
        self.uses[self.stack[-1]].add(context)
        self.stack.append(context)
        self.coverage.switch_context(context)

    def leave(self) -> None:
        """Go back to the name before."""
        self.stack.pop()
        self.coverage.switch_context(self.stack[-1])

    def patch_caches(self) -> None:
        """Replace functools.cache and lru_cache for functions of this project that are defined from now on."""
        plain = functools.lru_cache

        def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
            if callable(maxsize):
                return self._noted(maxsize, plain(maxsize))
            return lambda function: self._noted(function, plain(maxsize, typed)(function))

        functools.lru_cache = lru_cache
        functools.cache = lru_cache(None)

    def _noted(self, function: Callable[..., Any], cached: Any) -> Any:
        module = str(getattr(function, "__module__", ""))
        if not module.startswith(("newslint", "tests", "test_", "conftest")):
            return cached
        known: set[Any] = set()

        @functools.wraps(function)
        def call(*given: Any, **named: Any) -> Any:
            if (given or named) and module.startswith("newslint"):
                return function(*given, **named)
            context = f"cache {module}.{function.__qualname__} {given!r} {named!r}"[:300]
            if context in known:
                self.uses[self.stack[-1]].add(context)
                return cached(*given, **named)
            known.add(context)
            self.enter(context)
            try:
                return cached(*given, **named)
            finally:
                self.leave()

        def clear() -> None:
            known.clear()
            cached.cache_clear()

        call.cache_clear = clear  # type: ignore[attr-defined]
        call.cache_info = cached.cache_info  # type: ignore[attr-defined]
        return call

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Calm the property tests."""
        for item in items:
            calm(item)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Iterator[Any]:
        """Note what a fixture that many tests share reaches under its own name."""
        if fixturedef.scope == "function":
            return (yield)
        context = f"fixture {fixturedef.baseid} {fixturedef.argname}"
        self.enter(context)
        try:
            return (yield)
        finally:
            self.leave()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[Any]:
        """Note what a test reaches."""
        found = getattr(item, "_fixtureinfo", None)
        definitions = [some for group in (found.name2fixturedefs.values() if found else ()) for some in group]
        self.enter(item.nodeid)
        self.tests[item.nodeid] = {"seconds": 0.0, "passed": True}
        for definition in definitions:
            if definition.scope != "function":
                self.uses[item.nodeid].add(f"fixture {definition.baseid} {definition.argname}")
        begun = sum(os.times()[:4])
        try:
            return (yield)
        finally:
            self.leave()
            self.tests[item.nodeid]["seconds"] = round(sum(os.times()[:4]) - begun, 4)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that does not pass: it can tell nothing of mutants."""
        if not report.passed:
            self.tests[report.nodeid]["passed"] = False
