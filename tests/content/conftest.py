"""Hypothesis looks around a little on every run; in CI it always takes the same walk."""

import os

from hypothesis import settings

settings.register_profile("content", max_examples=40, deadline=None, derandomize="CI" in os.environ)
settings.load_profile("content")
