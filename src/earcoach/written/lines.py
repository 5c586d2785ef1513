"""What a line says, classified by its shape and read by the grammar."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from earcoach.language.vocabulary.texts import Prose
from earcoach.routine.model import Range
from earcoach.routine.prescription import Found, Prescription
from earcoach.written.about_all import about_all, more_of_it, plain
from earcoach.written.asides import is_remark, led_dose, level_over_things
from earcoach.written.believing import believed
from earcoach.written.bracket_lines import END
from earcoach.written.building_up import built_up, spelt_out
from earcoach.written.clauses import credible, in_clauses
from earcoach.written.described import described, less_posture
from earcoach.written.entering import entered_pose
from earcoach.written.exercises import dosed, has_amount, shortened
from earcoach.written.headings import heading, heading_of, opened
from earcoach.written.intervals import intervals
from earcoach.written.leading_names import labelled, led_name, less_label, with_sets
from earcoach.written.letterheads import signs
from earcoach.written.letters import letter
from earcoach.written.named_rests import named_rests
from earcoach.written.names import (
    LONGEST_NAME,
    bare_leads,
    begins_with_movement,
    cleaned,
    holds_any,
    is_sentence,
    outside_brackets,
    starts_like,
    words_in,
)
from earcoach.written.parts import (
    Tongue,
    amount_of,
    doses_in,
    left_of,
    parts,
    rests_in,
    settings_of,
)
from earcoach.written.pieces import Piece
from earcoach.written.regimes import regime
from earcoach.written.rounds_ahead import rounds_ahead
from earcoach.written.sameness import same_but
from earcoach.written.sentences import sentences
from earcoach.written.settings import Setting
from earcoach.written.splitting import apart, unglued
from earcoach.written.statements import PLAIN, Kind, Statement, nameless
from earcoach.written.story import story
from earcoach.written.tables import ROW
from earcoach.written.totals import less_total

_ABOUT_ALL = (Kind.SETTING, Kind.HEADING, Kind.SAME, Kind.WARNING)

_MAIL = re.compile(r"[\w.-]@[a-zA-Z][\w-]*\.[a-zA-Z]{2,}")
_STAMP = re.compile(
    r"^\W*(?:\d{4}-\d{2}-\d{2}|\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b.*|\d{1,3}\s?/\s?\d{1,3}"
    r"|page \d+.*)$",
    re.IGNORECASE,
)


def said_in(piece: Piece, tongue: Tongue) -> Iterator[Statement]:
    """What one line says, whatever stands around it."""
    if not piece.text:
        yield plain(piece, Kind.BLANK)
    elif piece.marker == END:
        yield nameless(plain(piece, Kind.HEADING), PLAIN)
    elif piece.asked or _STAMP.match(piece.text) or _MAIL.search(piece.text):
        yield plain(piece, Kind.CHATTER)
    else:
        for text in unglued(piece.text, tongue):
            first, *others = apart(text, tongue)
            yield from _of_text(piece.saying(first), tongue)
            for one in others:  # as items of a list, which heads nothing
                yield from _of_text(replace(piece.saying(one), marker=piece.marker or "-"), tongue)


def _of_text(piece: Piece, tongue: Tongue) -> Iterator[Statement]:
    piece = spelt_out(less_label(piece, tongue), tongue)
    text, prose = piece.text, tongue.prose
    if starts_like(text, prose.equipment) and not with_sets(text, tongue):
        yield from _things(piece, tongue)
        return
    short = len(sentences(text)) == 1 and len(text) < 80
    if short and not piece.marker and holds_any(text, prose.chatter):
        yield plain(piece, Kind.CHATTER)
        return
    led = led_dose(text, tongue)
    if led:
        yield from _of_text(replace(piece, text=led, marker="field", level=0), tongue)
        return
    if is_remark(text, tongue):
        warns = _warns(text, tongue) and is_sentence(text, prose)
        yield plain(piece, Kind.WARNING if warns else Kind.PROSE)
        return
    lift = tuple(built_up(piece, tongue))
    if lift:
        yield from lift
        return
    turns = intervals(piece, tongue)
    if turns:
        yield from turns
        return
    less = less_total(text, tongue)[0]
    if less != text:
        yield from _of_text(piece.saying(less), tongue)
        return
    rest = piece.text[len(piece.lead) :]
    whole_lead = bool(piece.lead) and has_amount(parts(piece.lead, tongue))
    if whole_lead and text.startswith(piece.lead) and is_sentence(rest, prose):
        yield from _of_text(replace(piece, text=piece.lead, lead=""), tongue)
        yield plain(piece.saying(rest.lstrip(" :-\u2013\u2014")), Kind.PROSE)
        return
    whole = story(piece, tongue) or letter(piece, tongue)
    if whole:
        yield from _clearer(whole, tuple(_by_sentence(piece, sentences(text), tongue)), tongue)
        return
    called = labelled(piece, tongue) or led_name(piece, tongue)
    if called:
        yield replace(plain(piece, Kind.NAME, name=called), named=bool(piece.lead))
        return
    begun = rounds_ahead(piece, tongue) or opened(piece, tongue)
    if begun is not None:
        head, rest = begun
        yield head
        if rest:
            for one in apart(rest, tongue):
                yield from _of_text(replace(piece, text=one, level=0, bold=False), tongue)
        return
    several = less_posture(piece, sentences(text), tongue)
    head_only = heading(piece, tongue) if len(several) == 1 or piece.level else None
    if head_only is not None:
        yield head_only
    elif len(several) > 1 and (named := described(piece, several, tongue)):
        yield from _clearer((named,), tuple(_by_sentence(piece, several, tongue)), tongue)
    else:
        yield from _by_sentence(piece, several, tongue)


def _things(piece: Piece, tongue: Tongue) -> Iterator[Statement]:
    """What is needed; a rest that is told after it is one: `You need a mat. Rest for a minute.`"""
    things, *others = sentences(piece.text)
    rests = bool(rests_in(parts(" ".join(others), tongue)))
    told = piece.saying(things) if rests else piece
    yield replace(plain(told, Kind.EQUIPMENT), level=level_over_things(told))
    if rests:
        yield from _of_text(piece.saying(piece.text[len(things) :].lstrip()), tongue)


def _by_sentence(piece: Piece, several: Sequence[str], tongue: Tongue) -> Iterator[Statement]:
    """What each sentence says."""
    dosed_before = False
    for n, sentence in enumerate(several):
        part = piece.saying(sentence)
        begun = opened(part, tongue) if len(several) > 1 else None
        if begun is not None:
            yield begun[0]
            part = part.saying(begun[1])
        if dosed_before and starts_like(part.text, tongue.prose.besides):
            yield plain(part, Kind.PROSE)
            continue
        if len(several) > 1 and _is_title(part.text, tongue):
            yield heading_of(part.saying(part.text.partition("(")[0]), (), tongue)
            continue
        for one in _sentence(part, tongue, len(several) > 1) if part.text else ():
            loose = dosed_before or _places(part.text, tongue.prose)  # `Yes, that counts.`
            loose = loose or bool(n and piece.marker)  # `Slept badly. Bad idea.`
            aside = one.kind is Kind.NAME and loose
            yield replace(one, kind=Kind.PROSE) if aside else one
            dosed_before = dosed_before or one.kind is Kind.EXERCISE


def _is_unclear(piece: Piece, told: Sequence[Statement], tongue: Tongue) -> bool:
    """Whether a sentence has more doses than there are exercises in what is told of it."""
    if piece.marker in ("set", "field", ROW) or any(one.kind in _ABOUT_ALL for one in told):
        return False
    doses = sum(map(amount_of, parts(piece.text, tongue)))
    listed = piece.text.count(",") > 1 or is_sentence(piece.text, tongue.prose)
    return listed and doses > credible(told, tongue.prose)


def _is_title(text: str, tongue: Tongue) -> bool:
    """Whether a sentence is no more than the name of a section: `and stretch!!`."""
    title = text.partition("(")[0]
    words, prose = words_in(title), tongue.prose
    named = 0 < len(words) <= 3 and not re.search(r"\d", title)
    own = prose.warm_up | prose.cool_down | prose.stretching | prose.finishing
    named = named and not own.isdisjoint(words)
    return named and (prose.sections | prose.glue).issuperset(words) and not text.endswith(")")


def _clearer(
    told: tuple[Statement, ...], other: tuple[Statement, ...], tongue: Tongue
) -> tuple[Statement, ...]:
    """What is told, or what another way of reading finds more exercises in."""
    better = credible(other, tongue.prose) > credible(told, tongue.prose)
    return other if better else told


def _sentence(piece: Piece, tongue: Tongue, in_prose: bool) -> Iterator[Statement]:
    begun = _begun(piece, tongue)
    told = tuple(_begun_sentence(_unconditional(begun, tongue), tongue, in_prose))
    if _is_unclear(begun, told, tongue):
        told = _clearer(told, in_clauses(begun, tongue), tongue)
    for n, one in enumerate(told):
        yield replace(one, goes_on=True) if n == 0 and begun is not piece else one


def _begun_sentence(piece: Piece, tongue: Tongue, in_prose: bool) -> Iterator[Statement]:
    text, prose = piece.text, tongue.prose
    about_section = named_rests(piece, tongue) or regime(piece, tongue)
    if about_section:
        yield from about_section
        return
    same = same_but(piece, tongue)
    if same:
        yield same
        return
    found = believed(piece, tongue, in_prose=in_prose)
    amounts = has_amount(found)
    left = left_of(text, found, tongue)
    if _warns(text, tongue) and (is_sentence(text, prose) or not amounts):
        yield plain(piece, Kind.WARNING)
    elif starts_like(text, prose.totals) or (holds_any(text, prose.chatter) and not piece.marker):
        yield plain(piece, Kind.CHATTER, setting=settings_of(found))
    elif starts_like(left, prose.same) and not amounts:
        yield plain(piece, Kind.SAME)
    elif " = " in text and not any(part.said.sets for part in doses_in(found)):
        yield plain(piece, Kind.PROSE)
    elif not found and holds_any(text, prose.one_by_one):
        yield replace(plain(piece, Kind.HEADING), level=9, nameless=True)
    elif not found and in_prose and _once_again(text, tongue):
        twice = Setting(rounds=Range(2, 2), repeats=True)
        yield replace(plain(piece, Kind.SETTING), setting=twice)
    elif not found:
        yield _nameless(piece, tongue)
    elif not amounts:
        yield from about_all(piece, found, tongue)
    else:
        yield from dosed(piece, found, tongue)


def _once_again(text: str, tongue: Tongue) -> bool:
    """Whether a sentence says that the dose before it is done again: `Then do twelve more.`"""
    words, prose = words_in(text), tongue.prose
    more = more_of_it(tongue).finditer(text)
    counted = any(not re.search(r"\w", text[match.end() :]) for match in more)
    short = len(words) < 3 and words[-1:] in prose.ends_again
    return counted or short


def _begun(piece: Piece, tongue: Tongue) -> Piece:
    """A sentence less the words by which it goes on: `after that, hold a plank for 30 s`."""
    text = piece.text
    entered = entered_pose(text, tongue)
    if entered != text and has_amount(parts(entered, tongue)):
        return piece.saying(entered)
    if not starts_like(text, bare_leads(tongue.prose)):
        return piece
    for lead in tongue.prose.lead_ins:
        if starts_like(text, (lead, lead.rstrip() + ",", lead.rstrip() + ":")) and has_amount(
            parts(text, tongue)
        ):
            return _begun(piece.saying(text[len(lead) :].lstrip(" ,:")), tongue)
    return piece


def _unconditional(piece: Piece, tongue: Tongue) -> Piece:
    """An exercise less when it is done: `teaser 3-5 only if backs are happy`."""
    text, folded = piece.text, piece.text.casefold()
    if not tongue.prose.conditions.anywhere(folded):
        return piece
    at = min((n for word in tongue.prose.conditions if (n := folded.find(word)) > 0), default=0)
    head = text[:at]
    short = at and len(words_in(head)) < 6 and not is_sentence(head, tongue.prose)
    told = parts(head, tongue) if short else ()
    bare = not piece.marker and any(
        isinstance(p, Found) and p.bare and head[: p.start].strip() and "-" not in head[p.start :]
        for p in told
    )
    one = sum(map(amount_of, told)) == 1 and bool(left_of(head, told, tongue)) and not bare
    return piece.saying(head.rstrip(" ,;(")) if one else piece


def _warns(text: str, tongue: Tongue) -> bool:
    return holds_any(text, tongue.prose.warnings) and len(words_in(text)) > 3


def _nameless(piece: Piece, tongue: Tongue) -> Statement:
    """A line without any dose: the name of an exercise, or prose."""
    text, prose = piece.text, tongue.prose
    tail = re.search(r"(?:\s[-\u2013\u2014~=]|[:,])\s*([^:,\u2013\u2014]+)$", text)
    alone = tail and ":" not in text[: tail.start()]
    if tail and alone and starts_like(tail[1], prose.same) and len(words_in(tail[1])) < 4:
        return plain(piece, Kind.SAME, name=cleaned(text[: tail.start()], prose.glue))
    if piece.marker == "field":  # `Duration: 8 weeks`
        return plain(piece, Kind.PROSE)
    words = set(words_in(text))
    if signs(text, prose) and not piece.marker:
        return plain(piece, Kind.CHATTER)
    if words & prose.social and not piece.marker and not words & prose.how_to:
        return plain(piece, Kind.CHATTER)
    ended = text.rstrip()[-1:] in "?!" or (text.rstrip().endswith(".") and not piece.marker)
    told = (prose.telling | prose.past) - _own_words(piece, prose)
    if is_sentence(text, prose) or ended or set(words_in(outside_brackets(text))) & told:
        listed = piece.marker or (piece.indent and not ended)
        if piece.marker and not ended and begins_with_movement(text, prose):
            return plain(piece, Kind.NAME, name=cleaned(text, prose.glue))
        short = shortened(text, tongue) if listed else text
        if short == text or is_sentence(short, prose) or len(words_in(text)) > LONGEST_NAME + 1:
            return plain(piece, Kind.PROSE)
        return plain(piece, Kind.NAME, name=short)
    told_beside = words & told or is_sentence(text.partition("(")[2], prose)
    bare = outside_brackets(text) if told_beside else text  # `Dips (easier: do them on a box)`
    name = cleaned(bare, prose.glue) if not re.match(r"\d{5}", text) else ""
    if words and words <= set(tongue.words.rest.by_first):
        return plain(piece, Kind.PROSE)
    named = plain(piece, Kind.NAME if name else Kind.PROSE, name=name)
    rounds = piece.rounds
    return replace(named, said=Prescription(sets=Range(rounds, rounds))) if rounds > 1 else named


def _places(text: str, prose: Prose) -> bool:
    """Whether a sentence begins with where, or how, and not with what: `On your feet.`"""
    return not prose.before.isdisjoint(words_in(text)[:1])


def _own_words(piece: Piece, prose: Prose) -> frozenset[str]:
    """Words that the name of a numbered exercise may have: `3. Circle your partner`."""
    words = words_in(piece.text)
    whole = piece.marker[:1].isdigit() and not re.search(r"[:,;\u2013\u2014]|\s-\s", piece.text)
    named = whole and 0 < len(words) < 6 and words[0] not in prose.how_to
    return prose.own if named else frozenset()
