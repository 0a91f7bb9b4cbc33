"""Recognise the lines over a summary or over questions and answers, in the languages of most news.

The words are our own reading of explainers, in English, German, French, Spanish, Italian and Portuguese.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.patterns import pattern

_DECORATION = pattern(r"^[\W_\d]+|(?<=[^\W_])[\W_]+$")
_LONGEST_SUMMARY, _LONGEST_QUESTIONS = 60, 120  # code points
# A heading over questions without any of these is not tried.
_HINTS = ("faq", "question", "q&a", "q & a", "q and a", "ask", "frage", "pregunta", "domand", "pergunta")


def plain_heading(text: str) -> str:
    """Return a heading's words in lower case, without numbers and signs around them."""
    return _DECORATION.sub("", " ".join(text[:200].lower().replace("’", "'").split()))


@cache
def _summary() -> re.Pattern[str]:
    return pattern(
        r"""
        (?:(?:a|the|our|your)\s)?
        (?:
            (?:short|quick|brief|executive|article|story|news|ai|key)\s(?:summary|summaries|overview|version|read)
          | summary(?:\s(?:table|points|box))? | in\s(?:short|brief|summary|a\snutshell) | at\sa\sglance
          | (?:key|main|top|quick)\s(?:points?|takeaways?|facts?|highlights?|findings?|details?|messages?)
          | takeaways? | highlights? | tl;?\s?dr | what\s(?:you\s)?(?:need|have)\sto\sknow | the\sgist | the\sessentials
          | (?:key|main)\sthings\sto\sknow | story\shighlights
        )
        (?:\s(?:at\sa\sglance|in\sbrief|so\sfar|of\sthe\s\w{1,20}(?:\s\w{1,20})?))?
      | (?:(?:das\swichtigste|die\s(?:wichtigsten\s)?(?:punkte|fakten)|die\snachricht)\s)?
            (?:in\skürze|auf\seinen\sblick|im\süberblick|kurz\sgefasst|zusammengefasst)
      | das\swichtigste | die\s(?:wichtigsten|zentralen)\s(?:punkte|fakten|erkenntnisse) | (?:kurz)?zusammenfassung
      | kurz\s(?:und\s(?:knapp|bündig)|gesagt) | darum\sgeht\ses | das\s(?:müssen|sollten)\ssie\swissen
      | (?:l')?essentiel(?:\s(?:en\sbref|à\sretenir))? | en\s(?:bref|résumé) | (?:le\s)?résumé
      | (?:ce\squ'il\sfaut|à)\s(?:retenir|savoir) | (?:les\s)?points?\s(?:clés?|essentiels?|à\sretenir)
      | (?:(?:las|los)\s)?(?:puntos\s)?claves?(?:\sde\sla\snoticia)? | en\s(?:resumen|breve|síntesis) | resumen
      | lo\s(?:más\simportante|esencial|que\s(?:hay\sque|debes)\ssaber) | de\sun\svistazo
      | in\s(?:breve|sintesi) | (?:i\s)?punti\s(?:chiave|principali) | riassunto | da\ssapere
      | em\s(?:resumo|síntese) | (?:o\s)?(?:resumo|essencial) | (?:os\s)?pontos[\s-](?:chave|principais)
        """,
        re.VERBOSE,
    )


@cache
def _questions() -> re.Pattern[str]:
    return pattern(
        r"""
        (?:(?:the|our|some|more)\s)?
        (?:
            faq(?:'?s)? | frequently\sasked\squestions? | (?:common|popular|top|key)\squestions
          | questions\s(?:and|&)\sanswers | q\s?(?:&|and)\s?as? | people\salso\sask
          | (?:your|readers?'?s?'?)\squestions(?:,?\sanswered)? | questions\s(?:readers|people)\s(?:often\s)?ask
          | (?:practical|quick|reader)\squestions | (?:questions\s(?:pratiques|des\slecteurs)|praktische\sfragen
          | leserfragen | preguntas\s(?:prácticas|de\slos\slectores) | domande\s(?:pratiche|dei\slettori)
          | perguntas\s(?:práticas|dos\sleitores))
          | (?:die\s)?(?:häufig(?:ste)?n?e?|(?:häufig|oft)\sgestellten?|wichtig(?:ste)?n?e?)\sfragen
          | (?:die\s)?fragen\s(?:und|&)\santworten | ihre\sfragen
          | (?:foire\saux|(?:les\s|vos\s)?questions)(?:\s(?:questions|fréquentes|(?:et|[&-])\sréponses)|[\s-]réponses)
          | (?:las\s)?preguntas\s(?:frecuentes|más\sfrecuentes|y\srespuestas)
          | (?:le\s)?domande\s(?:frequenti|e\srisposte|più\sfrequenti) | (?:as\s)?perguntas\s(?:frequentes|e\srespostas)
        )
        (?:\s\(faqs?\))? (?:[\s:,–—-]+(?:about|on|for|regarding|and\sanswers|:)?\s?.{0,80})?
        """,
        re.VERBOSE,
    )


def announces_summary(text: str) -> bool:
    """Tell whether a heading's words announce a summary."""
    return len(text) <= _LONGEST_SUMMARY and _summary().fullmatch(plain_heading(text)) is not None


def announces_questions(text: str) -> bool:
    """Tell whether a heading's words announce questions and answers."""
    if len(text) > _LONGEST_QUESTIONS:
        return False
    words = plain_heading(text)
    if not any(hint in words for hint in _HINTS):
        return False
    # The words may stand behind what the questions are about: `Railway jobs 2026 – FAQs`.
    return _questions().fullmatch(words) is not None or _behind_topic().fullmatch(words) is not None


@cache
def _behind_topic() -> re.Pattern[str]:
    return pattern(
        r"""
        .{3,100}[:–—|-]\s
        (?:faq'?s? | frequently\sasked\squestions | questions\sand\sanswers | q\s?&\s?a | häufige\sfragen
          | (?:die\s)?wichtigsten\sfragen(?:\sund\santworten)? | fragen\sund\santworten | questions\sfréquentes
          | (?:vos\s)?questions,?\snos\sréponses | preguntas\s(?:frecuentes|y\srespuestas)
          | domande\s(?:frequenti|e\srisposte) | perguntas\s(?:frequentes|e\srespostas))
      | [^:–—|]{3,60}\sfaqs
        """,
        re.VERBOSE,
    )
