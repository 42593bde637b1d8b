"""Choosing how a group plays: in the group, or in private by its administrators."""

from dataclasses import dataclass

from bot.domain.messaging import PlaceKind
from bot.domain.question import Bank
from bot.rendering.callbacks.quiz import Arrange, Option
from bot.rendering.quiz.menu import Arrangement, house_menu, option_menu
from bot.services.daily.subscription import zones
from bot.services.quiz.house import EVERYTHING, FOR_ADMINS, VALUES, House, house_of, keep
from bot.services.visit import Visit
from storage import chats


@dataclass(frozen=True, slots=True)
class Arranging:
    """Use cases of the settings of a group."""

    bank: Bank

    async def show(self, visit: Visit, house: House) -> None:
        """What is chosen here, with buttons to change it and to start."""
        await visit.say(
            house_menu(visit.texts, visit.language, await self._arrangement(visit, visit.place.chat, house))
        )

    async def open(self, visit: Visit, chat: int) -> None:
        """The same in private, for an administrator of that group."""
        if not _is_admin(visit, chat):
            await visit.tell("quiz-no-admin")
            return
        chosen = await self._arrangement(visit, chat, await house_of(visit.tx, chat))
        await visit.say(house_menu(visit.texts, visit.language, chosen))

    async def press(self, visit: Visit, pressed: Arrange) -> None:
        """Show the values of an option, or choose one of them."""
        chat = visit.place.chat if visit.place.kind is PlaceKind.GROUP else pressed.chat
        house = await house_of(visit.tx, chat) if chat is not None else House()
        if chat is None or not _may_press(visit, pressed, chat, house):
            visit.note("notice-quiz-admins")
            return
        option, names = pressed.option, self._names(visit, house, pressed.option)
        if pressed.value in names and option is not None and pressed.value is not None:
            house = house.choosing(option, pressed.value)
            await keep(visit.tx, chat, house)
        chosen = await self._arrangement(visit, chat, house)
        if option is not None and pressed.value is None:
            await visit.turn_over(option_menu(visit.texts, visit.language, chosen, option, names))
        else:
            await visit.turn_over(house_menu(visit.texts, visit.language, chosen))

    async def _arrangement(self, visit: Visit, chat: int, house: House) -> Arrangement:
        values = {option: house.value(option) for option in Option}
        values[Option.LANGUAGE] = house.language or visit.language
        values[Option.ZONE] = house.clock(visit.language)
        topic = self.bank.topics.get(house.topic or "")
        name = topic.name(visit.language) if topic else ""
        row = await chats.find(visit.tx, chat) if visit.place.kind is PlaceKind.PRIVATE else None
        zone = zones().name(values[Option.ZONE], visit.language)
        return Arrangement(chat, values, name, zone, house.hears, (row.title or "") if row else None)

    def _names(self, visit: Visit, house: House, option: Option | None) -> dict[str, str]:
        """Values of an option by their names, which are empty where they have ours."""
        if option is None:
            return {}
        if option is Option.ZONE:
            offered = dict.fromkeys((house.clock(visit.language), *VALUES[option]))
            return {zone: zones().name(zone, visit.language) for zone in offered}
        if option is not Option.TOPIC:
            return dict.fromkeys(VALUES[option], "")
        spoken = house.language or visit.language
        return {EVERYTHING: "", **{topic.id: topic.name(spoken) for topic in self.bank.topics_in(spoken)}}


def _is_admin(visit: Visit, chat: int) -> bool:
    return visit.standing is not None and visit.standing.chat == chat and visit.standing.admin


def _may_press(visit: Visit, pressed: Arrange, chat: int, house: House) -> bool:
    """In private, and where only administrators start games, everything is theirs."""
    admin = _is_admin(visit, chat)
    theirs = visit.place.kind is PlaceKind.PRIVATE or house.admins_only
    return admin or not (theirs or (pressed.option in FOR_ADMINS and pressed.value is not None))
