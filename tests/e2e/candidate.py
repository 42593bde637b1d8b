"""A candidate who is interviewed through the fake Telegram."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.domain.language import Language
from tests.fakes.telegram.people import Seat
from tests.fakes.telegram.state import Message

PATIENCE = 60.0
"""Seconds to wait for an answer: long enough for a bot that is killed and started again."""

ANSWERS = {
    Language.EN: (
        "It keeps the data in one place, so every replica reads the same state.",
        "I don't know",
        "First the server checks whether the request is valid, then it answers with a code.",
        "No, that is a myth, it does not work like that at all.",
        "We used it in production because it starts faster and needs less memory.",
    ),
    Language.RU: (
        "Он хранит данные в одном месте, и все реплики читают одно и то же состояние.",
        "не знаю",
        "Сначала сервер проверяет запрос, потом отвечает кодом.",
        "Нет, это миф, так оно не работает.",
        "У нас это в проде, потому что стартует быстрее и памяти ест меньше.",
    ),
    Language.UK: (
        "Він тримає дані в одному місці, і всі репліки читають той самий стан.",
        "не знаю",
        "Спочатку сервер перевіряє запит, потім відповідає кодом.",
        "Ні, це міф, воно так не працює.",
        "У нас це в проді, бо стартує швидше й пам'яті їсть менше.",
    ),
}
BEGIN = {Language.EN: "Start an interview", Language.RU: "Начать собеседование", Language.UK: "Почати співбесіду"}
NEW = {Language.EN: "New interview", Language.RU: "Новое собеседование", Language.UK: "Нова співбесіда"}


@dataclass
class Candidate:
    """Answers until the report comes; `sent` are his answers in order, each with a number that makes it his own."""

    seat: Seat
    language: Language
    most: int = 60
    sent: list[str] = field(default_factory=list)
    heard: str = ""

    async def hold(self, words: str) -> Message:
        """Ask for an interview in those words and answer to the end; the last message of the report."""
        self.seat.send(f"/interview {words}")
        heard = await self._hear()
        for answer in self._answers():
            self.sent.append(answer)
            self.seat.send(answer)
            heard = await self._hear()
            if NEW[self.language] in heard.labels:
                return heard
        raise AssertionError(f"no end after {self.most} answers")

    def _answers(self) -> Iterator[str]:
        texts = ANSWERS[self.language]
        for number in range(self.most):
            yield f"{texts[number % len(texts)]} ({self.seat.account.id}.{number})"

    async def _hear(self) -> Message:
        """The last message of the answer to what was written: a report has several.

        A message that comes again word for word is from a bot that died before it noted the sending; people see that.
        """
        heard = await self._new_message()
        while not self._is_complete(heard):
            heard = await self._new_message()
        return heard

    async def _new_message(self) -> Message:
        while (heard := await self.seat.expect(seconds=PATIENCE)).text == self.heard:
            pass
        self.heard = heard.text
        return heard

    def _is_complete(self, message: Message) -> bool:
        """The interviewer's messages have buttons of the interview; a report is over with the offer of a new one."""
        asking = any(button.get("callback_data", "").startswith("i:") for row in message.buttons for button in row)
        return asking or NEW[self.language] in message.labels
