"""The other projects of the example. Filled as far as such projects are when nobody has pushed them yet."""

from typing import Any

SIBLINGS: list[dict[str, Any]] = []
