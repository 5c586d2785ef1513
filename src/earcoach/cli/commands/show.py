"""The command that shows a session without playing it."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from earcoach.cli.display.tables import print_table
from earcoach.cli.messages import notice, tell_left_out
from earcoach.cli.options import AllowPrivateOption, PrintJsonOption, RoutineArgument
from earcoach.cli.printing import tell
from earcoach.cli.setting_options import SETTINGS_WITHOUT_MUSIC, with_settings
from earcoach.coach import Coach
from earcoach.settings import SettingKeywords
from earcoach.units import format_clock, seconds_of_frames

if TYPE_CHECKING:
    from earcoach.timeline.schedule import Timeline


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("show", epilog="Example: earcoach show runners-mini-band --pace 1.2")(show)


@with_settings(*SETTINGS_WITHOUT_MUSIC)
def show(
    routine: RoutineArgument,
    *,
    cues: Annotated[bool, typer.Option("--cues", help="Print everything that is heard.")] = False,
    as_json: PrintJsonOption = False,
    allow_private: AllowPrivateOption = False,
    settings: SettingKeywords,
) -> None:
    """Show a session at a glance: what is done, and when."""
    coach = Coach(routine, allow_private=allow_private, notice=notice, **settings)
    tell_left_out(coach.left_out)
    if as_json:
        tell(json.dumps(coach.cue_sheet_json(), ensure_ascii=False))
    elif cues:
        for line in coach.cue_sheet():
            tell(line)
    else:
        _print_overview(coach.timeline)


def _print_overview(timeline: "Timeline") -> None:
    from earcoach.timeline.overview import overview
    from earcoach.timeline.wording.titles import joined

    words, rows = timeline.words, list[tuple[str, ...]]()
    last = None
    for row in overview(timeline):
        section, last = row.section if row.section != last else "", row.section
        rounds = words.count("rounds", row.rounds) if row.rounds > 1 else ""
        dose = joined(row.dose, rounds)
        rows.append((_clock(row.onset), section, row.exercise, dose, _clock(row.length)))
    routine = timeline.plan.routine
    tell(f"{routine.title}, {_clock(timeline.length)}")
    if routine.summary:
        tell(routine.summary)
    if routine.equipment:
        tell(f"equipment: {', '.join(routine.equipment)}")
    tell()
    print_table(("at", "section", "exercise", "dose", "time"), rows)


def _clock(frames: int) -> str:
    return format_clock(seconds_of_frames(frames))
