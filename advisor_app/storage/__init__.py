"""The database: the only place that knows SQL."""

import os

# Pydantic would look through everything that is installed for plugins, which could read what is stored here.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
