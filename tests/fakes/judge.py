"""A language model on 127.0.0.1 that says what a test wants, over real HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.telegram.http import Body, Request, listen

Says = Callable[[dict[str, Any]], Awaitable[tuple[int, Body] | None]]
"""Status and body for the parameters of a request, None to hang up."""


def completion(content: Any) -> tuple[int, Body]:
    """A chat completion with that content, JSON unless it is a text."""
    text = content if isinstance(content, str) else json.dumps(content)
    return 200, {"choices": [{"message": {"role": "assistant", "content": text}}]}


def verdicts(*found: tuple[str, str, str]) -> tuple[int, Body]:
    """A completion of the schema that is asked for: ids, verdicts and quotations."""
    named = [{"id": name, "verdict": verdict, "quote": quote} for name, verdict, quote in found]
    return completion({"verdicts": named})


@dataclass
class FakeJudge:
    """`says` makes the answers; `asked` are the parameters of the requests that came, `paths` their paths."""

    says: Says
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    serving: set[asyncio.Task[Any]] = field(default_factory=set)

    async def answer(self, request: Request) -> tuple[int, Body] | None:
        """Note the request and answer it."""
        self.asked.append(request.params)
        self.paths.append(request.path)
        if task := asyncio.current_task():
            self.serving.add(task)
        return await self.says(request.params)


@asynccontextmanager
async def judge_that(says: Says) -> AsyncIterator[FakeJudge]:
    """A judge that listens meanwhile, at an address as OpenAI's ends."""
    fake = FakeJudge(says)
    server = await listen(fake.answer)
    fake.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield fake
    finally:
        server.close()
        for task in fake.serving:
            task.cancel()
        await asyncio.gather(*fake.serving, return_exceptions=True)


def always(answer: tuple[int, Body] | None) -> Says:
    """Says that whatever it is asked."""

    async def says(_: dict[str, Any]) -> tuple[int, Body] | None:
        return answer

    return says


async def never(_: dict[str, Any]) -> tuple[int, Body] | None:
    """Does not say anything as long as anybody waits."""
    await asyncio.Event().wait()
    return None
