"""The other projects of the example. Filled as far as such projects are when nobody has pushed them yet."""

from projects.demo.shape import Example

SIBLINGS: list[Example] = []
