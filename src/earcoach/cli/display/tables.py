"""Tables on stdout."""

from collections.abc import Iterable, Sequence

from earcoach.cli.printing import harmless


def print_used_columns(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under a head, without the columns that have nothing in them."""
    columns = zip(head, zip(*rows, strict=True), strict=False)
    shown = [(title, cells) for title, cells in columns if any(cells)]
    print_table([title for title, _ in shown], zip(*(cells for _, cells in shown), strict=True))


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
            overflow="ellipsis" if whole else "fold",
            min_width=len("2026-11-28") if title == "date" else None,
        )
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    Console().print(table)
