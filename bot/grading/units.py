"""The units that a statement is taken apart into."""

from bot.grading.reading import PLAIN, Keys, Reading, Unit, Word

PHRASE = 1.5
"""Most that a set phrase weighs, however many words it has."""
FALLBACK = 0.5
"""Closeness of one word of a set phrase to the phrase."""

Pairs = dict[str, tuple[str, float]]


class Units:
    """Takes readings apart; the statements of a question say much the same and share what it is matched by."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, float, Keys], Word] = {}

    def words(self, reading: Reading) -> list[Unit]:
        """Units word by word; a word of a set phrase is also said by whatever means the phrase."""
        meanings: dict[int, Pairs] = {}
        for phrase in reading.phrases:
            for token in range(phrase.first, phrase.last):
                meanings.setdefault(token, {}).update(_pairs(phrase))
        words = [self._unit(unit, meanings[unit.first]) if unit.first in meanings else unit for unit in reading.units]
        wordless = [self._unit(phrase, {}) for phrase in reading.wordless()]
        return sorted([*words, *wordless], key=lambda unit: unit.first)

    def cover(self, reading: Reading) -> list[Unit]:
        """Units with set phrases in place of their words; the longest phrase wins."""
        taken: set[int] = set()
        chosen: list[Unit] = []
        for phrase in sorted(reading.phrases, key=lambda unit: (unit.first - unit.last, unit.first)):
            width = range(phrase.first, phrase.last)
            if taken.isdisjoint(width):
                taken.update(width)
                chosen.append(self._phrase(phrase, [unit for unit in reading.units if unit.first in width]))
        chosen.extend(unit for unit in reading.units if unit.first not in taken)
        return sorted(chosen, key=lambda unit: unit.first)

    def _unit(self, unit: Unit, meanings: Pairs) -> Unit:
        """The unit that is also matched by these meanings; a number is what it counts and is shared by none."""
        keys = tuple((meanings | _pairs(unit)).values())
        return Unit(unit.first, unit.last, self._shared(Word.of(unit.text, unit.weight, keys, unit.word.quantity)))

    def _shared(self, word: Word) -> Word:
        return word if word.quantity else self._words.setdefault((word.text, word.weight, word.keys), word)

    def _phrase(self, phrase: Unit, words: list[Unit]) -> Unit:
        keys = dict(phrase.word.keys)
        for unit in words:
            if unit.weight >= PLAIN:
                keys.update((key, FALLBACK) for key, _ in unit.word.keys if key[0] == "s")
            keys.update((key, closeness) for key, closeness in unit.word.keys if key[0] == "a")
        weight = min(max(sum(unit.weight for unit in words), PLAIN), PHRASE)
        return Unit(phrase.first, phrase.last, self._shared(Word.of(phrase.text, weight, tuple(keys.items()))))


def _pairs(unit: Unit) -> Pairs:
    return {pair[0]: pair for pair in unit.word.keys}
