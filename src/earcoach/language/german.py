"""Everything the coach says and shows in German."""

from earcoach.language.live_german import LIVE
from earcoach.language.model import Language
from earcoach.language.served_german import SERVED
from earcoach.language.speech import SpeechRate
from earcoach.language.texts import LIMBS

SESSION = {
    "you_need": "Du brauchst: {items}.",
    "section": "{section}.",
    "workout": "Training",
    "halfway_session": "Die Hälfte der Einheit ist geschafft.",
    "finish": "Gut gemacht. {title} ist geschafft.",
    "finish_short": "Fertig.",
}
PAUSES = {
    "rest": "Pause.",
    "next_exercise": "Als Nächstes: {name}, {dose}.",
    "exercise": "{name}, {dose}.",
    "next_name": "Als Nächstes: {name}.",
    "name": "{name}.",
    "next_then": "Als Nächstes: {name}, dann {after}.",
    "and_then": "Danach {name}.",
    "then": "{name}, dann {after}.",
    "set_dose": "{dose}.",
    "estimate": "Etwa {time}, das ist nur geschätzt.",
    "superset": "Supersatz: {names}.",
    "tri_set": "Dreiersatz: {names}.",
    "giant_set": "Riesensatz: {names}.",
    "next_set": "Gleich Satz {number} von {total}.",
    "set": "Satz {number} von {total}.",
    "set_short": "Satz {number}.",
    "next_round": "Gleich Runde {number} von {total}.",
    "round": "Runde {number} von {total}.",
    "round_short": "Runde {number}.",
    "side_first": "Zuerst {side}.",
    "side": "{side}.",
    "left": "Links.",
    "right": "Rechts.",
    "switch": "Seitenwechsel: jetzt {side}.",
}
WORK = {
    "countdown_3": "Drei",
    "countdown_2": "Zwei",
    "countdown_1": "Eins",
    "last_one": "Noch eine",
    "halfway": "Halbzeit",
    "ten_seconds": "10 Sekunden",
    "down": "Ab",
    "hold": "Halten",
    "up": "Auf",
    "relax": "Lösen",
    "breathe_in": "Ein",
    "breathe_out": "Aus",
    "about_halfway": "Etwa die Hälfte",
    "about_there": "Jetzt müsstest du da sein",
}
DOSES = {
    "as_many": "so viele Wiederholungen wie möglich",
    "dose_each": "{dose} {each_side}",
    "dose_alternating": "{dose}, {alternating_sides}",
    "dose_half_each": "{dose}, {half} {each_side}",
    "dose_half_each_alternating": "{dose}, {half} {each_side} im Wechsel",
    "alternating": "wechsel",
    "to_failure": "Wiederholungen bis zum Versagen",
    "or_more": "{number} oder mehr",
    "reps_or_more": "{number} oder mehr Wiederholungen",
    "reps_listed": "{numbers} Wiederholungen",
    "held": "{reps}, jede {time} halten",
    "dose_load": "{dose}, {load}",
    "own_pace": "{dose}, im eigenen Tempo",
    "and": "{items} und {last}",
}
OPEN_SECTIONS = {
    "amrap": "{section}. So viele Runden wie möglich in {time}: {moves}.",
    "for_time": "{section}. Auf Zeit, höchstens {time}: {moves}.",
    "move_reps": "{reps} mal {name}",
    "move_time": "{time} {name}",
    "move_setup": "{name}: {setup}",
}
ANSWERS = {
    "paused": "Angehalten.",
    "back": "Da bin ich wieder.",
    "more_rest": "15 Sekunden mehr.",
    "not_now": "Jetzt nicht.",
    "waiting": "Wenn du fertig bist, drück D.",
    "waiting_headset": "Wenn du fertig bist, drück D, oder Weiter am Kopfhörer.",
    "waiting_page": "Wenn du fertig bist, tippe auf Fertig.",
    "waiting_over": "Die Zeit ist um.",
    "pace": "Tempo {percent} Prozent.",
    "where_work": "{place}.",
    "where_next": "Als Nächstes: {place}.",
    "place_round": "Runde {number} von {total}",
    "place_set": "Satz {number} von {total}",
    "keys": "Leertaste: anhalten. N: weiter. P: zurück. R: Satz wiederholen. A: noch einmal sagen. "
    "W: wo bin ich. T: mehr Pause. Plus und Minus: Tempo. D: fertig. Q: beenden.",
}
COUNTED = {
    "rounds": ("{count} Runde", "{count} Runden"),
    "section_rounds": ("{section}. {count} Runde.", "{section}. {count} Runden."),
    "rounds_for_time": (
        "{section}. {count} Runde auf Zeit, höchstens {time}: {moves}.",
        "{section}. {count} Runden auf Zeit, höchstens {time}: {moves}.",
    ),
    "reps": ("{count} Wiederholung", "{count} Wiederholungen"),
    "sets_of_reps": ("{count} Satz mit {reps}", "{count} Sätze mit je {reps}"),
    "sets_of_time": ("{count} Satz mit {time}", "{count} Sätze mit je {time}"),
    "holds": ("{count} mal {time} halten", "{count} mal {time} halten"),
    "sets_of": ("{count} Satz mit {amount}", "{count} Sätze mit je {amount}"),
    "sets_listed": ("{count} Satz: {amounts}", "{count} Sätze: {amounts}"),
    "times": ("{count} mal {amount}", "{count} mal {amount}"),
    "breaths": ("{count} Atemzug", "{count} Atemzüge"),
    "calories": ("{count} Kalorie", "{count} Kalorien"),
    "length_m": ("{amount} Meter", "{amount} Meter"),
    "length_km": ("{amount} Kilometer", "{amount} Kilometer"),
    "length_mile": ("{amount} Meile", "{amount} Meilen"),
    "length_yd": ("{amount} Yard", "{amount} Yards"),
    "length_ft": ("{amount} Fuß", "{amount} Fuß"),
    "block_rounds": ("{count} Runde: {names}.", "{count} Runden: {names}."),
    "sets_to_failure": ("{count} Satz bis zum Versagen", "{count} Sätze bis zum Versagen"),
    "sets_of_max": (
        "{count} Satz, so viele Wiederholungen wie möglich",
        "{count} Sätze, so viele Wiederholungen wie möglich",
    ),
    "hours": ("{count} Stunde", "{count} Stunden"),
    "minutes": ("{count} Minute", "{count} Minuten"),
    "seconds": ("{count} Sekunde", "{count} Sekunden"),
    "minutes_left": ("Noch {count} Minute", "Noch {count} Minuten"),
    "about_minutes": ("Etwa {count} Minute.", "Etwa {count} Minuten."),
    "session_left": ("Noch etwa {count} Minute.", "Noch etwa {count} Minuten."),
}
CHOICES = {
    "praise": (
        "Stark.",
        "Gute Arbeit.",
        "Sehr schön.",
        "Das war gut.",
        "Gut durchgehalten.",
        "Prima.",
        "Das läuft.",
        "Weiter so.",
        "Klasse.",
        "Toller Einsatz.",
    ),
    "encouragement": (
        "Letzter Satz, gib alles.",
        "Einer noch, du schaffst das.",
        "Noch einmal.",
        "Letzter Satz, bleib dran.",
        "Einer noch, ganz ruhig.",
        "Letzter Satz, zieh ihn durch.",
    ),
    "breathing": ("Atmen.", "Langsam ausatmen.", "Ruhig weiteratmen.", "Lass den Atem fließen."),
}
LABELS = {
    "left": "links",
    "right": "rechts",
    "intro": "Einleitung",
    "prepare": "Mach dich bereit",
    "work": "Arbeit",
    "hold": "Halten",
    "switch": "Seite wechseln",
    "rest": "Pause",
    "finish": "Geschafft",
    "next": "Als Nächstes: {work}",
    "rest_next": "Pause, dann: {work}",
    "switch_to": "Seitenwechsel: {side}",
    "time_hold": "{time} halten",
    "rep": "Wiederholung {number} von {total}",
    "album": "Trainingseinheiten",
    "genre": "Training",
    "cover": "Titelbild",
}
PAGE = {
    "time_left": "noch {time}",
    "timer": "Restzeit dieses Abschnitts",
    "and_then": "Danach {name}.",
    "then": "Als Nächstes:",
    "the_end": "das Ende",
    "player": "Wiedergabe",
    "seek": "Stelle in der Einheit",
    "back": "Zurück",
    "play": "Abspielen",
    "pause": "Anhalten",
    "forward": "Nächste Übung",
    "repeat": "Satz wiederholen",
    "pace": "Tempo",
    "slower": "Langsamer",
    "faster": "Schneller",
    "exercises": "Übungen",
    "key_space": "Leertaste",
    "key_toggle": "abspielen oder anhalten",
    "key_next": "weiter",
    "key_back": "zurück",
    "key_repeat": "wiederholen",
    "another_pace": "Diese Aufnahme hat ein Tempo, mit Haltezeiten, die so lang sind, wie sie sein "
    "sollen. Für ein anderes die Einheit noch einmal exportieren: --pace 1.1 ist ein Zehntel "
    "schneller.",
    "no_script": "Diese Seite braucht JavaScript, um etwas abzuspielen.",
    "file_no_script": "Diese Anzeige führt kein JavaScript aus, wie ein iPhone, das eine Datei "
    "zeigt. Die Einheit lässt sich hier abspielen; in der Liste steht, wann jede Übung beginnt. In "
    "einem Browser kann die Seite mehr.",
    "cannot_play": "Dieser Browser kann den Ton dieser Seite nicht abspielen.",
}
_NOUNS = {
    "side": ("die", "Seite"),
    "leg": ("das", "Bein"),
    "arm": ("der", "Arm"),
    "foot": ("der", "Fuß"),
    "hand": ("die", "Hand"),
    "knee": ("das", "Knie"),
    "hip": ("die", "Hüfte"),
    "shoulder": ("die", "Schulter"),
    "ankle": ("das", "Sprunggelenk"),
    "wrist": ("das", "Handgelenk"),
}


def _limb(name: str) -> dict[str, str]:
    article, noun = _NOUNS[name]
    return {
        f"left_{name}": f"{article} linke {noun}",
        f"right_{name}": f"{article} rechte {noun}",
        f"each_{name}": f"pro {noun}",
        f"alternating_{name}": "abwechselnd links und rechts",
    }


SIDES = {key: text for limb in LIMBS for key, text in _limb(limb).items()}

RATE = SpeechRate(phrase_ms=90, letter_ms=54, digit_ms=265, pause_ms=155, sentence_ms=240)
"""What fits eSpeak best, for all that is said in the German routines of the tests: see
`tests/benchmarks/lengths.py`."""

GERMAN = Language(
    code="de",
    iso_639_2="deu",
    name="German",
    decimal=",",
    plural="n != 1",
    texts=SESSION | PAUSES | WORK | DOSES | OPEN_SECTIONS | ANSWERS | SIDES,
    counted=COUNTED,
    choices=CHOICES,
    labels=LABELS | PAGE | LIVE | SERVED,
    rate=RATE,
)
