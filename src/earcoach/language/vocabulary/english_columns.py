"""What the columns of tables, and the fields of lists, are called in English."""

from earcoach.language.vocabulary.words import listed

COLUMNS = {
    "name": listed(
        "exercise, exercises, movement, move, name, activity, station, what, drill, "
        "pose, set, lift, item, workout, workouts, lifts, movements"
    ),
    "sets": listed("sets, set, # sets, no. of sets, rounds, series, # of sets"),
    "reps": listed(
        "reps, rep, repetitions, repeats, repeat, times, reps/time, reps / time, reps or "
        "time, # reps, reps/duration, rep range, dose, prescription, how much, reps/sets, "
        "reps & sets, reps and sets, sets x reps, sets/reps, sets & reps, volume, reps per "
        "set, work, sets × reps, scheme, amount"
    ),
    "time": listed(
        "time, duration, seconds, secs, sec, time (s), length, work (s), work "
        "time, time (sec), duration (s), time (min), minutes, min"
    ),
    "hold": listed("hold, hold (s), hold time, holds, hold for, hold length, isometric hold"),
    "rest": listed(
        "rest, recovery, rest (s), rest time, break, rest (sec), rest period, rest "
        "(min), rest between sets, off"
    ),
    "load": listed(
        "weight, load, kg, weight in kg, weight in lbs, weight in lb, weight used, kilos, "
        "pounds, lbs, intensity, rpe, % 1rm, %1rm, weight (kg), weight (lbs), % rm, rir, effort, "
        "resistance, %"
    ),
    "tempo": ("tempo",),
    "per day": listed("times per day, times a day, times daily, per day, frequency"),
    "distance": listed("distance, dist, dist., metres, meters, m, distance (m)"),
    "sides": listed("side, sides, per side, side(s), each side"),
    "note": listed(
        "notes, note, progression, regression, comments, comment, cues, cue, focus, why, muscle, "
        "muscles, equipment, coaching, instructions, description, tips, how, target, remarks, "
        "technique, details"
    ),
    "section": listed("day, days, session, block, section, phase"),
    "order": listed(
        "exercise #, exercise no, exercise no., ex #, ex., #, no, no., order, nr, cum, total, "
        "done, date, code, ✓, week"
    ),
}
