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
    "he בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "ar يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ar - - - ابريل - يونيه يوليه اغسطس - اكتوبر - -",
    "ar جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -",
    "ar - شباط آذار نيسان أيار حزيران تموز - أيلول - - -",
]


def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for line in NAMES:
        for number, name in enumerate(line.split()[1:], start=1):
            table.setdefault(name, number)
    table.pop("-", None)
    return table


MONTHS = _table()
"""Month's name in lower case, without a full stop → its number. Example: `märz` → 3."""

# Arabic has months of two words, Hebrew writes them without the prefix too; East Asia counts its months.
IN_PART, IN_NUMBERS = frozenset({"ar", "he"}), frozenset({"ja", "ko", "zh"})
LANGUAGES = frozenset(line[:2] for line in NAMES) - IN_PART | IN_NUMBERS
"""The languages whose months are all here: a text of theirs that no pattern reads is no date."""
