"""The live performance of a session."""

from earcoach.session import events as events
