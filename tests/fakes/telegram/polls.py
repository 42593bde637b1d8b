"""Polls: sent, voted in, closed."""

from collections.abc import Callable

from tests.fakes.telegram.facts import Json
from tests.fakes.telegram.markup import Parsed, units
from tests.fakes.telegram.reach import known_chat, own_message
from tests.fakes.telegram.refusal import bad
from tests.fakes.telegram.state import Account, Message, State

QUESTION, OPTION, EXPLANATION = 300, 100, 200
"""Most characters of each (sendPoll)."""
MOST = 12
"""Options of a poll."""
FEEDS = 2
"""Line feeds in an explanation."""


def send(state: State, write: Callable[..., Json], params: Json) -> Json:
    """A message with a poll; `write` puts it into the chat."""
    options = [option["text"] for option in params["options"]]
    _check_words(params["question"], options)
    quiz = _quiz(params, len(options)) if params.get("type") == "quiz" else {}
    poll: Json = {
        "id": str(len(state.polls) + 1),
        "question": params["question"],
        "options": [{"text": option, "voter_count": 0, "persistent_id": str(at)} for at, option in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": params.get("is_anonymous", True),
        "type": params.get("type", "regular"),
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": False,
        "members_only": False,
    }
    sent = write(params, Parsed(""), kind="poll", content={"poll": poll | quiz})
    chat = known_chat(state, params["chat_id"])
    state.polls[chat.id, int(sent["message_id"])] = chat.messages[int(sent["message_id"])].content["poll"]
    return sent


def _check_words(question: str, options: list[str]) -> None:
    if not 2 <= len(options) <= MOST:
        raise bad("poll must have at least 2 option" if len(options) < 2 else "poll can't have more than 12 options")
    if not 1 <= units(question) <= QUESTION:
        raise bad("poll question length must not exceed 300")
    if any(not 1 <= units(option) <= OPTION for option in options):
        raise bad("poll options length must not exceed 100")


def _quiz(params: Json, count: int) -> Json:
    """What a quiz has besides; it must have right options, several only where several answers are allowed."""
    correct, explanation = params.get("correct_option_ids", []), params.get("explanation", "")
    if not correct or sorted(set(correct)) != correct or not set(correct) <= set(range(count)):
        raise bad("wrong correct option ID specified")
    if len(correct) > 1 and not params.get("allows_multiple_answers"):
        raise bad("a quiz with several correct options must allow multiple answers")
    if units(explanation) > EXPLANATION or explanation.count("\n") > FEEDS:
        raise bad("poll explanation is too long")
    return {"correct_option_ids": correct} | ({"explanation": explanation} if explanation else {})


def stop(state: State, params: Json) -> Json:
    """Close a poll of the bot's."""
    chat = known_chat(state, params["chat_id"])
    message = own_message(chat, params["message_id"], "edit")
    poll = state.polls.get((chat.id, message.id))
    if poll is None:
        raise bad("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad("poll has already been closed")
    poll["is_closed"] = True
    return poll


def answer(message: Message, voter: Account, options: tuple[int, ...]) -> Json:
    """A vote counted, as Telegram's `PollAnswer`; ValueError for what a client does not let one do."""
    poll = message.content["poll"]
    if poll["is_closed"] or not options or (len(options) > 1 and not poll["allows_multiple_answers"]):
        raise ValueError("the poll is closed, or takes no such vote")
    for option in options:
        poll["options"][option]["voter_count"] += 1
    poll["total_voter_count"] += 1
    return {
        "poll_id": poll["id"],
        "user": voter.json(),
        "option_ids": list(options),
        "option_persistent_ids": [str(option) for option in options],
    }
