"""What a game says is what the messenger takes, whatever players are called and however long the bank's texts are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.domain.messaging import OutMessage
from bot.engine.quiz.actions import (
    AskFollowUp,
    AskRating,
    Board,
    BoardPoint,
    Final,
    OpenPoll,
    PutFollowUp,
    Reveal,
    ShownClaim,
    ShownPoint,
    Verdicts,
)
from bot.engine.quiz.game import Phase, PollKind, Sheet
from bot.engine.quiz.rules import GameMode
from bot.engine.quiz.standings import Order, Score, Span, Standing
from bot.i18n import Texts
from bot.rendering.callbacks.quiz import ShowTop
from bot.rendering.quiz import board as boards
from bot.rendering.quiz.reveal import final_message, reveal_message
from bot.rendering.quiz.top import top_message
from bot.rendering.quiz.view import View
from tests.fakes.telegram.markup import TEXT_LIMIT, units
from tests.unit.rendering.strategies import shown, wild_text

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
TEXTS = Texts.load(strict=True)
SEVERAL = 400
names = st.dictionaries(st.integers(1, SEVERAL), st.text(max_size=80), max_size=12)
languages = st.sampled_from(Language)
crowds = (tuple(range(1, SEVERAL)), tuple(range(SEVERAL, 1, -1)))
players = st.lists(st.integers(1, SEVERAL), max_size=8, unique=True).map(tuple) | st.sampled_from(crowds)
prose = wild_text.filter(str.strip) | st.text("abc def", min_size=1, max_size=700).filter(str.strip)
phases = st.sampled_from([phase for phase in Phase if phase is not Phase.OVER])


def view(language: Language = Language.EN, called: dict[int, str] | None = None, *, hears: bool = False) -> View:
    return View(TEXTS, language, 7, called or {}, NOW, hears)


def is_taken(message: OutMessage) -> bool:
    text = shown(message.html).text
    return 0 < units(text) <= TEXT_LIMIT and all(button.label for row in message.buttons for button in row)


@st.composite
def every_board(draw: st.DrawFn) -> Board:
    point = st.builds(BoardPoint, st.sampled_from([0.5, 1.0, 2.0]), players, players)
    return Board(
        mode=draw(st.sampled_from([mode for mode in GameMode if mode is not GameMode.POLL])),
        number=1,
        count=draw(st.integers(1, 20)),
        question="q",
        topic="t",
        prompt=draw(prose),
        phase=draw(phases),
        due=NOW + timedelta(seconds=draw(st.integers(-5, 600))),
        points=draw(st.lists(point, max_size=12).map(tuple)),
        answered=draw(players),
        hints=draw(st.lists(prose, max_size=2).map(tuple)),
        seat=draw(st.none() | st.integers(1, SEVERAL)),
        asked=draw(st.just("") | prose),
        open=draw(st.booleans()),
    )


@given(languages, names, every_board(), st.booleans())
def test_every_board_is_taken(language: Language, called: dict[int, str], board: Board, hears: bool) -> None:
    message = boards.board_message(view(language, called, hears=hears), board, "A <topic>")
    assert is_taken(message)
    assert message.stays
    assert board.open or message.buttons == ()


@st.composite
def every_reveal(draw: st.DrawFn) -> Reveal:
    said = st.sampled_from(draw(st.lists(prose, min_size=1, max_size=3)))
    point = st.builds(ShownPoint, said, st.just(1.0), players, players)
    claim = st.builds(ShownClaim, said, said, players)
    scores = st.builds(Score, st.integers(1, SEVERAL), st.just(1), st.just("q"), st.sampled_from([0.0, 0.5, 2.0]))
    standing = st.builds(
        Standing, st.integers(1, 9), st.integers(1, SEVERAL), st.sampled_from([0.0, 4.5]), st.just(0.5), st.just(3)
    )
    return Reveal(
        number=2,
        count=3,
        question="q",
        title=draw(prose),
        points=draw(st.lists(point, max_size=12).map(tuple)),
        claims=draw(st.lists(claim, max_size=4).map(tuple)),
        sheet=draw(st.none() | st.builds(Sheet, st.sampled_from(PollKind), prose, st.just(("a", "b")), st.just((1,)))),
        scores=draw(st.lists(scores, max_size=9).map(tuple)),
        standings=draw(st.lists(standing, max_size=9).map(tuple)),
        verdicts=draw(st.none() | st.builds(Verdicts, st.just(3), st.just(4), st.none() | st.just(3.5), st.just(2))),
        uncounted=draw(players),
    )


@given(languages, names, every_reveal())
def test_every_reveal_is_taken(language: Language, called: dict[int, str], reveal: Reveal) -> None:
    assert is_taken(reveal_message(view(language, called), reveal))


@given(names, every_reveal())
def test_whoever_has_not_played_yet_sees_no_answer_of_a_reveal(called: dict[int, str], reveal: Reveal) -> None:
    message = shown(reveal_message(view(called=called), reveal).html)
    covered = [entity for entity in message.entities if entity["type"] == "spoiler"]
    has_answers = bool(reveal.points or reveal.claims or reveal.sheet)
    assert len(covered) <= 1
    assert not has_answers or covered


@pytest.mark.parametrize("language", Language)
def test_what_stands_beside_the_board_is_taken(language: Language) -> None:
    due, look = NOW, view(language, {3: "Cid & <co>"})
    for message in (
        boards.follow_up_vote(look, AskFollowUp(1, 3, ("Why `x`?", "How?", "When?" * 200), due)),
        boards.follow_up(look, PutFollowUp(1, 3, "Why <b>?", 0, due)),
        boards.rating(look, AskRating(1, 3, due)),
        final_message(look, Final((), 1)),
        final_message(look, Final((Standing(1, 3, 2.5, None, 1),), 3, corrected=True)),
    ):
        assert is_taken(message)


@given(languages, st.sampled_from(Span), st.sampled_from(Order), st.lists(st.integers(1, SEVERAL), unique=True))
def test_every_board_of_the_group_is_taken(language: Language, span: Span, order: Order, placed: list[int]) -> None:
    standings = [Standing(at, player, 2.0, 0.5, 4) for at, player in enumerate(placed, 1)]
    assert is_taken(top_message(view(language), ShowTop(span, order), standings))


@given(languages, prose.map(lambda text: text[:230]), st.sampled_from(PollKind))
def test_every_poll_fits_into_what_the_messenger_takes(language: Language, text: str, kind: PollKind) -> None:
    message = boards.poll_message(view(language), OpenPoll(20, 20, "t", Sheet(kind, text, ("a", "b"), (0,)), NOW))
    assert message.poll is not None
    assert 0 < len(message.poll.question) <= 300


def test_players_without_a_name_are_somebody_and_many_are_counted() -> None:
    look = view(called={1: "Ada"})
    assert look.row((1, 2)) == "Ada, somebody"
    assert look.row(range(1, 10)).endswith("and 3 more")


def test_a_claim_is_quoted_without_its_own_full_stop() -> None:
    claim = ShownClaim("An index makes everything faster.", "It slows writes down.", (1,))
    html = reveal_message(view(), Reveal(1, 1, "q", "Indexes", claims=(claim,))).html
    assert "“An index makes everything faster”. In fact" in html


@pytest.mark.parametrize(("mode", "rule"), [(GameMode.RACE, "say it later"), (GameMode.SILENT, "win every point")])
def test_the_first_board_of_a_game_tells_how_points_are_won(mode: GameMode, rule: str) -> None:
    board = Board(mode, 1, 3, "q", "t", "Why?", Phase.ANSWER, NOW)
    later, closed = replace(board, number=2), replace(board, open=False)
    told = [boards.board_message(view(), each, "Topic").html for each in (board, later, closed)]
    assert [rule in html for html in told] == [True, False, False]


def test_after_the_first_round_who_leads_is_not_told_twice() -> None:
    standing, look = Standing(1, 1, 2.0, 1.0, 1), view(called={1: "Ada"})
    told = [reveal_message(look, Reveal(at, 3, "q", "Indexes", standings=(standing,))).html for at in (1, 2, 3)]
    assert ["In the lead: 1. Ada" in html for html in told] == [False, True, False]


def test_whoever_earns_nothing_for_a_copy_is_told_why() -> None:
    html = reveal_message(view(called={2: "Bob"}), Reveal(1, 1, "q", "Indexes", uncounted=(2,))).html
    assert "Not counted (too fast to have been typed, or someone else’s words): Bob" in html
