"""An exported page: how it is written, and what it is to who cannot see it."""

from pathlib import Path

from heard import timeline_in

import earcoach
from earcoach.audio.mixer import Mixer
from earcoach.audio.sounds import Sounds
from earcoach.audio.tones import default_tones
from earcoach.audio.voices.voice import Voice
from earcoach.language.english import ENGLISH
from earcoach.language.german import GERMAN as GERMAN_LANGUAGE
from earcoach.output.export import write_session
from earcoach.plan.planning import make_plan

HOSTILE = """\
title: "</title></script><script>told = 1</script> \\"a\\" 'b' & $audio \U0001f3cb\ufe0f תרגיל"
sections:
  - name: "<img src=x onerror=told=1>"
    exercises:
      - "</script><!--<script>": 1 x 1
      - "תרגיל \U0001f3cb\ufe0f &amp; $title": 1 x 5s hold
"""
EVERYTHING = """\
- banner:
  - heading "Short" [level=1]
  - paragraph: 1:45 left
- main:
  - paragraph: Introduction
  - heading "Short" [level=2]
  - paragraph
  - timer "Time left in this phase": "3"
  - paragraph: "Next: Squat, left, set 1 of 2"
  - paragraph
- region "Player":
  - slider "Place in the session": "0"
  - button "Back"
  - button "Play"
  - button "Next exercise"
  - button "Repeat the set"
  - paragraph: space play or pause n next p back r repeat
- navigation "Exercises":
  - heading "Exercises" [level=2]
  - heading "Legs" [level=3]
  - list:
    - listitem:
      - button "Squat 0:02 2 sets of 2 on each side":
        - text: Squat
        - time: 0:02
        - text: 2 sets of 2 on each side
  - heading "Core" [level=3]
  - list:
    - listitem:
      - button "Plank 0:46 round 1 of 2, 6 seconds":
        - text: Plank
        - time: 0:46
        - text: round 1 of 2, 6 seconds
    - listitem:
      - button "Bug 1:01 round 1 of 2, 5 seconds":
        - text: Bug
        - time: 1:01
        - text: round 1 of 2, 5 seconds
    - listitem:
      - button "Plank 1:14 round 2 of 2, 6 seconds":
        - text: Plank
        - time: 1:14
        - text: round 2 of 2, 6 seconds
    - listitem:
      - button "Bug 1:29 round 2 of 2, 5 seconds":
        - text: Bug
        - time: 1:29
        - text: round 2 of 2, 5 seconds
  - paragraph: "{another_pace}"
""".format(another_pace=ENGLISH.labels["another_pace"])
"""All roles and names of the page at its start."""
GERMAN = """\
title: Beine
language: de
exercises:
  - Kniebeuge: 1 x 2 each side, rest 6s
  - Unterarmstütz: 1 x 6s hold
"""
GERMAN_EVERYTHING = """\
- banner:
  - heading "Beine" [level=1]
  - paragraph: noch 0:47
- main:
  - paragraph: Einleitung
  - heading "Beine" [level=2]
  - paragraph
  - timer "Restzeit dieses Abschnitts": "2"
  - paragraph: "Als Nächstes: Kniebeuge, links"
  - paragraph
- region "Wiedergabe":
  - slider "Stelle in der Einheit": "0"
  - button "Zurück"
  - button "Abspielen"
  - button "Nächste Übung"
  - button "Satz wiederholen"
  - paragraph: Leertaste abspielen oder anhalten n weiter p zurück r wiederholen
- navigation "Übungen":
  - heading "Übungen" [level=2]
  - heading "Training" [level=3]
  - list:
    - listitem:
      - button "Kniebeuge 0:02 2 Wiederholungen pro Seite":
        - text: Kniebeuge
        - time: 0:02
        - text: 2 Wiederholungen pro Seite
    - listitem:
      - button "Unterarmstütz 0:29 6 Sekunden":
        - text: Unterarmstütz
        - time: 0:29
        - text: 6 Sekunden
  - paragraph: "{another_pace}"
""".format(another_pace=GERMAN_LANGUAGE.labels["another_pace"])


def session(text: str, speaker: Voice) -> Mixer:
    tones = default_tones()
    plan = make_plan(earcoach.loads(text))
    timeline = timeline_in(plan, Sounds(speaker, tones))
    return Mixer(timeline, Sounds(speaker, tones))


def written(text: str, speaker: Voice, folder: Path) -> Path:
    path = folder / "session.html"
    write_session(session(text, speaker), path)
    return path
