"""Recognise what a site says of itself and its services: accounts, subscriptions, newsletters, donations, consent.

Such text consists of sentences, as an article does; only its words tell. The lists are our own reading of the forms,
pitches and notices of news sites, in the languages of most news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from newslint.patterns import pattern

_SIGN_IN = pattern(r"\b(?:sign|log)(?:ing|ning)?[ -](?:in|up|out)\b")
_TOKEN = pattern(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Somebody is quoted: the words are not the site's.
_QUOTED = pattern(r"[\"“„«][^\"”“»]{40}")
_FEWEST, _MOST = 3, 130  # words
_LONGEST = 1000  # code points

# Words for services that articles rarely use of anything else.
_SURE = """
    subscribe subscribed subscriber subscribers subscribing subscription subscriptions unsubscribe newsletter
    newsletters inbox sign-up signup opt-in opt-out cookie cookies username screen-name epaper e-paper paywall ad-free
    captcha recaptcha unlock tax-deductible website websites browser account password login notifications donation
    donations donate affiliate gdpr commenter commenters commenting journalism webpage opted
    abonnieren abonniere abonnent abonnenten abonnement abo abos datenschutzerklärung e-mail-adresse webseite konto
    passwort spendenkonto lesermeinungen kommentarfunktion netiquette drittanbieter drittanbietern journalismus
    personenbezogene spende spenden einwilligung kundenkonto digitalabo
    infolettre infolettres abonnez-vous abonner abonnés abonné abonnements désinscrire inscrivez-vous connectez-vous
    journalisme compte
    boletín boletines suscríbete suscríbase suscripción suscriptores suscriptor regístrate contraseña periodismo
    abbonati abbonamento abbonamenti informativa iscriviti giornalismo
    assine assinatura assinantes assinante cadastre-se senha jornalismo
    nieuwsbrief nieuwsbrieven abonnee abonnees abonneer privacybeleid wachtwoord inloggen
    prenumerata prenumeruj subskrypcja subskrybuj zaloguj hasło newslettera
    подписка подписку подпишитесь подписывайтесь аккаунт рассылка рассылку
    nyhetsbrev nyhetsbrevet prenumerera prenumerant lösenord samtycke bülten abone
"""
# Words that sites use when they speak of these.
_LIKELY = """
    account accounts passwords apps app consent logged register registered registration privacy moderator moderators
    moderation comment comments spam donating donors contribution contributions membership members member readers
    readership refreshing refresh inappropriate e-mail email emails mailing link links click clicking commission
    third-party digest alerts unlimited access letterbox free form fields required delivered support supporting
    independent opt updates latest personalised personalized follow gift app advertisement loaded
    anmelden angemeldet anmeldung registrieren registriert registrierung postfach widerrufen widerruf datenschutz
    einwilligen spender kommentar kommentare externe externen externer kostenlos kostenlose kostenlosen
    unterstützen unabhängig
    unabhängigen e-mail leserinnen leser
    consentement données inscription connecter gratuitement soutenez offres offre courriel lecteurs
    cuenta consentimiento privacidad correo electrónico gratis apóyanos lectores
    consenso iscrizione registrati gratuita gratis sostieni lettori conta consentimento cadastro privacidade apoie
    leitores toestemming aanmelden doneer gratis lezers konto prywatności regulamin zgoda bezpłatny регистрация пароль
    читатели logga läsare
"""
# Whom they speak to, and who speaks.
_ADDRESSES = """
    you your yours we us our ours me my
    sie ihr ihre ihren ihrem ihrer du dein deine deinen wir uns unser unsere unseren unserem unserer
    vous votre vos nous notre nos tu tus usted su sus nuestro nuestra nuestros nuestras
    voi vostro vostra tuo tua noi nostro nostra nostri você seu sua nosso nossa nossos
    jouw u uw wij ons onze twój twoje nasz nasze вы ваш вам мы наш din ditt vår vårt
"""


@cache
def _points() -> dict[str, float]:
    return {**dict.fromkeys(_LIKELY.split(), 0.5), **dict.fromkeys(_SURE.split(), 1.0)}


@cache
def _addresses() -> frozenset[str]:
    return frozenset(_ADDRESSES.split())


@lru_cache(maxsize=1024)  # several checks ask for the same paragraphs
def offers_service(text: str) -> bool:
    """Tell whether a text of up to 130 words is the site's own about its services, and nobody's quoted words."""
    if len(text) > _LONGEST:
        return False
    tokens = _TOKEN.findall(_SIGN_IN.sub("login", text.lower().replace("’", "'")))
    if not _FEWEST <= len(tokens) <= _MOST:
        return False
    known = _points()
    # `Landkreis-Newsletter`
    said = {*tokens, *(token.rpartition("-")[2] for token in tokens if "-" in token)}
    points = sum(map(known.__getitem__, known.keys() & said))
    return points >= 1 and _is_dense(tokens, points) and _QUOTED.search(text) is None


def _is_dense(tokens: Sequence[str], points: float) -> bool:
    """Tell whether much of a text speaks of services, or less of one that speaks to readers."""
    share = points / len(tokens)
    if points >= 1.5 and share >= (0.15 if points >= 2 else 0.3):
        return True
    addresses = sum(token in _addresses() for token in tokens)
    return addresses > 0 and share + addresses / len(tokens) >= (0.12 if points >= 1.5 else 0.25)


# What a house says of itself, or of how a text came about: at the beginning, since a story may mention the like.
_OF_HOUSE = pattern(
    r"""
    (?: \S{1,30}\s ){1,6}? is \s an? \s (?: [\w-]{1,20} ,? \s ){0,5}?
        (?: newsroom | news[ ](?:organi[sz]ation|outlet|site|website|service|nonprofit) )\b
  | (?:this|the) \s (?:[\w-]{1,20}\s){0,2} (?:article|story|report|piece|series|coverage|reporting|project) \s
        (?: (?:is|was|has\sbeen) \s (?:[a-z]{1,12}ly\s|first\s)?
            (?: made\spossible | published | republished | produced | supported | funded | part\sof )
          | (?:(?:originally|first)\s)? (?:appeared|ran) \s (?:(?:originally|first)\s)? (?:on|in|at) )\b
  | this \s (?:[\w-]{1,20}\s){0,2} (?:news|newsletter|podcast|column) \s (?:for(?:\s[\w-]{1,20}){1,3}\s)?
        is\smade\spossible\b
  | (?: (?:got|have|do\syou\shave)\san?\s(?:news\s)?(?:story|tip)\b | (?:get\sin\stouch\swith|contact)\sour\s )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HOUSES = ("newsroom", "news ", "this ", "the ", "story", "tip", "our ")


@lru_cache(maxsize=1024)
def speaks_of_site(text: str) -> bool:
    """Tell whether a paragraph is the house's own: of its services, of itself, or of how the text came about."""
    start = text[:300].lstrip('"“*_([ ')
    if any(word in start.lower() for word in _HOUSES) and _OF_HOUSE.match(start):
        return len(text) <= _LONGEST
    return offers_service(text)


# How a box begins that stands in place of a video or a post until readers agree, and what it then speaks of.
_IN_PLACE = pattern(
    r"""
    an\sdieser\sstelle\s(?:finden|findest|finde[nt]|befinde[nt]|sehen|siehst|steht|stehen|wird|werden|würden?)\b
  | ich\s(?:bin|möchte|stimme|erlaube)\b.{0,30}\b(?:einverstanden|externe[nr]?)\b
  | um\s.{0,80}\b(?: anzuzeigen | anzusehen | anzuschauen | abzuspielen | darzustellen
      | zu\s(?:sehen|nutzen|laden|interagieren) )\b
  | zum\s(?:anzeigen|abspielen|laden|aktivieren|ansehen)\b | zur\sanzeige\b | die\sanzeige\sdieses\b
  | mit\s(?:dem\s(?:laden|abspielen|aktivieren|anzeigen|klick)|(?:ihrer|deiner)\s(?:zustimmung|einwilligung))\b
  | (?:hier|dort)\s(?:wurden?|werden|wird|würde)\b.{0,20}\bexterne | durch\s(?:das\s)?(?:klicken|laden|abspielen)\b
  | wir\s(?:benötigen|brauchen)\s(?:ihre|deine|die)\s(?:zustimmung|einwilligung)\b
  | (?:dieser|dieses)\s(?:inhalt|element|video|beitrag|externe\sinhalt)\s(?:wird|kann|beinhaltet|enthält|stammt|ist)\b
  | (?:bitte\s)?(?:akzeptieren|aktivieren|erlauben|deaktivieren|bestätigen)\ssie\b
  | (?:to|in\sorder\sto)\s(?:view|watch|see|play|display|load|show)\s(?:this|the|it)\b
  | (?:please|you\s(?:need|have)\sto|you\smust)\s(?:accept|allow|enable|agree|consent|turn\soff|disable)\b
  | this\s(?:[\w-]{1,20}\s)?(?:content|video|post|embed|element|article|tweet|map)\s
        (?:is|has\sbeen|may\sbe|comes|contains|includes|requires|cannot|can['’]?t|could\snot)\b
  | content\s(?:from|provided\sby|hosted\sby)\s | by\s(?:loading|viewing|playing|watching|clicking)\b
  | we\s(?:need|ask\sfor)\syour\s(?:consent|permission)\b
  | pour\s(?:afficher|voir|visualiser|lire|accéder\sà|consulter)\s(?:ce|cette|le|la|les)\b
  | ce\s(?:contenu|média)\s(?:est|a\sété)\b | en\scliquant\b
  | para\s(?:ver|visualizar|reproducir|mostrar)\s(?:este|esta|estos)\b
  | este\s(?:contenido|conteúdo)\s(?:está|ha\ssido|foi)\b
  | per\s(?:visualizzare|vedere|guardare)\s(?:questo|il|la)\b | questo\scontenuto\s(?:è|non)\b
  | om\s(?:deze|dit|de)\b | (?:deze\sinhoud|dit\selement)\s(?:is|wordt|komt)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AGREED = pattern(
    r"""
    \b(?: cookies? | (?:ihrer?|deiner?)\s(?:einwilligung|zustimmung) | datenschutz\w{0,20} | drittplattform(?:en)?
      | drittanbietern? | adblocker | extern(?:e[nrs]?|em)\s(?:inhalte?s?|plattform(?:en)?|medien|daten)
      | inhalte?n?\s(?:von|aus)\s(?:x|facebook|twitter|instagram|youtube|tiktok|sozialen)
      | daten\s(?:von|an|erheben|erhebt) | (?:your|without|give)\s(?:consent|permission)
      | privacy\s(?:settings|preferences|policy) | ad[ -]?blocker | javascript
      | allow\sand\scontinue | consentement | consentimiento | consentimento | consenso | toestemming )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What such a box shows.
_THINGS = pattern(
    r"inhalt|video|element|karte|beitrag|medien|einbettung|content|embed|post\b|tweet|\bmap\b|contenu|vidéo|contenido"
    r"|vídeo|conteúdo|contenuto|inhoud"
)
_FIRST_WORDS = frozenset(
    """an ich um zum zur die mit hier dort durch wir dieser dieses bitte akzeptieren aktivieren erlauben deaktivieren
    bestätigen to in please you this content by we pour ce en para este per questo om deze dit""".split()
)
_LABELS = frozenset(
    " ".join(entry.split())
    for entry in """
    empfohlener externer inhalt | empfohlener redaktioneller inhalt | externer inhalt | externe inhalte |
    externen inhalt anzeigen | externen inhalt laden | externe inhalte anzeigen | externe inhalte laden |
    externe inhalte erlauben | externe inhalte aktivieren | externen inhalt aktivieren |
    inhalt laden | inhalt anzeigen | inhalt entsperren | inhalt freigeben | video laden | karte laden |
    beitrag laden | youtube immer entsperren | inhalte immer entsperren |
    erforderlichen service akzeptieren und inhalte entsperren | einmalig anzeigen | immer anzeigen | external content |
    load content | load video | show content | accept and view | allow and continue | accept and continue | allow once
    | contenu externe | afficher le contenu | contenido externo | mostrar contenido | contenuto esterno | mostra
    contenuto | conteúdo externo | externe inhoud
    """.split("|")
)
_MARKS = " \t.:!?…\"'“”»›→"


def stands_in_place(text: str) -> bool:
    """Tell whether a line belongs to the box that asks for consent before it shows something from another site."""
    start = text[:400].lower().strip(_MARKS)
    if start in _LABELS:
        return True
    if start.partition(" ")[0] not in _FIRST_WORDS or _IN_PLACE.match(start) is None:
        return False
    return len(text) <= _LONGEST and _AGREED.search(start) is not None and _THINGS.search(start) is not None
