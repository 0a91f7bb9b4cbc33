"""For options whose effect neither an example of a shipped rule nor a boundary case shows: an article, and a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.checks.boundary_cases import interpreting


class Effect(NamedTuple):
    """An article, other options that it needs, the value that changes the verdict, and what the scene says."""

    text: str | bytes
    value: Any
    options: Mapping[str, Any] = {}
    suffix: str = "md"
    scene: Mapping[str, Any] = {}


FIGURES = (
    "---\ndate: 2026-01-15\n---\n\n# Ferry carried 80,000 people on 3 May\n\nA survey of Ben Doe Harbour Trust.\n\n"
    + "\n\n".join(["The ferry sails on 4 May and nobody in the old town knows how many people it will carry then."] * 8)
)
SOURCES = "# T\n\n" + "\n\n".join(["The ferry sails at noon and nobody in the old town knows why it does."] * 12)

PLAIN = {"patterns": ["teh"], "signs": [], "formats": [], "skip_kinds": []}

PAIR = {
    "not": ["e-mail"], "use": ["email"], "inflect": [], "except": [], "unless": [], "reason": "", "safe": False,
    "severity": None, "source": "",
}  # fmt: skip
PAIRS = {"pairs": [PAIR]}

SIGNED = "---\ntitle: Bridge\nauthor: Maud Perrim\n---\n\nThe ferry sails.\n"
STAFF = {"authors": [{"name": "Maud Perrin", "aliases": [], "email": "", "role": ""}], "report": "misspelled"}
ASKED = {
    "required": False, "forbidden": True, "type": [], "one_of": [], "pattern": None, "min": None, "max": None,
    "reason": "", "severity": None, "source": "",
}  # fmt: skip

HARD = "Administrative considerations necessitate comprehensive institutional reorganisation. " * 8

ASTRAY = (
    "Ana Roe, the mayor, said the ferry would stay in Tarrow. It leaks. The pier does not. The boats are full.\n\n"
    "The roof is old. Roe walked there. {} The quay is wet.\n\nThe harbour was quiet. Few came."
)
AGAIN = "The old stone bridge by the mill was built long ago from oak and lime."

EFFECTS: dict[tuple[str, str], Effect] = {
    ("duty-notice", "notices"): Effect("Five stocks to buy: Lune and Roe.\n\nMind the tide.\n", ["mind the tide"]),
    ("doubled-words", "verbs"): Effect("They quelp in in the port.", ["quelp"], {"words": [], "particles": ["in"]}),
    ("doubled-words", "repeatable"): Effect("It was the lantern lantern of the port.", ["lantern"], {"words": ["the"]}),
    ("misspelled-words", "known"): Effect("The council opened the goverment pier.", ["goverment"]),
    ("assistant-residue", "phrases"): Effect("I apologize for the confusion in my previous answer.", []),
    ("assistant-residue", "buttons"): Effect("The ferry sails at noon.\n\nStop generating\n", []),
    ("unlabelled-promotion", "labels"): Effect(
        "Quelled post\n\nUse promo code LANTERN20 at the till of the lamp shop in Tarrow.\n", ["quelled post"]
    ),
    ("byline-identity", "roles"): Effect("---\ntitle: Bridge\nauthor: Sports Desk\n---\n\nThe ferry sails.\n", []),
    ("crowd-claim", "offices"): Effect("Protesters said that the pump had failed twice.", []),
    ("crowd-claim", "others"): Effect("Newsletters said that the pump had failed twice.", []),
    ("crowd-claim", "views"): Effect("In the view of shopkeepers, the pump has failed twice.", []),
    ("crowd-claim", "telling"): Effect(
        ASTRAY.format("Organists in the valley fret that the psalter skips a verse."), []
    ),
    ("crowd-claim", "set_off"): Effect(
        ASTRAY.format("Organists in the valley charge that the psalter skips a verse."), []
    ),
    ("crowd-claim", "judging"): Effect(
        ASTRAY.format("Organists in the valley have belittled the psalter again."), []
    ),
    ("crowd-claim", "speaking"): Effect(
        ASTRAY.format("Organists in the valley agonise about the psalter."), []
    ),
    ("crowd-claim", "reasons"): Effect(
        "The pump failed twice, a nurse at the clinic confided on condition of anonymity, fearing for her job.", []
    ),
    ("desk-note", "addressees"): Effect("Memo to production: ferry sails at noon.", []),
    ("desk-note", "queries"): Effect("The bridge (source?) is old.", []),
    ("desk-note", "orders"): Effect("The bridge [ask Ana again] is old, I said.", []),
    ("duplicate-paragraph", "min_words_alone"): Effect(f"{AGAIN}\n\nThe ferry sails at noon.\n\n{AGAIN}\n", 5),
    ("readability-grade", "max_grade_far"): Effect(HARD, 10**6, {"min_words": 20}),
    ("readability-grade", "min_ease"): Effect(
        HARD, -500.0, {"formula": "flesch-reading-ease", "min_words": 20}
    ),
    ("readability-grade", "min_ease_far"): Effect(
        HARD, -500.0, {"formula": "flesch-reading-ease", "min_words": 20}
    ),
    ("author-register", "authors"): Effect(SIGNED, [], STAFF),
    ("author-register", "report"): Effect(SIGNED, "unknown", STAFF),
    ("author-register", "title"): Effect(SIGNED, "staff.txt", STAFF),
    ("front-matter-fields", "fields"): Effect(SIGNED, {}, {"fields": {"author": ASKED}}),
    ("attribution-source", "words"): Effect("Many experts said that the ferry is late.", ["sailors"]),
    ("attribution-verb", "unless"): Effect(
        "Mara Oduya claimed only that the bridge is safe.", [], {"min_verbs": 1}
    ),
    ("broken-link", "known_anchors"): Effect("See the [map](#sitemap) of the port.", ["sitemap"]),
    ("content-type", "fields"): Effect("---\nflavour: news\n---\n\n# T\n\nText.\n", ["flavour"], {"required": True}),
    ("element-missing", "or_else"): Effect(
        "---\ndescription: The ferry sails no more.\n---\n\n# T\n\nText.\n",
        ["summary"],
        {"element": "dek", "or_else": []},
        scene={"required_elements": frozenset({"dek"})},
    ),
    ("element-missing", "placeholders"): Effect(
        "---\nauthor: Mara Oduya\n---\n\n# T\n\nText.\n",
        ["MARA ODUYA"],
        {"element": "byline", "placeholders": []},
        scene={"required_elements": frozenset({"byline"})},
    ),
    ("empty-field", "ignore"): Effect("# T\n\nUpdated:\n\nText that goes on.\n", ["updated"]),
    ("metadata-agreement", "headlines"): Effect(
        "<html><head><title>T</title><meta property='og:title' content='Council approves 40 new trams for Hallin'>"
        "</head><body><article><h1>Council approves 30 new trams for Hallin</h1><p>The council met.</p></article>"
        "</body></html>",
        False,
        suffix="html",
    ),
    ("no-sources", "headings"): Effect(SOURCES + "\n\n## Reading list\n\nNothing.\n", ["reading list"]),
    ("patterns", "quoted_patterns"): Effect(
        "“We saw teh ferry sail,” said Mara Oduya.", ["teh"], {**PLAIN, "patterns": ["x{9}"]}
    ),
    ("patterns", "formats"): Effect("We saw teh ferry.", ["html"], PLAIN),
    ("patterns", "signs"): Effect("We saw teh ferry.", ["boat"], PLAIN),
    ("patterns", "unless"): Effect("We saw teh ferry.", ["saw"], PLAIN),
    ("patterns", "skip_kinds"): Effect("We saw teh ferry.", ["paragraph"], PLAIN),
    ("phrases", "headings"): Effect("# Game changer\n\nText.\n", True, {"headings": False}),
    ("phrases", "max_findings"): Effect("At the end of the day, it is a game changer.", 1, {"max_findings": 0}),
    ("substitution", "pairs"): Effect("She sent an e-mail.", [], PAIRS),
    ("substitution", "skip"): Effect("“I sent an e-mail,” Ana Roe said.", [], PAIRS),
    ("substitution", "headings"): Effect("# Council loses an e-mail\n\nText.\n", False, PAIRS),
    ("substitution", "fields"): Effect("---\ntitle: Council loses an e-mail\n---\n\nText.\n", False, PAIRS),
    ("unlabelled-analysis", "phrases"): Effect(interpreting(9, 9), []),
    ("reported-problem", "together"): Effect(
        "---\ntitle: A\ntitle: B\nauthor: C\nauthor: D\n---\n\nText.\n",
        False,
        {"kind": "front-matter-invalid", "together": True},
    ),
    ("title-capitals", "titles"): Effect(
        "We met captain Ana Roe, Captain Ben Doe, captain Mia Lee and Captain Kit Moe there.", ["captain"]
    ),
    ("unexplained-anonymity", "nouns"): Effect("A ferryman said the port is closed.", ["ferryman"]),
    ("unlinked-document", "verbs"): Effect("The report grumbles that the bridge is old.", ["grumbles"]),
    ("unsupported-figures", "dates"): Effect(FIGURES, True, {"where": "headline", "dates": False}),
    ("unsupported-figures", "names"): Effect(
        FIGURES.replace("on 3 May", "as the Lune Courier says to us all in a survey"), True, {"where": "headline"}
    ),
    ("open-source", "hearsay"): Effect(ASTRAY.format("Glue cures warts, or so I read somewhere."), []),
    ("open-source", "unless"): Effect("According to Wikipedia, the bridge is old.", ["bridge"]),
    ("open-source", "reported"): Effect("Media reports suggest that the ferry will be sold.", ["ferry"]),
    ("unsupported-pattern", "stray_told"): Effect(
        ASTRAY.format("Warts vanish, according to teh leaflet."),
        True,
        {"triggers": ["teh"], "patterns": [], "stray": ["teh"], "excused_by": [], "stray_told": False},
    ),
    ("unsupported-pattern", "unless"): Effect(
        "We saw teh ferry.", ["saw"], {"triggers": ["teh"], "patterns": ["teh"], "unless": [], "excused_by": []}
    ),
    ("undefined-acronym", "known"): Effect("The PLKW met. The club dislikes the PLKW.", ["PLKW"]),
    ("hyphen-drift", "apart"): Effect("Send an email, not an e-mail. An email is short.", ["email"]),
    ("unsupported-pattern", "unless_paragraph"): Effect(
        "We saw teh ferry. It sank.", ["sank"], {"triggers": ["teh"], "patterns": ["teh"], "excused_by": []}
    ),
    ("unsupported-pattern", "together"): Effect(
        "We saw teh ferry. They saw teh boat.",
        True,
        {"triggers": ["teh"], "patterns": ["teh"], "unless": [], "excused_by": [], "together": False},
    ),
}  # fmt: skip
