"""Name months, weekdays and time zones, with the calendar facts behind them."""

from collections.abc import Mapping

# Months and weekdays (from Monday), each with its other forms behind slashes.
# Common facts, collected by hand.
_MONTHS = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
    "october/oct november/nov december/dec",
    "de": "januar/jan/jänner februar/feb/feber märz/maerz/mär/mrz april/apr mai juni/jun juli/jul august/aug "
    "september/sep/sept oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre/sept "
    "octobre/oct novembre/nov décembre/decembre/déc",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sep/set octubre/oct noviembre/nov diciembre/dic",
    "it": "gennaio/gen febbraio/febb/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago "
    "settembre/sett/set ottobre/ott novembre/nov dicembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set "
    "outubro/out novembro/nov dezembro/dez",
    "nl": "januari/jan februari/febr/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sept/sep "
    "oktober/okt november/nov december/dec",
    "sv": "januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sept/sep oktober/okt "
    "november/nov december/dec",
    "da": "januar/jan februar/feb marts april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt "
    "november/nov december/dec",
    "no": "januar/jan februar/feb mars april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt "
    "november/nov desember/des",
    "pl": "styczeń/stycznia/sty luty/lutego/lut marzec/marca/mar kwiecień/kwietnia/kwi maj/maja czerwiec/czerwca/cze "
    "lipiec/lipca/lip sierpień/sierpnia/sie wrzesień/września/wrz październik/października/paź listopad/listopada/lis "
    "grudzień/grudnia/gru",
    "ru": "январь/января/янв февраль/февраля/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн июль/июля/июл "
    "август/августа/авг сентябрь/сентября/сен/сент октябрь/октября/окт ноябрь/ноября/ноя декабрь/декабря/дек",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug septembrie/sept "
    "octombrie/oct noiembrie/nov decembrie/dec",
    "cs": "leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července srpen/srpna "
    "září říjen/října listopad/listopadu prosinec/prosince",
    "uk": "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня "
    "серпень/серпня вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",
    "fi": "tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta toukokuu/toukokuuta "
    "kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta lokakuu/lokakuuta "
    "marraskuu/marraskuuta joulukuu/joulukuuta",
    "id": "januari/jan februari/feb maret april/apr mei juni/jun juli/jul agustus/agu september/sep oktober/okt "
    "november/nov desember/des",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "tr": "ocak/oca şubat/subat/şub mart/mar nisan/nis mayıs/mayis/may haziran/haz temmuz/tem ağustos/agustos/ağu "
    "eylül/eylul/eyl ekim/eki kasım/kasim/kas aralık/aralik/ara",
}
_WEEKDAYS = {
    "en": "monday/mon tuesday/tues/tue wednesday/wed/weds thursday/thurs/thur/thu friday/fri saturday/sat sunday/sun",
    "de": "montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa sonntag/so",
    "fr": "lundi/lun mardi/mar mercredi/mer jeudi/jeu vendredi/ven samedi/sam dimanche/dim",
    "es": "lunes/lun martes/mar miércoles/mié jueves/jue viernes/vie sábado/sáb domingo/dom",
    "it": "lunedì/lunedi martedì/martedi mercoledì/mercoledi giovedì/giovedi venerdì/venerdi sabato/sab domenica/dom",
    "pt": "segunda-feira/segunda terça-feira/terça quarta-feira/quarta quinta-feira/quinta sexta-feira/sexta sábado "
    "domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "ru": "понедельник/пн вторник/вт среда/ср четверг/чт пятница/пт суббота/сб воскресенье/вс",
    "tr": "pazartesi salı/sali çarşamba/carsamba perşembe/persembe cuma cumartesi pazar",
}


def _number(names: str, first: int) -> dict[str, int]:
    return {form: number for number, forms in enumerate(names.split(), first) for form in forms.split("/")}


def _number_all(tables: Mapping[str, str], first: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for names in tables.values():
        found = _number(names, first) | found
    return found


ENGLISH_MONTHS: Mapping[str, int] = _number(_MONTHS["en"], 1)
MONTHS: Mapping[str, int] = _number_all(_MONTHS, 1)
# 0 is Monday, as in `datetime.date.weekday`.
WEEKDAYS: Mapping[str, int] = _number_all(_WEEKDAYS, 0)

# Minutes east of UTC. Where an abbreviation has several meanings, the one that news wires use (IST is India, CST is
# North America, BST is British Summer Time). Source: the names and offsets of the IANA time zone database.
ZONES: Mapping[str, int] = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120,
    "EET": 120, "EEST": 180, "MSK": 180, "МСК": 180,
    "TRT": 180, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180, "GST": 240,
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
