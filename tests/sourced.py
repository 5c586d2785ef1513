"""Files in memory, as a source is asked to read them, and those of other programs."""

from io import BytesIO
from pathlib import Path

import pytest

from earcoach.written.sources.original import Material, Original
from earcoach.written.sources.registry import material_of


def original(data: bytes | str, name: str = "workout", media_type: str = "") -> Original:
    data = data.encode() if isinstance(data, str) else data
    suffix = Path(name).suffix.casefold()
    return Original(data=data, name=name, suffix=suffix, media_type=media_type)


def material(data: bytes | str, name: str = "workout", media_type: str = "") -> Material:
    return material_of(original(data, name, media_type))


HEVY = """\
"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes",\
"set_index","set_type","weight_kg","reps","distance_km","duration_seconds","rpe"
"Push","7 Jan 2026, 08:27","7 Jan 2026, 9:00","","Bench press (barbell)",,"Slow",0,"warmup",40,10,,,
"Push","7 Jan 2026, 08:27","7 Jan 2026, 9:00","","Bench press (barbell)",,"Slow",1,"normal",80,6,,,8
"Push","7 Jan 2026, 08:27","7 Jan 2026, 9:00","","Cable fly",0,"",0,"normal",12.5,12,,,
"Push","7 Jan 2026, 08:27","7 Jan 2026, 9:00","","Push-up",0,"",0,"normal",,15,,,
"Push","7 Jan 2026, 08:27","7 Jan 2026, 9:00","","Plank",,"",0,"normal",,,,60,
"Push","7 Jan 2026, 08:27","7 Jan 2026, 9:00","","Run",,"",0,"normal",,,2.5,,
"Legs","15 Dec 2025, 18:02","15 Dec 2025, 19:00","","Squat",,"",0,"normal",100,5,,,
"""
STRONG = """\
Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;\
Seconds;Notes;Workout Notes;Workout Duration
2025-06-28 19:00:00;Push;Dip;1;0;kg;8;;0;km;0;;;1h
2025-06-30 19:56:00;Legs;Squat;W;60;kg;5;;0;km;0;;;1h
2025-06-30 19:56:00;Legs;Squat;Rest Timer;0;kg;0;;0;km;90;;;1h
2025-06-30 19:56:00;Legs;Squat;1;102,5;kg;5;;0;km;0;;;1h
"""
FITNOTES = """\
Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2024-06-01,Plank,Abs,,,0,,,0:01:30,
2024-06-01,Row,Back,50,kgs,8,,,,
2024-06-01,Row,Back,50,kgs,8,,,,
"""


openpyxl = pytest.importorskip("openpyxl")


def sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def pdf(*lines: str, header: bytes = b"%PDF-1.4\n") -> bytes:
    """A file with a page that has these lines."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    file, offsets = header, []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(file))
        file += b"%d 0 obj%sendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        file
        + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(file))
    )
