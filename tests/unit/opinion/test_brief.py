import json
from dataclasses import replace

import pytest

from bot.domain.verdict import Remark
from bot.opinion import brief
from bot.opinion.brief import HOLLOW, LONGEST
from tests.unit.opinion.build import ANSWER, QUESTION, asked, case


def test_only_what_is_in_doubt_is_asked_about() -> None:
    texts = {name: doubt.text for name, doubt in asked().doubts.items()}
    assert texts == {"S1": QUESTION.points[0].text, "S2": QUESTION.red_flags[0].claim}


def test_without_a_doubt_nothing_is_asked() -> None:
    known = case()
    assert brief(replace(known, assessment=replace(known.assessment, points=(), flags=()))) is None


@pytest.mark.parametrize("remark", sorted(HOLLOW))
def test_answers_that_can_state_nothing_are_not_shown(remark: Remark) -> None:
    assert brief(case(ANSWER, remark)) is None


def test_answers_longer_than_a_message_are_not_shown() -> None:
    assert brief(case(ANSWER + "x" * (LONGEST - len(ANSWER)))) is not None
    assert brief(case(ANSWER + "x" * (LONGEST - len(ANSWER) + 1))) is None


def test_the_answer_stands_between_the_fences_and_nowhere_else() -> None:
    system, user = (message["content"] for message in asked().messages("FENCE"))
    before, within, after = user.split("FENCE")
    assert ANSWER in within
    assert ANSWER not in before + after + system
    assert "FENCE" in system


def test_the_judge_is_not_told_which_statements_are_wrong() -> None:
    said = json.dumps([asked().messages("FENCE"), asked().schema])
    assert QUESTION.red_flags[0].correction not in said
    assert "order" not in asked().schema["properties"]["verdicts"]["items"]["properties"]["id"]["enum"]


def test_a_fingerprint_tells_questions_answers_and_models_apart() -> None:
    known = case()
    reworded = replace(QUESTION, points=(replace(QUESTION.points[0], text="Other words"), QUESTION.points[1]))
    variants = [known, case(f"{ANSWER} More."), replace(known, question=reworded), replace(known, asked="And then?")]
    prints = {each.fingerprint(model) for case in variants if (each := brief(case)) for model in ("small", "large")}
    assert len(prints) == 2 * len(variants)


def test_a_fingerprint_is_the_same_for_whoever_asks() -> None:
    assert asked().fingerprint("small") == asked().fingerprint("small")
    assert len(asked().fingerprint("small")) == 64
