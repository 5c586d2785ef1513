"""A routine to make mistakes in, and what a message may consist of."""

LEGS = """\
title: Legs
equipment: [loop band, mat]
defaults: {rest: 45s, beat: 3s}
sections:
  - name: Warm-up
    type: circuit
    rounds: 2-3
    rest between rounds: 1 min
    exercises:
      - March: 30s
      - "Squat": 3 x 12, tempo 3-1-1-0
  - name: Strength
    exercises:
      - Side plank: 2-3 x 20-30s hold each side, rest 15s
        position: lying
      - rest: 1:30
      - name: Clamshell
        sets: 2
        reps: 12-15
        sides: each leg
        equipment: loop band
        without:
          loop band: {Clamshell: 2 x 20 each leg}
        cues:
          - Heels together.
          - "Slowly: two up, three down."
      - Lunge: 8 each leg, alternating
"""


def is_plain(text: str) -> bool:
    """Whether a terminal shows the text and does nothing else with it."""
    return all(c.isprintable() or c in "\n\t" for c in text)
