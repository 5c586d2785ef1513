"""Everything the coach says and shows in English."""

from earcoach.language.live_english import LIVE
from earcoach.language.model import Language
from earcoach.language.served_english import SERVED
from earcoach.language.speech import SpeechRate
from earcoach.language.texts import LIMBS

SESSION = {
    "you_need": "You need: {items}.",
    "section": "{section}.",
    "workout": "Workout",
    "halfway_session": "You are halfway through the session.",
    "finish": "Well done. {title} is complete.",
    "finish_short": "Finished.",
}
PAUSES = {
    "rest": "Rest.",
    "next_exercise": "Next: {name}, {dose}.",
    "exercise": "{name}, {dose}.",
    "next_name": "Next: {name}.",
    "name": "{name}.",
    "next_then": "Next: {name}, then {after}.",
    "and_then": "Then {name}.",
    "then": "{name}, then {after}.",
    "set_dose": "{dose}.",
    "estimate": "About {time}, which is only an estimate.",
    "superset": "Superset: {names}.",
    "tri_set": "Tri-set: {names}.",
    "giant_set": "Giant set: {names}.",
    "next_set": "Set {number} of {total} next.",
    "set": "Set {number} of {total}.",
    "set_short": "Set {number}.",
    "next_round": "Round {number} of {total} next.",
    "round": "Round {number} of {total}.",
    "round_short": "Round {number}.",
    "side_first": "{side} first.",
    "side": "{side}.",
    "left": "Left.",
    "right": "Right.",
    "switch": "Switch to your {side}.",
}
WORK = {
    "countdown_3": "Three",
    "countdown_2": "Two",
    "countdown_1": "One",
    "last_one": "Last one",
    "halfway": "Halfway",
    "ten_seconds": "10 seconds",
    "down": "Down",
    "hold": "Hold",
    "up": "Up",
    "relax": "Relax",
    "breathe_in": "In",
    "breathe_out": "Out",
    "about_halfway": "About halfway",
    "about_there": "You should be there",
}
DOSES = {
    "as_many": "as many reps as you can",
    "dose_each": "{dose} {each_side}",
    "dose_alternating": "{dose}, {alternating_sides}",
    "dose_half_each": "{dose}, {half} {each_side}",
    "dose_half_each_alternating": "{dose}, {half} {each_side}, alternating",
    "alternating": "alternating",
    "to_failure": "reps to failure",
    "or_more": "{number} or more",
    "reps_or_more": "{number} or more reps",
    "reps_listed": "{numbers} reps",
    "held": "{reps}, each held for {time}",
    "dose_load": "{dose}, {load}",
    "own_pace": "{dose}, at your own pace",
    "and": "{items} and {last}",
}
OPEN_SECTIONS = {
    "amrap": "{section}. As many rounds as possible in {time}: {moves}.",
    "for_time": "{section}. For time, {time} at most: {moves}.",
    "move_reps": "{reps} {name}",
    "move_time": "{time} of {name}",
    "move_setup": "{name}: {setup}",
}
ANSWERS = {
    "paused": "Paused.",
    "back": "Back.",
    "more_rest": "15 seconds more.",
    "not_now": "Not now.",
    "waiting": "When you are done, press D.",
    "waiting_headset": "When you are done, press D, or next on your headset.",
    "waiting_page": "When you are done, tap Done.",
    "waiting_over": "Time is up.",
    "pace": "Pace {percent} percent.",
    "where_work": "{place}.",
    "where_next": "Next: {place}.",
    "place_round": "round {number} of {total}",
    "place_set": "set {number} of {total}",
    "keys": "Space: pause. N: next. P: back. R: repeat the set. A: say again. W: where am I. "
    "T: more rest. Plus and minus: pace. D: done. Q: quit.",
}
COUNTED = {
    "rounds": ("{count} round", "{count} rounds"),
    "section_rounds": ("{section}. {count} round.", "{section}. {count} rounds."),
    "rounds_for_time": (
        "{section}. {count} round for time, {time} at most: {moves}.",
        "{section}. {count} rounds for time, {time} at most: {moves}.",
    ),
    "reps": ("{count} rep", "{count} reps"),
    "sets_of_reps": ("{count} set of {reps}", "{count} sets of {reps}"),
    "sets_of_time": ("{count} set of {time}", "{count} sets of {time}"),
    "holds": ("{count} hold of {time}", "{count} holds of {time}"),
    "sets_of": ("{count} set of {amount}", "{count} sets of {amount}"),
    "sets_listed": ("{count} set: {amounts}", "{count} sets: {amounts}"),
    "times": ("{count} time {amount}", "{count} times {amount}"),
    "breaths": ("{count} breath", "{count} breaths"),
    "calories": ("{count} calorie", "{count} calories"),
    "length_m": ("{amount} metre", "{amount} metres"),
    "length_km": ("{amount} kilometre", "{amount} kilometres"),
    "length_mile": ("{amount} mile", "{amount} miles"),
    "length_yd": ("{amount} yard", "{amount} yards"),
    "length_ft": ("{amount} foot", "{amount} feet"),
    "block_rounds": ("{count} round: {names}.", "{count} rounds: {names}."),
    "sets_to_failure": ("{count} set to failure", "{count} sets to failure"),
    "sets_of_max": (
        "{count} set, as many reps as you can",
        "{count} sets, as many reps as you can",
    ),
    "hours": ("{count} hour", "{count} hours"),
    "minutes": ("{count} minute", "{count} minutes"),
    "seconds": ("{count} second", "{count} seconds"),
    "minutes_left": ("{count} minute left", "{count} minutes left"),
    "about_minutes": ("About {count} minute.", "About {count} minutes."),
    "session_left": ("About {count} minute left.", "About {count} minutes left."),
}
CHOICES = {
    "praise": (
        "Nice work.",
        "Strong work.",
        "That's the way.",
        "Good job.",
        "Great effort.",
        "You're doing well.",
        "Solid work.",
        "Nicely done.",
        "Keep that up.",
        "Well worked.",
    ),
    "encouragement": (
        "Last set, make it count.",
        "One more, you can do it.",
        "Finish strong.",
        "Last set, stay with it.",
        "One more, nice and steady.",
        "Last set, all yours.",
    ),
    "breathing": ("Breathe.", "Breathe out slowly.", "Keep breathing.", "Let your breath flow."),
}

LABELS = {
    "left": "left",
    "right": "right",
    "intro": "Introduction",
    "prepare": "Get ready",
    "work": "Work",
    "hold": "Hold",
    "switch": "Switch sides",
    "rest": "Rest",
    "finish": "Finished",
    "next": "Next: {work}",
    "rest_next": "Rest, next: {work}",
    "switch_to": "Switch: {side}",
    "time_hold": "{time} hold",
    "rep": "Rep {number} of {total}",
    "album": "Workouts",
    "genre": "Workout",
    "cover": "Cover",
}
PAGE = {
    "time_left": "{time} left",
    "timer": "Time left in this phase",
    "and_then": "Then {name}.",
    "then": "Next:",
    "the_end": "the end",
    "player": "Player",
    "seek": "Place in the session",
    "back": "Back",
    "play": "Play",
    "pause": "Pause",
    "forward": "Next exercise",
    "repeat": "Repeat the set",
    "pace": "Pace",
    "slower": "Slower",
    "faster": "Faster",
    "exercises": "Exercises",
    "key_space": "space",
    "key_toggle": "play or pause",
    "key_next": "next",
    "key_back": "back",
    "key_repeat": "repeat",
    "another_pace": "This sound has one pace, with holds as long as they should be. "
    "For another, export the session again: --pace 1.1 is a tenth faster.",
    "no_script": "This page needs JavaScript to play.",
    "file_no_script": "This viewer runs no JavaScript, as when an iPhone shows a file. Play the "
    "sound here, and find an exercise by its time in the list. In a browser the page does more.",
    "cannot_play": "This browser cannot play the sound in this page.",
}


def _limb(name: str) -> dict[str, str]:
    several = "feet" if name == "foot" else f"{name}s"
    return {
        f"left_{name}": f"left {name}",
        f"right_{name}": f"right {name}",
        f"each_{name}": f"on each {name}",
        f"alternating_{name}": f"alternating {several}",
    }


SIDES = {key: text for limb in LIMBS for key, text in _limb(limb).items()}

RATE = SpeechRate(phrase_ms=130, letter_ms=60, digit_ms=250, pause_ms=220, sentence_ms=750)
"""Between what fits the default voice best and what fits eSpeak, for all that is said in the
bundled routines and in those of the tests: see `tests/benchmarks/lengths.py`."""

ENGLISH = Language(
    code="en",
    iso_639_2="eng",
    name="English",
    decimal=".",
    plural="n != 1",
    texts=SESSION | PAUSES | WORK | DOSES | OPEN_SECTIONS | ANSWERS | SIDES,
    counted=COUNTED,
    choices=CHOICES,
    labels=LABELS | PAGE | LIVE | SERVED,
    rate=RATE,
)
