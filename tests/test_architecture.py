"""What the design promises about the sources: who imports whom, and what happens at the edge only.

The sources are parsed and not run, so that an import inside a function counts too.
"""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

import earcoach

PACKAGE = Path(earcoach.__file__).parent
ROOMS = (
    {
        "errors",
        "units",
        "suggest",
        "arguments",
        "paths",
        "locks",
        "clocks",
        "promise",
        "extras",
        "on_demand",
    },
    {"language"},
    {"routine"},
    {"library", "written"},
    {"plan"},
    {"timeline"},
    {"audio"},
    {"output", "devices"},
    {"session", "log", "desktop"},
    {"settings", "defaults", "checks", "finding", "performing", "understanding"},
    {"coach", "exporting", "streaming"},
    {"cli", "serve", "__main__"},
)
"""The rooms of the program from the lowest up; a room may import from its own row and below."""

FACADE = "earcoach"
PROGRAMS = {"earcoach.audio.voices.worker"}
"""What runs as a process of its own: its environment is nobody else's."""
PLACES = {"earcoach.paths"}
"""Who asks the environment where the user's files are, for everybody."""
HEAVY = ("yaml", "sounddevice", "hibari", "pyttsx3", "lameenc")
READING = ("openpyxl", "pypdf", "trafilatura")
HOMES = {
    **dict.fromkeys((*HEAVY, *READING), 1),
    "av": 2,  # writes M4A, and reads it as music
    "miniaudio": 2,  # plays, and reads MP3
    "soundfile": 3,  # writes FLAC, Vorbis and Opus, and reads music and what pyttsx3 has written
}
"""In how many modules a library may be imported."""
SLOW_TO_IMPORT = {*HOMES, "numpy", "onnxruntime", "rich", "sqlite3", "ssl"}
MOST_UNNAMED = 3
"""Fields of a value that may be given by their order alone."""
IN_ORDER = {"earcoach.routine.model.Tempo"}
"""Values whose parts have an order that everybody knows: 3-1-1-0, eccentric first."""
ARTICLES = {"a", "an", "its", "of", "the"}
TYPE_NAME = re.compile(r"[A-Z]\w*[a-z]\w*")
NAMELESS = {"utils", "util", "helpers", "helper", "manager", "managers", "core", "common", "misc"}


def module_of(path: Path) -> str:
    parts = (FACADE, *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def trees() -> dict[str, ast.Module]:
    """The syntax tree of each module by its name."""
    paths = set(PACKAGE.rglob("*.py")) - set((PACKAGE / "_data").rglob("*"))
    return {module_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(paths)}


def imports_of(module: str) -> Iterator[str]:
    """What a module imports, as full names of modules as far as they are ours."""
    for node in ast.walk(trees()[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            assert node.module is not None
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in trees() else node.module for name in names)


def ours(module: str) -> set[str]:
    return {name for name in imports_of(module) if name.split(".")[0] == FACADE}


def row_of(module: str) -> int:
    room = module.split(".")[1]
    return next(row for row, rooms in enumerate(ROOMS) if room in rooms)


def below_the_edge() -> list[str]:
    return [module for module in trees() if module != FACADE and row_of(module) < len(ROOMS) - 1]


def test_every_module_has_its_room() -> None:
    assert len(trees()) > 30
    for module in trees():
        assert module == FACADE or row_of(module) >= 0


def test_imports_go_down_only() -> None:
    wrong = [
        f"{module} imports {name}"
        for module in trees()
        for name in ours(module)
        if name == FACADE or row_of(name) > row_of(module)
    ]
    assert [line for line in wrong if not line.startswith("earcoach.serve.")] == []


def test_the_page_stands_on_the_public_names_alone() -> None:
    public = {FACADE, *(f"{FACADE}.{name}" for name in earcoach.__all__)}
    assert [
        f"{module} imports {name}"
        for module in trees()
        for name in ours(module)
        if module.startswith("earcoach.serve") and not name.startswith("earcoach.serve")
        if name not in public
    ] == []


def test_there_is_no_cycle() -> None:
    TopologicalSorter({module: ours(module) - {module} for module in trees()}).prepare()


def test_the_facade_imports_nothing_of_its_own() -> None:
    assert not ours(FACADE)


@cache
def importers() -> dict[str, set[str]]:
    """Which modules import a library."""
    found = defaultdict(set)
    for module in trees():
        for name in imports_of(module):
            found[name.split(".")[0]].add(module)
    return found


@pytest.mark.parametrize("library", HOMES)
def test_a_heavy_library_has_one_home(library: str) -> None:
    assert len(importers()[library]) <= HOMES[library]


@pytest.mark.parametrize("library", ["typer", "rich"])
def test_the_terminal_belongs_to_the_command_line(library: str) -> None:
    assert importers()[library]
    assert not importers()[library] & set(below_the_edge())


def forbidden(node: ast.AST) -> bool:
    """Whether this is a call of print, input, sleep or time, or a use of the environment."""
    if isinstance(node, ast.Attribute):
        return ast.unparse(node) in ("os.environ", "os.getenv")
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    return called in ("print", "input") or called.split(".")[-1] in ("sleep", "time")


def test_no_printing_waiting_or_environment_below_the_command_line() -> None:
    wrong = [
        f"{module}:{node.lineno}: {ast.unparse(node)}"
        for module in set(below_the_edge()) - PROGRAMS - PLACES
        for node in ast.walk(trees()[module])
        if isinstance(node, ast.expr) and forbidden(node)
    ]
    assert not wrong


@pytest.mark.parametrize("source", ["print(1)", "time.sleep(1)", "sleep(1)", "t = time.time()"])
def test_what_is_forbidden_would_be_found(source: str) -> None:
    assert any(map(forbidden, ast.walk(ast.parse(source))))


def test_no_module_has_a_name_that_says_nothing() -> None:
    names = {part for module in trees() for part in module.split(".")}
    assert not names & NAMELESS


@pytest.mark.parametrize(
    "script",
    [
        "import earcoach",
        "from earcoach.cli.main import app; app(['--help'], standalone_mode=False)",
        "from earcoach.cli.main import app; app(['show', '--help'], standalone_mode=False)",
    ],
)
def test_what_is_not_needed_is_not_imported(script: str) -> None:
    told = "import sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{script}; {told}"], capture_output=True, text=True, check=True
    )
    loaded = set(done.stderr.split())
    assert "earcoach" in loaded
    assert not loaded & SLOW_TO_IMPORT


@pytest.mark.parametrize(
    "later",
    [
        *("language.vocabulary.texts", "language.english", "language.german", "language.words"),
        *("routine.wording", "routine.not_yaml", "timeline.schedule", "output", "log"),
        *("audio.voices", "audio.music", "audio.mixer", "devices.miniaudio_device", "session"),
    ],
)
def test_the_first_sound_does_not_wait_for_what_only_comes_after_it(later: str) -> None:
    assert "earcoach.language.vocabulary" in loaded_for_a_first_sound()
    assert f"earcoach.{later}" not in loaded_for_a_first_sound()


@cache
def loaded_for_a_first_sound() -> set[str]:
    script = (
        "import sys, earcoach, earcoach.cli.commands.start, earcoach.devices.portaudio;"
        "earcoach.Coach('runners-mini-band').check(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def dataclasses() -> Iterator[tuple[str, ast.ClassDef]]:
    """Every dataclass with its full name."""
    for module, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and "dataclass" in decorations(node):
                yield f"{module}.{node.name}", node


def decorations(node: ast.ClassDef) -> str:
    return " ".join(map(ast.unparse, node.decorator_list))


def fields_in(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """The fields of a dataclass, each with its docstring, or with the help of an option."""
    for field, below in pairwise([*node.body, ast.Pass()]):
        if not isinstance(field, ast.AnnAssign) or "ClassVar" in ast.unparse(field.annotation):
            continue
        told = [below.value] if isinstance(below, ast.Expr) else []
        keywords = (one for one in ast.walk(field.annotation) if isinstance(one, ast.keyword))
        told += [keyword.value for keyword in keywords if keyword.arg == "help"]
        texts = (ast.literal_eval(text) for text in told if isinstance(text, ast.Constant))
        yield ast.unparse(field.target), " ".join(map(str, texts))


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.casefold()))


def test_every_field_says_what_it_is_and_not_its_name_again() -> None:
    silent = [
        f"{name}.{field}"
        for name, node in dataclasses()
        for field, told in fields_in(node)
        if not field.startswith("_") and not words_of(told) - words_of(field) - ARTICLES
    ]
    assert not silent


def test_who_makes_a_value_of_many_fields_names_them() -> None:
    unnamed = {
        name
        for name, node in dataclasses()
        if len(list(fields_in(node))) > MOST_UNNAMED and "kw_only=True" not in decorations(node)
    }
    assert unnamed <= IN_ORDER


def named_types(tree: ast.Module) -> Iterator[str]:
    """The classes of a module, and its other names of types."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and not ast.unparse(node.value).startswith("TypeVar"):
            yield from filter(TYPE_NAME.fullmatch, map(ast.unparse, node.targets))


def test_no_two_things_have_one_name() -> None:
    found = defaultdict(list)
    for module, tree in trees().items():
        for name in named_types(tree):
            found[name].append(module)
    assert {name: where for name, where in found.items() if len(where) > 1 and name[0] != "_"} == {}
