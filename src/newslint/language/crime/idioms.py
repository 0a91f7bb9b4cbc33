"""Crimes that are told by several words together: “opened fire on”, “helped himself to the takings”."""

from __future__ import annotations

# The words of which each idiom has one.
IDIOM_WORDS = frozenset(
    """ablaze abuse account accounts acid alight antifreeze arsenic asbestos assassin axe ballot banned beaten blade
    bodies body books border bottle box camera cameras card cash changing chemicals corpse corruptly counterfeit
    criminally crowd customs dagger dead disqualified drink drinks drove drunk existent expenses explicit exposed
    exposing fake faked faking false fbi feloniously fictitious fire fired firing fled forced forcing forged
    fraudulently fund funds ghost gun hacked hacking handbag helped helping hitman hitmen illegally images
    imaginary inappropriately indecent indecently inside intercourse into jail jury justice kidnapped killed
    killer kitty knife lewd lied life light limit lives lying machete money murdered nonexistent oath obscene own
    parliament perjured perjuring personal phantom pills pistol plate pocket pockets poison pot prison private
    purse remains revolver ricin rifle room safe savings scissors screwdriver sedative sedatives sewage sex
    sexually shotgun shower showering slurry solvent solvents spiked spiking stolen sword tax taxes thallium
    threatened threatening throat till tipped tipping torso trigger undressing unlawfully videos votes wallet
    waste wheel bribe bribes kickback kickbacks backhander backhanders sweetener sweeteners hush payoff payoffs
    pay-off pay-offs drugs drug evidence weapon bomb bombs explosives device herself himself themselves way off
    silence fakes
    forgeries forgery knowing brakes samples witness meters captive prisoner hostage slave slaves van car boot
    trunk river canal
    lake wood woods bushes cellar basement flat path alley tender tenders auction bid bids election vote contract
    contracts draw match
    race exam prices price out ponzi pyramid brothel ring racket farm illegal unlicensed chop boiler
    """.split()
)


# The words that idioms begin with.
IDIOM_VERBS = frozenset(
    """billed billing blew blowing bought brandished brandishing buried burned burnt burying buying channeled
    channelled charged charging claimed claiming concealed cooked cooking cut cutting dipped dipping discharged
    dismembered dismembering disposed diverted dodge dodged dodges dodging driven driving dropped drove dumped
    dumping ended ending evade evaded evades evading exposed exposes exposing faked faking fiddled fiddling filmed
    filming fired firing forced forcing gambled gambling hacked hacking had has have having helped helping hid
    hiding hired hiring hit hoarded illegally invoiced invoicing kept knew knocked left leveled levelled lie lied
    lies lined lining lying mixed moved moving obstructed obstructing obstructs opened opening paid paying
    perjured perjures perjuring pervert perverted perverting perverts photographed photographing ploughed
    ploughing plowed plowing plunged pointed pointing poured pouring pulled pulling pumped pumping put raided
    rammed ramming ran recorded removed removing sank sent set setting slashed slashing slipped slit slitting
    smuggled smuggling sneaked spending spent spiked spiking steered sticking stored struck stuck stuffed stuffing
    taking threatened threatening thrust tipped tipping took touched touching trade traded trades trading
    transferred transferring used was waved waving were wired wiring withdrew accepted accepting pocketed
    pocketing received receiving demanded demanding collected collecting taken planted planting bribed bribing
    commissioned commissioning sold selling passed passing
    tampered tampering holding keeping lured luring dragged dragging bundled bundling pushed pushing rigged
    rigging fixed fixing
    cheated cheating defrauded defrauding fleeced fleecing swindled swindling conned conning ran running runs
    operated operating
    operates
        """.split()
)
_BASES = frozenset("lie evade dodge pervert obstruct trade have drive stick set cut".split())


def form_of(word: str) -> str:
    """Return the form of the verb that an idiom begins with."""
    if word.endswith("ing"):
        return "ing"
    return "base+past+participle" if word in ("cut", "set", "slit") else "base" if word in _BASES else "past+participle"
