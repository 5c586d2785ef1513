"""What is understood of sessions that are taught: in the pool, on the mat, at machines."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "a letter for the rest of a swim",
    "Pool, short course\n\nMain set\n8 x 50 free, r15\n4 x 100 pull (R:20)\n3 x 200 choice, RI 30",
    "# Main set",
    "- free, sets 8, distance_m 50, rest 15",
    "- pull, sets 4, distance_m 100, rest 20",
    "- choice, sets 3, distance_m 200, rest 30",
)
case(
    "bare numbers of a swim, whatever its strokes are called",
    "Lane swim\n\nWarm up\n200 free\n4 x 50 kick\n300 steady\n6 x 25 sprint",
    "# Warm up",
    "- free, distance_m 200",
    "- kick, sets 4, distance_m 50",
    "- steady, distance_m 300",
    "- sprint, sets 6, distance_m 25",
)
case(
    "reps where nobody swims",
    "Main\n25 squats\n50 sit-ups\n100 skips",
    "# Main",
    "- squats, reps 25",
    "- sit-ups, reps 50",
    "- skips, reps 100",
)
case(
    "the names of parts between the sets of a swim end its rounds",
    "Swim\n\nMain set, 3 times through:\n200 pull\n4 x 50 free\n\nDashes\n6 x 25 free, r40\n\n"
    "Swim down\n100 choice\n\nLanes 1-2: only 2 rounds.",
    "# Main set, timing circuit, rounds 3",
    "- pull, distance_m 200",
    "- free, sets 4, distance_m 50",
    "# Dashes",
    "- free, sets 6, distance_m 25, rest 40",
    "# Swim down",
    "- choice, distance_m 100",
)
case(
    "rounds for some people only",
    "Circuit, 3 rounds\n- Squat x 10\n- Row x 12\n\nBeginners: do 2 rounds.",
    "# Circuit, timing circuit, rounds 3",
    "- Squat, reps 10",
    "- Row, reps 12",
)
case(
    "a German swim",
    "Schwimmtraining im Becken\n\nHauptteil\n8 x 50 Kraul, P15\n4 x 100 Lagen, P:20\n\n"
    "Anf\u00e4nger: 2 Runden",
    "# Hauptteil",
    "- Kraul, sets 8, distance_m 50, rest 15",
    "- Lagen, sets 4, distance_m 100, rest 20",
)
case(
    "a rest without its unit",
    "Gym\n- Row 3 x 10, rest 90\n- Press 4 x 6, rest 2-3\n- Curl 2 x 12, rest 60-90 between sets",
    "# Gym",
    "- Row, sets 3, reps 10, rest 90",
    "- Press, sets 4, reps 6, rest 120/180",
    "- Curl, sets 2, reps 12, rest 60/90",
)
case(
    "as many on each side, without a sign between",
    "Reformer\n- Scooter 12 R 12 L\n- Lunge 9 left 9 right",
    "# Reformer",
    "- Scooter, reps 12, sides each",
    "- Lunge, reps 9, sides each",
)


case(
    "springs and other letters after a number are no reps",
    "Reformer\n\nFEET (2R)\nfrogs 9\n\nBOX, 1B\nswan 5",
    "# FEET (2R)",
    "- frogs, reps 9",
    "# BOX, 1B",
    "- swan, reps 5",
)
case(
    "several moves in a line",
    "Reformer\n\nFEET\ntoes x8 / arches x8 / heels x8\nswan I x5, swan II x4",
    "# FEET",
    "- toes, reps 8",
    "- arches, reps 8",
    "- heels, reps 8",
    "- swan I, reps 5",
    "- swan II, reps 4",
)
case(
    "there and back are two sides",
    "Mat\n- Leg circles 6 in / 6 out\n- Thread 4 breaths L, 4 breaths R",
    "# Mat",
    "- Leg circles, reps 6, sides each",
    "- Thread, sides each, hold",
)
case(
    "what is done on a condition",
    "Mat\n- Teaser 3-5 only if backs are happy\n- Swan 6 unless it pinches",
    "# Mat",
    "- Teaser, reps 3/5",
    "- Swan, reps 6",
)
case(
    "time that is left for something",
    "Mat\n- Roll down 3\n- leave two minutes for mermaid",
    "# Mat",
    "- Roll down, reps 3",
    "- mermaid, seconds 120",
)
case(
    "a pose among breaths is held, and its rounds are reps",
    "Yoga\n\nSPINE\nCat and cow \u00b7 6 rounds with the breath\nPuppy \u00b7 5 breaths\n"
    "Strap around the foot \u00b7 1 min per leg",
    "# SPINE",
    "- Cat and cow, reps 6",
    "- Puppy, hold",
    "- Strap around the foot, seconds 60, sides each, hold",
)
case(
    "machines and their settings",
    "Plan\n\nStrength (rest 75 s between sets)\nMachine 3  Leg press   3 x 10   seat 5, pin 7\n"
    "Machine 11  Row   2 x 12   40 kg   seat 2\n\nFinish\nRower 8 min, heart rate under 130",
    "# Strength",
    "- Leg press, sets 3, reps 10, rest 75",
    "- Row, sets 2, reps 12, rest 75, load 40 kg",
    "# Finish",
    "- Rower, seconds 480",
)
case(
    "machines and their settings, in German",
    "Plan\n\nWarm-up\nCrosstrainer 6 Min, Puls unter 120\n\nKraft (Pause zwischen den S\u00e4tzen: "
    "60 Sek.)\nGer\u00e4t 4   Beinpresse   3 x 10   40 kg   Sitz 5\nRudern   2 x 12   Lehne 3",
    "# Warm-up",
    "- Crosstrainer, seconds 360",
    "# Kraft",
    "- Beinpresse, sets 3, reps 10, rest 60, load 40 kg",
    "- Rudern, sets 2, reps 12, rest 60",
)
case(
    "a dose for a whole list, said once before it in German",
    "Nach dem Radfahren\n\nHinweis: nicht wippen, ruhig atmen. Jede Dehnung 20 Sekunden halten, "
    "erst links, dann rechts, insgesamt 3 Durchg\u00e4nge.\n\n1. Wade\n   Ferse am Boden.\n"
    "2. Nacken\n"
    "   Kopf zur Seite neigen.\n\nZum Schluss:\nSchneidersitz, 1 Minute\n"
    "Beine an einer Wand hochlegen, 3-4 Minuten",
    "# Dehnung, timing circuit, rounds 3",
    "- Wade, seconds 20, sides each, hold",
    "- Nacken, seconds 20, sides each, hold",
    "# Zum Schluss",
    "- Schneidersitz, seconds 60, hold",
    "- Beine an einer Wand hochlegen, seconds 180/240, hold",
)


case(
    "slips of the fingers",
    "tuesday\n\nwamrup   6 min rower\ncurl 3x10\nplnk 2 x 40 sec\nstrech 90 sec\nsand carry 30 sec",
    "# wamrup",
    "- rower, seconds 360",
    "- curl, sets 3, reps 10",
    "- plnk, sets 2, seconds 40, hold",
    "- strech, seconds 90, hold",
    "- sand carry, seconds 30",
)


case(
    "a whole series on both sides",
    "Yoga\n\nSTANDING (whole series on the right, then on the left)\nLunge, 5 breaths\n"
    "Triangle, 4 breaths\n\nFLOOR\nHalf split, 3 breaths\nPigeon, 6 breaths\n"
    "Repeat the whole sequence on the other side.\n\nREST\nSavasana, 4 min",
    "# STANDING (whole series on the right, then on the left)",
    "- Lunge, sides each, hold",
    "- Triangle, sides each, hold",
    "# FLOOR",
    "- Half split, sides each, hold",
    "- Pigeon, sides each, hold",
    "# REST",
    "- Savasana, seconds 240, hold",
)
case(
    "a whole series on both sides, in German",
    "Yoga\n\nStand: alles rechts, dann alles links\n- Dreieck 4 Atemz\u00fcge\n- Krieger 20 s",
    "# Stand: alles rechts, dann alles links",
    "- Dreieck, sides each, hold",
    "- Krieger, seconds 20, sides each, hold",
)


case(
    "several names with one dose after them",
    "Reformer\n\nFEET\ntoes, arches, heels - 12 each\nFootwork: heels, toes, prehensile: 9 each",
    "# FEET",
    "- toes, reps 12",
    "- arches, reps 12",
    "- heels, reps 12",
    "- heels, reps 9",
    "- toes, reps 9",
    "- prehensile, reps 9",
)
case(
    "times after the name of a part, and a rest after a stroke",
    "Pool\n\nWU: 8 x 25 kick r10\n\nMain x2\n4 x 75 free, rest 15\n2 x 100 fast RI 20",
    "# WU",
    "- kick, sets 8, distance_m 25, rest 10",
    "# Main, timing circuit, rounds 2",
    "- free, sets 4, distance_m 75, rest 15",
    "- fast, sets 2, distance_m 100, rest 20",
)
case(
    "a German plan with few words",
    "KRAFTPLAN\n\nAufw\u00e4rmen: Fahrrad 9 Min. (Puls 110-120)\n\n1. Beinpresse "
    "(Ger\u00e4t 14)  3x15  "
    "60kg  Sitz 6\n2. Rudern  2 x 12\n\nSatzpause 60-90 Sek.",
    "# Aufw\u00e4rmen",
    "- Fahrrad, seconds 540",
    "- Beinpresse (Ger\u00e4t 14), sets 3, reps 15, rest 60/90, load 60kg",
    "- Rudern, sets 2, reps 12, rest 60/90",
)


@pytest.mark.parametrize("name", CASES)
def test_a_class_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
