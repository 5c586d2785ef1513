"""WHAT will be done: the athlete's choices and the phases of a session."""

from earcoach.plan import phases as phases
