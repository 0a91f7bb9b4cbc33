"""Read the word lists of cues: which words present what somebody says, thinks or shows, and in which frames."""

from __future__ import annotations

from newslint.language.lexicon import Lexicon, table
from newslint.records import NamedTuple

# What a table may ask of a cue verb: its form, the frames of `lexicons/cues.txt`, and what stands with it.
FEATURES = {
    name: 1 << number
    for number, name in enumerate(
        (
            "base third past participle ing quote that question clause pronoun-clause object document infinitive "
            "addressee seeming as preposition-only finite tells homograph rare naming"
            # Whether the verb is also a cue noun, and whether its base form is a verb wherever a noun may stand before.
            " noun everyday"
            # The word as it stands: in capitals, in a heading, with an auxiliary, with a form of “be”, after “to”;
            # behind an article and an adverb.
            " capital heading helped be to passive after-article"
            # One of its prepositions follows; its subject is a document; its clause is set off; it opens the sentence.
            " governing document-subject set-off opening has-subject before-clause"
            # Beside another verb: it has that one's subject, a name for a subject, its content around it, the same
            # form, or stands in the main clause after a subordinate one.
            " shared named around parallel main-clause"
        ).split()
    )
}
_NONE: frozenset[str] = frozenset()
_EVERYDAY = frozenset("say argue believe think tell insist suggest add admit concede".split())


class Cue(NamedTuple):
    """Hold one form of a cue verb."""

    lemma: str
    form: str
    """base, third, past (also the participle where they are alike), participle (only that) or ing."""
    features: int
    """The bits of the form and the frames (see `FEATURES`)."""
    prepositions: frozenset[str]
    """Those that introduce the content and belong to the cue."""

    def has(self, feature: str) -> bool:
        """Tell whether the verb has a frame, a form or another feature of `FEATURES`."""
        return bool(self.features & FEATURES[feature])


class Irregular(NamedTuple):
    """Hold the forms of verbs that no rule makes, as pairs of form and kind of form."""

    forms: dict[str, list[tuple[str, str]]]
    """All forms of a verb, by its base form."""
    further: dict[str, list[tuple[str, str]]]
    """Forms that a verb has beside the others."""


@table
def irregular_verbs(lexicon: Lexicon) -> Irregular:
    """Return the irregular forms of verbs by base form."""
    found = Irregular({}, {})
    for group, words in lexicon.lines("irregular_verbs"):
        base, *forms = words.split()
        if group != "forms":
            found.further.setdefault(base, []).append((forms[0], group))
            continue
        third, past, participle, ing = forms
        pairs = [(base, "base"), (third, "third"), (past, "past"), (ing, "ing")]
        found.forms[base] = pairs + ([(participle, "participle")] if participle != past else [])
    return found


def _inflect(verb: str, irregular: Irregular) -> list[tuple[str, str]]:
    """Return the forms of a verb, each with its kind (see `Cue`)."""
    if verb in irregular.forms:
        return irregular.forms[verb]
    if verb.endswith("e"):
        return [(verb, "base"), (verb + "s", "third"), (verb + "d", "past"), (verb[:-1] + "ing", "ing")]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return [(verb, "base"), (verb[:-1] + "ies", "third"), (verb[:-1] + "ied", "past"), (verb + "ing", "ing")]
    third = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return [(verb, "base"), (third, "third"), (verb + "ed", "past"), (verb + "ing", "ing")]


def forms_of(verb: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Return the forms of a verb, each with its kind (see `Cue`)."""
    irregular = irregular_verbs(lexicon)
    further = [(form, kind) for form, kind in irregular.further.get(verb, ())]
    return [*_inflect(verb, irregular), *further]


@table
def verb_cues(lexicon: Lexicon) -> dict[str, Cue]:
    """Return the cue verbs by surface form, in lower case."""
    features: dict[str, int] = {}
    prepositions: dict[str, frozenset[str]] = {}
    for groups, words in lexicon.lines("cues"):
        own, leads = 0, frozenset[str]()
        for group in groups.split():
            if group.startswith("preposition="):
                leads = frozenset(group.partition("=")[2].split(","))
            else:
                own |= FEATURES[group]
        for verb in words.split():
            features[verb] = features.get(verb, 0) | own
            if leads:
                prepositions[verb] = prepositions.get(verb, leads) | leads
    irregular, nouns = irregular_verbs(lexicon), noun_cues(lexicon)
    forms: dict[str, Cue] = {}
    further: dict[str, Cue] = {}
    for verb in sorted(features):
        own = features[verb] | FEATURES["noun"] * (verb in nouns) | FEATURES["everyday"] * (verb in _EVERYDAY)
        leads = prepositions.get(verb, _NONE)
        for form, kind in _inflect(verb, irregular):
            forms[form] = Cue(verb, kind, own | FEATURES[kind], leads)
        for form, kind in irregular.further.get(verb, ()):
            further[form] = Cue(verb, kind, own | FEATURES[kind], leads)
    return forms | further


@table
def noun_cues(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return the cue nouns, singular and plural, with the words that lead on to their content."""
    leads = _leads(lexicon, "nouns")
    plurals: dict[str, frozenset[str]] = {}
    for noun, words in leads.items():
        plural = _inflect(noun, irregular_verbs(lexicon))[1][0]
        plurals[plural] = plurals.get(plural, frozenset()) | words
    return {word: leads.get(word, frozenset()) | plurals.get(word, frozenset()) for word in (*leads, *plurals)}


@table
def adjective_cues(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Return the cue adjectives with the words that lead on to their content."""
    return _leads(lexicon, "adjectives")


def _leads(lexicon: Lexicon, name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for lead, words in lexicon.groups(name).items():
        for word in words:
            found.setdefault(word, set()).add(lead)
    return {word: frozenset(leads) for word, leads in found.items()}
