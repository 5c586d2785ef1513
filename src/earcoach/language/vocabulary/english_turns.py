"""How sections are said to go in English: rounds, EMOM, AMRAP, times of work and of rest."""

from earcoach.language.vocabulary.words import combined, phrases

ROUNDS = phrases(
    "round, rounds, repeats of, reps through, rds, rd, rnds, circuits, circuit laps, rounds "
    "of, circuits of, rounds through"
)

THROUGH = phrases(
    "repetitions of the following, reps of the following, repeats of the following, rounds of "
    "the following, sets of the following, "
    "times through, time through, times over, x through, through, times around, times "
    "through the circuit, times in total, times total, rounds total, times in all, times "
    "altogether, times round, times thro', times thro, times thru, round, around, thro, "
    "thru, x thru, times over"
)

AGAIN = combined(
    "repeat, do, run, run through, go through, work through, cycle through, complete, perform",
    "the, this, that, the whole, that whole, the entire, the following, the above, each",
    "circuit, sequence, list, block, thing, lot, set of exercises, superset, workout, routine",
) + phrases(
    "repeat these, repeat these exercises, repeat the following, do the following, complete the "
    "following, do these, do these exercises, do all of these, do all of them, do them all, "
    "complete each block, do it all, do everything, do it, run through, work through, "
    "go through, cycle through, repeat, repeats, repeat circuit, repeat for, repeat all, repeat "
    "it, repeat them, repeat this, do this, repeat the above, do, rounds:, number of rounds, "
    "rounds, complete, repeat everything, run through it, go round again, go round, do that, do "
    "all of it, all of it, repeat block, perform"
)

TAKING_TURNS = phrases("alternating between, alternate between, switching between")

AMRAP = phrases(
    "amrap, as many rounds as possible, max rounds, as many rounds as you can, as many "
    "rounds and reps as possible, as many rounds as you can manage, amraps, amrap of"
)

EMOM = phrases(
    "emom, every minute on the minute, each minute on the minute, on the minute, every "
    "minute, emoms, otm, e1mom, start of every minute, top of every minute"
)

EVERY = phrases("every, on the")

UNTIMED = phrases("not for time, nft, for quality, not for speed, for form")

FOR_TIME = phrases(
    "for time, ft, chipper, as fast as possible, for your best time, against the clock, rft"
)

CAP = phrases("time cap, cap, time limit, tc")

TABATA = phrases("tabata, tabatas")

WORK = phrases(
    "change exercises every, switch exercises every, change exercise every, change "
    "every, switch every, rotate every, swap every, work, work interval, work for, work "
    "time, exercise"
)

ON = phrases(
    "on, work, hard, of work, fast, sec on, secs on, s on, sec work, seconds work, "
    "seconds on, seconds of work, all out, at each, at each one, at each station, on each "
    "station, at every station, each station, per station, per exercise, per move, on "
    "each exercise, on every exercise, on each move, on each, per move, for each exercise"
)

OFF = phrases(
    "off, rest, easy, of rest, recovery, slow, recover, sec off, secs off, s off, sec "
    "rest, seconds rest, seconds off, seconds of rest, to recover, change over, changeover, "
    "transition, change, switch, to change, to switch, to transition, to move on, to "
    "change over, to change stations, to move, to swap, to swap over, to get to the next"
)
