"""What is understood of documents: plans, lessons and logs, with what they say of themselves."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "what a page says of itself before its list",
    "# Evening flow\n**Date:** March 3, 2024\n**Workout type:** calm\n\n"
    "- Plank 30 s\n- Squats x 12",
    "# Evening flow",
    "- Plank, seconds 30, hold",
    "- Squats, reps 12",
)
case(
    "things that are needed are no exercises",
    "## What you need\n\n- 2x Dumbbells 8 kg\n- 1x Bench\n- Loop band\n\n"
    "## Training\n\n- Rows 3 x 10\n- Dips 3 x 8",
    "# Training",
    "- Rows, sets 3, reps 10",
    "- Dips, sets 3, reps 8",
)
case(
    "German things, below a line without a mark",
    "Material:\n\n- Matte\n- 2 Hanteln\n\nKraftteil\n- Kniebeugen 3 x 10\n- Rudern 2 x 12",
    "# Kraftteil",
    "- Kniebeugen, sets 3, reps 10",
    "- Rudern, sets 2, reps 12",
)
case(
    "other ways to do it, for those who need them",
    "### Split squat\n- 3 sets of 8\n- Alternative for sore knees: Step-ups, low box\n\n"
    "### Row\n- 3 sets of 10\n- Option with a band: Pull-aparts 15x",
    "# ",
    "- Split squat, sets 3, reps 8",
    "- Row, sets 3, reps 10",
)
case(
    "a link does not make a line stand deeper",
    "Core circuit\n- Hollow rocks 10x\n- Side taps\n- [L-sit](https://example.org/a/long/one) 20 s",
    "# Core circuit",
    "- Hollow rocks, reps 10",
    "- Side taps",
    "- L-sit, seconds 20, hold",
)
case(
    "what to do with the result",
    "For time:\n20 burpees\n30 squats\n\n*Post results to comments",
    "# For time, timing for_time",
    "- burpees, reps 20",
    "- squats, reps 30",
)
case(
    "fields of a lesson, whose minutes are those of all sets",
    "# Lesson\n## Main part\n### Exercise 2.1: Wall squat\n- **Duration**: 5 minutes\n"
    "- **Reps/Sets**: 3 sets of 8-10, 30 s rest between sets\n\n"
    "### Exercise 2.2: Side plank\n- **Duration**: 6 minutes\n- **Reps/Sets**:\n"
    "  - Beginner: 3 x 10 s\n  - Advanced: 3 x 40 s\n\n"
    "### Exercise 2.3: Slow walk\n- **Duration**: 5 minutes",
    "# Main part",
    "- Wall squat, sets 3, reps 8/10, rest 30",
    "# ",
    "- Side plank, sets 3, seconds 10, hold",
    "- Slow walk, seconds 300",
)
case(
    "German fields of a lesson",
    "## Hauptteil\n### Übung 1.1: Brücke\n- **Dauer**: 4 Minuten\n"
    "- **Wiederholungen/Sätze**: 3 Sätze à 8 Wiederholungen\n"
    "### Übung 1.2: Rumpfneigen\n- **Dauer**: 3 Minuten\n- **Wiederholungen**: 12 pro Seite",
    "# Hauptteil",
    "- Brücke, sets 3, reps 8",
    "# ",
    "- Rumpfneigen, reps 12, sides each",
)
case(
    "how long all of it takes, below its title",
    "# Calm evening\n**Duration:** 25-30 minutes\n\n## Poses\n\n"
    "### Happy baby\n**Hold:** 2 minutes\n\n"
    "### Low lunge\n**Time:** 90 s per side",
    "# Poses",
    "- Happy baby, seconds 120, hold",
    "# ",
    "- Low lunge, seconds 90, sides each, hold",
)
case(
    "weights that are built up to",
    "1. 12 mins: Build to a heavy 3-rep Front squat\n\nRest 3 mins\n\n"
    "2. 8 min: Work up to a heavy Power clean\n\n"
    "3. AMRAP 6 mins\n\n8 Push jerks @ 50%\nME Push jerks @ 60%",
    "# ",
    "- Front squat, reps 3, rest 180",
    "- Power clean, seconds 480",
    "# AMRAP 6 mins, timing amrap, cap 360",
    "- Push jerks, reps 8, load 50%",
    "- Push jerks, reps max, load 60%",
)
case(
    "sets behind the label of a superset",
    "1a. 3x6 Front squat, rest :45\n1b. 3x4-6 Chin-ups, rest :45",
    "# ",
    "- Front squat, sets 3, reps 6, rest 45",
    "- Chin-ups, sets 3, reps 4/6, rest 45",
)
case(
    "a circuit that is repeated, with and without doses",
    "## Circuit\n* Arm swings\n* Shoulder rolls\n* Wall presses\n* Push-ups 8 reps\n\n"
    "repeat for 3 sets\n\n## Stretching\n* Cobra 30 s",
    "# Circuit, timing circuit, rounds 3",
    "- Arm swings",
    "- Shoulder rolls",
    "- Wall presses",
    "- Push-ups, reps 8",
    "# Stretching",
    "- Cobra, seconds 30, hold",
)
case(
    "headings that a timer goes through",
    "# Back at home\n\n12 stations, each 40 s with 15 s rest\n\n# A) On the mat\n\n## 1) Cat\n\n"
    "- Round your back\n- for some time\n\n## 2) Twist to the left\n\n## 3) Twist to the right\n\n"
    "- Drop your knees\n\n# B) Upright\n\n## 4) Shoulder circles\n\n- small ones\n\n## 5) Wall sit",
    "# On the mat, timing circuit, work 40, rest 15",
    "- Cat",
    "# , timing circuit, work 40, rest 15",
    "- Twist to the left, seconds 40, hold",
    "- Twist to the right, seconds 40, hold",
    "# Upright, timing circuit, work 40, rest 15",
    "- Shoulder circles",
    "# , timing circuit, work 40, rest 15",
    "- Wall sit, seconds 40, hold",
)
case(
    "how often a block of a swim is done, and efforts without a name",
    "Swim session\n\nWarmup\n- 300m easy\n- 200m Z1 pace\n\nMain set 3x\n- 150m 80% pace 20s rest\n"
    "- 100m 60% effort 10s rest",
    "# Warmup",
    "- easy, distance_m 300",
    "- Z1 pace, distance_m 200, load 1 pace",
    "# Main set, timing circuit, rounds 3",
    "- 80% pace, distance_m 150, rest 20, load 80%",
    "- 60% effort, distance_m 100, rest 10, load 60%",
)
case(
    "what is optional",
    "Cool-down\n- Walk 3 min\n- Optional: 2-4 min foam rolling",
    "# Cool-down",
    "- Walk, seconds 180",
    "- foam rolling, seconds 120/240",
)
case(
    "advice that opens sentences differently",
    "### Evening\nUnwind with child's pose for 1 minute to let your back rest. "
    "Complete calf stretches for 1 minute on each side to counter the heels. "
    "Rest in legs up the wall for 4 minutes to calm down.",
    "# Evening",
    "- child's pose, seconds 60, hold",
    "- calf stretches, seconds 60, sides each, hold",
    "- legs up the wall, seconds 240, hold",
)
case(
    "a training max counts nothing",
    "Squat 3x5\n\nGenerally, you use a percentage of your training max.",
    "# ",
    "- Squat, sets 3, reps 5",
)
case(
    "headings of a timer with lengths on the clock, and rests between them",
    "# Mix\n\n## Warm-up - 3:00\nShake it out.\n\n## Sit-ups - 12 reps\nFeet down.\n\n"
    "Rest - 0:45\n\n## Mountain climbers - 0:40\nFast knees.\n\n## Rest - 0:20\n\n"
    "## Wall sit - 1:15\nBack flat.",
    "# Mix",
    "- Warm-up, seconds 180",
    "# ",
    "- Sit-ups, reps 12, rest 45",
    "- Mountain climbers, seconds 40, rest 20",
    "- Wall sit, seconds 75, hold",
)
case(
    "bold names with their lengths, and a break between",
    "**Side plank \u2014 0:45 each side**\nHips high.\n\n**Break \u2014 1:00**\n\n"
    "**Bird dog \u2014 10 reps each side**",
    "# ",
    "- Side plank, seconds 45, sides each, hold, rest 60",
    "- Bird dog, reps 10, sides each",
)
case(
    "the length in a heading is that of the section where exercises stand below",
    "## Warm-up - 5:00\n- Jog\n- Skips\n\n## Stretching (10 min)\n### Pigeon\n- 2 x 30 s each side",
    "# Warm-up",
    "- Jog",
    "- Skips",
    "# Stretching",
    "- Pigeon, sets 2, seconds 30, sides each, hold",
)
case(
    "goals, cues and targets in lists below their labels",
    "## Back squat 5x3\n### Goal\nHit 3 reps at 80% for 5 sets.\n### Form cues\n- 2 count down\n"
    "- 2 second pause\n## Row 4x10\n\n**Targets:**\n- last set at RPE 8\n- 110-120 strokes\n",
    "# ",
    "- Back squat, sets 5, reps 3",
    "- Row, sets 4, reps 10",
)
case(
    "a label ends with its list",
    "- Squat 3x5\n  - Cues:\n    - sit back 3 inches\n    - 2 seconds down\n- Bench 3x8\n\n"
    "Chin-ups 3x8\nPurpose:\n- 10 more reps each week\nCurl 2x15",
    "# ",
    "- Squat, sets 3, reps 5",
    "- Bench, sets 3, reps 8",
    "- Chin-ups, sets 3, reps 8",
    "- Curl, sets 2, reps 15",
)
case(
    "what one focuses on is no section",
    "## Focus\nAnkle stiffness, 80 ground contacts.\n## Plan\n- Pogo hops 4 x 20",
    "# Plan",
    "- Pogo hops, sets 4, reps 20",
)


@pytest.mark.parametrize("name", CASES)
def test_a_phenomenon_of_a_document_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
