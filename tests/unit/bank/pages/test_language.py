"""The language is told by letters, then by small words, never by terms and code."""

import pytest

from bot.bank.pages.language import language_of
from bot.domain.language import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What is a cache?", Language.EN),
        ("Что такое кэш?", Language.RU),
        ("Що таке кеш і навіщо він?", Language.UK),
        ("ClusterIP — только внутри, NodePort — порт на Node, LoadBalancer — облако", Language.RU),
        ("Pod'и керуються через ReplicaSet, який створює Deployment", Language.UK),
        ("The word «кэш» is Russian for cache", Language.EN),
        ("`SELECT * FROM users WHERE id = 1 AND name = 2` — это запрос", Language.RU),
        ("кэш или нет", Language.RU),
        ("для коду або немає", Language.UK),
        ("кеш", None),
        ("1 + 2 = 3", None),
        ("", None),
    ],
)
def test_languages(text: str, language: Language | None) -> None:
    assert language_of(text) is language
