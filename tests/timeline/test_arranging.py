"""Where remarks go between the cues of work."""

from earcoach.timeline.arranging import BREATH, with_remarks
from earcoach.timeline.cues import Cue, Phrase, Role, Tone


def test_a_remark_waits_for_a_long_number_that_goes_on_after_a_tone() -> None:
    second = 48_000
    number = Cue(role=Role.COUNT, onset=second, length=6 * second, what=Phrase("Eight"))
    tick = Cue(role=Role.COUNT, onset=2 * second, length=2_400, what=Tone("tick"))
    remark = Cue(role=Role.CUE, onset=0, length=second, what=Phrase("Stand tall."))
    *_, placed = with_remarks(11 * second, [number, tick], [remark])
    assert placed.what == remark.what
    assert placed.onset == number.end + BREATH
