"""Month names: words as pages write them, in the languages of the press, and the month's number they mean."""

from __future__ import annotations

# Full names and the short forms in print, a line a language (CLDR's names; the genitive where dates use it).
# A short form that means another month elsewhere is left to `dateparser`, which is told the language.
NAMES = [
    "en january february march april may june july august september october november december",
    "en jan feb mar apr may jun jul aug sep oct nov dec",
    "en - - - - - - - - sept - - -",
    "de januar februar märz april mai juni juli august september oktober november dezember",
    "de jänner feber maerz - - - - - - okt - dez",
    "de jän - mär - - - - - - - - -",
    "fr janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr janv févr - avr - - juil - - - - déc",
    "fr - fevrier - - - - - aout - - - decembre",
    "es enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "es ene - - abr - - - ago setiembre - - dic",
    "it gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "it gen febbr - - mag giu lug - set ott - -",
    "pt janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "pt - fev marco - - - - - - out - -",
    "nl januari februari maart april mei juni juli augustus september oktober november december",
    "nl - - mrt - - - - - - - - -",
    "sv januari februari mars april maj juni juli augusti september oktober november december",
    "no januar februar mars april mai juni juli august september oktober november desember",
    "no - - - - - - - - - - - des",
    "da januar februar marts april maj juni juli august september oktober november december",
    "fi tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta - - - -",
    "fi - - - - - - - - syyskuuta lokakuuta marraskuuta joulukuuta",
    "pl stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "cs ledna února března dubna května června července srpna září října listopadu prosince",
    "ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "hu január február március április május június július augusztus szeptember október november december",
    "tr ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "id januari februari maret april mei juni juli agustus september oktober november desember",
    "ca gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "sq janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "sk januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "sl januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
    "et jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "bg януари февруари март април май юни юли август септември октомври ноември декември",
    "ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru янв фев мар апр май июн июл авг сен окт ноя дек",
    "uk січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "el ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου - - - -",
    "el - - - - - - - - σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
    "lt sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
    "lv janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
    "lv janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
    "hr siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
    "hr siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan - studeni prosinac",
    "hr - - - - - - - - - - studenog -",
    "bs januar februar mart april maj juni juli august septembar oktobar novembar decembar",
    "bs - - - - - - - avgust - - - -",
    "sr јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "sr јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "sr januara februara - aprila maja - - avgusta septembra oktobra novembra decembra",
    "mk јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "fil enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre",
    "ms januari februari - april mei jun julai ogos september oktober november disember",
    "he בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "ar يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar - - - ابريل - يونيه يوليه اغسطس - اكتوبر - -",
    "ar جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -",
    "ar - شباط آذار نيسان أيار حزيران تموز - أيلول - - -",
]
# Names that only pages of their language use so: some are another month's, or no month's, elsewhere ('listopada' is
# October in Zagreb and November in Warsaw, 'mac' and 'marta' are names); and where no capitals tell words from names,
# who does not know the language takes what stands beside a date for its author.
OWN_NAMES = [
    "hr sij velj ožu tra svi lip srp kol ruj lis stu pro",
    "hr - - - - - - - - - listopada - -",
    "hr - - - - - - - - - listopad - -",
    "bs - - - - - - - - - listopada - -",
    "bs - - marta - - juna jula - - - - -",
    "sr - - marta - - juna jula - - listopada - -",
    "ms - - mac - - - - - - - - -",
    "sw januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "sw - - mac - - - - - - - - -",
    "fa ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "hi जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "hi - फ़रवरी - - - - - - सितम्बर अक्तूबर नवम्बर दिसम्बर",
    "bn জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "bn জানুয়ারী ফেব্রুয়ারী - - - - - আগষ্ট - - - -",
]
# The solar months of Iran, and of Afghanistan: the twelve that `calendars.solar_hijri_day` counts.
SOLAR_NAMES = [
    "fa فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "fa - - - - امرداد - - - - - - -",
    "prs حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
]
# Thailand's, whose years are 543 ahead; in short without their full stops, 'มีค' for 'มี.ค.'.
THAI_NAMES = [
    "th มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "th มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค",
]


def _table(lines: list[str]) -> dict[str, int]:
    table: dict[str, int] = {}
    for line in lines:
        for number, name in enumerate(line.split()[1:], start=1):
            table.setdefault(name, number)
    table.pop("-", None)
    return table


def _language(line: str) -> str:
    return line.split(maxsplit=1)[0]


MONTHS = _table(NAMES)
"""Month's name in lower case, without a full stop → its number. Example: `märz` → 3."""
OWN_MONTHS = {
    language: _table([line for line in OWN_NAMES if _language(line) == language])
    for language in map(_language, OWN_NAMES)
}
"""Language → the names that only its pages may use so. Example: `hr` → `listopada` → 10."""
SOLAR_MONTHS = _table(SOLAR_NAMES)
"""Month's name of the solar Hijri calendar → its number. Example: `اسفند` → 12."""

THAI_MONTHS = _table(THAI_NAMES)

# Arabic has months of two words, Hebrew writes them without the prefix too; East Asia counts its months.
IN_PART, IN_NUMBERS = frozenset({"ar", "he"}), frozenset({"ja", "ko", "zh"})
LANGUAGES = frozenset(map(_language, [*NAMES, *THAI_NAMES])) - IN_PART | IN_NUMBERS | {"tl"}
"""The languages whose months are all here: a text of theirs that no pattern reads is no date."""
