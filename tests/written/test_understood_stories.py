"""What is understood of prose in which somebody tells what they do."""

import pytest
from understanding import Cases, understood

CASES = Cases()
case = CASES.add

case(
    "a circuit that somebody tells",
    "Keeping fit\n\nI warm up with three minutes of skipping, nice and slow. Then comes my little "
    "circuit. I do eleven squats by the sofa, followed by a dozen press-ups, followed by nine "
    "lunges on each leg. After that I carry the shopping upstairs, which is about twenty metres. "
    "I sit down for a minute, and then I go round again, four times in all.\n\n"
    "When I have my breath back I stand on one leg for fifteen seconds, then the other, and I do "
    "that twice. Last of all I stretch my calves, half a minute each side.",
    "# ",
    "- skipping, seconds 180",
    "# , timing circuit, rounds 4, rest_between_rounds 60",
    "- squats by the sofa, reps 11",
    "- press-ups, reps 12",
    "- lunges, reps 9, sides each",
    "- carry the shopping upstairs, distance_m 20",
    "# ",
    "- stand on one leg, reps 2, seconds 15, sides each, hold",
    "- stretch my calves, seconds 30, sides each, hold",
)
case(
    "several in one sentence",
    "Every morning\n\nWe begin with ten push-ups, fifteen squats and twenty lunges, and then do a "
    "plank for forty seconds.",
    "# ",
    "- push-ups, reps 10",
    "- squats, reps 15",
    "- lunges, reps 20",
    "- plank, seconds 40, hold",
)
case(
    "prose that asks the reader to do it",
    "This week\n\nStart with six minutes of easy walking. Then do eleven chair squats, "
    "rest for thirty seconds, and repeat that four times. After that, do nine wall "
    "push-ups, two sets, with a "
    "minute of rest in between. Finish by holding the railing for twenty seconds on each side.",
    "# Start",
    "- easy walking, seconds 360",
    "- chair squats, sets 4, reps 11, rest 30",
    "- wall push-ups, sets 2, reps 9, rest 60",
    "- holding the railing, seconds 20, sides each, hold",
)
case(
    "a circuit that somebody tells in German",
    "Mein Morgen\n\nIch beginne mit zwei Minuten Marschieren. Dann kommt mein Zirkel. Ich mache "
    "zehn Kniebeugen, gefolgt von zw\u00f6lf Liegest\u00fctzen an der Wand. Danach setze ich "
    "mich eine Minute hin, und das Ganze dreimal.\n\nDann dehne ich die Waden, "
    "30 Sekunden pro Seite, und mache 20 Sekunden Wandsitz.",
    "# ",
    "- Marschieren, seconds 120",
    "# , timing circuit, rounds 3, rest_between_rounds 60",
    "- Kniebeugen, reps 10",
    "- Liegest\u00fctzen an der Wand, reps 12",
    "# ",
    "- die Waden, seconds 30, sides each",
    "- Wandsitz, seconds 20, hold",
)
case(
    "what was done once is not prescribed",
    "Notes\n\nI did 3 sets of 50 squats yesterday and went home after 10 minutes of rowing.\n\n"
    "- Bench 3 x 5",
    "# ",
    "- Bench, sets 3, reps 5",
)


@pytest.mark.parametrize("name", CASES)
def test_a_story_is_understood(name: str) -> None:
    text, expected = CASES[name]
    assert understood(text) == expected
