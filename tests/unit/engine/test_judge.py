from dataclasses import replace

import pytest

from bot.domain.language import Level
from bot.domain.question import RubricPoint
from bot.domain.verdict import PointStatus, ReplyStatus
from bot.engine import Policy
from bot.engine.elsewhere import Fields
from bot.engine.judge import Judge, Judged, is_pasted, looks_like_code, stance
from bot.engine.state import Aim, Focus, Reply, Stance, Trust
from tests.unit.engine.helpers import KeywordGrader, bank_of, imported, prepared

QUESTION = prepared(
    explanations={
        Level.JUNIOR: "A hash map keeps its entries in buckets and finds the bucket of a key from the hash of it, so"
        " that most reads look at one bucket only, however many entries there are."
    }
)
POLICY = Policy()
FIELDS = Fields(bank_of(QUESTION))


def judged(text: str, focus: Focus | None = None) -> Judged:
    reply = Reply(text, 5, focus or Focus(), "How does it work?", hinted=("p2",))
    return Judge(KeywordGrader(), POLICY, FIELDS).judge(QUESTION, Level.MIDDLE, reply)


def test_findings_carry_the_words_and_the_circumstances_stay() -> None:
    reply = judged("term1 and ~term2 here").reply
    assert [(finding.point, finding.status, finding.quotes) for finding in reply.points] == [
        ("p1", PointStatus.STATED, ("term1",)),
        ("p2", PointStatus.UNSURE, ("~term2",)),
    ]
    assert (reply.message, reply.hinted, reply.asked) == (5, ("p2",), "How does it work?")


def test_the_verdict_on_a_prepared_follow_up_is_asked_for_only_where_one_was_put() -> None:
    assert judged("memory").verdict is None
    followed = judged("memory", Focus(Aim.FOLLOW_UP, "f1"))
    assert followed.verdict is not None
    assert followed.reply.verdict is ReplyStatus.CORRECT


def test_a_right_follow_up_states_the_point_it_names() -> None:
    opened = judged("you pay with memory", Focus(Aim.FOLLOW_UP, "f1")).reply.points
    assert [(finding.point, finding.quotes) for finding in opened] == [("p2", ("memory",))]
    assert judged("simplicity", Focus(Aim.FOLLOW_UP, "f2")).reply.points == ()


def test_a_right_follow_up_that_is_only_near_a_point_half_says_it() -> None:
    page = imported()
    reply = Reply("well, pod removed from traffic by readiness", None, Focus(Aim.FOLLOW_UP, "f1"), "")
    found = Judge(KeywordGrader(), POLICY, FIELDS).judge(page, Level.JUNIOR, reply).reply.points
    assert [(finding.point, finding.status) for finding in found] == [("p2", PointStatus.UNSURE)]


def test_a_wrong_follow_up_says_nothing() -> None:
    assert judged("no clue what", Focus(Aim.FOLLOW_UP, "f1")).reply.points == ()


def test_a_follow_up_that_left_the_bank_is_judged_as_an_answer() -> None:
    assert judged("term1", Focus(Aim.FOLLOW_UP, "gone")).verdict is None


@pytest.mark.parametrize(
    ("text", "focus", "empty"),
    [
        ("nothing of note", Focus(), True),
        ("term1", Focus(), False),
        ("wrongone?", Focus(), False),
        ("memory", Focus(Aim.FOLLOW_UP, "f1"), False),
        ("who knows", Focus(Aim.FOLLOW_UP, "f1"), True),
        ("yes", Focus(Aim.CONFIRM, "wrongone"), False),
        ("yes", Focus(), True),
    ],
)
def test_what_counts_as_nothing_found(text: str, focus: Focus, *, empty: bool) -> None:
    assert judged(text, focus).empty is empty


@pytest.mark.parametrize(
    ("text", "aim", "expected"),
    [
        ("yes", Aim.CONFIRM, Stance.YES),
        ("да, так и есть", Aim.CONFIRM, Stance.YES),
        ("ні", Aim.CONFIRM, Stance.NO),
        ("yes", Aim.CONSEQUENCE, Stance.NONE),
        ("I was wrong", Aim.CONSEQUENCE, Stance.TAKEN_BACK),
        ("я ошибся", Aim.CONFIRM, Stance.TAKEN_BACK),
        ("I was wrong", Aim.MAIN, Stance.NONE),
        ("no", Aim.POINT, Stance.NONE),
    ],
)
def test_yes_and_no_count_only_where_they_were_asked_for(text: str, aim: Aim, expected: Stance) -> None:
    assert stance(Reply(text, None, Focus(aim, "wrongone"), "")) is expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("for (int i = 0; i < n; i++) { list.add(i); }", True),
        ("def f(x):\n    return {k: v for k, v in x.items()} == {} or f(g(x)) or [i for i in range(10)]", True),
        ("It takes O(n) or O(log n), depending (mostly) on the tree.", False),
        ("", False),
    ],
)
def test_code_is_told_by_its_punctuation(text: str, *, code: bool) -> None:
    assert looks_like_code(text) is code


def test_the_page_itself_is_a_paste_and_own_words_are_not() -> None:
    page = QUESTION.explanations[Level.JUNIOR]
    own = (
        "You take the hash of the key, that gives you the bucket, and inside of the bucket you look for an equal key,"
        " which is why it is fast as long as keys spread well."
    )
    assert is_pasted(QUESTION, page, POLICY)
    assert is_pasted(QUESTION, "Sure! " + page.upper(), POLICY)
    assert not is_pasted(QUESTION, own, POLICY)
    assert not is_pasted(QUESTION, page[:60], POLICY)


def test_points_read_out_one_after_the_other_are_a_paste() -> None:
    points = tuple(
        replace(point, text=f"The {word} of every entry is kept beside its own {word} table in memory")
        for point, word in zip(QUESTION.points, ("key", "value", "hash", "link", "size"), strict=True)
    )
    question = replace(QUESTION, points=points)
    assert is_pasted(question, " ".join(point.text for point in points), POLICY)


def test_trust_follows_from_where_the_words_come() -> None:
    assert judged("term1 in my own words").reply.trust is Trust.OWN
    assert judged("#buzzwords term1 saga").reply.trust is Trust.TERMS
    assert judged(QUESTION.explanations[Level.JUNIOR]).reply.trust is Trust.PASTED


@pytest.mark.parametrize(("aim", "trust"), [(Aim.MAIN, Trust.TERMS), (Aim.OPEN, Trust.TERMS), (Aim.POINT, Trust.OWN)])
def test_bare_terms_are_an_answer_to_a_narrow_question_only(aim: Aim, trust: Trust) -> None:
    assert judged("#buzzwords term1 term2", Focus(aim, "p1")).reply.trust is trust


def test_a_reply_to_a_probe_says_the_point_when_it_says_what_was_asked_for() -> None:
    reply = judged("The statement numbered 3 of q1", Focus(Aim.POINT, "p3")).reply
    assert [(each.point, each.status) for each in reply.points] == [("p3", PointStatus.STATED)]
    assert judged("The statement numbered 3 of q1").reply.points == ()


def test_a_reply_that_makes_a_wrong_claim_is_no_right_reply_to_a_probe() -> None:
    reply = judged("The statement numbered 3 of q1, so wrongone", Focus(Aim.POINT, "p3")).reply
    assert reply.points == ()


def test_a_list_of_terms_claims_nothing() -> None:
    assert judged("#buzzwords term1, wrongone, term2").reply.flags == ()
    assert judged("#buzzwords term1, wrongone, term2", Focus(Aim.POINT, "p1")).reply.flags


def test_code_states_nothing_and_the_words_around_it_do() -> None:
    code = "for (int i = 0; i < n; i++) { if (map.get(key) == null) { return; } }"
    called = RubricPoint("called", "The map is asked by key", Level.JUNIOR, key_terms=("map.get(key)",))
    page = prepared(points=(called, *QUESTION.points))
    judge = Judge(KeywordGrader(), POLICY, Fields(bank_of(page)))
    for text, stated in ((code, []), (f"term2 comes first\n{code}", ["p2"]), ("it is map.get(key) there", ["called"])):
        reply = judge.judge(page, Level.MIDDLE, Reply(text, 5, Focus(), "")).reply
        assert [finding.point for finding in reply.points] == stated
