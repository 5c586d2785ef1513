"""The commands about past sessions: history, history show, history forget."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from earcoach.cli.display.tables import print_table, print_used_columns
from earcoach.cli.messages import notice
from earcoach.cli.options import PrintJsonOption, session_number
from earcoach.cli.printing import tell
from earcoach.errors import UsageError
from earcoach.language.words import words_in
from earcoach.units import format_clock

if TYPE_CHECKING:  # loaded when it is needed
    from earcoach.log.entries import PastSession, SetRecord
    from earcoach.log.store import Store


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    group = typer.Typer(rich_markup_mode=None)
    group.callback(invoke_without_command=True)(history)
    group.command("show", epilog="Example: earcoach history show 3")(show)
    group.command("forget", epilog="Example: earcoach history forget 3")(forget)
    app.add_typer(group, name="history", epilog="Example: earcoach history show 3")


def history(context: typer.Context, *, as_json: PrintJsonOption = False) -> None:
    """List past sessions, the newest first."""
    if context.invoked_subcommand is not None:
        return
    sessions = _open().sessions()
    if as_json:
        tell(json.dumps([_plain(s) for s in sessions], indent=2, ensure_ascii=False))
    elif sessions:
        print_table(("no", "date", "time", "session"), [_row(session) for session in sessions])
    else:
        tell("no session yet: see `earcoach start --help`", err=True)


def show(
    number: Annotated[
        int,
        typer.Argument(parser=session_number, metavar="N", help="The session's number."),
    ],
    *,
    as_json: PrintJsonOption = False,
) -> None:
    """Show one session: every set that was done or skipped."""
    past = _open()
    session = past.session(number)
    if session is None:
        raise UsageError(f"there is no session {number}", cure="see `earcoach history`")
    work = past.work(number)
    if as_json:
        plain = {**_plain(session), "work": [_plain_set(record) for record in work]}
        tell(json.dumps(plain, indent=2, ensure_ascii=False))
        return
    tell(f"{session.title}, {_date(session)}, {_ending(session)}")
    tell(f"{format_clock(session.trained_s)} trained, {_amount(session)}")
    tell()
    print_used_columns(("exercise", "round", "set", "side", "dose", ""), _set_rows(work))


def forget(
    numbers: Annotated[
        list[int] | None,
        typer.Argument(parser=session_number, metavar="[N]...", help="The sessions' numbers."),
    ] = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All sessions.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Do not ask.")] = False,
) -> None:
    """Delete sessions for good; with --all you are asked first."""
    if everything:
        _forget_all(force=force)
    elif not numbers:
        raise UsageError("which session?", cure="give its number, or --all")
    for number in numbers or ():
        _open().forget(number)


def _forget_all(*, force: bool) -> None:
    past = _open()
    count = len(past.sessions())
    if not count:
        notice("there is no session to forget")
    elif not force and not sys.stdin.isatty():
        cure = "add --force, or give their numbers"
        raise UsageError(f"this forgets all sessions for good: {count}", cure=cure)
    elif not force and not typer.confirm(f"Forget all {count} sessions for good?", err=True):
        notice("nothing was forgotten")
        return
    past.forget_all()


def _open() -> "Store":
    from earcoach.log.store import open_store  # only what asks for the past loads it

    return open_store(notice=notice, strict=True)


def _row(session: "PastSession") -> tuple[str, ...]:
    told = [session.title, f"{_amount(session)}, {_ending(session)}"]
    if session.skipped:
        told.append(f"skipped: {', '.join(session.skipped)}")
    return str(session.id), _date(session), format_clock(session.trained_s), "\n".join(told)


def _amount(session: "PastSession") -> str:
    """`2 sets, 16 reps`, and at which pace where that is not the usual one."""
    sets = "1 set" if session.sets == 1 else f"{session.sets} sets"
    pace = f" at pace {float(session.pace):g}" if session.pace != 1 else ""
    return f"{sets}, {words_in().count('reps', session.reps)}{pace}"


def _set_rows(work: Sequence["SetRecord"]) -> Iterator[tuple[str, ...]]:
    """Every set, and above those of a section its name."""
    section = ""
    rounds = any(record.round > 1 for record in work)
    for one in work:
        if one.section != section:
            section = one.section
            yield section, "", "", "", "", ""
        number = str(one.round) if rounds else ""
        state = "" if one.done else "skipped"
        indented = f"  {one.exercise}" if section else one.exercise
        yield indented, number, str(one.set), one.side or "", _dose(one), state


def _dose(record: "SetRecord") -> str:
    """How much a set was, as what it was: `8 reps`, `5 breaths`, `1.5 miles`."""
    from earcoach.timeline.wording.doses import distance, duration
    from earcoach.timeline.wording.titles import shown_amount_of

    words = words_in()
    if record.distance is not None:
        amount, _, unit = record.distance.partition(" ")
        return distance(amount, unit, words)
    for name, count in (("breaths", record.breaths), ("calories", record.calories)):
        if count is not None:
            return words.count(name, count)
    if record.or_more:
        return words.say("reps_or_more", number=record.reps)
    reps = shown_amount_of(record.reps, record.length_ms, words)
    if record.rep_hold_ms:
        return words.say("held", reps=reps, time=duration(record.rep_hold_ms, words))
    return reps


def _date(session: "PastSession") -> str:
    return f"{session.started_at:%Y-%m-%d %H:%M}"


def _ending(session: "PastSession") -> str:
    ending = "under way" if session.under_way else session.ending or "cut off"
    return f"{ending}, can be resumed" if session.resumable else ending


def _plain(session: "PastSession") -> dict[str, Any]:
    return {
        "id": session.id,
        "routine": session.routine,
        "title": session.title,
        "started_at": session.started_at.isoformat(),
        "trained_s": round(session.trained_s, 3),
        "sets": session.sets,
        "reps": session.reps,
        "skipped": list(session.skipped),
        "pace": float(session.pace),
        "ending": session.ending,
        "under_way": session.under_way,
        "resumable": session.resumable,
    }


def _plain_set(record: "SetRecord") -> dict[str, Any]:
    return {
        "exercise": record.exercise,
        "section": record.section,
        "round": record.round,
        "set": record.set,
        "side": record.side,
        "reps": record.reps,
        "seconds": None if record.length_ms is None else record.length_ms / 1000,
        "breaths": record.breaths,
        "calories": record.calories,
        "distance_m": record.distance_m,
        "rep_hold_s": None if record.rep_hold_ms is None else record.rep_hold_ms / 1000,
        "or_more": record.or_more,
        "done": record.done,
        "at": record.at.isoformat(),
    }
