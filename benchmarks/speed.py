"""Processor time of the grader: needs no data of others. What it costs to have it tells `benchmarks.footprint`."""

import statistics
import time
from collections.abc import Iterator

from bot.domain.language import Language, Level
from bot.domain.question import Misconception, Question, RubricPoint
from bot.grading import RubricGrader

WORDS, POINTS, FLAGS, PHRASINGS, ROUNDS = 150, 8, 4, 6, 60

_SENTENCES = {
    Language.EN: (
        "The consumer commits its offset only after the message has been processed",
        "A covering index answers the query without reading the table itself",
        "Two threads wait for each other because they take the locks in another order",
        "The transaction is rolled back when an unchecked exception leaves the method",
        "A circuit breaker stops calling a service that keeps failing",
        "Objects that no root can reach are removed by the garbage collector",
        "The replica repeats the changes of the leader and serves reads",
        "An idempotent request may be repeated without a second effect",
    ),
    Language.RU: (
        "Консьюмер фиксирует оффсет только после обработки сообщения",
        "Покрывающий индекс отвечает на запрос и не читает саму таблицу",
        "Два потока ждут друг друга, потому что берут блокировки в разном порядке",
        "Транзакция откатывается, если из метода вылетает непроверяемое исключение",
        "Предохранитель перестаёт вызывать сервис, который постоянно падает",
        "Сборщик мусора удаляет объекты, до которых не достать ни от одного корня",
        "Реплика повторяет изменения лидера и отдаёт чтение",
        "Идемпотентный запрос можно повторить без второго эффекта",
    ),
    Language.UK: (
        "Консьюмер фіксує офсет лише після обробки повідомлення",
        "Покривний індекс відповідає на запит і не читає саму таблицю",
        "Два потоки чекають один на одного, бо беруть блокування в різному порядку",
        "Транзакція відкочується, якщо з методу вилітає неперевірюваний виняток",
        "Запобіжник перестає викликати сервіс, який постійно падає",
        "Збирач сміття видаляє об'єкти, до яких не дістатися від жодного кореня",
        "Репліка повторює зміни лідера та віддає читання",
        "Ідемпотентний запит можна повторити без другого ефекту",
    ),
}
_PATHOLOGICAL = {
    "4,096 letters without a space": "x" * 4096,
    "2,000 one-letter words": "a b c d " * 500,
    "punctuation": ".,;:!?()" * 512,
    "zero-width characters": "а\u200b" * 2048,
    "mixed scripts": "аbвc" * 1024,
    "lines": "\n" * 4096,
    "negations": "не " * 1365,
    "code": "{}[]();=" * 512,
    "deep brackets": "(" * 2048 + ")" * 2048,
    "one point over and over": (f"{_SENTENCES[Language.RU][0]} " * 100)[:4096],
}


def lines() -> Iterator[str]:
    """Lines of the report."""
    grader = RubricGrader()
    for language in Language:
        times = sorted(_measure(grader, language))
        yield (
            f"{language.value}: {WORDS} words, {POINTS} points, {FLAGS} flags, {PHRASINGS} phrasings each: "
            f"p50 {statistics.median(times):.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms, "
            f"{1000 / statistics.fmean(times):.0f} answers a second"
        )
    for name, text in _PATHOLOGICAL.items():
        began = time.process_time()
        grader.assess(_question(Language.RU), text, Level.MIDDLE)
        yield f"{name}: {1000 * (time.process_time() - began):.0f} ms"


def _measure(grader: RubricGrader, language: Language) -> Iterator[float]:
    question = _question(language)
    for number in range(ROUNDS):
        answer = _answer(language, number)
        began = time.process_time()
        grader.assess(question, answer, Level.MIDDLE)
        if number:
            yield 1000 * (time.process_time() - began)


def _question(language: Language) -> Question:
    texts = _SENTENCES[language]
    return Question(
        id="speed",
        language=language,
        topic="speed",
        title=texts[0],
        prompt=texts[0],
        points=tuple(
            RubricPoint(f"p{n}", text, Level.MIDDLE, phrasings=_turned(text)) for n, text in enumerate(texts[:POINTS])
        ),
        red_flags=tuple(
            Misconception(f"f{n}", text, phrasings=_turned(text)) for n, text in enumerate(texts[::-1][:FLAGS])
        ),
    )


def _turned(text: str) -> tuple[str, ...]:
    words = text.split()
    return tuple(" ".join(words[n:] + words[:n]) for n in range(1, PHRASINGS + 1))


def _answer(language: Language, number: int) -> str:
    texts = _SENTENCES[language]
    words = ". ".join(texts[(number + step) % len(texts)] for step in range(3 * len(texts))).split()
    return " ".join(words[:WORDS])
