"""The opposite of a point, said in whatever words, is the wrong claim nearest to it."""

from dataclasses import replace

import pytest

from bot.domain.language import Language, Level
from bot.domain.question import Misconception, Question, RubricPoint
from bot.domain.verdict import FlagStatus, FlagVerdict, PointStatus, PointVerdict, Span
from bot.grading import RubricGrader
from bot.grading.contraries import without_claims
from bot.grading.flags import CONTRARY
from tests.unit.grading.build import question

EN, RU, UK = Language.EN, Language.RU, Language.UK
ASSERTED, DENIED = FlagStatus.ASSERTED, FlagStatus.DENIED


def _asked(language: Language, subject: str, *, point: tuple[str, str], flag: tuple[str, str]) -> Question:
    """A question on one named thing: a point with a phrasing, and a claim with a phrasing that denies it."""
    return Question(
        f"{subject} {language}",
        language,
        "t",
        subject,
        subject,
        (RubricPoint("safe", point[0], Level.JUNIOR, phrasings=point[1:]),),
        (
            Misconception("ordered", "TreeMap"),
            Misconception("shared", flag[0], phrasings=flag[1:]),
        ),
    )


ASKED = {
    EN: _asked(
        EN,
        "How does SimpleCache work?",
        point=("SimpleCache is not safe for writes from several threads", "it isn't thread-safe"),
        flag=("Several threads can write into one SimpleCache without a lock", "it is thread safe out of the box"),
    ),
    RU: _asked(
        RU,
        "Как устроен SimpleCache?",
        point=("SimpleCache небезопасен при записи из нескольких потоков", "он не потокобезопасен"),
        flag=("В один SimpleCache можно писать из разных потоков без замка", "он потокобезопасен из коробки"),
    ),
    UK: _asked(
        UK,
        "Як влаштований SimpleCache?",
        point=("SimpleCache небезпечний під час запису з кількох потоків", "він не потокобезпечний"),
        flag=("В один SimpleCache можна писати з різних потоків без замка", "він потокобезпечний з коробки"),
    ),
}


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (EN, "It's thread-safe."),
        (EN, "SimpleCache is thread-safe."),
        (EN, "It is thread-safe too since version 8."),
        (RU, "он потокобезопасен"),
        (RU, "SimpleCache потокобезопасен."),
        (UK, "він потокобезпечний"),
    ],
)
def test_the_opposite_of_a_point_makes_the_claim_nearest_to_it(
    grader: RubricGrader, language: Language, answer: str
) -> None:
    assessment = grader.assess(ASKED[language], answer, Level.MIDDLE)
    assert [flag.status is ASSERTED for flag in assessment.flags] == [False, True]
    assert assessment.points[0].status is PointStatus.MISSING


def test_the_opposite_counts_in_a_short_sentence_of_a_long_answer(grader: RubricGrader) -> None:
    answer = (
        "Entries live in an array and the hash of the key tells the place. Collisions are chained in a list. "
        "When three quarters of it are full the array doubles. It's thread-safe."
    )
    asked = replace(ASKED[EN], id="bare", red_flags=tuple(replace(flag, phrasings=()) for flag in ASKED[EN].red_flags))
    flag = grader.assess(asked, answer, Level.MIDDLE).flags[1]
    assert (flag.status, flag.suspect) == (FlagStatus.SUSPECTED, CONTRARY)
    assert [answer[span.start : span.end] for span in flag.evidence] == ["It's thread-safe"]


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (EN, "It's not thread-safe."),
        (RU, "он не потокобезопасен"),
        (RU, "не верю, что он потокобезопасен"),
        (UK, "не вірю, що він потокобезпечний"),
        (UK, "не згоден, що він потокобезпечний"),
    ],
)
def test_what_agrees_with_the_point_denies_the_claim(grader: RubricGrader, language: Language, answer: str) -> None:
    assert grader.assess(ASKED[language], answer, Level.MIDDLE).flags[1].status is DENIED


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (EN, "Is it thread-safe?"),
        (EN, "People say it's thread-safe, but no."),
        (RU, "люди говорят, что он потокобезопасен, но нет"),
        (UK, "кажуть, що він потокобезпечний, але ні"),
    ],
)
def test_what_is_asked_or_waved_off_is_no_claim(grader: RubricGrader, language: Language, answer: str) -> None:
    assert grader.assess(ASKED[language], answer, Level.MIDDLE).flags[1].status is not ASSERTED


@pytest.mark.parametrize(
    ("language", "answer", "reason"),
    [
        (EN, "Perhaps it is thread-safe.", "the opposite of what is right is said"),
        (RU, "Наверное, он потокобезопасен.", "сказано обратное тому, что верно"),
        (UK, "Мабуть, він потокобезпечний.", "сказано протилежне до правильного"),
    ],
)
def test_the_opposite_said_with_doubt_is_not_said(
    grader: RubricGrader, language: Language, answer: str, reason: str
) -> None:
    sure = answer.split(maxsplit=1)[1]
    assert grader.assess(ASKED[language], sure, Level.MIDDLE).flags[1].reason == reason
    assert grader.assess(ASKED[language], answer, Level.MIDDLE).flags[1].reason != reason


def test_the_opposite_inside_a_long_sentence_of_a_long_answer_is_not_said(grader: RubricGrader) -> None:
    answer = (
        "Entries live in an array and the hash of the key tells the place. Collisions are chained in a list. "
        "When three quarters of it are full the array doubles, and it's thread-safe."
    )
    reason = grader.assess(ASKED[EN], answer, Level.MIDDLE).flags[1].reason
    assert reason != "the opposite of what is right is said"


NEGATIVE = "DELETE is not idempotent, because the second call returns 404"


def _methods(claim: str) -> Question:
    asked = replace(ASKED[EN], id=claim, title="Which requests may be repeated?", prompt="")
    return replace(
        asked,
        points=(RubricPoint("methods", "GET, PUT and DELETE are idempotent, POST is not", Level.JUNIOR),),
        red_flags=(Misconception("claim", claim),),
    )


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("DELETE is not idempotent.", ASSERTED),
        ("DELETE is not idempotent, since the second one gives 404.", ASSERTED),
    ],
)
def test_a_claim_that_denies_something_is_made_without_its_reason(
    grader: RubricGrader, answer: str, status: FlagStatus
) -> None:
    assert grader.assess(_methods(NEGATIVE), answer, Level.MIDDLE).flags[0].status is status


def test_the_plain_form_of_a_claim_that_denies_something_is_right(grader: RubricGrader) -> None:
    answer = "PUT and DELETE are idempotent by the spec."
    assert grader.assess(_methods(NEGATIVE), answer, Level.MIDDLE).flags[0].status is not ASSERTED


def test_what_follows_from_a_condition_is_said_as_a_rule(grader: RubricGrader) -> None:
    asked = _methods("Kubernetes rolls back automatically when the new version fails")
    answer = "If the new version fails, Kubernetes automatically rolls back."
    assert grader.assess(asked, answer, Level.MIDDLE).flags[0].status is ASSERTED


def test_a_question_mark_inside_an_identifier_asks_nothing(grader: RubricGrader) -> None:
    asked = _methods("GET may change data, as in /orders/5?action=delete")
    answer = "GET may change data, as in /orders/5?action=delete"
    assert grader.assess(asked, answer, Level.MIDDLE).flags[0].status is ASSERTED


LIVENESS = {
    EN: question(
        "When a liveness probe fails, the kubelet restarts the container",
        phrasings=(
            "the app hung, liveness didn't pass, the container gets restarted",
            "a failed readiness does not restart anything, that is the job of liveness",
        ),
        title="What are the probes of Kubernetes for?",
    ),
    RU: question(
        "Когда проваливается liveness-проба, kubelet перезапускает контейнер",
        phrasings=(
            "приложение зависло, лайвнес не прошёл, контейнер рестартует",
            "под это не то же, что контейнер, перезапускают именно контейнер",
        ),
        title="Для чего в Kubernetes пробы?",
    ),
    UK: question(
        "Коли провалюється liveness-проба, kubelet перезапускає контейнер",
        phrasings=(
            "застосунок завис, лайвнес не пройшов, контейнер рестартує",
            "под це не те саме, що контейнер, перезапускають саме контейнер",
        ),
        title="Для чого в Kubernetes проби?",
    ),
}


@pytest.mark.parametrize(
    ("language", "answer"),
    [
        (EN, "well liveness restarts the container if it hangs"),
        (RU, "ну лайвнес перезапускает контейнер если он завис"),
        (UK, "ну лайвнес перезапускає контейнер якщо він завис"),
    ],
)
def test_a_right_sentence_near_a_wording_that_it_does_not_say_is_said(
    grader: RubricGrader, language: Language, answer: str
) -> None:
    assert grader.assess(LIVENESS[language], answer, Level.MIDDLE).points[0].status is PointStatus.STATED


SAME = {
    EN: question(
        "Authentication establishes who the caller is, authorization decides what they may do",
        flags=(("Authentication and authorization are the same thing", "They are two questions"),),
        phrasings=(
            "authentication comes first, authorization comes second",
            "authn is logging in, authz access rights",
        ),
    ),
    RU: question(
        "Аутентификация выясняет, кто это, авторизация решает, что ему можно",
        flags=(("Аутентификация и авторизация одно и то же", "Это два разных вопроса"),),
        phrasings=("сначала аутентификация, потом авторизация", "аутентификация это вход, авторизация это права"),
    ),
    UK: question(
        "Автентифікація з’ясовує, хто це, авторизація вирішує, що йому можна",
        flags=(("Автентифікація й авторизація одне й те саме", "Це два різні питання"),),
        phrasings=("спершу автентифікація, потім авторизація", "автентифікація це вхід, авторизація це права"),
    ),
}


@pytest.mark.parametrize(
    ("language", "claim", "truth"),
    [
        (
            EN,
            "Authentication and authorization are the same thing.",
            "First you say who you are, then authorization decides what you may do.",
        ),
        (RU, "Аутентификация и авторизация одно и то же.", "Сначала аутентификация, а потом авторизация."),
        (UK, "Автентифікація й авторизація одне й те саме.", "Спершу автентифікація, а потім авторизація."),
    ],
)
def test_words_of_a_wrong_claim_earn_no_point(grader: RubricGrader, language: Language, claim: str, truth: str) -> None:
    asked = SAME[language]
    wrong = grader.assess(asked, claim, Level.MIDDLE)
    assert wrong.flags[0].status is ASSERTED
    assert (wrong.points[0].status, wrong.points[0].evidence) == (PointStatus.MISSING, ())
    assert grader.assess(asked, truth, Level.MIDDLE).points[0].status is PointStatus.STATED


@pytest.mark.parametrize(
    ("claim", "suspect", "place", "point"),
    [
        (FlagStatus.ASSERTED, 0.9, Span(0, 10), PointStatus.MISSING),
        (FlagStatus.ASSERTED, 0.9, Span(8, 12), PointStatus.STATED),
        (FlagStatus.SUSPECTED, 0.6, Span(0, 10), PointStatus.UNSURE),
        (FlagStatus.SUSPECTED, 0.3, Span(0, 10), PointStatus.STATED),
        (FlagStatus.DENIED, 0.9, Span(0, 10), PointStatus.STATED),
    ],
)
def test_a_point_is_worth_no_more_than_the_claim_in_its_words(
    claim: FlagStatus, suspect: float, place: Span, point: PointStatus
) -> None:
    flag = FlagVerdict("f0", claim, suspect, (place,), "")
    stated = PointVerdict("p0", PointStatus.STATED, 0.5, (Span(2, 10),), "")
    (verdict,) = without_claims([stated], [flag], EN)
    assert (verdict.status, verdict.score) == (point, 0.0 if point is PointStatus.MISSING else 0.5)
