"""Why something typed cannot be used: an answer in words, never a guess."""

from typing import Any


class Misread(ValueError):
    """What was typed is no date, number or amount, or it may be read in two ways.

    `words` say in Danish what to do; `params` fill them.
    """

    def __init__(self, words: Any, **params: object) -> None:
        super().__init__(words, params)
        self.words, self.params = words, params
