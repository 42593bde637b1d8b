from dataclasses import replace
from typing import Any

from bot.domain.language import Language, Level
from bot.domain.scorecard import FlagStanding, Standing
from bot.domain.verdict import FlagStatus, FlagVerdict, PointStatus, PointVerdict
from bot.engine.evidence import flag_findings, ledger, point_findings
from bot.engine.state import Aim, FlagFinding, Focus, PointFinding, Record, Reply, Stance, Thing, Trust, key
from tests.unit.engine.helpers import prepared

QUESTION = prepared()
TEXT = "Containers share the kernel of the host, while each virtual machine brings a kernel of its own."


def test_missing_points_leave_no_finding() -> None:
    verdicts = [PointVerdict("p1", PointStatus.MISSING, 0.1), PointVerdict("p2", PointStatus.UNSURE, 0.4)]
    assert [finding.point for finding in point_findings(TEXT, verdicts)] == ["p2"]


def reply(*points: PointFinding, flags: tuple[FlagFinding, ...] = (), trust: Trust = Trust.OWN) -> Reply:
    return Reply("", None, Focus(), "", points=points, flags=flags, trust=trust)


def said(point: str, status: PointStatus = PointStatus.STATED, quote: str = "words") -> PointFinding:
    return PointFinding(point, status, (quote,))


def claim(status: FlagStatus, quote: str = "claim") -> FlagFinding:
    return FlagFinding("wrongone", status, 0.9, (quote,))


def record(*replies: Reply, used: tuple[str, ...] = (), declined: tuple[str, ...] = ()) -> Record:
    return Record("q1", 1, Level.SENIOR, Language.EN, "alpha", replies=replies, used=used, declined=declined)


def point(asked: Record) -> Standing:
    return ledger(asked, QUESTION).points["p1"].standing


def test_the_first_words_that_state_a_point_are_quoted() -> None:
    asked = record(reply(said("p1", PointStatus.UNSURE, "half")), reply(said("p1", quote="whole")), reply(said("p1")))
    assert ledger(asked, QUESTION).points["p1"].quotes == ("whole",)


def test_a_point_half_said_keeps_its_first_words() -> None:
    asked = record(reply(said("p1", PointStatus.UNSURE, "half")), reply(said("p1", PointStatus.UNSURE, "again")))
    line = ledger(asked, QUESTION).points["p1"]
    assert (line.standing, line.quotes) == (Standing.UNSURE, ("half",))


def test_half_a_point_and_half_of_it_in_reply_to_its_probe_are_the_whole_in_both_words() -> None:
    half = reply(said("p1", PointStatus.UNSURE, "one address"))
    probed = replace(reply(said("p1", PointStatus.UNSURE, "localhost")), focus=Focus(Aim.POINT, "p1"))
    line = ledger(record(half, probed), QUESTION).points["p1"]
    assert (line.standing, line.quotes) == (Standing.STATED, ("one address", "localhost"))
    assert point(record(half, replace(probed, hinted=("p1",)))) is Standing.ASSISTED
    assert point(record(probed)) is Standing.UNSURE, "one half is no whole"
    assert point(record(half, replace(probed, focus=Focus(Aim.POINT, "p2")))) is Standing.UNSURE
    assert point(record(replace(half, trust=Trust.PASTED), probed)) is Standing.UNSURE
    assert point(record(half, replace(probed, trust=Trust.TERMS))) is Standing.UNSURE


def test_a_declined_point_is_declined_until_it_is_said() -> None:
    assert point(record(declined=("p1",))) is Standing.DECLINED
    assert point(record(reply(said("p1")), declined=("p1",))) is Standing.STATED


def test_bare_terms_state_nothing() -> None:
    assert point(record(reply(said("p1"), trust=Trust.TERMS))) is Standing.UNSURE


def test_a_pasted_text_counts_once_something_is_said_in_own_words_after_it() -> None:
    pasted = reply(said("p1"), trust=Trust.PASTED)
    assert point(record(pasted)) is Standing.UNSURE
    assert point(record(reply(said("p2")), pasted)) is Standing.UNSURE
    assert point(record(pasted, reply(said("p2", PointStatus.UNSURE)))) is Standing.UNSURE
    assert point(record(pasted, pasted)) is Standing.UNSURE
    assert point(record(pasted, reply(said("p2")))) is Standing.STATED


def flag(asked: Record) -> FlagStanding | None:
    line = ledger(asked, QUESTION).flags.get("wrongone")
    return line.standing if line else None


def challenged(*replies: Reply) -> Record:
    return record(*replies, used=(key(Thing.FLAG, "wrongone"), key(Thing.CONSEQUENCE, "wrongone")))


def answer(stance: Stance, aim: Aim = Aim.CONFIRM, **changes: Any) -> Reply:
    return replace(reply(), focus=Focus(aim, "wrongone"), stance=stance, **changes)


ASSERTED, SUSPECTED = reply(flags=(claim(FlagStatus.ASSERTED),)), reply(flags=(claim(FlagStatus.SUSPECTED),))
DENIED = reply(flags=(claim(FlagStatus.DENIED, "denial"),))


def test_the_life_of_a_claim() -> None:
    assert flag(record()) is None
    assert flag(record(ASSERTED)) is FlagStanding.WRONG
    assert flag(record(ASSERTED, DENIED)) is FlagStanding.CORRECTED
    assert flag(record(ASSERTED, DENIED, ASSERTED)) is FlagStanding.WRONG
    assert flag(record(DENIED)) is None
    assert flag(record(SUSPECTED)) is None
    assert flag(record(SUSPECTED, DENIED)) is None


def test_the_reply_to_the_question_about_a_claim_decides() -> None:
    assert flag(challenged(SUSPECTED, answer(Stance.YES))) is FlagStanding.WRONG
    assert flag(challenged(SUSPECTED, answer(Stance.NO))) is None
    assert flag(challenged(SUSPECTED, answer(Stance.NONE))) is None
    assert flag(challenged(SUSPECTED, answer(Stance.NONE, flags=SUSPECTED.flags))) is FlagStanding.SUSPECTED
    assert flag(challenged(ASSERTED, answer(Stance.NONE))) is FlagStanding.WRONG
    assert flag(challenged(ASSERTED, answer(Stance.TAKEN_BACK))) is FlagStanding.CORRECTED
    assert flag(challenged(ASSERTED, answer(Stance.NO))) is FlagStanding.CORRECTED


def test_a_suspicion_that_was_not_confirmed_does_not_come_back_by_itself() -> None:
    assert flag(challenged(SUSPECTED, answer(Stance.NONE), SUSPECTED)) is None
    assert flag(challenged(SUSPECTED, answer(Stance.NO), SUSPECTED)) is None
    assert flag(challenged(SUSPECTED, answer(Stance.NONE), ASSERTED)) is FlagStanding.WRONG


def test_a_no_weighs_more_than_the_words_after_it() -> None:
    echo = answer(Stance.NO, flags=(claim(FlagStatus.ASSERTED),))
    assert flag(challenged(SUSPECTED, echo)) is not FlagStanding.WRONG


def test_the_reply_to_something_else_does_not_decide() -> None:
    other = replace(answer(Stance.YES), focus=Focus(Aim.CONFIRM, "wrongtwo"))
    assert flag(challenged(SUSPECTED, other)) is None


def test_what_is_open_to_ask_about() -> None:
    def to_ask(asked: Record) -> FlagStatus | None:
        return ledger(asked, QUESTION).flags["wrongone"].open

    assert to_ask(record(ASSERTED)) is FlagStatus.ASSERTED
    assert to_ask(record(SUSPECTED)) is FlagStatus.SUSPECTED
    assert to_ask(record(SUSPECTED, ASSERTED)) is FlagStatus.ASSERTED
    assert to_ask(record(ASSERTED, DENIED)) is None
    assert to_ask(challenged(ASSERTED)) is None
    asked = record(SUSPECTED, answer(Stance.YES), used=(key(Thing.FLAG, "wrongone"),))
    assert to_ask(asked) is FlagStatus.ASSERTED
    assert to_ask(replace(asked, replies=(SUSPECTED,))) is None


def test_a_claim_made_without_certainty_is_a_suspicion() -> None:
    verdicts = [FlagVerdict("wrongone", FlagStatus.ASSERTED, 0.6), FlagVerdict("wrongtwo", FlagStatus.DENIED, 0.1)]
    found = flag_findings("words", verdicts, certain=0.8)
    assert [finding.status for finding in found] == [FlagStatus.SUSPECTED, FlagStatus.DENIED]
    assert flag_findings("words", verdicts, certain=0.6)[0].status is FlagStatus.ASSERTED


def test_a_claim_keeps_the_words_that_made_it_and_those_against_it() -> None:
    line = ledger(record(DENIED, ASSERTED), QUESTION).flags["wrongone"]
    assert (line.quotes, line.denied) == (("claim",), ("denial",))


def test_coverage_is_weight_said_over_weight_expected() -> None:
    found = ledger(record(reply(said("p1"))), QUESTION)
    assert found.covered(QUESTION, Level.JUNIOR) == 2 / 3
    assert found.covered(QUESTION, Level.SENIOR) == 2 / 6.5
    assert ledger(record(), QUESTION).covered(QUESTION, Level.MIDDLE) == 0


def test_what_is_said_beyond_the_level_counts_once_settled() -> None:
    beyond = ledger(record(reply(said("p1"), said("p5"))), QUESTION)
    half = ledger(record(reply(said("p1"), said("p5", PointStatus.UNSURE))), QUESTION)
    credit = {Standing.STATED: 1.0, Standing.UNSURE: 0.5}
    assert beyond.covered(QUESTION, Level.JUNIOR) == 1
    assert half.share(QUESTION, Level.JUNIOR, credit) == 2 / 3
    assert half.share(QUESTION, Level.SENIOR, credit) == 2.5 / 6.5


def test_where_few_points_are_of_the_level_a_share_of_all_is_expected() -> None:
    points = tuple(replace(point, level=Level.SENIOR) for point in QUESTION.points[1:])
    question = replace(QUESTION, points=(QUESTION.points[0], *points))
    found = ledger(record(reply(said("p1"))), question)
    assert found.covered(question, Level.JUNIOR) == 2 / (0.4 * 6.5)
    assert found.complete(question, Level.JUNIOR)
    assert not found.complete(question, Level.SENIOR)
