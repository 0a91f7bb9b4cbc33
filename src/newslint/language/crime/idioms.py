"""Crimes that are told by several words together: “opened fire on”, “helped himself to the takings”."""

from __future__ import annotations

# The words of which each idiom has one.
IDIOM_WORDS = frozenset(
    """ablaze account accounts alight assassin axe ballot banned blade bodies body books border bottle box card cash
    corpse corruptly criminally crowd customs dagger dead disqualified drunk existent expenses exposed exposing
    faked faking fbi feloniously fictitious fire fired firing forced forcing fraudulently fund funds ghost gun
    hacked hacking handbag helped helping hitman hitmen illegally imaginary inappropriately indecently inside
    intercourse into jail jury justice killer kitty knife lied life light limit lives lying machete money
    nonexistent oath own parliament perjured perjuring personal phantom pistol plate pocket pockets pot prison
    private purse remains revolver rifle room safe savings scissors screwdriver sex sexually shotgun sword tax
    taxes threatened threatening throat till tipped tipping torso trigger unlawfully votes wallet wheel""".split()
)


_BASES = frozenset("lie evade dodge pervert obstruct trade have drive stick set cut".split())


def form_of(word: str) -> str:
    """Return the form of the verb that an idiom begins with."""
    if word.endswith("ing"):
        return "ing"
    return "base+past+participle" if word in ("cut", "set", "slit") else "base" if word in _BASES else "past+participle"
