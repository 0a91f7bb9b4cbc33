"""Words that stand for somebody: names, titles with names, pronouns and relations."""

from newslint.patterns import pattern

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'’-]+"
# “Ana Roe”, “Mr Roe”, “Dr Okoro’s”
NAME = (
    rf"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Herr|Frau)\.?[ ]{_CAPITAL}"
    rf"|{_CAPITAL}(?:[ ][A-Z]\.)?(?:[ ](?:de|da|van|von|del|bin|al)){{0,2}}[ ](?:O[’']|Mc|Mac)?{_CAPITAL})"
)
RELATION = (
    r"(?:suspect|victim|widow(?:er)?|girlfriend|boyfriend|parents?|mother|father|mum|mom|dad|son|daughter|sister"
    r"|brother"
    r"|aunt|uncle|grandmother|grandfather|wife|husband|ex-wife|ex-husband|partner|fianc[ée]e?|family|couple|pensioner"
    r"|tenant|landlord|landlady|neighbour|neighbor|owner|woman|man|girl|boy|teenager|schoolboy|schoolgirl|student"
    r"|customer"
    r"|patient|witness|whistle-?blower|nurse|teacher|midwife|juror|foreman|singer|actor|actress|star|striker|winner"
    r"|referee|stalker|seller|buyer|caller|author|professor|judge|councillor|senator|accused|defendant|killer"
    r"|complainant"
    r"|survivor|retiree|veteran|minister|MP|player|coach|doctor|officer|journalist|activist|blogger|influencer"
    r"|lottery[ ]winner|twins?|friends?|children|grandparents|girls|boys|women|men|victims|suspects|teenagers"
    r"|residents?)"
)
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im|[Mm]y|me|their)"
SOMEBODY = pattern(
    rf"\b(?:{NAME}|{_PRONOUN}\b|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)[ ](?:[\w-]+[ ]){{0,3}}?{RELATION}\b"
    rf"|\w+[’']s[ ]{RELATION}\b)"
)
NAMED = pattern(rf"\b{NAME}")
