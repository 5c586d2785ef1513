"""What is kept of texts, so that a session of them can go on."""

import os
from pathlib import Path

from earcoach.paths import state_folder
from earcoach.written.keeping import MOST_KEPT, file_of_text


def kept(path: Path, text: str) -> Path:
    path.write_text(text)
    return file_of_text(str(path), notice=lambda line: None)


def test_only_the_latest_texts_are_kept(tmp_path: Path) -> None:
    first = kept(tmp_path / "first.txt", "Squat 3 x 10")
    assert first == kept(tmp_path / "first.txt", "Squat 3 x 10")
    for number in range(MOST_KEPT):
        old = state_folder("texts") / f"{number:012}"
        old.mkdir()
        (old / "old.yaml").write_text("title: old")
        os.utime(old, ns=(number, number))
    last = kept(tmp_path / "last.txt", "Lunge 3 x 10")
    assert first.is_file()
    assert last.is_file()
    assert len(list(state_folder("texts").iterdir())) == MOST_KEPT
    assert not (state_folder("texts") / f"{0:012}").exists()


def test_a_hold_for_each_set_can_be_kept(tmp_path: Path) -> None:
    path = kept(tmp_path / "holds.txt", "Main\n- Plank: 45s, 30s, 20s\n- Squat 3 x 10")
    assert "Plank: 45s, 30s, 20s, hold" in path.read_text()
