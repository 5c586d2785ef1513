"""Writes the shipped JSON Schema from the fields that read routines: python tests/make_schema.py"""

import json

from earcoach.routine.schema import SHIPPED, routine_schema


def schema_text() -> str:
    """The schema as it is shipped."""
    return json.dumps(routine_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(schema_text(), encoding="utf-8")
