"""Name spelled-out numbers, scales, currencies and units; holds tables and searches no text.

The words are common facts of English news copy; currency codes are those of ISO 4217, unit names those of the
SI brochure and of customary use.
"""

from collections.abc import Mapping
from decimal import Decimal


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

CARDINALS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_ONES.split())},
    **{name: number * 10 for number, name in enumerate(_TENS.split(), start=2)},
}
ORDINALS: Mapping[str, int] = {
    **{name: number for number, name in enumerate(_ORDINALS.split())},
    **{name: number * 10 for number, name in enumerate(_TENTHS.split(), start=2)},
}

# Factors behind a number. Letters count as scales only where they touch the digits.
SCALES: Mapping[str, Decimal] = {
    name.replace("_", " "): Decimal(factor)
    for names, factor in (
        ("hundred hundreds", "100"),
        ("thousand thousands k", "1000"),
        ("lakh lakhs lac lacs", "100000"),
        ("million millions mn mln mil m", "1000000"),
        ("crore crores cr", "10000000"),
        ("billion billions bn bln b", "1000000000"),
        ("trillion trillions tn trn tln t lakh_crore lakh_crores", "1000000000000"),
    )
    for name in names.split()
}

# Symbol, name or code, lower case -> ISO 4217 code; "$" alone is taken as the dollar of the United States.
CURRENCIES: Mapping[str, str] = {
    name: code
    for code, names in {
        "USD": "$ us$ usd dollar dollars",
        "CAD": "c$ ca$ cad",
        "AUD": "a$ au$ aud",
        "NZD": "nz$ nzd",
        "HKD": "hk$ hkd",
        "SGD": "s$ sg$ sgd",
        "TWD": "nt$ twd",
        "BRL": "r$ brl real reais",
        "MXN": "mx$ mxn",
        "EUR": "€ eur euro euros",
        "GBP": "£ gbp pound pounds quid",
        "JPY": "¥ jpy yen",
        "CNY": "cny rmb yuan renminbi",
        "INR": "₹ rs rs. inr rupee rupees",
        "PKR": "pkr",
        "KRW": "₩ krw won",
        "RUB": "₽ rub rouble roubles ruble rubles",
        "UAH": "₴ uah hryvnia hryvnias",
        "TRY": "₺ try lira liras",
        "NGN": "₦ ngn naira",
        "PHP": "₱ php",
        "ILS": "₪ ils shekel shekels",
        "VND": "₫ vnd dong",
        "CHF": "chf",
        "SEK": "sek",
        "NOK": "nok",
        "DKK": "dkk",
        "PLN": "pln zł zloty zlotys",
        "CZK": "czk",
        "HUF": "huf forint forints",
        "ZAR": "zar rand",
        "KES": "kes ksh",
        "GHS": "ghs gh₵ cedi cedis",
        "AED": "aed dh dirham dirhams",
        "SAR": "sar riyal riyals",
        "THB": "thb baht",
        "IDR": "idr rp rupiah",
        "MYR": "myr rm ringgit",
        "EGP": "egp",
        "BTC": "btc bitcoin bitcoins",
    }.items()
    for name in names.split()
}
CENTS: Mapping[str, str] = {"cent": "USD", "cents": "USD", "¢": "USD", "pence": "GBP", "p": "GBP", "penny": "GBP"}

# Unit as written, lower case -> name of the unit in the singular.
UNITS: Mapping[str, str] = {
    name: unit
    for unit, names in {
        "tonne": "tonne|tonnes|metric ton|metric tons|metric tonnes",
        "ton": "ton|tons|short tons|long tons",
        "kilogram": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes",
        "gram": "g|gram|grams|gramme|grammes",
        "milligram": "mg|milligram|milligrams",
        "microgram": "µg|μg|mcg|microgram|micrograms",
        "pound (mass)": "lb|lbs",
        "ounce": "oz|ounce|ounces",
        "mile": "mile|miles|mi",
        "nautical mile": "nautical mile|nautical miles|nm",
        "kilometre": "km|kms|kilometre|kilometres|kilometer|kilometers",
        "metre": "m|metre|metres|meter|meters",
        "centimetre": "cm|centimetre|centimetres|centimeter|centimeters",
        "millimetre": "mm|millimetre|millimetres|millimeter|millimeters",
        "foot": "ft|foot|feet",
        "inch": "inch|inches",
        "yard": "yard|yards|yd|yds",
        "acre": "acre|acres",
        "hectare": "ha|hectare|hectares",
        "square kilometre": (
            "sq km|sq. km|km2|km²|square kilometre|square kilometres|square kilometer|square kilometers"
        ),
        "square mile": "sq mi|sq. mi|sq miles|sq. miles|square mile|square miles",
        "square metre": "sq m|sq. m|m2|m²|square metre|square metres|square meter|square meters",
        "square foot": "sq ft|sq. ft|square foot|square feet",
        "cubic metre": "m3|m³|cubic metre|cubic metres|cubic meter|cubic meters",
        "litre": "l|litre|litres|liter|liters",
        "millilitre": "ml|millilitre|millilitres|milliliter|milliliters",
        "gallon": "gallon|gallons",
        "barrel": "barrel|barrels|bbl|bpd",
        "pint": "pint|pints",
        "quart": "quart|quarts",
        "cubic foot": "cubic foot|cubic feet|cu ft|cu. ft",
        "horsepower": "horsepower|hp|bhp",
        "degree Celsius": "°c|degrees c|degree celsius|degrees celsius|degrees centigrade|c",
        "degree Fahrenheit": "°f|degrees f|degree fahrenheit|degrees fahrenheit|f",
        "degree": "°|degree|degrees",
        "kilometre per hour": (
            "km/h|kmh|kph|kmph|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour"
        ),
        "mile per hour": "mph|miles per hour|miles an hour",
        "knot": "knot|knots",
        "watt": "w|watt|watts",
        "kilowatt": "kw|kilowatt|kilowatts",
        "megawatt": "mw|megawatt|megawatts",
        "gigawatt": "gw|gigawatt|gigawatts",
        "kilowatt-hour": "kwh|kilowatt-hour|kilowatt-hours|kilowatt hours",
        "megawatt-hour": "mwh|megawatt-hour|megawatt-hours|megawatt hours",
        "terawatt-hour": "twh|terawatt-hour|terawatt-hours|terawatt hours",
        "volt": "v|volt|volts",
        "hertz": "hz|hertz",
        "byte": "byte|bytes",
        "megabyte": "mb|megabyte|megabytes",
        "gigabyte": "gb|gigabyte|gigabytes",
        "terabyte": "tb|terabyte|terabytes",
        "second": "second|seconds|sec|secs",
        "minute": "minute|minutes|min|mins",
        "hour": "hour|hours|hr|hrs",
        "day": "day|days",
        "week": "week|weeks",
        "month": "month|months",
        "year": "year|years|yr|yrs",
        "decade": "decade|decades",
        "century": "century|centuries",
        "calorie": "calorie|calories|kcal",
        "basis point": "basis point|basis points|bps",
    }.items()
    for name in names.split("|")
}

# Words before a number that make it inexact.
APPROXIMATORS = (
    "about", "around", "roughly", "approximately", "approx", "nearly", "almost", "some", "circa", "more than",
    "less than", "fewer than", "over", "under", "up to", "as many as", "as much as", "as few as", "as little as",
    "at least", "at most", "close to", "just over", "just under", "well over", "upwards of", "in excess of",
    "an estimated", "estimated", "no more than", "no fewer than", "or so", "~", "≈", "c.", "ca.",
)  # fmt: skip

# Units of one or two letters count only in this spelling.
SHORT_UNITS = _set(
    """
    km kg cm mm mg g m l L ml mL ha ft lb oz mi yd yr hr W V C F kW KW MW GW Hz MB GB TB nm km² m² m³ m2 m3 hp
    µg μg kgs kmh km/h mph kph bpd bbl kWh MWh TWh hrs yrs min mins sec secs lbs
    """
)
# Words behind "5m" that make it metres rather than millions.
METRE_WORDS = _set(
    """
    tall high long wide deep thick away above below apart short across race sprint final hurdles freestyle
    butterfly backstroke breaststroke relay dash medley platform springboard wall wave waves tide fence
    swell rise fall from of under air steeplechase run record title heat pool line mark radius
    """
)
# Words that number what follows: the number is a name, not a quantity.
LABELS = _set(
    """
    no nos number page pages p pp chapter section sections article articles figure fig table part phase type
    level grade day step episode season series volume vol version v room route highway interstate line
    channel flight gate platform track question item clause paragraph rule act appendix unit zone district
    ward precinct class category form bus train pier block apt apartment suite size stage round week game
    match lap mission model serial bill resolution proposition amendment title verse psalm tier scope radio
    """
)
# Capitalised words before a number that is a quantity all the same, as at the head of a sentence.
PLAIN_CAPITALS = _set(
    """
    aged attendance casualties cases deaths depth distance height inflation magnitude population speed temperature
    toll turnout unemployment weight
    a about above after all almost also although an and another any approximately around as at because
    before below between both but by circa despite during each even every exactly except fewer for from had
    has have he her his however i if in including into is it its just last least less like meanwhile more
    most nearly next not now of on once only or other our out over overall per police roughly she since so
    some still than that the their them then there these they this those though through to today until up
    upwards us was we were what when where which while who with within without you your yesterday tomorrow
    said killed officials another plus minus whereas here
    """
)
