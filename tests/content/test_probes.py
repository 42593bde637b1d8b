"""Replies to the probes of the shipped bank, labelled by meaning: who answers what he was asked is heard."""

from benchmarks.probes import beside_the_point, is_credited, read_probes
from tests.shipped import shipped_bank, shipped_grader

ONE_IN = 6
"""Every which reply is judged: all of them take as long as all examples of the bank."""
HEARD, TAKEN_IN = 0.7, 0.35
"""Least share of the right replies that count, and most of the wrong ones; .86 and .14 when the model was fitted."""


def test_right_replies_count_and_wrong_ones_seldom_do() -> None:
    grader, probes = shipped_grader(), read_probes(shipped_bank())
    probes = probes[::ONE_IN]
    right = [is_credited(grader, probe) for probe in probes if probe.stated]
    wrong = [is_credited(grader, probe) for probe in probes if probe.stated is False]
    beside = [is_credited(grader, probe) for probe in beside_the_point(probes)]
    assert sum(right) >= HEARD * len(right)
    assert sum(wrong) <= TAKEN_IN * len(wrong)
    assert sum(beside) <= 0.02 * len(beside)
