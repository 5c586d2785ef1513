"""The second stage: what all lines say; each is read alone, and then beside those around it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.written.about_all import plain
from earcoach.written.asides import without_asides
from earcoach.written.beside import without_beside
from earcoach.written.bracket_lines import without_brackets
from earcoach.written.cards import cards
from earcoach.written.chapters import without_stamps
from earcoach.written.counting_up import counting_up
from earcoach.written.doses_ahead import with_doses_ahead
from earcoach.written.each_section import with_rounds_of_each
from earcoach.written.fragments import without_fragments
from earcoach.written.group_doses import with_group_doses
from earcoach.written.leaflets import below_names
from earcoach.written.lettered import without_letters
from earcoach.written.letterheads import without_letterheads
from earcoach.written.lines import said_in
from earcoach.written.lists import with_items_alike, with_led_lists
from earcoach.written.logs import with_logged_sets
from earcoach.written.looping import looped
from earcoach.written.loud_names import less_loud
from earcoach.written.nested import with_notes_below
from earcoach.written.own_sections import own_sections, with_buy_ins
from earcoach.written.paragraphs import paragraphs, titled
from earcoach.written.parts import Tongue
from earcoach.written.pieces import Piece
from earcoach.written.rounds_ahead import less_rounds_ahead
from earcoach.written.rounds_below import with_rounds_behind, with_rounds_below
from earcoach.written.statements import Kind, Lines, Statement
from earcoach.written.swims import in_the_pool
from earcoach.written.tables import rows_as_lines
from earcoach.written.unnamed import with_sports
from earcoach.written.unwrapping import unwrapped
from earcoach.written.windows import less_windows


def statements(pieces: Sequence[Piece], tongue: Tongue) -> tuple[Statement, ...]:
    """What all pieces say, in order."""
    lines = _whole_lines(pieces, tongue)
    said = [
        [*_end_of_list(before, piece), *said_in(piece, tongue)]
        for before, piece in zip((None, *lines), lines, strict=False)
    ]
    said = list(below_names(titled(said, tongue), lines, tongue))
    said = _in_lists(_in_rounds(without_fragments(said, tongue), tongue), tongue)
    told = paragraphs(cards(said, tongue), tongue)
    return _in_order([statement for line in told for statement in line], tongue)


def _whole_lines(pieces: Sequence[Piece], tongue: Tongue) -> list[Piece]:
    """The pieces as lines that can be read one by one: whole, and less what is not of a workout."""
    own = tuple(without_beside(unwrapped(pieces, tongue.prose), tongue.prose))
    own = tuple(without_letterheads(own, tongue.prose))
    own = less_loud(tuple(without_letters(own, tongue)))
    own = tuple(without_brackets(own, tongue))
    timeless = less_windows(tuple(without_stamps(own, tongue)), tongue)
    return rows_as_lines(counting_up(timeless), tongue)


def _in_rounds(said: Lines, tongue: Tongue) -> Lines:
    """The lines, with a section for whatever is gone through a number of times."""
    said = with_rounds_of_each(with_buy_ins(said, tongue.prose), tongue)
    return own_sections(less_rounds_ahead(with_rounds_below(with_rounds_behind(said))))


def _in_lists(said: Lines, tongue: Tongue) -> Lines:
    """The lines, with what a list is told as a whole, and less what is only told of something."""
    said = with_logged_sets(said, tongue)
    said = with_items_alike(with_led_lists(said, tongue), tongue)
    return with_notes_below(with_doses_ahead(without_asides(said, tongue), tongue), tongue)


def _in_order(said: Sequence[Statement], tongue: Tongue) -> tuple[Statement, ...]:
    """The statements, as often as they are looped through, each with what it has of its group."""
    grouped = with_group_doses(looped(said, tongue.prose), tongue)
    return tuple(in_the_pool(list(with_sports(grouped, tongue)), tongue.prose))


def _end_of_list(before: Piece | None, piece: Piece) -> Iterator[Statement]:
    """Where a message ends with a list: what the next one says is no part of it."""
    if before is not None and piece.spoken and before.text and not before.spoken:
        yield replace(plain(piece, Kind.HEADING), level=9, nameless=True)
