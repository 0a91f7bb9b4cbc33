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
    abonnez-vous abonner abonnés abonné abonnements désinscrire inscrivez-vous connectez-vous journalisme compte
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
    einwilligen spender kommentar kommentare externe externen externer kostenlos kostenlose unterstützen unabhängig
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


def offers_service(text: str) -> bool:
    """Tell whether a text of up to 130 words is the site's own about its services, and nobody's quoted words."""
    if len(text) > _LONGEST:
        return False
    tokens = _TOKEN.findall(_SIGN_IN.sub("login", text.lower().replace("’", "'")))
    if not _FEWEST <= len(tokens) <= _MOST:
        return False
    known = _points()
    points = sum(map(known.__getitem__, known.keys() & set(tokens)))
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
        (?:is|was|has\sbeen) \s (?:[a-z]{1,12}ly\s|first\s)?
        (?: made\spossible | published | republished | produced | supported | funded | part\sof )\b
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
