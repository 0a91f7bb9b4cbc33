"""The past forms and participles of English verbs that no rule makes. Origin: common facts of English grammar."""

from __future__ import annotations

# Past and participle: one word where both are alike.
_FORMS = """
arose/arisen awoke/awoken was/been bore/borne beat/beaten became/become began/begun bent bet bid bound bit/bitten bled
blew/blown broke/broken bred brought built burnt burst bought cast caught chose/chosen clung came/come cost crept cut
dealt dug did/done drew/drawn drank/drunk drove/driven dreamt dwelt ate/eaten fell/fallen fed felt fought found fled
flung flew/flown forbade/forbidden forecast foresaw/foreseen forgot/forgotten forgave/forgiven froze/frozen got/gotten
gave/given went/gone ground grew/grown hung had heard hid/hidden hit held hurt kept knelt knew/known laid led leant
leapt learnt left lent let lay/lain lit lost made meant met mistook/mistaken outdid/outdone overcame/overcome
overthrew/overthrown overtook/overtaken paid proved/proven put quit read rid rode/ridden rang/rung rose/risen ran/run
said saw/seen sought sold sent set sewn shook/shaken shorn shed shone shot showed/shown shrank/shrunk shut sang/sung
sank/sunk sat slew/slain slept slid slit smelt sowed/sown spoke/spoken sped spelt spent spilt spun spat split spoilt
spread sprang/sprung stood stole/stolen stuck stung stank/stunk strewn strode/stridden struck/stricken strung
strove/striven swore/sworn swept swollen swam/swum swung took/taken taught tore/torn told thought thrived/thriven
threw/thrown thrust trod/trodden underwent/undergone understood undertook/undertaken undid/undone upheld upset
woke/woken wore/worn wove/woven wept won wound withdrew/withdrawn withheld withstood wrung wrote/written
rebuilt remade repaid resold rewritten redrawn retold retaken redone unseen unsold unheard unpaid unbuilt unlit unspent
"""
_PAIRS = [form.split("/") for form in _FORMS.split()]
PAST = frozenset(pair[0] for pair in _PAIRS)
PARTICIPLES = frozenset(pair[-1] for pair in _PAIRS) | {"got"}
