"""What is understood of workouts as people write them down for each other, day by day."""

import pytest
from understanding import Cases, understood

from earcoach.written import read
from earcoach.written.source import lines_of

CASES = Cases()
case = CASES.add

case(
    "fields beside each other",
    "1. Quad set\nPush the knee down.\nHold: 5 seconds      Reps: 10      Sets: 3      "
    "Times per day: 2\n\n2. Heel slide\nHold: -   Reps: 15   Sets: 2",
    "# ",
    "- Quad set, sets 3, reps 10, seconds 5, hold",
    "- Heel slide, sets 2, reps 15",
)
case(
    "German fields beside each other",
    "1. Brücke\nSätze: 3 | Wiederholungen: 12 | Häufigkeit: 2\n2. Wandsitz\nSätze: 2 | Dauer: 30 s",
    "# ",
    "- Brücke, sets 3, reps 12",
    "- Wandsitz, sets 2, seconds 30, hold",
)
case(
    "lines of a table with commas",
    "Day,Exercise,Sets,Reps,Weight (kg),Rest (sec),Notes\n"
    'Mon,"Row, one-arm",3,10 each,28,90,straps ok\nMon,Dip,3,8-10,BW+10,120,\n'
    "Fri,Side plank,2,30s each,,45,",
    "# Mon",
    "- Row, one-arm, sets 3, reps 10, sides each, rest 90, load 28 kg",
    "- Dip, sets 3, reps 8/10, rest 120, load BW+10",
    "# Fri",
    "- Side plank, sets 2, seconds 30, sides each, hold, rest 45",
)
case(
    "German lines of a table with semicolons",
    "Übung;Sätze;Wdh;Pause\nKniebeuge;4;8;90\nBankdrücken;3;10;120",
    "# ",
    "- Kniebeuge, sets 4, reps 8, rest 90",
    "- Bankdrücken, sets 3, reps 10, rest 120",
)
case(
    "bold headings of a chat",
    "*LEGS* (tues)\nsquats 4 x 12\n45 secs rest between sets\n*ARMS:*\ndips 3 x 10\nplank 30s",
    "# LEGS (tues)",
    "- squats, sets 4, reps 12, rest 45",
    "# ARMS",
    "- dips, sets 3, reps 10",
    "- plank, seconds 30, hold",
)
case(
    "who prescribes in a chat has a face",
    "12/03/24, 07:14 - Jo \U0001f3cb\ufe0f\u200d\u2640\ufe0f: squats 3 x 10\n"
    "12/03/24, 07:15 - Max: i did 5 yesterday\n"
    "12/03/24, 07:16 - Jo \U0001f3cb\ufe0f\u200d\u2640\ufe0f: lunges 2 x 8",
    "# ",
    "- squats, sets 3, reps 10",
    "- lunges, sets 2, reps 8",
)
case(
    "codes are no numbers",
    "FOOTWORK (3R)\n12 T2B\ntoes x10 / arches x8\n15 wall balls (9/6)",
    "# FOOTWORK (3R)",
    "- T2B, reps 12",
    "- toes, reps 10",
    "- arches, reps 8",
    "- wall balls (9/6), reps 15",
)
case(
    "what others wrote below a text",
    "Squat 3x5\nBench 3x5\n\n214 points · 3 comments\n\nuser · 10h\nI'd do face pulls 3x15.",
    "# ",
    "- Squat, sets 3, reps 5",
    "- Bench, sets 3, reps 5",
)
case(
    "notes on how to progress",
    "## Main\n- Squat 3 x 10\n\n## How to progress\n| Week | Change |\n|---|---|\n"
    "| 1-2 | 3 sets as written |\n| 3-4 | Add 5 squats |\n- Drink enough\n\n## Cool-down\n"
    "- Walk 5 min",
    "# Main",
    "- Squat, sets 3, reps 10",
    "# Cool-down",
    "- Walk, seconds 300",
)
case(
    "German notes on how to progress",
    "## Kraft\n- Kniebeuge 3 x 10\n\n## Steigerung\n- Woche 2: 5 mehr\n\n## Dehnen\n"
    "- Wade 30 s halten",
    "# Kraft",
    "- Kniebeuge, sets 3, reps 10",
    "# Dehnen",
    "- Wade, seconds 30, hold",
)
case(
    "breaths and times on each side",
    "Thread the needle · 5 breaths R, 5 breaths L\nPigeon: 30 s left, 30 s right\n"
    "Scooter 12 R 12 L\nLunge 1 min on the left, then 1 min on the right",
    "# ",
    "- Thread the needle, sides each, hold",
    "- Pigeon, seconds 30, sides each, hold",
    "- Scooter, reps 12, sides each",
    "- Lunge, seconds 60, sides each",
)
case(
    "rests in many words",
    "Squat 3 x 8, with a minute's rest after each set\nRow 3 x 10, two minutes' rest\n"
    "Press 3 x 5\nRest is 90 s between sets",
    "# ",
    "- Squat, sets 3, reps 8, rest 60",
    "- Row, sets 3, reps 10, rest 120",
    "- Press, sets 3, reps 5, rest 90",
)
case(
    "a rest between sets is not that of one set",
    "Warm-up\n5 min bike\nMain\nleg swings 10 each\nleg press 4 x 12\nrest 1 min btw sets",
    "# Warm-up",
    "- bike, seconds 300",
    "# Main",
    "- leg swings, reps 10, sides each",
    "- leg press, sets 4, reps 12, rest 60",
)
case(
    "how a section goes, below its name",
    "A) BACK SQUAT\nE2MOM x 5\n3 @ 80%\n\nC) FOR TIME\n21-15-9\nthrusters\npull-ups",
    "# , timing emom, rounds 5, interval 120",
    "- BACK SQUAT, reps 3, load 80%",
    "# FOR TIME, timing for_time, rounds 3",
    "- thrusters, reps 21/15/9",
    "- pull-ups, reps 21/15/9",
)
case(
    "as many as one can, in a time or not",
    "Frog pump. As many as you can in forty seconds.\nChins 3 sets of whatever I've got\n"
    "Dips 3 x as many as poss",
    "# ",
    "- Frog pump, seconds 40",
    "- Chins, sets 3, reps max",
    "- Dips, sets 3, reps max",
)
case(
    "an open set is no AMRAP",
    "Day 1\nSquat 3x5 (last set AMRAP)\nRow 3x8",
    "# Day 1",
    "- Squat, sets 3, reps 5",
    "- Row, sets 3, reps 8",
)
case(
    "rounds of one exercise among others",
    "WAKE UP\nCat / cow · 8 rounds with the breath\nPuppy pose · 6-8 breaths",
    "# WAKE UP",
    "- Cat / cow, reps 8",
    "- Puppy pose, hold",
)
case(
    "lines for some are not for all",
    "Main, 3 times through:\n- Row 200 m\n- Walk 100 m\n\nBeginners: do it as 2 rounds",
    "# Main, timing circuit, rounds 3",
    "- Row, distance_m 200",
    "- Walk, distance_m 100",
)
case(
    "a swim with its rests",
    "Warm up\n200 free\nMain, 3 times through:\n4x50 free, r10\n100 IM, r30",
    "# Warm up",
    "- free, distance_m 200",
    "# Main, timing circuit, rounds 3",
    "- free, sets 4, distance_m 50, rest 10",
    "- IM, distance_m 100, rest 30",
)

case(
    "a heading that is told more of",
    "Clamshell x 15 each side\nGlute activation exercises: put a band above your knees\n"
    "Bridge 20 reps\nThe strength block: take the band off\nHip thrust 3x10\n"
    "Lower back: flat on the floor",
    "# ",
    "- Clamshell, reps 15, sides each",
    "# Glute activation exercises",
    "- Bridge, reps 20",
    "# The strength block",
    "- Hip thrust, sets 3, reps 10",
)
case(
    "a German heading that is told more of",
    "Kniebeuge 3 x 10\nDie Übungen am Boden: Matte nicht vergessen\nBrücke 3 x 12",
    "# ",
    "- Kniebeuge, sets 3, reps 10",
    "# Die Übungen am Boden",
    "- Brücke, sets 3, reps 12",
)
case(
    "exercises that take turns",
    "8 rounds alternating between 20s push-ups and 20s squats",
    "# , timing circuit, rounds 8",
    "- push-ups, seconds 20",
    "- squats, seconds 20",
)
case(
    "names of parts that open",
    "Start with:\n- Jog 5 min\nFinish with\n- Plank 60s",
    "# Start",
    "- Jog, seconds 300",
    "# Finish",
    "- Plank, seconds 60, hold",
)

case(
    "a sentence as the name of what fields prescribe",
    "1. Sit up\nSets: 2   Reps: 5\n2. Stand on one leg by the kitchen worktop\n"
    "Hold: up to 30 seconds   Reps: 3 each leg   Sets: 1\n\n"
    "Ice for 10 minutes. A bit of ache is fine.",
    "# ",
    "- Sit up, sets 2, reps 5",
    "- Stand on one leg by the kitchen worktop, sets 1, reps 3, seconds 30, sides each, hold",
)
case(
    "rows that are nothing but doses",
    "C1. Pulldown\n   3 sets | 10 reps | tempo 3011 | no rest\n"
    "C2. Lateral raise\n   3 sets | 15-20 reps | tempo 2010 | rest 75s",
    "# ",
    "- Pulldown, sets 3, reps 10, tempo 3-0-1-1",
    "- Lateral raise, sets 3, reps 15/20, rest 75, tempo 2-0-1-0",
)
case(
    "the minutes of an EMOM by turns",
    "EMOM 10\nodd minutes: 12 air squats\neven minutes: 8 push-ups",
    "# EMOM 10, timing emom, rounds 5, interval 60, cap 600",
    "- air squats, reps 12",
    "- push-ups, reps 8",
)
case(
    "what is done, after how it goes",
    "AMRAP 6\n6 burpees\n12 sit-ups\n\nTABATA: hollow hold\n20 on / 10 off x 8",
    "# AMRAP 6, timing amrap, cap 360",
    "- burpees, reps 6",
    "- sit-ups, reps 12",
    "# TABATA, timing tabata, rounds 8, work 20, rest 10",
    "- hollow hold, seconds 20, hold",
)
case(
    "words about a name, before its dose and after it",
    "ARMS\nPress ups, knees are fine!! 4 x as many as poss\nDips 3 x 10\n"
    "- Leg raise in the brace: 3 x 10 (skip it if the knee droops)\n"
    "- Quad sets: squeeze 6 sec, relax, 15 times",
    "# ARMS",
    "- Press ups, sets 4, reps max",
    "- Dips, sets 3, reps 10",
    "- Leg raise in the brace, sets 3, reps 10",
    "- Quad sets, reps 15, seconds 6, hold",
)
case(
    "short words of doses",
    "Push ups til failure\n3 sets of pull ups 'til failure\nSLR 3x10 bilat.",
    "# ",
    "- Push ups, reps max",
    "- pull ups, sets 3, reps max",
    "- SLR, sets 3, reps 10, sides each",
)
case(
    "pieces of a German dose",
    "Kniebeugen 3 x 10\nAusfallschritte im Wechsel, insgesamt 20 Stück",
    "# ",
    "- Kniebeugen, sets 3, reps 10",
    "- Ausfallschritte, reps 20, sides alternating",
)
case(
    "German sides before the dose of each",
    "Kindhaltung eine Minute, Knie zur Brust ziehen re/li je 30 s",
    "# ",
    "- Kindhaltung, seconds 60, hold",
    "- Knie zur Brust ziehen, seconds 30, sides each, hold",
)

CASES.add(
    "a length after a times sign",
    """\
- Plank x 30 seconds
- Side kicks x 15s per side
- Sled push x 20 m
- Child's pose x 5 breaths
- Squats x 10
""",
    "# ",
    "- Plank, seconds 30, hold",
    "- Side kicks, seconds 15, sides each",
    "- Sled push, distance_m 20",
    "- Child's pose, hold",
    "- Squats, reps 10",
)
CASES.add(
    "ways in feet, and how far one stands from the wall",
    """\
- 50 feet walking lunge
- Calf stretch two feet from the wall: 3 x 30 s
""",
    "# ",
    "- walking lunge, distance_m 15",
    "- Calf stretch two feet from the wall, sets 3, seconds 30, hold",
)

CASES.add(
    "how high a box is",
    """\
- Step-ups on a 12" box 3x12
- Box jumps (20") x 10
- 30" plank
""",
    "# ",
    '- Step-ups on a 12" box, sets 3, reps 12',
    '- Box jumps (20"), reps 10',
    "- plank, seconds 30, hold",
)
CASES.add(
    "exercises with a plus between, and a sum in brackets",
    """\
- 5 pull-ups + 10 dips + 15 air squats
- Mountain climbers 40 (total)
- Clean + jerk 3x2
""",
    "# ",
    "- pull-ups, reps 5",
    "- dips, reps 10",
    "- air squats, reps 15",
    "- Mountain climbers, reps 40",
    "- Clean + jerk, sets 3, reps 2",
)
CASES.add(
    "sets one by one, with a small times sign",
    """\
- Squats 1x12, 1x10, 1x8
- Row 3 x 8, 3110
""",
    "# ",
    "- Squats, sets 3, reps 12/10/8",
    "- Row, sets 3, reps 8, tempo 3-1-1-0",
)
CASES.add(
    "for time, before what is done",
    """\
For time: 10 squats, 20 burpees
""",
    "# For time, timing for_time",
    "- squats, reps 10",
    "- burpees, reps 20",
)
CASES.add(
    "a ladder before the names that have it",
    """\
21-15-9 thrusters and pull-ups
""",
    "# , timing circuit, rounds 3",
    "- thrusters, reps 21/15/9",
    "- pull-ups, reps 21/15/9",
)


@pytest.mark.parametrize("name", CASES)
def test_an_everyday_text_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected


FAREWELLS = (
    "see you on Thursday everyone",
    "Cheers guys, great work",
    "any questions just ask",
    "bis nächsten Donnerstag ihr Lieben",
    "liebe Grüße und bis morgen",
)


@pytest.mark.parametrize("line", FAREWELLS)
def test_what_people_say_to_each_other_is_told_of_no_exercise(line: str) -> None:
    reading = read(lines_of(f"Pull-ups 3x8\nSquats 3x10\n{line}"))
    assert [exercise.notes for exercise in reading.sections[0].exercises] == [(), ()]
    assert [remark.text for remark in reading.left_out] == [line]


def test_what_a_heading_is_told_more_of_is_a_setup_and_not_left_out() -> None:
    reading = read(lines_of("Glute exercises: put a band above your knees\nBridge 2 x 20"))
    (section,) = reading.sections
    assert [remark.text for remark in section.notes] == ["put a band above your knees"]
    assert reading.left_out == ()


FORMS = ("Patient: Karen M.", "Therapeutin: Frau Kern", "Call 020 7946 0123 if worse.")


@pytest.mark.parametrize("line", FORMS)
def test_what_a_practice_writes_around_exercises_is_told_of_none(line: str) -> None:
    for text in (f"{line}\n\nBridge 3x10\nClam 3x10", f"Bridge 3x10\nClam 3x10\n\n{line}"):
        reading = read(lines_of(text))
        assert line not in reading.title.value
        assert [exercise.notes for exercise in reading.sections[0].exercises] == [(), ()]
        assert [remark.text for remark in reading.left_out] == [line]
