"""The words after /quiz and /top: topic, rounds, level, language, mode, span of time, in any order and language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.domain.question import Topic
from bot.engine.classify import words as plain
from bot.engine.commands import Request, parse_interview
from bot.engine.quiz.rules import GameMode
from bot.engine.quiz.standings import Order, Span

_MODES: Mapping[str, GameMode] = MappingProxyType(
    {
        word: mode
        for mode, text in {
            GameMode.RACE: "race racing гонка гонку гонки гонок перегони перегонів наперегони наперегонки",
            GameMode.SILENT: "silent quiet silence тихо тихий тихая тихую тихой тихом тиха тиху молча мовчки тиша",
            GameMode.POLL: "poll polls опрос опросы опросом голосование опитування опитуванням голосування",
            GameMode.HOT_SEAT: "hotseat hot seat стул стуле стілець стільці стільця горячий горячем гарячий гарячому",
        }.items()
        for word in plain(text).split()
    }
)
_SPANS: Mapping[str, Span] = MappingProxyType(
    {
        word: span
        for span, text in {
            Span.DAY: "day today день дня днем сегодня сьогодні",
            Span.WEEK: "week weekly неделя неделю недели тиждень тижня",
            Span.MONTH: "month monthly месяц месяца місяць місяця",
            Span.SEASON: "season сезон сезона сезону квартал quarter",
            Span.ALL: "all always ever все всё весь всегда завжди увесь",
        }.items()
        for word in plain(text).split()
    }
)
_BY_ACCURACY = frozenset(plain("accuracy accurate precision точность точности точність точністю точності").split())


@dataclass(frozen=True, slots=True)
class QuizRequest:
    """What the words ask for: as for an interview, and the mode; None for not said."""

    said: Request
    mode: GameMode | None = None


def parse_quiz(words: str, topics: Iterable[Topic]) -> QuizRequest:
    """What words like "докер 5 тихо" ask for; of several modes the first counts."""
    typed = plain(words).split()
    modes = [_MODES[word] for word in typed if word in _MODES]
    rest = " ".join(word for word in typed if word not in _MODES)
    return QuizRequest(parse_interview(rest, topics), modes[0] if modes else None)


def parse_top(words: str) -> tuple[Span, Order]:
    """The board that words like "неделя", "весь час" or "week accuracy" ask for; of all time by points without them."""
    typed = plain(words).split()
    span = next((_SPANS[word] for word in typed if word in _SPANS), Span.ALL)
    return span, Order.ACCURACY if _BY_ACCURACY & set(typed) else Order.POINTS
