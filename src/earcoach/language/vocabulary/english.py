"""How a dose is written in English."""

from earcoach.language.texts import LIMBS
from earcoach.language.vocabulary.words import Vocabulary, combined, described, phrases

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_LIMBS = {word: limb for limb in LIMBS for word in (limb, f"{limb}s")} | {
    "feet": "foot",
    "way": "side",
    "ways": "side",
    "direction": "side",
    "directions": "side",
    "thigh": "leg",
    "thighs": "leg",
    "calf": "leg",
    "elbow": "arm",
    "elbows": "arm",
    "heel": "foot",
    "heels": "foot",
    "l/r": "side",
}

_KINDS = (
    "slow controlled tiny small big full good clean quick fast easy strict smooth steady perfect"
)

ENGLISH = Vocabulary(
    seconds=phrases("s, sec, secs, second, seconds, sek"),
    minutes=phrases("min, mins, minute, minutes"),
    hours=phrases("h, hr, hrs, hour, hours"),
    metres=phrases("metre, metres, meter, meters, mtr, mtrs"),
    kilometres=phrases("km, kms, k, kilometre, kilometres, kilometer, kilometers"),
    miles=phrases("mi, mile, miles"),
    yards=phrases("yd, yds, yard, yards"),
    feet=phrases("ft, feet"),
    calories=phrases("cal, cals, calorie, calories, kcal"),
    rates=phrases(
        "mph, kph, km/h, kmh, spm, rpm, bpm, watts, watt, s/m, strokes per minute, strokes/min"
    ),
    breaths=phrases(
        "breath, breaths, deep breaths, slow breaths, full breaths, long breaths, calm "
        "breaths, deep breath, slow deep breaths, breath cycles, breath count, breath hold, "
        "gentle breaths, easy breaths, relaxed breaths, steady breaths, even breaths, big "
        "breaths, belly breaths, smooth breaths, controlled breaths"
    ),
    reps=described(_KINDS, "rep, reps, repetition, repetitions, steps, ones, lifts, pulls")
    + phrases("of them, of these, of those"),
    times=phrases("times, time"),
    repeat=phrases("repeat, repeats, repeated, repeat for"),
    sets=phrases(
        "set, sets, lots, lot, lots of, goes, working sets, work sets, hard sets, straight "
        "sets, heavy sets, total sets, full sets, big sets"
    ),
    holds=phrases("holds, hold of, holds of"),
    hold=phrases(
        "held, squeeze, squeeze for, hold, holds, holding, isometric hold, static hold, iso hold, "
        "isometric"
    ),
    of=phrases("of, at, x, for"),
    to=phrases(
        "to, or, through, and build up to, building up to, build up to, and work up to, working up "
        "to, going up to, rising to, building to"
    ),
    about=phrases(
        "up to, exactly, a full, about, approx, approx., approximately, around, roughly, ~, ca, ca."
    ),
    count=phrases("count, counts"),
    count_of=phrases("count of, a count of, for a count of, counts of, a slow count of"),
    filler=phrases("is, should be, for, each for, of, it for, for about, the position for"),
    work=phrases("on, work"),
    rest=phrases(
        "catch your breath, breather, breathers, rest, rests, resting, break, breaks, "
        "recovery, recover, off, rest period, rest time, rest interval, to recover, to reset, to "
        "rest, to get your breath back, rest timer, ri"
    ),
    stop=phrases("pause, pauses"),
    within=phrases(
        "at the bottom, at the top, at the bottom of each rep, at the top of each rep, on each "
        "rep, each rep, in each rep, every rep, per rep, at the chest, in the middle, halfway, "
        "at the end of each rep, at the end, at end range, in the bottom, in the hole"
    ),
    pause=phrases("break, breaks, breather, breathers, rest, rests, recovery, pause"),
    rest_sign=phrases("r, ri"),
    rest_after=phrases(
        "after, afterwards, after that, after the last set, after the last, at the end, before the "
        "next exercise, before the next one, before moving on, after the exercise"
    ),
    no=phrases("no, without, zero, w/o"),
    added=phrases("extra, additional, more"),
    between=phrases(
        "between sets, between each set, between reps, between each, between rounds, between, "
        "in between, in between sets, after each set, after every set, b/w sets, btw sets, "
        "btw, b/w, btwn,  between every set, between each round, after each, after every, "
        "after each round, after every round, after each pair, after every pair, after each "
        "superset, between pairs, between supersets, between each one, after each one, after "
        "every one, at the end of each round, at the end of every round, at the end of each, "
        "at the end of every lap, at the end of each lap, at the end of the round"
    ),
    beat=phrases("beat"),
    tempo=phrases("tempo"),
    each=phrases("each, per, every, on each, for each, on every, for every, with each, ea, ea."),
    each_limb=phrases("/, a, e/, in each, on your, an"),
    each_whole=phrases(
        "r+l, r & l, l & r, r and l, l and r, right + left, left + right, in each direction, "
        "in both directions, each way, both ways, xside, xleg, xarm, x side, both legs, both "
        "arms, e, e/s, es, e/l, e/a, p/s, p/side, p/l, p/leg, p/arm, /s, l/r, r/l, l+r, each l/r, "
        "each r/l, left and right, right and left, left & right, right & left, left/right, "
        "right/left, then swap, then switch, swap sides, switch sides, switch legs, swap legs, "
        "change sides, change feet, "
        "swap feet, change legs, change arms, swap arms, swap hands, change hands, then "
        "change sides, then change feet, then change legs, then change arms, then swap sides, "
        "then swap legs, then switch sides, repeat on the other side, repeat on other side, "
        "then the other side, other side too, repeat with the other leg, repeat other side, "
        "repeat on the other leg, repeat for left arm, each of left and right, both sides, on "
        "both sides, both directions, both ways, in both directions, on either side, either "
        "side, either way, unilateral, e.side, e. side, e.leg, e. leg, e.arm, ea side, ea "
        "leg, repeat on the left, repeat on the right, repeat on the left side, repeat on the "
        "right side, repeat left side, repeat right side, bilat, bilat."
    )
    + combined(
        "repeat, now repeat, and repeat, then repeat, do the same, now do the same",
        "on the, to the, with the, for the, in the, on your, with your, the, with, on",
        "other, opposite",
        "side, leg, arm, foot, hand, direction, way",
    )
    + combined(
        "switch, swap, change, then switch, then swap, then change, now switch",
        "to the other",
        "side, leg, arm, foot, hand, direction",
    )
    + combined(
        "switch, swap, change, then switch, then swap, then change, now switch",
        "side, sides, leg, legs, arm, arms, foot, feet, hand, hands, direction, directions",
    ),
    other=phrases(
        "other, round, exercise, move, movement, time, week, day, session, of, morning, "
        "evening, night, hour, minute, second, workout, rep, one, person, single, body, "
        "waking, position, station, run, lap, interval, kilometre, mile, part, pose, breath, muscle"
    ),
    both=phrases("both, bilateral"),
    alternating=phrases(
        "alternating, alternate, alternately, alt, alt., alternating sides, switching sides"
    ),
    left=phrases(
        "left, l, in, inward, inwards, left side, to the left, on the left, with the left, on "
        "left, on your left, forward, forwards, clockwise"
    ),
    right=phrases(
        "right, r, out, outward, outwards, right side, to the right, on the right, with the "
        "right, on right, on your right, backward, backwards, anticlockwise, counterclockwise, "
        "back"
    ),
    most=phrases(
        "max, maximum, max reps, amrap, max effort, as many as possible, as many reps as "
        "possible, as many as you can, as many reps as you can, as many good reps as "
        "possible, as many clean reps as possible, max rep, max out, as many as poss, as many as "
        "you can manage, as many as you like, whatever you can, whatever you can manage, "
        "whatever you've got, whatever i've got"
    ),
    failure=phrases(
        "to failure, until failure, till failure, til failure, 'til failure, failure, to fatigue, "
        "until fatigue, to "
        "exhaustion, until exhaustion, to technical failure, to near failure, to fail, till "
        "they burn, until they burn, till it burns, until it burns"
    ),
    in_total=phrases("total, in total, altogether, all in all"),
    or_more=phrases("or more, and up, plus, and more"),
    at_least=phrases("at least, minimum, min., no less than"),
    kilograms=phrases("kg, kgs, kilo, kilos, kilogram, kilograms"),
    pounds=phrases("lb, lbs, lb., lbs., pound, pounds, #"),
    bodyweight=phrases("bodyweight, bw, body weight, body-weight, unweighted"),
    with_load=phrases("@, with, w/, using, at, with a, holding, load, weight"),
    implements=phrases(
        "kb, kbs, kettlebell, kettlebells, db, dbs, dumbbell, dumbbells, bb, barbell, plate, "
        "plates, ball, medicine ball, med ball, sandbag, vest, weight vest, bar"
    ),
    ease=phrases("easy, steady, moderate, relaxed, gentle, brisk, light, hard, effort"),
    race=phrases(
        "mile, marathon, half marathon, threshold, race, goal, easy, tempo, interval, half"
    ),
    per_day=phrases(
        "/day, a day, per day, daily, times a day, times per day, times daily, x/day, x a "
        "day, x per day, x daily, times each day, times a week, times per week, x/week, x "
        "per week, x a week, days a week, days per week, times/day, times/week"
    ),
    several_a_day=phrases(
        "once a day, twice a day, once daily, twice daily, daily, every day, each day, "
        "morning and evening, morning and night, once a week, twice a week"
    ),
    conjunction=phrases("and, then, with, w/, plus, &, +"),
    article=phrases("a, an, a full, a whole"),
    half=phrases("half a, half an, 1/2 a, a half"),
    often={"once": 1, "twice": 2, "thrice": 3},
    numbers={word: n for n, word in enumerate(_NUMBERS.split(), start=1)} | _TENS | {"dozen": 12},
    limbs=_LIMBS,
)
