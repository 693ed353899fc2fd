"""How hard a text is to read, as the Danish LIX: below 40 is what most adults read with ease."""

import re

WORD = re.compile(r"[A-Za-zÆØÅæøåÀ-ÿ0-9]+(?:['’.-][A-Za-zÆØÅæøå0-9]+)*")
# A number's own points and the point of "m.fl." and "kl. 14.30" do not end a sentence: a capital letter must follow.
SENTENCE_END = re.compile(r"[.!?:][”)]?\s+(?=[”(]?[A-ZÆØÅÉ0-9])|\n\s*\n|\n(?=[-*\d])")


def sentences(text: str) -> list[list[str]]:
    """The words of each sentence."""
    return [words for part in SENTENCE_END.split(text) if (words := WORD.findall(part))]


def lix(text: str) -> float:
    """Words per sentence plus the share of words with more than six letters, in per cent."""
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    long_words = sum(len(word) > 6 for word in words)
    return len(words) / len(found) + 100 * long_words / len(words)
