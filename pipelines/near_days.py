"""Names of days and months: what a word of a text must be to name a day. Data."""

from __future__ import annotations

from crawler.months import MONTHS

# Full names, a line a language, and the cases in which dates use them (CLDR's names).
WEEKDAYS = """
en monday tuesday wednesday thursday friday saturday sunday
de montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
fr lundi mardi mercredi jeudi vendredi samedi dimanche
es lunes martes miércoles jueves viernes sábado domingo
it lunedì martedì mercoledì giovedì venerdì sabato domenica
pt segunda terça quarta quinta sexta sábado domingo
nl maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
sv måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen
no mandag tirsdag onsdag torsdag fredag lørdag søndag
fi maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina
fi perjantaina lauantaina sunnuntaina
pl poniedziałek wtorek środa czwartek piątek sobota niedziela środę sobotę niedzielę
cs pondělí úterý středa čtvrtek pátek sobota neděle středu sobotu neděli
ro luni marți miercuri joi vineri sâmbătă duminică
hu hétfő kedd szerda csütörtök péntek szombat vasárnap hétfőn kedden szerdán csütörtökön pénteken szombaton
tr pazartesi salı çarşamba perşembe cuma cumartesi pazar
id senin selasa rabu kamis jumat sabtu minggu
ca dilluns dimarts dimecres dijous divendres dissabte diumenge
ru понедельник вторник среда четверг пятница суббота воскресенье среду пятницу субботу
uk понеділок вівторок середа четвер п’ятниця субота неділя середу пятницю суботу неділю
el δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
ar الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
he שני שלישי רביעי חמישי שישי שבת ראשון
"""

DAY_NAMES = frozenset(
    word for line in WEEKDAYS.strip().splitlines() for word in line.split()[1:]
) | frozenset(MONTHS)


def names_number_or_day(word: str) -> bool:
    """Tell whether a folded word is a number, of any script, or names a weekday or month.

    >>> [names_number_or_day(word) for word in ("23", "5a", "montag", "rain")]
    [True, True, True, False]
    """
    return word in DAY_NAMES or any(character.isdigit() for character in word)
