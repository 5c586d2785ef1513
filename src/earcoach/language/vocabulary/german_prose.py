"""The words of workouts written in German."""

from earcoach.language.vocabulary.german_movements import BODY, MOVEMENT_ENDS, MOVEMENTS, SPORTS
from earcoach.language.vocabulary.prose import Prose
from earcoach.language.vocabulary.words import each_of, listed, phrases

GERMAN_PROSE = Prose(
    rounds=phrases("wiederholungen von:, runde, runden, durchgänge, durchgang, zirkel"),
    through=phrases(
        "wiederholungen der folgenden übungen, wiederholungen von folgendem, runden der folgenden "
        "übungen, "
        "mal durch, durch, komplett durch, mal insgesamt, durchläufe, mal komplett"
    ),
    looping=each_of("wiederhole wiederholen wiederholung wiederholungen schleife mal x der"),
    loop_ends=each_of("ende"),
    again=phrases(
        "wiederhole die folge, wiederhole den zirkel, wiederhole alles, wiederhole diese folge, "
        "den zirkel wiederholen, wiederhole, wiederholen, runden, den zirkel, alles, die liste, "
        "das ganze, das programm, die übungsfolge, anzahl runden"
    ),
    more=phrases("mehr"),
    templates=each_of("zeiten ablauf schema"),
    altogether=listed("insgesamt, gesamt, zusammen"),
    laps=phrases("durchgänge"),
    lead_ins=listed(
        "optional_, danach_, dann_, anschließend_, zum schluss_, zuletzt_, am ende_, zum ende_, "
        "zu beginn_, am anfang_, zuerst_, als erstes_, als letztes_"
    ),
    passing=each_of("wiederhole wiederholen zirkel liste ganze programm übungsfolge alles"),
    amrap=phrases("amrap, so viele runden wie möglich"),
    emom=phrases("emom, jede minute, zu jeder vollen minute"),
    every=phrases("alle"),
    untimed=phrases("nicht auf zeit, ohne zeit"),
    for_time=phrases("auf zeit, for time, so schnell wie möglich"),
    cap=phrases("zeitlimit, zeitbegrenzung, time cap, cap"),
    tabata=phrases("tabata"),
    work=phrases("belastung, arbeit, arbeitszeit"),
    on=phrases(
        "belastung, arbeit, an, sek belastung, sekunden belastung, sekunden arbeit, "
        "an jeder station, pro station, je station, pro übung, je übung"
    ),
    off=phrases(
        "pause, aus, erholung, sek pause, sekunden pause, zum wechseln, "
        "wechsel, zum wechsel, für den wechsel, stationswechsel"
    ),
    circuit=each_of("zirkel zirkeltraining runden runde supersatz intervall"),
    divisions=each_of(
        "übungen block zirkel teil aufwärmen hauptteil abwärmen finisher dehnen dehnübungen"
    ),
    social=each_of(
        "leute mädels jungs lieben liebe montag dienstag mittwoch donnerstag freitag samstag "
        "sonntag morgen danke grüße hallo hi tschüss fragen"
    ),
    closing=each_of(
        "lg vg mfg liebe viele beste herzliche sportliche grüße grüßen gruß mit freundlichen euer "
        "eure dein deine bis bald danke"
    ),
    unfinished=each_of("der die das den dem und oder mit zu von für ein eine einen einem"),
    signing=each_of("lg vg mfg gruß grüße danke euer eure dein deine"),
    taking_turns=phrases("im wechsel zwischen, abwechselnd zwischen, im wechsel von"),
    asides=each_of(
        "hinweis hinweise tipp tipps anmerkung anmerkungen notizen kommentare ernährung "
        "steigerung progression legende quellen lernziele ziele änderungen übersicht vorteile "
        "ziel zweck warum fehler merke technikhinweise"
    ),
    dosing=listed(
        "durchführung, ausführung, umfang, dosierung, dosis, vorgabe, sätze x wiederholungen, "
        "sätze/wiederholungen, belastung, ziel"
    ),
    adapting=each_of("alternative alternativen variante varianten tipp"),
    aside_ends=each_of("tipps hinweise fehler quellen anmerkungen"),
    remarks=each_of(
        "hinweis hinweise tipp tipps ausführung beschreibung muskelgruppen muskelgruppe muskeln "
        "muskulatur variante varianten alternative alternativen steigerung progression fehler "
        "häufige häufiger video videos ziel ziele wichtig atmung technik leichter schwerer "
        "einfacher anmerkung anmerkungen fokus achtung anleitung regression link links datum "
        "konzept thema zielgruppe schwierigkeitsgrad schwierigkeit niveau autor trainer ort "
        "lernziel lernziele abbildung abb bild veränderung"
    ),
    answers=listed("kommentar, kommentare, antworten"),
    sections=each_of(
        "aufwärmen aufwärmung erwärmung hauptteil abwärmen cooldown cool-down dehnen dehnung "
        "programm kraft kraftteil ausdauer rumpf bauch beine arme rücken brust schultern "
        "oberkörper unterkörper ganzkörper zirkel block teil tag woche einheit training übungen "
        "mobilisation abschluss ausklang finisher supersatz runde montag dienstag mittwoch "
        "donnerstag freitag samstag sonntag hauptprogramm stabilisation gleichgewicht "
        "entspannung paar"
    ),
    buy_ins=each_of("buy-in buyin cash-out cashout buy cash"),
    directions=frozenset(),
    warm_up=each_of("aufwärmen aufwärmung erwärmung mobilisation aktivierung"),
    cool_down=each_of("abwärmen dehnen dehnung ausklang abschluss entspannung cooldown"),
    finishing=each_of("finisher bonus endspurt"),
    days=each_of("tag woche einheit montag dienstag mittwoch donnerstag freitag"),
    resting_on=listed("bei, nach, für, zu"),
    set_up=each_of("steigung neigung widerstand stufe geschwindigkeit tempo watt gang"),
    chapters=each_of(
        "einleitung begrüßung hallo willkommen tschüss abspann pause trinkpause vorschau überblick "
        "erklärung ablauf verabschiedung"
    ),
    short_days=each_of("mo di mi do fr sa so"),
    static=each_of(
        "planke planken unterarmstütz unterarmstützt seitstütz stütz wandsitz halten dehnung "
        "dehnen plank hängen standwaage einbeinstand kindhaltung hochlegen hochlagern liegen "
        "liegenbleiben haltung kindposition kobra sphinx schmetterling drehsitz fersensitz kerze "
        "pflug vorbeuge baum brücke-halten stand hocke sitz taube hund krieger"
    ),
    static_ends=("haltung", "position", "hang", "stütz", "dehnung", "stand", "sitz", "halten"),
    static_names=listed(
        "herabschauender hund, happy baby, knie zur brust, knie an die brust, päckchen, "
        "kutschersitz, beine hoch, beine an der wand, halbmond, nadelöhr"
    ),
    stretching=each_of("dehnen dehnung dehnübungen yoga"),
    moving=each_of(
        "hampelmann hampelmänner laufen gehen joggen kreisen kreise heben kniebeugen "
        "kniebeuge liegestütze liegestütz ausfallschritte schwünge springen rudern radfahren "
        "beugen seilspringen armkreisen"
    ),
    ways=each_of("laufen lauf sprint sprints schwimmen rudern gehen joggen ausfallschritte lauf"),
    lasting=each_of("joggen rad radfahren rudern gehen laufband einlaufen auslaufen"),
    warnings=listed(
        "schmerz, arzt, ärzt, verletz, schwindel, abbrechen, nicht geeignet, operation, "
        "schwanger, taub, aufhören"
    ),
    chatter=listed(
        "abonnier, beiträge:, dabei seit, musik:, anzeige:, "
        "kommentar, newsletter, http, www., folge mir, klick, werbung, anmelden, "
        "viel spaß, viel erfolg, foto:, datenschutz, veröffentlicht, min. lesezeit, minuten "
        "lesezeit, lesedauer, sagt:, schreibt:, zum inhalt"
    ),
    equipment=listed(
        "du brauchst, sie brauchen, ihr braucht, benötigt, ausrüstung, geräte, material, "
        "equipment, hilfsmittel, das brauchst, das brauchen, was du brauchst, was sie brauchen"
    ),
    same=listed("dito, ebenso, wie oben, genauso, gleich"),
    same_as=listed("gleich, genauso, ebenso, dasselbe, wie bei, genau wie"),
    placing=each_of("auf in stehe stehen sitze setze setzen leg lege legen knie"),
    counting=each_of("beginne beginnen starte starten mache machen versuche versuchen"),
    staying=listed("bleibe, bleiben, bleib, verweile, dort halten, so lassen"),
    swapping=each_of("wechsel wechseln seite seitenwechsel andere"),
    articles=each_of("der die das den dem ein eine einen dein deine deinen ihr ihre ihren beide"),
    little=each_of(
        "der die das ein eine einen dem den des du dein deine deinen wir ihr sie er es ist "
        "sind war wird werden kann können soll sollen muss müssen hat haben nicht kein keine "
        "auch als wenn weil dass damit aber oder so wie was wer nach vor von zum zur im am "
        "beim dann achte darauf"
    ),
    glue=each_of(
        "mit und dann je à für von zu auf jeweils danach zuerst zum abschluss mal halten "
        "sammle sammelt"
    ),
    common=each_of(
        "und der die das mit je pro seite bein sätze satz wiederholungen wdh sekunden "
        "minuten pause halten runden aufwärmen kniebeugen liegestütze dehnen dann zu im den "
        "für sek übung übungen auf rücken arm abwechselnd ist"
    ),
    days_counted=each_of("tage wochen einheiten"),
    not_counted=each_of(
        "übung station "
        "grad ° zentimeter cm mm woche wochen tag tage tagen jahr jahre uhr prozent übungen "
        "kilo kg stationen personen monate watt schläge puls"
    ),
    units_in_names=(),
    labels=each_of(
        "kw woche tag stufe seite phase block runde teil station nummer nr nr. satz um ab sitz "
        "sitzhöhe gerät puls unter über widerstand lehne rückenlehne polster loch hebel "
        "einstellung neigung steigung zone watt paar supersatz"
    ),
    clock=each_of("um ab bis uhr vor nach seit gegen"),
    how_to=each_of(
        "halten halte wiederholen wiederhole dann danach langsam dabei achte achten die das "
        "wichtig hinweis hinweise tipp tipps achtung merke "
        "diese position pro jeweils insgesamt bleibe atme atmen jede jeder"
    ),
    openers=listed(
        "beginnen sie mit, starten sie mit, beenden sie mit, enden sie mit, zum aufwärmen, zum "
        "abschluss, danach dehnen, aufwärmen mit, zum schluss, beginne mit, starte mit, beende "
        "mit, aufwärmen, cool-down, abwärmen, warm-up"
    ),
    once_more=listed("noch einmal, nochmal"),
    in_rounds=listed(
        "dann wiederholen., dann von vorn, und von vorn, dann wieder von vorn, runde, in der "
        "mitte, durchgang, durchgängen, zirkel, durchgänge"
    ),
    in_exercises=listed("übung, station"),
    in_main=listed("hauptübung, grundübung"),
    in_others=listed(
        "allen anderen, allem anderen, den anderen, allem danach, allen weiteren, anderen., "
        "übrigen, restlichen, isolation"
    ),
    remaining=each_of("andere anderen anderes weiteren übrigen restlichen"),
    one_by_one=listed("satz für satz, übung für übung"),
    in_sets=listed("zwischen den sätzen, nach jedem satz, sätze, satz"),
    all_of_them=each_of("übung übungen station stationen"),
    steps=each_of("box kasten stufe bank plattform block hocker stuhl treppe"),
    for_all=listed(
        "alle_, jede übung, je übung, pro übung, jeweils, jede position, jede dehnung, je "
        "dehnung, pro dehnung, jede haltung, von jeder, von jedem, von allen"
    ),
    totals=listed("niveau:, level:, schwierigkeit:, ziel:, zeit:, gesamt, dauer, insgesamt"),
    telling=each_of(
        "du dein deine deinen ihr wir ich das dies diese dieser es ist sind war wird kann "
        "kannst solltest musst wenn weil dass wie warum was hast habt"
    ),
    recovery=each_of("gehen gehpause locker traben pause erholung trabpause dazwischen langsam"),
    doing_ends=(),
    between=each_of("dazwischen pause erholung trabpause gehpause"),
    treatments=each_of("kühlen eis hochlagern wärme"),
    clock_notes=each_of(
        "begrüßung erklärung umbau besprechung gesamt dauert dauerte fertig geschafft"
    ),
    swimming=each_of(
        "kraul kraulen brust rücken delfin lagen beinschlag freistil einschwimmen "
        "ausschwimmen armzug"
    ),
    cadence=listed("im 4er-takt, im vierertakt"),
    leading_on=listed("wie folgt, bestehend aus, aufgeteilt in"),
    sports=SPORTS,
    pool=each_of("becken schwimmen schwimmbad bahn bahnen schwimmtraining kraul freistil flossen"),
    variants=listed(
        "anfänger, fortgeschritten, einsteiger, neulinge, fortgeschrittene, könner, profis, "
        "geübte, untrainierte, bahn, wer neu, wer wenig zeit, leichter:, schwerer:, ältere, "
        "kinder"
    ),
    beside=listed(
        "kommentar, gedanken zu, antworten zu, das könnte dich, das könnte sie, auch "
        "interessieren, ähnliche beiträge, weitere beiträge, weitere artikel, mehr zum thema, "
        "über den autor, über die autorin, beitrag teilen, neueste beiträge"
    ),
    besides=listed(
        "optional, letzter, letzte, beim letzten, leichter, schwerer, steigerung, zu leicht, "
        "zu schwer, variante, alternativ"
    ),
    conditions=listed(
        "_in möglichst wenigen_, _in so vielen sätzen_, _nur wenn_, _wenn_, _falls_, _sofern_, "
        "_nur falls_"
    ),
    spending=each_of("gib gebt lass lasst nimm nehmt"),
    subjects=each_of("ich wir"),
    verbs=listed(
        "beginnen mit_, starten mit_, machen_, enden mit_, mache_, beginne mit_, starte mit_, ende "
        "mit_, mit_, noch_, zuerst_, etwa_"
    ),
    building=listed("steigern bis, steigere bis, steigere auf, steigern auf, finde dein"),
    heavy=each_of("ein eine einem einer schwere schweren schwerer schweres maximal zum"),
    measured=each_of("trainings puls herzfrequenz"),
    efforts=each_of("tempo intensität"),
    entering=each_of("beginne starte komm komme geh gehe wechsle sinke lege setze ende"),
    entering_into=listed("in, in den, in die, in das, mit, zum, zur"),
    asking=listed(
        "bitte noch, mache, machen sie, mach, bitte mache, bitte machen sie, ergänze, ergänzen "
        "sie, nimm dazu, nehmen sie dazu, kommt noch dazu, folgt, folgen, kommt, kommen"
    ),
    introducing=listed("ist die, ist der, ist das, ist, kommt die, kommt der, kommt das, folgt"),
    ranks=each_of("erste zweite dritte vierte nächste nächstes letzte übung wichtigste zuletzt"),
    before=each_of("ab für wenn als falls mit in bei nach vor bis weil aber um"),
    own=each_of("deine deinen dein ihre ihren ihr"),
    logging=each_of("arbeitssätze aufwärmsätze arbeits absolviert gemacht up"),
    past=each_of(
        "war waren hatte habe haben machte ging gestern damals früher vorhin fühlte geschafft "
        "konnte gegessen geschlafen"
    ),
    following=listed("gefolgt von, und dann, und mache, dann mache ich, danach"),
    whole=each_of("alles ganze ganzen serie folge reihe"),
    two_sides=(each_of("links rechts"), each_of("andere seite"), each_of("anderen seite")),
    ends_again=(("wiederholen",),),
    doing_more=listed("mehr, weitere, nochmal"),
    other_side=listed(
        "auf der anderen seite, zur anderen seite, dann das andere, dann die andere, dann den "
        "anderen, dann wechsle, dann wechseln, seite wechseln, seiten wechseln"
    ),
    one_way=listed(
        "in eine richtung, in die eine richtung, in der einen richtung, eine richtung, auf einer "
        "seite, zur einen seite, mit einem bein, mit einem arm, auf einem bein, vorwärts, im "
        "uhrzeigersinn"
    ),
    other_way=listed(
        "in die andere richtung, in die andere, in der anderen richtung, in der anderen, andere "
        "richtung, auf der anderen seite, auf der anderen, zur anderen seite, zur anderen, mit "
        "dem anderen bein, mit dem anderen arm, mit dem anderen, auf dem anderen bein, "
        "rückwärts, gegen den uhrzeigersinn"
    ),
    waiting=each_of("warten warte"),
    resting=listed("setze mich, setze ich mich, ruhe, verschnaufe, pause, atme durch"),
    side_words=each_of("links rechts linke rechte seite bein arm oben unten mitte"),
    one_set=each_of("letzter letzten letzte erster ersten im der den satz sätze"),
    defining=each_of("ist sind das"),
    easing=each_of("leichte leichtere lockere aufwärm"),
    extra=each_of("extra zusätzlich länger"),
    naming=each_of("übungen bewegungen dehnungen"),
    naming_like=listed("wie, zum beispiel, z. b., z.b."),
    doing=each_of(
        "trainiert trainieren kräftigt kräftigen zielt verbindet stärkt stärken sind ist "
        "helfen werden die der das für"
    ),
    parting=listed("und, dann, danach"),
    no_field=each_of("runden belastung durchgänge"),
    columns={
        "name": ("übung", "übungen", "bezeichnung", "name"),
        "sets": ("sätze", "satz", "serien", "durchgänge", "runden"),
        "reps": (
            "wiederholungen",
            "anzahl",
            "wie oft",
            "wiederholung",
            "wdh",
            "wdh.",
            "wh",
            "umfang",
            "dosierung",
            "dosis",
        ),
        "time": ("zeit", "dauer", "sekunden", "belastung", "sek", "sek."),
        "hold": ("haltezeit", "halten", "haltedauer"),
        "rest": ("pause", "satzpause", "erholung", "pausen"),
        "load": ("gewicht", "last", "intensität"),
        "tempo": ("tempo",),
        "per day": ("mal täglich", "pro tag", "mal pro tag", "häufigkeit"),
        "distance": ("distanz", "strecke"),
        "sides": ("seite", "seiten"),
        "note": (
            "hinweis",
            "hinweise",
            "bemerkung",
            "bemerkungen",
            "anmerkung",
            "notiz",
            "notizen",
            "ausführung",
            "gerät",
            "geräte",
            "muskeln",
            "beschreibung",
        ),
        "section": ("tag", "einheit", "block", "abschnitt"),
        "order": ("nr", "nr.", "datum"),
    },
    movements=MOVEMENTS,
    body=BODY,
    movement_ends=MOVEMENT_ENDS,
    pausing_at=each_of("nach zwischen vor ende"),
    pausing=each_of(
        "verschnaufen durchatmen ausruhen wechsel wechseln wechselzeit trinken trinkpause pause "
        "erholung nächsten umbauen"
    ),
    every_one=each_of("je jeweils jede jeder jedem jedes jeden allen alle"),
    working=each_of("belastung arbeit arbeiten dauert"),
    on_and_off=each_of("an"),
    clocks=each_of("timer uhr gong musik pfiff"),
)
