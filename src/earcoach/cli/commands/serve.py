"""The command that serves the page: for this machine, or for the phone in the same network."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from earcoach.cli import completing
from earcoach.cli.messages import notice
from earcoach.cli.options import AllowPrivateOption, a_whole_number
from earcoach.cli.printing import tell
from earcoach.errors import UsageError
from earcoach.extras import EXTRAS, how_to_install
from earcoach.language.registry import LANGUAGES
from earcoach.language.words import words_in
from earcoach.paths import state_folder
from earcoach.routine.catalog import list_routines, routine_file
from earcoach.routine.loading import load

EXTRA = "serve"
PORT = 8765
PLAIN_HTTP = (
    "over plain http a browser neither keeps the display awake nor works without the network: "
    "--cert and --key help"
)

HIGHEST_PORT = 65_535


PortOption = Annotated[
    int,
    typer.Option(
        parser=a_whole_number("port", lowest=0, highest=HIGHEST_PORT),
        metavar="N",
        show_default=False,
        help=f"The port, usually {PORT}; 0 takes any that is free.",
    ),
]
TextsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ROUTINE]...",
        help="What the page begins with: names, paths, or texts of any kind.",
        autocompletion=completing.routines,
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("serve", epilog="Example: earcoach serve --lan")(serve)


def serve(
    routines: TextsArgument = None,
    *,
    port: PortOption = PORT,
    lan: Annotated[
        bool, typer.Option("--lan", help="For phones in this network; prints a code to scan.")
    ] = False,
    new_key: Annotated[
        bool, typer.Option("--new-key", help="A new address: the old one is worth nothing.")
    ] = False,
    cert: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A certificate (PEM), for https.")
    ] = None,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The private key of the certificate.")
    ] = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Serve a page that coaches: paste a workout, choose, play. Ctrl-C ends it.

    Its address is the first line. Only this machine can open it, or with --lan whoever has the
    address, which has a key in it that nobody guesses.
    """
    for library in EXTRAS[EXTRA]:
        if find_spec(library) is None:
            cure = how_to_install(EXTRA)
            raise UsageError(f"`serve` needs `{library}` installed", cure=cure)
    if (cert is None) != (key is None):
        raise UsageError("a certificate has a key", cure="give both --cert and --key")
    from earcoach.serve.addresses import qr_code  # here: they load the extra
    from earcoach.serve.running import Certificate, address_of, listening, run
    from earcoach.serve.secret import kept_key

    certificate = Certificate(cert=cert, key=key) if cert and key else None
    if certificate:
        certificate.check()
    begin = [_begun(name, allow_private=allow_private) for name in routines or ()]
    folder = state_folder("serve")
    secret = kept_key(folder, renew=new_key) if lan or new_key else None
    languages = {code: words_in(code).language.labels for code in LANGUAGES}
    path_key = secret if lan else None
    with listening(port=port, lan=lan) as made:
        address = address_of(made, key=path_key, certificate=certificate)
        tell(address)
        if lan:
            tell(qr_code(address))
            if certificate is None:
                notice(PLAIN_HTTP)
        run(made, key=path_key, certificate=certificate, begin=begin, languages=languages)


def _begun(name: str, *, allow_private: bool) -> dict[str, str]:
    """What the page begins with: a routine of the catalog, or the text of another."""
    if any(entry.name == name for entry in list_routines()):
        return {"routine": name}
    path = routine_file(name)
    if path is not None:
        routine = load(path)
        return {"document": path.read_text(encoding="utf-8-sig"), "title": routine.title}
    from earcoach.written.loading import loaded, understand

    understood = understand(name, allow_private=allow_private)
    return {"document": understood.document, "title": loaded(understood).routine.title}
