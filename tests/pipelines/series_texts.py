"""Series as newsrooms and their machines print them: one form, filled in again and again, and copies of one story."""

from __future__ import annotations

from typing import NamedTuple

FORMS = {
    "weather": (
        "Weather for {place} on {day}",
        """{place} wakes up under a thin layer of cloud this {day}, and most of it will be gone before noon. By then the
thermometer shows {high} degrees in the old town and a little less along the water, where a light wind from the west
keeps the air moving for the rest of the afternoon.

Those who want to go out should do so early, since showers may come in from the hills after the schools have closed.
They will not last, and nothing in the charts of the weather service speaks for thunder. Farmers in the valley can go
on with the hay, although the ground in the lower fields is still soft from last week and heavy machines had better
stay on the paths.

During the night the sky clears from the north and the temperature falls to {low} degrees. In sheltered places there
may be patches of fog, above all near the river and on the road to the airport, so drivers should leave a few minutes
more. The outlook for the days after remains friendly, with long dry spells and no sign of frost before the end of the
month.""",
        [
            {"place": "Tarnmouth", "day": "Monday", "high": "23", "low": "11"},
            {"place": "Tarnmouth", "day": "Tuesday", "high": "19", "low": "9"},
            {"place": "Ebbham", "day": "Monday", "high": "21", "low": "8"},
        ],
    ),
    "market": (
        "Börse: Leitindex schließt bei {points} Punkten",
        """Der Handel an der Börse ist am Abend ruhig zu Ende gegangen. Der Leitindex schloss bei {points} Punkten und
damit {change} Prozent über dem Stand des Vortags, nachdem er am Morgen noch etwas leichter in die Sitzung gestartet
war und sich bis zum Mittag kaum von der Stelle bewegt hatte.

Händler sprachen von einem Tag ohne große Überraschungen. Viele Anleger warten nach ihren Worten auf die Zahlen der
großen Banken, die erst in der kommenden Woche vorgelegt werden, und halten sich so lange mit Käufen zurück. Auch von
der Notenbank kamen keine neuen Hinweise darauf, wie es mit den Zinsen weitergeht, und die Umsätze blieben hinter dem
Durchschnitt der vergangenen Monate zurück.

Am Devisenmarkt gab es wenig Bewegung. Der Ölpreis trat auf der Stelle, weil sich Sorgen um die Nachfrage und Meldungen
über geringere Lagerbestände die Waage hielten, und auch das Gold wurde am späten Nachmittag kaum anders bewertet als am
Tag davor. Zu den gefragten Werten gehörten einmal mehr die Versorger, während die Aktien der Autobauer am Ende der
Liste standen.""",
        [{"points": "15 234", "change": "0,4"}, {"points": "15 307", "change": "0,5"}],
    ),
    "lottery": (
        "Loto : les résultats du tirage",
        """Voici les numéros gagnants du tirage de ce soir : {numbers}. Le numéro complémentaire est le {extra}. Comme à
chaque tirage, les boules ont été sorties sous le contrôle d'un huissier de justice, dans les locaux de la loterie, et
la séance a été retransmise en direct.

Les gagnants disposent de deux mois pour faire valoir leur ticket auprès du point de vente le plus proche de leur
domicile. Les gains les plus modestes sont payés tout de suite et en espèces, les autres par virement, après un contrôle
du bulletin au siège de la loterie. Il est conseillé de signer le ticket au dos et de le garder dans un endroit sûr,
car un ticket perdu ne peut pas être remplacé.

Si personne n'a trouvé la bonne combinaison, la cagnotte est remise en jeu lors du prochain tirage et le montant promis
au premier rang augmente d'autant. Les règles complètes du jeu, les chances de gain à chaque rang et les adresses des
points de vente sont affichées dans tous les bureaux de tabac. Jouer comporte des risques ; une aide gratuite est
proposée par téléphone tous les jours.""",
        [{"numbers": "4, 17, 23, 31, 45", "extra": "8"}, {"numbers": "2, 9, 18, 33, 48", "extra": "5"}],
    ),
    "earthquake": (
        "Magnitude {size} earthquake shakes {place}",
        """An earthquake with a magnitude of {size} was recorded near {place} today, according to the seismological
service. It happened at a depth at which such movements are often felt at the surface, and people in several towns
called the emergency numbers to ask what was going on.

There were no reports of injuries or damage in the first hours after the quake. The service asks everybody who felt the
ground move to fill in the questionnaire on its pages, because such reports help to find out how far away a quake of
this size can be noticed and in which kinds of buildings it is felt the most.

Quakes of this strength are nothing unusual in the region. They are caused by tensions deep in the rock, which build up
over years and are set free within seconds. Further shocks are possible during the next days, but as a rule they are
weaker than the first one. Residents are advised to keep shelves and heavy pictures fixed to the wall, and to stay away
from windows if the ground begins to shake again. This report was made from the data of the service without the help of
an editor.""",
        [
            {"size": "3.4", "place": "Ebbham"},
            {"size": "3.4", "place": "Corrivale"},
            {"size": "3.9", "place": "Ebbham"},
        ],
    ),
    "traffic": (
        "Roadworks and closures today",
        """Drivers need patience again today. The longest hold-up is on the {road}, where one lane is closed between the
harbour and the old customs house while workers put down a new surface. The road office counts on {minutes} minutes
more in the morning and about the same in the evening, when most people leave their offices.

Buses that use this stretch are sent round by the market and do not serve two of their stops. Passengers are asked to
walk to the next one; signs show the way. Cyclists can pass at any time, although the path is narrow and those who are
in no hurry had better get off and push until they have left the fences behind them.

The work goes on until the surface has dried, which depends on the weather, and the office will tell in time when the
second lane has its turn. Until then there will be checks of the speed in the side streets, because some drivers have
taken to racing through them. For deliveries to the shops between the two crossings a bay has been set up in front of
the library, where vans may stop for a quarter of an hour.""",
        [{"road": "B17", "minutes": "25"}, {"road": "B9", "minutes": "40"}],
    ),
    "weather, Japanese": (
        "{place}の天気",
        """{place}では{day}日の朝から薄い雲が広がりますが、昼前にはほとんど消えて日が差す見込みです。日中の最高気温は旧市街で{high}度まで
上がり、川沿いではそれより少し低くなります。午後は西からの弱い風が続き、洗濯物はよく乾くでしょう。

外出は早めがおすすめです。学校が終わる時間を過ぎると、山のほうからにわか雨が来ることがあります。長くは続かず、雷の心配もありません。
谷の農家は干し草の作業を続けることができますが、低い畑では先週の雨で土がまだ柔らかく、重い機械は道の上に置いておくほうがよさそうです。

夜は北から雲が切れ、気温はゆっくりと下がります。川の近くや空港へ向かう道では霧が出るところがあり、車を運転する人は時間に余裕を持って
出かけてください。その先も穏やかな日が続き、月末まで霜の降りる様子はありません。""",
        [{"place": "汐見", "day": "5", "high": "23"}, {"place": "汐見", "day": "6", "high": "19"}],
    ),
}


class Part(NamedTuple):
    """One part of a series, as it was printed."""

    title: str
    body: str


def parts(form: str) -> list[Part]:
    """All parts of a series, in order."""
    title, body, fillings = FORMS[form]
    return [Part(title.format(**filling), body.format(**filling)) for filling in fillings]


STORY = """The old lighthouse at the end of the northern pier will be lit again this autumn, fifteen years after its lamp
went out. The port has found the money for the repairs in a fund that was meant for a second crane, which nobody has
asked for since the coal stopped coming.

Engineers from the technical college took the lens apart last winter and cleaned its three hundred pieces by hand. Two
of them had cracked in a storm and were cast anew in a workshop that otherwise makes lamps for theatres. The rest of the
mechanism was found to be in better order than anyone had hoped, because the last keeper had packed the wheels in grease
before he locked the door.

Ships no longer need the light, and the pilots say so openly. What they miss is something to look at when they come in
before dawn and the town is dark. The fishermen's choir wants to sing at the opening, and the school has begun to collect
what people remember of the nights when the beam went over their ceilings.

Visitors will be able to climb the stairs on Sundays, a dozen at a time, since the gallery at the top is narrow and its
railing is as old as the tower. The harbour master, Ada Holm, has already been up there with a broom and says that the
gulls will be the only ones who object."""


def edited(text: str) -> str:
    """The story as another desk prints it: a few words changed, the last sentence cut short."""
    changes = {
        "will be lit again this autumn": "is to shine again this autumn",
        "and the pilots say so openly": "and pilots say so",
        "has already been up there with a broom and says": "says",
    }
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text
