"""Red flags: does the answer make a wrong claim, and is no right statement nearer to what was said?"""

from bot.domain.language import Language
from bot.domain.verdict import FlagStatus, FlagVerdict
from bot.grading.claims import Claim, FlagMeasures, MeasuredFlag
from bot.grading.features import NOWHERE
from bot.grading.matching import Answer
from bot.grading.model import Model
from bot.grading.points import Wording, evidence_of
from bot.grading.reasons import reason

CERTAIN = 0.82
"""Probability from which a claim is made though an important word of it is missing."""
OUTRIGHT = 0.85
"""Coverage from which a claim is made whatever the model thinks of it."""
VERBATIM = 0.95
"""The same for a claim with phrasings, of which there are enough to be near to many things."""
WHOLE = 0.4
"""Closeness that the important word found worst must have in a claim that is made."""
CONTRARY = CERTAIN
"""Least probability of a claim when the opposite of the point that it contradicts is said."""
AHEAD = 0.03
"""How much nearer than anything right a claim must be: what is right often has nearly all words of a claim."""
HALF = 0.5
"""Coverage that is enough for a claim made certainly, and for a rejection where nothing speaks for the claim."""
REJECTED = 0.7
"""Coverage from which the opposite of a claim rejects it."""


def flag_verdict(
    measured: MeasuredFlag, contrary: Wording | None, answer: Answer, model: Model, language: Language
) -> FlagVerdict:
    """Verdict on a flag; `contrary` is the wording of a point whose opposite is said and no other flag is nearer to.

    Of a claim with phrasings the opposite counts only where the words may make it: of 13 natural answers of which the
    model believed it not, one did.
    """
    measures, made = measured.measures, measured.made
    suspect = measured.suspect(model)
    if measured.is_phrased and suspect < model.thresholds.half_claimed:
        contrary = None
    if contrary:
        suspect = max(suspect, CONTRARY)
    status = _status(measured, suspect, model, contrary=bool(contrary))
    window = made.window if made else contrary.window if contrary else NOWHERE
    evidence = evidence_of(answer, window) if status in _QUOTED else ()
    why = reason(language, "contrary") if contrary else _reason(language, status, measures, made)
    return FlagVerdict(measured.compiled.flag.id, status, suspect, evidence, why)


_QUOTED = frozenset({FlagStatus.ASSERTED, FlagStatus.SUSPECTED})


def _status(measured: MeasuredFlag, suspect: float, model: Model, *, contrary: bool) -> FlagStatus:
    """Asserted when plainly said and likely; denied when more speaks against it than for it; else by probability.

    Where the opposite of a point is said the claim is one, in whatever words.
    """
    measures, made = measured.measures, measured.made
    if made is not None and made.stance.plain and _is_likely(measured, suspect, model):
        return FlagStatus.ASSERTED
    if contrary:
        return FlagStatus.SUSPECTED
    if measures.opposed >= (REJECTED if made else HALF) and measures.opposed > measures.support:
        return FlagStatus.DENIED
    least = model.thresholds.half_claimed if measured.is_phrased else model.thresholds.suspected
    return FlagStatus.SUSPECTED if made is not None and suspect >= least else FlagStatus.ABSENT


def _is_likely(measured: MeasuredFlag, suspect: float, model: Model) -> bool:
    """Whether a claim that is plainly said is made: nothing right may be nearer.

    The model of claims with phrasings was fitted on answers in people's own words: no other measure beside it makes its
    verdicts better. Without phrasings the claim must also be said all but word for word.
    """
    measures = measured.measures
    whole = measures.weakest >= WHOLE
    if measures.margin <= AHEAD:
        return False
    if measured.is_phrased:
        return suspect >= model.thresholds.claimed or (whole and measures.support >= VERBATIM)
    enough = whole and (suspect >= model.thresholds.asserted or measures.support >= OUTRIGHT)
    certain = suspect >= CERTAIN and measures.support >= HALF
    return measures.named > 0 and measures.support >= measures.opposed and (enough or certain)


def _reason(language: Language, status: FlagStatus, measures: FlagMeasures, made: Claim | None) -> str:
    if status is FlagStatus.ASSERTED:
        return reason(language, "claim")
    if status is FlagStatus.DENIED:
        return reason(language, "denied", why=("negated",))
    if status is FlagStatus.SUSPECTED and made:
        return reason(language, "doubt", why=_doubts(made, measures))
    return reason(language, "absent")


def _doubts(made: Claim, measures: FlagMeasures) -> tuple[str, ...]:
    names = ("reported", "asked", "hedged", "retracted", "crossed", "weaker")
    doubts = [name for name in names if getattr(made.stance, name)]
    if measures.margin <= AHEAD:
        doubts.append("nearer")
    return tuple(doubts) or ("partial",)
