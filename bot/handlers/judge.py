"""A language model behind an OpenAI-compatible address, on this machine or elsewhere."""

import asyncio
import json
from collections.abc import Iterable, Mapping
from typing import Any

import httpx

LARGEST = 64 * 1024
"""Bytes of an HTTP response that are read: many times what the schema lets a model say."""
TOKENS = 1000
"""Tokens of a reply: a verdict and a quotation for every statement."""
CONNECTIONS = 20
"""Questions under way at once."""


class JudgeError(Exception):
    """The endpoint did not answer as the protocol has it."""


class JudgeEndpoint:
    """Chat completions at `url`/chat/completions, one request a question and no retries."""

    def __init__(self, url: str, model: str, key: str, patience: float) -> None:
        """`key` empty sends none; `patience` is the seconds that a question may take in all."""
        self.name = model
        self._patience = patience
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=patience,
            limits=httpx.Limits(max_connections=CONNECTIONS),
        )

    async def ask(self, messages: Iterable[Mapping[str, str]], schema: Mapping[str, Any]) -> str:
        """What the model says; JudgeError, httpx.HTTPError or TimeoutError when that cannot be had."""
        body = {
            "model": self.name,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": TOKENS,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "verdicts", "strict": True, "schema": schema},
            },
        }
        async with asyncio.timeout(self._patience):
            return _content(await self._post(body))

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.aclose()

    async def _post(self, body: Mapping[str, Any]) -> bytes:
        async with self._client.stream("POST", "/chat/completions", json=body) as response:
            if response.status_code != httpx.codes.OK:
                raise JudgeError(f"status {response.status_code}")
            read = bytearray()
            async for chunk in response.aiter_bytes():
                read += chunk
                if len(read) > LARGEST:
                    raise JudgeError("too long")
        return bytes(read)


def _content(response: bytes) -> str:
    try:
        content = json.loads(response)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise JudgeError("no chat completion") from None
    if not isinstance(content, str):
        raise JudgeError("no text in the completion")
    return content
