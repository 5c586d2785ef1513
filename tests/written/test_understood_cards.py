"""What is understood of texts with a name for each exercise, and all about it below that."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "headings of which each is an exercise, and steps that are none",
    "# Home programme for your shoulder\n\nDo these once a day.\n\n## Pendulum\nLean on a "
    "table with your good arm. Let the other arm hang.\nReps: 20 each way\nSets: 2\n\n## "
    "Wall slides\n1. Stand facing a wall.\n2. Slide your hands up.\n3. Lower slowly.\n\n"
    "Reps: 10\nSets: 3\nRest: 30 seconds\n\n## Doorway stretch\nStand in a doorway, forearm "
    "on the frame. Step through until you feel a stretch. Hold for 30 seconds. Repeat 3 "
    "times on each side.",
    "# Home programme for your shoulder",
    "- Pendulum, sets 2, reps 20, sides each",
    "# ",
    "- Wall slides, sets 3, reps 10, rest 30",
    "- Doorway stretch, reps 3, seconds 30, sides each, hold",
)
case(
    "bold names above how it is done",
    "**Heel raises**\nStand behind a chair. Rise up on your toes, then lower.\nRepeat 15 "
    "times, 2 sets.\n\n**One leg balance**\nStand next to a wall. Lift one foot. Hold 20 "
    "seconds each leg, 3 times.",
    "# ",
    "- Heel raises, sets 2, reps 15",
    "- One leg balance, reps 3, seconds 20, sides each, hold",
)
case(
    "names above fields",
    "Ankle pumps\nHow: Move your foot up and down at the ankle.\nSets: 3\nReps: 20\n"
    "Frequency: every hour\n\nQuad sets\nHow: Tighten the muscle on the front of your thigh, "
    "push the knee down.\nHold: 5 seconds\nReps: 10\nFrequency: 3 times a day",
    "# ",
    "- Ankle pumps, sets 3, reps 20",
    "- Quad sets, reps 10, seconds 5, hold",
)
case(
    "names above steps, of which one has the dose",
    "The Bridge\nSteps:\n1. Lie on your back.\n2. Lift your hips and hold for 3 seconds.\n3. "
    "Lower. Repeat 10 times.\n\nThe Plank\nSteps:\n1. Get on your elbows.\n2. Hold for 20 "
    "seconds.\n3. Rest. Repeat 3 times.",
    "# ",
    "- The Bridge, reps 10, seconds 3, hold",
    "- The Plank, reps 3, seconds 20, hold",
)
case(
    "names in paragraphs of their own",
    "Bridging\n\nLie on your back with your knees bent. Lift your bottom off the bed.\nHold "
    "for 5 seconds and lower slowly.\nRepeat 10 times.\n\nStep ups\n\nStep up onto the "
    "bottom stair.\nRepeat 15 times each leg.",
    "# ",
    "- Bridging, reps 10, seconds 5, hold",
    "- Step ups, reps 15, sides each",
)
case(
    "headings among which some are no exercise",
    "## Why strength matters\nA strong core keeps your back happy. Aim for 3 sessions a "
    "week.\n\n## What you need\nA mat and 20 minutes.\n\n## Dead bug\nLie on your back with "
    "arms and knees up. Slowly lower one leg. Do 10 on each side.\n\n## Side plank\nLie on "
    "your side and prop yourself up. Hold for 20 to 30 seconds per side.",
    "# ",
    "- Dead bug, reps 10, sides each",
    "- Side plank, seconds 20/30, sides each, hold",
)
case(
    "headings that only number the exercise that is named below",
    "## Exercise 1\n**Name:** Leg curl\n**Goal:** 50 kg x 3 sets x 10-12 reps\n\n### "
    "Warm-up\n1. 20 x 8\n\n### Notes\nA good day.\n\n## Exercise 2\n**Name:** Leg "
    "extension\n**Goal:** 70 kg x 2 sets x 8 reps\n\n## Exercise 3\n**Name:** Calf raise\n"
    "**Goal:** 40 kg x 4 sets x 12 reps",
    "# ",
    "- Leg curl, sets 3, reps 10/12, load 50 kg",
    "- Leg extension, sets 2, reps 8, load 70 kg",
    "- Calf raise, sets 4, reps 12, load 40 kg",
)
case(
    "headings above lists are sections",
    "## Legs\nBack squat 3 x 5\nLeg press 3 x 10\n\n## Row\nSeated row 3 x 10\nPulldown 3 x 10",
    "# Legs",
    "- Back squat, sets 3, reps 5",
    "- Leg press, sets 3, reps 10",
    "# Row",
    "- Seated row, sets 3, reps 10",
    "- Pulldown, sets 3, reps 10",
)
case(
    "fields beside each other",
    "Squat\nSets: 3  Reps: 8 per side  Rest: 45 s\n\nRow\nSets: 3 Reps: 8\n\nPress\nSets: 3, "
    "Reps: 8-10, Rest: 60s\n\nDip\nSets 3\nReps 12\n\nCurl\nSets: 3 Reps: 10 Freq: every "
    "other day Add this as it gets easier.",
    "# ",
    "- Squat, sets 3, reps 8, sides each, rest 45",
    "- Row, sets 3, reps 8",
    "- Press, sets 3, reps 8/10, rest 60",
    "- Dip, sets 3, reps 12",
    "- Curl, sets 3, reps 10",
)


@pytest.mark.parametrize("name", CASES)
def test_what_stands_below_the_name_of_an_exercise_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
