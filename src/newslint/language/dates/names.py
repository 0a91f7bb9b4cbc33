"""Name months, weekdays and time zones; holds tables and the calendar facts behind them, and searches no
text.
"""

from collections.abc import Mapping

# Full names, then the usual abbreviations, in the languages of `identification`. Common facts, collected by
# hand.
_MONTHS = """
1 january jan januar jänner janvier janv enero ene gennaio gen janeiro januari jan. styczeń stycznia
2 february feb februar feber février févr fév fevrier febrero febbraio febb fevereiro fev februari febr luty lutego
3 march mar märz mär maerz mars marzo março marco maart mrt marts marzec marca
4 april apr avril avr abril abr aprile kwiecień kwietnia
5 may mai mayo maggio mag maio mei maj maja
6 june jun juni juin junio giugno giu junho czerwiec czerwca
7 july jul juli juillet juil julio luglio lug julho lipiec lipca
8 august aug août aout agosto ago augustus augusti sierpień sierpnia
9 september sept sep septembre septiembre settembre sett set setembro wrzesień września
10 october oct oktober okt octobre octubre ottobre ott outubro out październik października
11 november nov novembre noviembre novembro listopad listopada
12 december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember des grudzień grudnia
"""
MONTHS: Mapping[str, int] = {
    name: int(number) for number, *names in map(str.split, _MONTHS.strip().splitlines()) for name in names
}

ENGLISH_MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febr"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

# 0 is Monday, as in `datetime.date.weekday`.
_WEEKDAYS = """
0 monday mon montag mo lundi lun lunes lunedì lunedi segunda segunda-feira maandag måndag mandag poniedziałek
1 tuesday tues tue dienstag di mardi martes mar martedì martedi terça terça-feira dinsdag tisdag tirsdag wtorek
2 wednesday wed weds mittwoch mi mercredi mer miércoles mié mercoledì mercoledi quarta quarta-feira woensdag
2 onsdag środa
3 thursday thurs thur thu donnerstag do jeudi jeu jueves jue giovedì giovedi quinta quinta-feira donderdag
3 torsdag czwartek
4 friday fri freitag fr vendredi ven viernes vie venerdì venerdi sexta sexta-feira vrijdag fredag piątek
5 saturday sat samstag sonnabend sa samedi sam sábado sáb sabato sab zaterdag lördag lørdag sobota
6 sunday sun sonntag so dimanche dim domingo dom domenica zondag söndag søndag niedziela
"""
WEEKDAYS: Mapping[str, int] = {
    name: int(number) for number, *names in map(str.split, _WEEKDAYS.strip().splitlines()) for name in names
}

# Minutes east of UTC. Where an abbreviation has several meanings, the one that news wires use (IST is India,
# CST is
# North America, BST is British Summer Time). Source: the names and offsets of the IANA time zone database.
ZONES: Mapping[str, int] = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180, "GST": 240,
    "PKT": 300, "IST": 330, "NPT": 345, "BDT": 360, "WIB": 420, "ICT": 420, "HKT": 480, "SGT": 480, "MYT": 480,
    "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660,
    "NZST": 720, "NZDT": 780, "NST": -210, "NDT": -150, "AST": -240, "ADT": -180, "BRT": -180, "ART": -180,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600,
}  # fmt: skip

# Zones that change with the daylight saving time of the United States: standard offset, minutes east of UTC.
_SHIFTING_ZONES: Mapping[str, int] = {
    "ET": -300, "EASTERN": -300, "CT": -360, "CENTRAL": -360, "MT": -420, "MOUNTAIN": -420, "PT": -480, "PACIFIC": -480,
}  # fmt: skip

ZONE_NAMES = frozenset(ZONES) | frozenset(_SHIFTING_ZONES)

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_possible_day(year: int | None, month: int, day: int) -> bool:
    """Say whether the Gregorian calendar has this day; without a year, 29 February counts as possible."""
    if not 1 <= month <= 12 or day < 1 or (year is not None and not 1 <= year <= 9999):
        return False
    if month == 2 and day == 29:
        return year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return day <= _DAYS_IN_MONTH[month - 1]


def find_offset(zone: str, year: int | None, month: int | None, day: int | None) -> int | None:
    """Find the offset of a named zone in minutes east of UTC; None where the name or, for "ET", the date is
    unknown.

    "ET", "CT", "MT" and "PT" follow the daylight saving time of the United States as it has been since 2007
    (Energy Policy Act of 2005, section 110): from the second Sunday of March to the first Sunday of November.
    """
    name = zone.upper().replace(".", "")
    if name in ZONES:
        return ZONES[name]
    standard = _SHIFTING_ZONES.get(name)
    if standard is None or year is None or month is None or day is None:
        return None
    if not is_possible_day(year, month, day):
        return None
    return standard + (60 if _is_us_daylight_time(year, month, day) else 0)


def _is_us_daylight_time(year: int, month: int, day: int) -> bool:
    if month in (3, 11):
        from datetime import date

        first_sunday = 7 - date(year, month, 1).weekday()
        return day >= first_sunday + 7 if month == 3 else day < first_sunday
    return 3 < month < 11
