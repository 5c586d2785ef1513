"""The command: its first line, its end, its key, and what it says where it cannot be."""

import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from program import TINY, ended, run, started

from earcoach.serve.addresses import qr_code
from earcoach.serve.secret import kept_key


def test_the_address_is_the_first_line_and_ctrl_c_ends_it(own_folders: Path) -> None:
    with started("serve", "--port", "0") as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address)
        hanging = urllib.request.urlopen(address)
        process.send_signal(signal.SIGINT)
        done = ended(process)
        hanging.close()
    assert (done.returncode, done.stderr) == (130, "stopped\n")


def test_a_port_that_is_taken_is_told(own_folders: Path) -> None:
    with started("serve", "--port", "0") as process:
        assert process.stdout is not None
        port = process.stdout.readline().rstrip("/\n").rpartition(":")[2]
        done = run("serve", "--port", port)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"error: port {port} cannot be opened: Address already in use",
        "  help: choose another with --port",
    ]


def test_a_missing_extra_is_told(own_folders: Path) -> None:
    script = "import sys, importlib.util as u; real = u.find_spec\n"
    script += "u.find_spec = lambda n, *a: None if n == 'segno' else real(n, *a)\n"
    script += "from earcoach.__main__ import run; sys.argv = ['earcoach', 'serve']; run()"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "error: `serve` needs `segno` installed",
        "  help: python -m pip install '.[serve]' in earcoach's folder, "
        "or elsewhere segno starlette uvicorn",
    ]


def test_without_a_network_there_is_a_clear_word(own_folders: Path) -> None:
    unshare = shutil.which("unshare")
    alone = (str(unshare), "-rn")
    if unshare is None or subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("needs unshare")
    done = run("serve", "--lan", program=(*alone, sys.executable, "-m", "earcoach"))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "error: this machine is in no local network, so no phone can reach it",
        "  help: join the phone's Wi-Fi, or leave --lan out to use the page here",
    ]


def test_a_routine_with_mistakes_is_told_before_anything_is_served(tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text(TINY.replace("500ms", "500"), encoding="utf-8")
    done = run("serve", tmp_path / "wrong.yaml")
    assert (done.returncode, done.stdout) == (3, "")


def test_a_certificate_that_is_none_is_told(tmp_path: Path) -> None:
    done = run("serve", "--cert", tmp_path / "a.pem", "--key", tmp_path / "b.pem")
    assert (done.returncode, done.stdout) == (2, "")
    assert "are not a certificate and its key" in done.stderr
    assert run("serve", "--cert", tmp_path / "a.pem").stderr.splitlines() == [
        "error: a certificate has a key",
        "  help: give both --cert and --key",
    ]


def test_a_key_is_kept_until_another_is_asked_for(tmp_path: Path) -> None:
    first = kept_key(tmp_path)
    (tmp_path / "key").chmod(0o644)
    assert kept_key(tmp_path) == first
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    assert kept_key(tmp_path, renew=True) != first


def test_a_broken_key_is_not_used(tmp_path: Path) -> None:
    kept_key(tmp_path)
    (tmp_path / "key").write_text("short\n")
    assert len(kept_key(tmp_path)) == 22


def test_a_code_has_light_edges_around_dark_corners() -> None:
    lines = qr_code("http://192.168.1.20:8765/abcdefghijklmnopqrstuv/").splitlines()
    assert lines[0] == "█" * len(lines[0])
    assert lines[1].startswith("██ ▄▄▄▄▄ ")
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize("hidden", ["", "sys.modules['av'] = None;"])
def test_the_page_offers_the_formats_that_can_be_written(hidden: str) -> None:
    script = (
        f"import sys; {hidden}"
        "from earcoach.serve.page_text import PageText;"
        "page = PageText(languages={'en': {}}, begin=[], secure=False);"
        "print(page.document('en'))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert '"mp3":"MP3"' in done.stdout, done.stderr
    assert ('"m4a":"M4A"' in done.stdout) is not bool(hidden)
