from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import WORDINGS, Command, Move, Temper
from bot.engine.state import Cue
from bot.engine.wording import Message, word

cues = st.builds(Cue, st.sampled_from(Move), st.text(max_size=5))
messages = st.lists(st.builds(Message, st.lists(cues, min_size=1, max_size=4).map(tuple)), max_size=4)


@given(st.lists(st.tuples(messages, st.integers(0, 2**63)), max_size=8))
def test_no_move_is_ever_worded_the_same_twice_running(turns: list[tuple[list[Message], int]]) -> None:
    spoken: tuple[tuple[Move, int], ...] = ()
    last: dict[Move, int] = {}
    for said, seed in turns:
        says, spoken = word(said, spoken, Temper.FRIENDLY, seed)
        for line in (line for say in says for line in say.lines):
            assert 1 <= line.wording <= WORDINGS
            assert last.get(line.move) != line.wording
            last[line.move] = line.wording
    assert dict(spoken) == last


@given(messages, st.integers(0, 2**63))
def test_the_same_seed_gives_the_same_words(said: list[Message], seed: int) -> None:
    assert word(said, (), Temper.FRIENDLY, seed) == word(said, (), Temper.FRIENDLY, seed)


def test_text_arguments_and_buttons_are_passed_on() -> None:
    cue = Cue(Move.ASK, "How?", (("number", 1),))
    (say,), _ = word([Message((cue,), (Command.HINT,), 1)], (), Temper.DEMANDING, 3)
    (line,) = say.lines
    assert (line.move, line.text, line.arguments) == (Move.ASK, "How?", (("number", 1),))
    assert line.temper is Temper.DEMANDING
    assert (say.choices, say.question) == ((Command.HINT,), 1)


def test_all_wordings_are_used() -> None:
    used = set()
    spoken: tuple[tuple[Move, int], ...] = ()
    for seed in range(60):
        (say,), spoken = word([Message((Cue(Move.PUMP),))], spoken, Temper.FRIENDLY, seed)
        used.add(say.lines[0].wording)
    assert used == set(range(1, WORDINGS + 1))
