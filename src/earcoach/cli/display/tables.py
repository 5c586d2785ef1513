"""Tables on stdout."""

from collections.abc import Iterable, Sequence

from earcoach.cli.printing import harmless


def print_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under a head; in colour where the terminal has it and NO_COLOR is not set."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="cyan")
    for title in head:
        numeric = title in ("line", "at", "time", "about", "no", "sets", "reps", "pace")
        whole = numeric or title == "name"  # half a name is no use
        table.add_column(
            title,
            justify="right" if numeric else "left",
            no_wrap=whole,
            min_width=len("2026-11-28") if title == "date" else None,
        )
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    Console().print(table)
