"""Make the input of a number: what kind it is, of which format, and what it holds follow from the number alone."""

from __future__ import annotations

import random
from collections.abc import Mapping
from random import Random

from benchmarks.fuzzing.configurations import HouseRules, make_configuration, make_file_name, make_glob
from benchmarks.fuzzing.inputs import FORMATS, SUFFIX_OF, Input, Seeds
from benchmarks.fuzzing.metadata import make_front_matter, make_structured_data
from benchmarks.fuzzing.mutations import MAKERS
from benchmarks.pathologies import PATHOLOGIES

# How many of a hundred thousand inputs are of each kind. A configuration takes as long as ten articles.
WEIGHTS: Mapping[str, int] = {
    "bytes": 14_000,
    "tokens": 22_000,
    "pairs of tokens": 9_000,
    "joined blocks": 8_000,
    "spliced": 8_000,
    "nested": 6_000,
    "crossed formats": 7_000,
    "encodings": 8_000,
    "repetitions": 4_000,
    "tokens alone": 4_000,
    "metadata": 6_000,
    "pathologies": 2_000,
    "file names": 700,
    "globs": 700,
    "configurations": 350,
    "house rules": 250,
}
_SUFFIXES = {
    "markdown": ("md", "md", "md", "markdown", "mdx"),
    "html": ("html", "html", "htm", "xhtml"),
    "text": ("txt",),
}
_PATHOLOGIES = sorted(PATHOLOGIES)


class Factory:
    """Makes inputs from seeds and a number that chooses one of many series of them."""

    def __init__(self, seeds: Seeds, series: int) -> None:
        """Read what mutants are made from."""
        self.seeds = seeds
        self.series = series
        self._house_rules = HouseRules()
        self._kinds = list(WEIGHTS)
        self._weights = list(WEIGHTS.values())

    def make(self, number: int) -> Input:
        """Return the input of a number, the same one always, as long as the seeds are the same.

        The first are the seeds as they are.
        """
        if number < len(self.seeds.all):
            seed = self.seeds.all[number]
            return Input(number, "seeds", seed.format, f"input{number}.{SUFFIX_OF[seed.format]}", seed.data)
        rng = random.Random(f"{self.series}/{number}")
        kind = rng.choices(self._kinds, self._weights)[0]
        if kind in MAKERS:
            format = rng.choice(FORMATS)
            data = MAKERS[kind](rng, self.seeds, format)
            return Input(number, kind, format, f"input{number}.{rng.choice(_SUFFIXES[format])}", data)
        return self._make_other(rng, kind, number)

    def _make_other(self, rng: Random, kind: str, number: int) -> Input:
        match kind:
            case "metadata" if rng.random() < 0.5:
                return Input(number, kind, "markdown", f"input{number}.md", make_front_matter(rng, self.seeds))
            case "metadata":
                return Input(number, kind, "html", f"input{number}.html", make_structured_data(rng, self.seeds))
            case "pathologies":
                data, name = PATHOLOGIES[rng.choice(_PATHOLOGIES)](rng.choice((50, 300, 1_000, 3_000)))
                suffix = name.rpartition(".")[2]
                format = next(format for format, known in SUFFIX_OF.items() if known == suffix)
                return Input(number, kind, format, f"input{number}.{suffix}", data)
            case "file names":
                return Input(number, kind, "file name", f"input{number}.name", make_file_name(rng))
            case "globs":
                return Input(number, kind, "glob", f"input{number}.glob", make_glob(rng))
            case "configurations":
                return Input(number, kind, "configuration", f"input{number}.yaml", make_configuration(rng))
            case _:
                return Input(number, kind, "house rule", f"input{number}.yaml", self._house_rules.make(rng))
