"""People of all kinds who are interviewed on the shipped bank: what each says by what he is asked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle
from types import MappingProxyType

from bot.domain.dialogue import Asked, Command, Edited, Event, Medium, Move, Said, Showed, Waited
from bot.domain.language import Language
from bot.domain.question import Example, Question
from bot.engine.nearness import heads, overlap
from bot.engine.state import ABOUT_CLAIM, Aim, InterviewState, Record
from tests.unit.engine.helpers import Room

CODE = "for (int i = 0; i < items.size(); i++) { if (items.get(i) == null) { return new Result(i); } }"


@dataclass(frozen=True)
class Words:
    """What people say in one language whatever they are asked."""

    filler: str
    stand: str
    back: str
    dont_know: str
    answer: str
    hint: str


WORDS: Mapping[Language, Words] = MappingProxyType(
    {
        Language.EN: Words(
            "That is as much as I can say about it for now, I would have to look up the rest.",
            "Yes, and I stand by that, I have seen it work exactly like this.",
            "No wait, I was wrong about that.",
            "no clue, sorry",
            "just tell me the answer",
            "can I have a hint?",
        ),
        Language.RU: Words(
            "Это примерно всё, что могу сейчас сказать, остальное пришлось бы посмотреть.",
            "Да, и я на этом стою, сам видел, что всё работает именно так.",
            "Ой, нет, тут я ошибся.",
            "ну хз, если честно",
            "скажи ответ",
            "можно подсказку?",
        ),
        Language.UK: Words(
            "Це приблизно все, що можу зараз сказати, решту довелося б подивитися.",
            "Так, і я на цьому стою, на власні очі бачив, що все працює саме так.",
            "Ой, ні, тут я помилився.",
            "гадки не маю, чесно",
            "яка правильна відповідь?",
            "можна підказку?",
        ),
    }
)


@dataclass
class Talk:
    """The interview as its candidate sees it."""

    room: Room
    language: Language

    @property
    def state(self) -> InterviewState:
        return self.room.state

    @property
    def record(self) -> Record:
        assert self.state.open
        return self.state.open

    @property
    def question(self) -> Question:
        return self.asked_in(self.language)

    def asked_in(self, language: Language) -> Question:
        found = self.room.bank.find(self.record.question, language)
        assert found
        return found

    @property
    def words(self) -> Words:
        return WORDS[self.language]

    @property
    def first(self) -> bool:
        return not self.record.replies

    def say(self, text: str) -> Said:
        return Said(text, 100 + len(self.room.steps))


Person = Callable[[Talk], Event]


def ranked(question: Question) -> list[Example]:
    return sorted((each for each in question.examples if each.score is not None), key=lambda each: each.score or 0)


def expected(talk: Talk) -> str:
    """What the bank itself would say to the last question."""
    focus, question = talk.state.focus, talk.question
    if focus.aim is Aim.POINT:
        return next(point.text for point in question.points if point.id == focus.target)
    if focus.aim is Aim.FOLLOW_UP:
        return next(each.answer for each in question.follow_ups if each.id == focus.target)
    return talk.words.filler


def perfect(talk: Talk) -> Event:
    if talk.first:
        return talk.say(ranked(talk.question)[-1].answer)
    return talk.say("no" if talk.state.focus.aim in ABOUT_CLAIM else expected(talk))


def partial(talk: Talk) -> Event:
    if talk.first:
        return talk.say(ranked(talk.question)[0].answer)
    return talk.say("no" if talk.state.focus.aim in ABOUT_CLAIM else talk.words.filler)


def silent(talk: Talk) -> Event:
    return Waited(talk.state.turn)


def lister(talk: Talk) -> Event:
    terms = [term for point in talk.question.points for term in point.key_terms]
    return talk.say(", ".join(dict.fromkeys(terms)) if talk.first else talk.words.filler)


def bluffer(talk: Talk) -> Event:
    return talk.say(talk.question.red_flags[0].claim if talk.first else talk.words.stand)


def negator(talk: Talk) -> Event:
    denying = [each.answer for each in talk.question.examples if each.denied]
    return talk.say((denying or [ranked(talk.question)[-1].answer])[0] if talk.first else "no")


def contradictor(talk: Talk) -> Event:
    """Says what is right, and then the claim that is nearest to the opposite of it."""
    if talk.first:
        return talk.say(ranked(talk.question)[-1].answer)
    if talk.state.focus.aim in ABOUT_CLAIM:
        return talk.say(talk.words.stand)
    points = heads(" ".join(point.text for point in talk.question.points))
    return talk.say(max(talk.question.red_flags, key=lambda flag: overlap(heads(flag.correction), points)).claim)


def self_corrector(talk: Talk) -> Event:
    flag = talk.question.red_flags[0]
    said = len(talk.record.replies)
    return talk.say((flag.claim, f"{talk.words.back} {flag.correction}")[said] if said < 2 else talk.words.filler)


def stumped(talk: Talk) -> Event:
    return talk.say(talk.words.dont_know)


def coder(talk: Talk) -> Event:
    return talk.say(CODE)


def polyglot(talk: Talk) -> Event:
    """Answers each question in another of the three languages."""
    spoken = list(Language)[(talk.record.number or 0) % len(Language)]
    return talk.say(ranked(talk.asked_in(spoken))[-1].answer if talk.first else WORDS[spoken].filler)


def editor(talk: Talk) -> Event:
    """Says little and changes his first message to a strong answer."""
    edited = Move.EDIT_TAKEN in talk.record.moves
    if talk.first:
        return talk.say(ranked(talk.question)[0].answer)
    if not edited and talk.record.replies[0].message:
        return Edited(ranked(talk.question)[-1].answer, talk.record.replies[0].message)
    return talk.say("no" if talk.state.focus.aim in ABOUT_CLAIM else talk.words.filler)


def messy(talk: Talk) -> Event:
    typed = [each.answer for each in talk.question.examples if each.id == "messy"]
    return talk.say((typed or [ranked(talk.question)[0].answer])[0] if talk.first else talk.words.filler)


def beggar(talk: Talk) -> Event:
    return talk.say(talk.words.answer)


def hint_taker(talk: Talk) -> Event:
    if talk.first and talk.record.count(Move.HINT) < 1:
        return talk.say(talk.words.hint)
    return talk.say("no" if talk.state.focus.aim in ABOUT_CLAIM else expected(talk))


def spammer() -> Person:
    things: Iterator[Event] = cycle(
        (
            Said("🤪🤪🤪", 1),
            Showed(Medium.STICKER),
            Said("asdf ghjkl zxcv", 2),
            Showed(Medium.FORWARD, "a text by somebody else"),
            Asked(Command.HINT, 99),
            Showed(Medium.VOICE),
        )
    )
    return lambda _: next(things)


PEOPLE: Mapping[str, Callable[[], Person]] = MappingProxyType(
    {
        "perfect": lambda: perfect,
        "partial": lambda: partial,
        "silent": lambda: silent,
        "lister": lambda: lister,
        "bluffer": lambda: bluffer,
        "negator": lambda: negator,
        "contradictor": lambda: contradictor,
        "self-corrector": lambda: self_corrector,
        "stumped": lambda: stumped,
        "coder": lambda: coder,
        "polyglot": lambda: polyglot,
        "editor": lambda: editor,
        "messy": lambda: messy,
        "beggar": lambda: beggar,
        "hint-taker": lambda: hint_taker,
        "spammer": spammer,
    }
)
