"""How a dose is written in German."""

from earcoach.language.vocabulary.words import Vocabulary, combined, described, phrases

_NUMBERS = {
    word: n
    for n, words in enumerate(
        (
            "ein eine einen einer",
            "zwei",
            "drei",
            "vier",
            "fünf",
            "sechs",
            "sieben",
            "acht",
            "neun",
            "zehn",
            "elf",
            "zwölf",
        ),
        start=1,
    )
    for word in words.split()
} | {"fünfzehn": 15, "zwanzig": 20, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60}
_LIMBS = {
    "seite": "side",
    "seiten": "side",
    "richtung": "side",
    "richtungen": "side",
    "bein": "leg",
    "beine": "leg",
    "arm": "arm",
    "arme": "arm",
    "fuss": "foot",
    "füsse": "foot",
    "hand": "hand",
    "hände": "hand",
    "knie": "knee",
    "hüfte": "hip",
    "schulter": "shoulder",
    "sprunggelenk": "ankle",
    "handgelenk": "wrist",
}

_KINDS = "langsame kontrollierte saubere kleine große ruhige schnelle lockere volle"

GERMAN = Vocabulary(
    seconds=phrases("sek, sekunde, sekunden"),
    minutes=phrases("min, minute, minuten"),
    hours=phrases("std, stunde, stunden"),
    metres=phrases("meter, metern"),
    kilometres=phrases("kilometer, kilometern"),
    miles=phrases("meile, meilen"),
    yards=phrases(""),
    feet=phrases(""),
    calories=phrases("kalorie, kalorien"),
    breaths=phrases("atemzug, atemzüge, atemzügen, tiefe atemzüge, ruhige atemzüge"),
    reps=described(
        _KINDS, "wdh, wdh., wh, wh., wiederholung, wiederholungen, wdhs, schritte, stück, stk, stk."
    )
    + phrases("davon"),
    times=phrases("mal"),
    repeat=phrases("wiederhole, wiederholen, wiederholt"),
    sets=phrases("satz, sätze, sätzen, durchgang, durchgänge, serien, serie"),
    holds=phrases("haltephasen"),
    hold=phrases(
        "oben halten, unten halten, oben gehalten, halten, halte, gehalten, statisch halten, "
        "statisch"
    ),
    of=phrases("à, á, a, von, zu, mit, je, mit je, zu je, à je, mit jeweils, jeweils, von je"),
    to=phrases("bis, oder"),
    about=phrases("bis zu, etwa, ca, ca., circa, rund, ungefähr"),
    count=phrases("zählzeiten"),
    count_of=phrases("zähle bis"),
    filler=phrases("für, je, jeweils, von, lang"),
    rates=phrases("u/min, watt, schläge pro minute, schläge/min"),
    work=phrases("belastung, arbeit"),
    rest=phrases(
        "pause, pausen, satzpause, serienpause, rundenpause, trabpause, gehpause, erholung, "
        "ausruhen, pausieren, trinkpause, gehpause, verschnaufpause, verschnaufen, trabpause, "
        "satzpause"
    ),
    stop=phrases("pause"),
    within=phrases("unten, oben, in der endposition, in jeder wiederholung, am tiefsten punkt"),
    pause=phrases("pause, pausen, trinkpause, erholung"),
    rest_sign=phrases("p"),
    rest_after=phrases(
        "danach, am ende, nach dem letzten satz, nach der übung, vor der nächsten übung"
    ),
    no=phrases("keine, ohne"),
    added=phrases("extra, zusätzlich, zusätzliche, mehr"),
    between=phrases(
        "zwischen den sätzen, zwischen den runden, nach jedem satz, dazwischen, zwischen sätzen, "
        "nach jeder runde, zwischen den durchgängen, nach "
        "jedem durchgang, nach jedem"
    ),
    beat=phrases(""),
    tempo=phrases(""),
    each=phrases("jede, jedes, jeder"),
    each_limb=phrases("je, pro, auf jeder, mit jedem, mit jeder, auf jede, jeweils pro"),
    each_whole=phrases(
        "seite wechseln, seitenwechsel, dann seite wechseln, dann seitenwechsel, bein wechseln, "
        "dann die andere seite, je seite, pro seite, jede seite, beidseitig, beidseits, auf "
        "beiden seiten, beide seiten, links und rechts, rechts und links, erst rechts dann "
        "links, erst rechts, dann links, links/rechts, rechts/links, l+r, in beide richtungen, "
        "beide richtungen, li/re, re/li, li/re je, re/li je, "
        "links und rechts je, rechts und links je, dann die andere, und die andere"
    )
    + combined(
        "wechsle, wechseln sie, wechselt, dann wechsle, danach wechseln sie, dann wechseln sie",
        "die, das, den",
        "seite, seiten, bein, beine, arm, arme, fuß, hand, richtung",
    )
    + combined(
        "die, dann die, danach die, anschließend die, das, dann das, danach das",
        "seite, seiten, bein, beine, arme, hand, richtung",
        "wechseln",
    )
    + combined(
        "mit der anderen, auf der anderen, zur anderen, in die andere, mit dem anderen, für die "
        "andere, auf die andere, danach die andere, anschließend die andere",
        "seite, bein, arm, fuß, hand, richtung",
    ),
    other=phrases("runde, übung, tag, woche"),
    both=phrases("beide, beidbeinig, beidarmig"),
    alternating=phrases("abwechselnd, wechselnd, im wechsel, alternierend, wechselseitig"),
    left=phrases("links, li, nach links, vorwärts, vor, nach vorn, nach vorne, nach innen"),
    right=phrases(
        "rechts, re, nach rechts, rückwärts, zurück, nach hinten, nach außen, nach aussen"
    ),
    most=phrases(
        "maximal, so viele wie möglich, so viele wiederholungen wie möglich, maximum, so oft "
        "wie möglich"
    ),
    failure=phrases("bis zum muskelversagen, bis zum versagen, bis zur erschöpfung"),
    in_total=phrases("insgesamt, gesamt, zusammen"),
    or_more=phrases("oder mehr, und mehr"),
    at_least=phrases("mindestens, mind, mind."),
    kilograms=phrases("kg, kilo, kilogramm"),
    pounds=phrases("pfund"),
    bodyweight=phrases("körpergewicht, eigengewicht, kg körpergewicht"),
    with_load=phrases("mit, bei"),
    implements=phrases(
        "kurzhantel, kurzhanteln, kh, langhantel, lh, kugelhantel, kugelhanteln, scheibe, "
        "gewichtsweste, medizinball"
    ),
    ease=phrases("locker, ruhig, gemütlich, zügig, moderat"),
    race=phrases("marathon, schwelle, wettkampf"),
    per_day=phrases(
        "mal täglich, mal am tag, mal pro tag, x täglich, x am tag, x pro tag, mal pro "
        "woche, x pro woche, mal die woche, am tag, pro tag"
    ),
    several_a_day=phrases(
        "täglich, jeden tag, morgens und abends, einmal täglich, zweimal pro woche, dreimal pro "
        "woche, zweimal die woche, dreimal die woche, zweimal täglich, dreimal täglich, zweimal am "
        "tag, dreimal am tag"
    ),
    conjunction=phrases("und, dann, mit"),
    article=phrases("eine, einen"),
    half=phrases("eine halbe, einen halben, halbe"),
    often={"einmal": 1, "zweimal": 2, "dreimal": 3, "viermal": 4, "fünfmal": 5, "zehnmal": 10},
    numbers=_NUMBERS,
    limbs=_LIMBS,
)
