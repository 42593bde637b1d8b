"""A Bot API server of one's own that refuses what Telegram refuses."""

import asyncio
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Self, TypeVar
from urllib.parse import unquote

from tests.fakes.telegram.chores import Chores
from tests.fakes.telegram.facts import Json, typed
from tests.fakes.telegram.faults import Drop, Fault, Faults
from tests.fakes.telegram.flood import UNLIMITED, Flood
from tests.fakes.telegram.http import Request, listen
from tests.fakes.telegram.people import Group, Seat
from tests.fakes.telegram.posting import Postman
from tests.fakes.telegram.reach import now
from tests.fakes.telegram.refusal import Call, Refusal
from tests.fakes.telegram.sending import Sending
from tests.fakes.telegram.signal import Signal
from tests.fakes.telegram.state import ANONYMOUS_ADMIN, BOT_ID, Account, Chat, State
from tests.fakes.telegram.updates import Queue

_T = TypeVar("_T")
_READING = frozenset({"getUpdates", "getMe", "getWebhookInfo"})
"""Calls that change nothing anyone waits for."""


class FakeTelegram:
    """The server and the messenger behind it.

    Use it as a context manager: it serves from a thread of its own, so that the bot may run in this process or in
    another (`BOT_API_URL=fake.url`, `BOT_TOKEN=fake.token`). `calls` are all calls in order, `refusals` those that
    were refused for what the bot did (not the faults a test ordered).
    """

    token = f"{BOT_ID}:AAFakeTokenForTests_0123456789"

    def __init__(
        self,
        flood: Flood | None = None,
        username: str = "interview_fake_bot",
        clock: Callable[[], float] = time.time,
    ) -> None:
        """`clock` is the time of messages and rates, in Unix seconds."""
        self.lock = threading.RLock()
        self.signal = Signal()
        self.state = State(clock=clock)
        self.queue = Queue(self.signal)
        self.faults = Faults()
        self.calls: list[Call] = []
        self.refusals: list[Call] = []
        self.me = self._account(Account(BOT_ID, "Interviewer", is_bot=True, username=username))
        self._account(Account(ANONYMOUS_ADMIN, "Group", is_bot=True))
        self._flood = flood or Flood()
        sending = Sending(self.state, lambda chat: self._flood.count(chat, self.state.clock()))
        self._methods = sending.methods() | Chores(self.state, self.queue, username).methods()
        self._groups, self._queries = itertools.count(1), itertools.count(1)
        self._ready, self._stop, self._port = threading.Event(), asyncio.Event(), 0
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None

    @classmethod
    def unhurried(cls) -> "FakeTelegram":
        """A server without sending rates, for tests about something else."""
        return cls(Flood(UNLIMITED, UNLIMITED, UNLIMITED))

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the server did not come up")
        return self

    def __exit__(self, *_exc: object) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    @property
    def url(self) -> str:
        """Address of the server, as `BOT_API_URL` takes it."""
        return f"http://127.0.0.1:{self._port}"

    def user(self, number: int, name: str = "Candidate", language_code: str | None = "en") -> Seat:
        """A person and his private chat with the bot, not started until he writes."""
        account = self._account(Account(number, name, language_code))
        return Seat(self, account, self._chat(Chat(number, "private", name, {number: "member"})))

    def group(self, title: str = "Team", *, supergroup: bool = False) -> Group:
        """A group with the bot in it."""
        number = next(self._groups)
        kind, identity = ("supergroup", -1_000_000_000_000 - number) if supergroup else ("group", -number)
        return Group(self, self._chat(Chat(identity, kind, title, {BOT_ID: "member"})))  # type: ignore[arg-type]

    def put(self, kind: str, payload: Json) -> Json:
        """Queue an update for the bot; returned as it will be delivered."""
        return self.queue.put(kind, payload)

    def put_membership(self, chat: Chat, by: Account, old: str) -> None:
        """Tell the bot that its standing in the chat is another than `old`."""
        was = replace(chat, members={BOT_ID: old})
        states = {"old_chat_member": was.member(self.me), "new_chat_member": chat.member(self.me)}
        self.put("my_chat_member", {"chat": chat.json(), "from": by.json(), "date": now(self.state)} | states)

    def redeliver(self, update: Json) -> None:
        """Deliver an update once more."""
        self.queue.redeliver(update)

    def next_query(self) -> str:
        """A new callback query that waits for its answer."""
        query = f"q{next(self._queries)}"
        self.state.queries.add(query)
        return query

    def expire(self, query: str) -> None:
        """The callback query has become too old to be answered."""
        self.state.queries.discard(query)

    def fail_next(
        self,
        method: str | None = None,
        status: int = 500,
        description: str = "Internal Server Error",
        times: int = 1,
        **parameters: int,
    ) -> None:
        """Answer the next calls (of that method) with an error, `retry_after=…` or the like in its parameters."""
        self.faults.waiting.append(Fault(method, Refusal(status, description, **parameters), times))

    def drop_next(self, method: str | None = None, *, executed: bool = True, times: int = 1) -> None:
        """Cut the connection of the next calls, after they were executed or before."""
        self.faults.waiting.append(Fault(method, Drop.AFTER if executed else Drop.BEFORE, times))

    @contextmanager
    def outage(self, outcome: Refusal | Drop = Drop.BEFORE) -> Iterator[None]:
        """Every call fails so while the block runs."""
        self.faults.outage = outcome
        try:
            yield
        finally:
            self.faults.outage = None

    async def wait(self, found: Callable[[], _T | None], seconds: float = 20.0, what: Callable[[], str] = str) -> _T:
        """Wait until `found` returns something; TimeoutError tells `what`, and what was refused lately."""
        deadline = time.monotonic() + seconds
        while True:
            mark = self.signal.mark
            with self.lock:
                result = found()
            if result is not None:
                return result
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError(f"waited {seconds} s: {what()}; refusals: {self.refusals[-3:]}")
            await self.signal.wait(left, mark)

    def called(self, method: str) -> list[Call]:
        """Calls of a method so far, refused ones too."""
        return [call for call in self.calls if call.method == method]

    def _account(self, account: Account) -> Account:
        return self.state.accounts.setdefault(account.id, account)

    def _chat(self, chat: Chat) -> Chat:
        return self.state.chats.setdefault(chat.id, chat)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        server = await listen(self._answer)
        self._port = server.sockets[0].getsockname()[1]
        postman = asyncio.create_task(Postman(self.queue).run())
        self._ready.set()
        await self._stop.wait()
        server.close()
        postman.cancel()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0)  # aborted connections are closed in the loop's next round

    async def _answer(self, request: Request) -> tuple[int, Json | bytes] | None:
        if request.path.startswith("/file/"):
            return self._file(unquote(request.path).removeprefix(f"/file/bot{self.token}/"))
        _, _, rest = request.path.partition("/bot")
        token, _, method = rest.partition("/")
        await asyncio.sleep(self.faults.latency(method))
        outcome = self.faults.take(method)
        if outcome is Drop.BEFORE:
            return None
        if isinstance(outcome, Refusal):
            self.calls.append(Call(method, request.params, outcome.code, outcome.description))
            return outcome.code, outcome.body()
        try:
            result = await self._execute(token, method, request)
        except Refusal as refusal:
            self._note(Call(method, request.params, refusal.code, refusal.description), request)
            return refusal.code, refusal.body()
        self._note(Call(method, request.params), request)
        return None if outcome is Drop.AFTER else (200, {"ok": True, "result": result})

    def _file(self, path: str) -> tuple[int, Json | bytes]:
        """The content of a file, by the path that getFile gave."""
        content = self.state.files.get(path)
        return (404, {"ok": False, "error_code": 404}) if content is None else (200, content)

    async def _execute(self, token: str, method: str, request: Request) -> Any:
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        params = typed(method, request.params)
        if method == "getUpdates":
            return await self.queue.poll(params, request.gone)
        with self.lock:
            return self._methods[method](params)

    def _note(self, call: Call, request: Request) -> None:
        if request.gone():
            return
        if call.code != 200:
            self.refusals.append(call)
        self.calls.append(call)
        if call.method not in _READING:
            self.signal.notify()
