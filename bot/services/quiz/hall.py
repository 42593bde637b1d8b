"""The quiz as people in a group and in private come to it: commands, buttons, answers."""

from dataclasses import replace

from bot.domain.messaging import PlaceKind, Retyped, Rights, Typed
from bot.domain.question import Bank
from bot.engine.interview import Interviewer
from bot.engine.quiz.events import Answered, Ballot, GameEvent, Joined, Left, Skip, Stop, Voted
from bot.engine.quiz.request import parse_quiz
from bot.engine.quiz.rules import Rules
from bot.rendering.callbacks.quiz import AnswerLink, FlagLink, GroupLink, InGame, Launch, Link, Move
from bot.rendering.html import clip
from bot.rendering.quiz.menu import private_question, reasons_menu
from bot.services.codec import load_game
from bot.services.quiz.arranging import Arranging
from bot.services.quiz.games import Games
from bot.services.quiz.house import House, house_of, keep, note_rights, settle_zone
from bot.services.visit import Visit
from storage import games
from storage.games import GameRow

TYPED = 60
"""Characters of what somebody typed that are repeated to him."""

_BALLOTS = {Move.SKIP: Ballot.SKIP, Move.ASK: Ballot.FOLLOW_UP, Move.RATE: Ballot.RATING}


class Hall:
    """Use cases of the quiz within a visit."""

    def __init__(self, bank: Bank, interviewer: Interviewer) -> None:
        self._bank = bank
        self.games = Games(bank, interviewer)
        self.arranging = Arranging(bank)

    async def order(self, visit: Visit, words: str) -> None:
        """`/quiz`: begin what the words ask for, or show what can be chosen."""
        house = await self._house(visit)
        if await self._row(visit) is not None:
            await visit.tell("quiz-running")
        elif not words:
            await self.arranging.show(visit, house)
        elif _may_start(visit, house):
            await self._begin_as_asked(visit, house, words)
        else:
            await visit.tell("quiz-only-admins")

    async def stop(self, visit: Visit) -> None:
        """`/stopquiz`: for whoever started the game and for administrators."""
        row = await self._row(visit)
        if row is None:
            await visit.tell("quiz-not-running")
        elif await _in_charge(visit, row):
            await self.games.take(visit, row, Stop())
        else:
            await visit.tell("quiz-not-yours")

    async def hear(self, visit: Visit, said: Typed | Retyped) -> bool:
        """What was written in a group while a game is open there; False when none is."""
        row = await self._row(visit)
        if row is None:
            return False
        await self.games.take(visit, row, _answered(visit, said))
        return True

    async def press(self, visit: Visit, pressed: InGame) -> None:
        """A button of a running game."""
        row = await games.lock(visit.tx, pressed.game)
        if row is None or row.finished_at is not None or row.chat_id != visit.place.chat:
            visit.note("notice-quiz-late")
            return
        event = await _event(visit, row, pressed)
        changed = await self.games.take(visit, row, event)
        if not changed:
            visit.note("notice-quiz-late")
        elif isinstance(event, Voted):
            visit.note("notice-quiz-skip" if event.ballot is Ballot.SKIP else "notice-quiz-vote")

    async def launch(self, visit: Visit, _: Launch) -> None:
        """The button that begins a game as arranged; the menu makes room for it."""
        house = await house_of(visit.tx, visit.place.chat)
        if not _may_start(visit, house):
            visit.note("notice-quiz-admins")
        elif await self._row(visit) is not None:
            visit.note("notice-quiz-running")
        else:
            await self._begin(visit, house.rules(visit.language))

    async def follow(self, visit: Visit, link: Link) -> None:
        """Somebody came into the private chat by a link of a game."""
        if isinstance(link, GroupLink):
            await self.arranging.open(visit, link.chat)
            return
        row = await games.lock(visit.tx, link.game)
        if isinstance(link, FlagLink):
            known = row is not None and link.round <= len(load_game(row.state).asked)
            await (visit.say(reasons_menu(visit.texts, visit.language, link)) if known else visit.tell("quiz-flag-old"))
        elif row is None or (question := self.games.question_to_write(row)) is None:
            await visit.tell("quiz-write-late")
        else:
            await visit.change(replace(visit.person, awaited=str(link)))
            await visit.say(private_question(visit.texts, visit.language, question))

    async def write(self, visit: Visit, link: AnswerLink, said: Typed | Retyped) -> bool:
        """An answer written in private; False when there is nothing to answer any more."""
        row = await games.lock(visit.tx, link.game)
        if row is not None and row.finished_at is None and await self.games.take(visit, row, _answered(visit, said)):
            return True
        if isinstance(said, Typed):
            await visit.change(replace(visit.person, awaited=None))
            await visit.tell("quiz-write-late")
        return False

    async def admit(self, visit: Visit, rights: Rights) -> None:
        """The bot was added to a group, or its rights there have changed."""
        house = await note_rights(visit.tx, visit.place.chat, rights)
        if not rights.speaks:
            await self.clear(visit)
        elif not house.greeted:
            await keep(visit.tx, visit.place.chat, replace(house, greeted=True))
            await visit.tell("quiz-hello", hears="yes" if rights.hears else "no")

    async def greet(self, visit: Visit, _: str) -> None:
        """What the bot is for in a group."""
        house = await house_of(visit.tx, visit.place.chat)
        await visit.tell("quiz-hello", hears="yes" if house.hears else "no")

    async def clear(self, visit: Visit, thread: int | None = None) -> None:
        """End what is open in the chat, or in one topic, where nothing can be said any more; points stay."""
        for game in await games.open_of_chat(visit.tx, visit.place.chat):
            row = await games.lock(visit.tx, game)
            if row is not None and thread in (None, row.thread_id):
                await self.games.close(visit, row)

    async def leave(self, visit: Visit) -> None:
        """Somebody has himself erased: his games forget him first."""
        for game in await games.of_player(visit.tx, visit.person.id):
            row = await games.lock(visit.tx, game)
            if row is not None:
                await self.games.take(visit, row, Left(visit.person.id))

    async def _house(self, visit: Visit) -> House:
        standing = visit.standing
        if standing is not None and standing.rights is not None:
            return await note_rights(visit.tx, visit.place.chat, standing.rights)
        return await house_of(visit.tx, visit.place.chat)

    async def _row(self, visit: Visit) -> GameRow | None:
        return await games.lock_open(visit.tx, visit.place.chat, visit.place.thread or 0)

    async def _begin_as_asked(self, visit: Visit, house: House, words: str) -> None:
        request = parse_quiz(words, self._bank.topics.values())
        if request.said.unknown:
            await visit.tell("quiz-unknown", typed=clip(" ".join(request.said.unknown), TYPED))
        else:
            await self._begin(visit, house.rules(visit.language, request))

    async def _begin(self, visit: Visit, rules: Rules) -> None:
        if await self.games.begin(visit, rules):
            await settle_zone(visit.tx, visit.place.chat, visit.person.id, rules.language)
        else:
            await visit.tell("quiz-nothing")


def _may_start(visit: Visit, house: House) -> bool:
    return not house.admins_only or (visit.standing is not None and visit.standing.admin)


async def _in_charge(visit: Visit, row: GameRow) -> bool:
    if visit.standing is not None and visit.standing.admin:
        return True
    return await games.is_starter(visit.tx, row.id, visit.person.id)


async def _event(visit: Visit, row: GameRow, pressed: InGame) -> GameEvent:
    player, number = visit.person.id, pressed.round
    if pressed.move is Move.JOIN:
        return Joined(player, number)
    if pressed.move is Move.SKIP and not _is_seated(row, player) and await _in_charge(visit, row):
        return Skip(number)
    return Voted(player, _BALLOTS[pressed.move], pressed.choice, number)


def _is_seated(row: GameRow, player: int) -> bool:
    """In the hot seat the same button says that one has finished."""
    under_way = load_game(row.state).round
    return under_way is not None and under_way.seat == player


def _answered(visit: Visit, said: Typed | Retyped) -> Answered:
    update = visit.update
    return Answered(
        player=visit.person.id,
        text=said.text,
        message=said.message,
        at=(update and update.at) or visit.now,
        private=visit.place.kind is PlaceKind.PRIVATE,
        edited=isinstance(said, Retyped),
        addressed=update is None or update.addressed,
    )
