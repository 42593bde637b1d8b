import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import Command, Mode, Temper
from bot.domain.language import Language, Level
from bot.domain.scorecard import Contested, Decision
from bot.rendering.callbacks import (
    OPTIONS,
    Callback,
    Change,
    ChooseLanguage,
    Compare,
    Contest,
    Daily,
    Deed,
    Dial,
    DoDaily,
    Drill,
    DrillTopic,
    Forget,
    InInterview,
    Judge,
    OnPush,
    OpenDial,
    OpenReport,
    OpenSetting,
    OpenStrong,
    OpenTopic,
    OpenTranscript,
    PauseDaily,
    PickCount,
    PickLevel,
    PickMode,
    PickPage,
    PickTopic,
    Plain,
    ReadNext,
    Setting,
    Study,
    TakeDictation,
    TurnDial,
    encode,
    parse,
    tag,
)

numbers = st.integers(0, 10**18 - 1)
topic_ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,50}", fullmatch=True)
tags = st.builds(tag, st.sampled_from(Contested), st.text(max_size=200))
every_callback: st.SearchStrategy[Callback] = st.one_of(
    st.builds(InInterview, numbers, st.none() | st.integers(0, 999), st.sampled_from(Command)),
    st.builds(ChooseLanguage, st.sampled_from(Language)),
    st.builds(PickTopic, st.none() | topic_ids),
    st.builds(PickPage, st.integers(0, 999)),
    st.builds(PickLevel, st.sampled_from(Level)),
    st.builds(PickCount, st.integers(0, 999)),
    st.builds(PickMode, st.sampled_from(Mode)),
    st.sampled_from([Change(setting, value) for setting in Setting for value in OPTIONS[setting]]),
    st.builds(OpenSetting, st.none() | st.sampled_from(Setting)),
    st.builds(Forget, st.booleans()),
    st.builds(OpenReport, numbers),
    st.builds(OpenDial, st.none() | st.sampled_from(Dial)),
    st.builds(TurnDial, st.sampled_from(Dial), st.from_regex(r"[A-Za-z0-9_+:/.-]{1,40}", fullmatch=True)),
    st.builds(PauseDaily, st.integers(0, 999)),
    st.builds(OnPush, numbers, st.sampled_from(Deed)),
    st.builds(DoDaily, st.sampled_from(Daily)),
    st.builds(OpenTranscript, numbers),
    st.builds(ReadNext, numbers),
    st.builds(Drill, numbers),
    st.builds(Study, st.sampled_from(Level), st.from_regex(r"[a-z0-9][a-z0-9-]{0,45}", fullmatch=True)),
    st.builds(OpenTopic, topic_ids),
    st.builds(DrillTopic, topic_ids),
    st.builds(Compare, topic_ids),
    st.builds(OpenStrong, numbers, st.none() | st.integers(0, 99)),
    st.builds(Contest, numbers),
    st.builds(Contest, numbers, st.integers(0, 99)),
    st.builds(Contest, numbers, st.integers(0, 99), tags),
    st.builds(Contest, numbers, st.integers(0, 99), tags, st.integers(0, 9999)),
    st.builds(TakeDictation, numbers, numbers, st.booleans()),
    st.builds(Judge, numbers, st.none() | st.sampled_from(Decision)),
    st.sampled_from(Plain),
)


@given(every_callback)
def test_what_is_encoded_is_parsed_back_and_fits(callback: Callback) -> None:
    data = encode(callback)
    assert len(data.encode()) <= 64
    assert parse(data) == callback


@given(st.text(max_size=64))
def test_parsing_accepts_only_what_is_encoded(data: str) -> None:
    callback = parse(data)
    assert callback is None or encode(callback) == data


@pytest.mark.parametrize(
    ("data", "callback"),
    [
        ("i:12:3:hint", InInterview(12, 3, Command.HINT)),
        ("i:12:-:report", InInterview(12, None, Command.REPORT)),
        ("lang:uk", ChooseLanguage(Language.UK)),
        ("pick:topic:*", PickTopic(None)),
        ("pick:topic:kafka", PickTopic("kafka")),
        ("pick:page:2", PickPage(2)),
        ("pick:level:senior", PickLevel(Level.SENIOR)),
        ("pick:count:5", PickCount(5)),
        ("pick:mode:training", PickMode(Mode.TRAINING)),
        ("set:temper:demanding", Change(Setting.TEMPER, Temper.DEMANDING)),
        ("set:minutes:30", Change(Setting.MINUTES, 30)),
        ("set:minutes:-", Change(Setting.MINUTES, None)),
        ("set:fixed:off", Change(Setting.FIXED, value=False)),
        ("setting:question_minutes", OpenSetting(Setting.QUESTION_MINUTES)),
        ("setting:-", OpenSetting(None)),
        ("forget:yes", Forget(confirmed=True)),
        ("report:7", OpenReport(7)),
        ("transcript:7", OpenTranscript(7)),
        ("next:7", ReadNext(7)),
        ("drill:7", Drill(7)),
        ("study:senior:pod", Study(Level.SENIOR, "pod")),
        ("topic:kafka", OpenTopic("kafka")),
        ("train:kafka", DrillTopic("kafka")),
        ("compare:kafka", Compare("kafka")),
        ("strong:7:-", OpenStrong(7)),
        ("strong:7:2", OpenStrong(7, 2)),
        ("appeal:7", Contest(7)),
        ("appeal:7:2:pe8b7be43", Contest(7, 2, tag(Contested.POINT, "a"))),
        ("appeal:7:2:fe8b7be43:5", Contest(7, 2, tag(Contested.FLAG, "a"), 5)),
        ("judge:3:phrasing", Judge(3, Decision.PHRASING)),
        ("judge:3:-", Judge(3, None)),
        ("voice:3:41:yes", TakeDictation(3, 41, taken=True)),
        ("resume", Plain.RESUME),
    ],
)
def test_the_written_form_is_stable(data: str, callback: Callback) -> None:
    assert parse(data) == callback
    assert encode(callback) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "i:",
        "i:1:2",
        "i:1:2:hint:3",
        "i:1:2:dance",
        "i:-1:2:hint",
        "i:+1:2:hint",
        "i:01:2:hint",
        "i:1_0:2:hint",
        "i:١:2:hint",
        "i:9999999999999999999:2:hint",
        "lang:de",
        "set:minutes:31",
        "set:minutes:030",
        "set:fixed:yes",
        "set:fixed:True",
        "set:mode:on",
        "set:nothing:1",
        "setting:nothing",
        "setting:",
        "voice:3:41",
        "voice:3:41:maybe",
        "voice:3:-1:yes",
        "lang:EN",
        "pick:topic:",
        "pick:page:-1",
        "pick:level:SENIOR",
        "pick:level:guru",
        "pick:mode:",
        "set:language:demanding",
        "set:colour:red",
        "set:temper",
        "forget:maybe",
        "report:last",
        "transcript:",
        "study:senior:",
        "study:guru:pod",
        "study:pod",
        "topic:",
        "train:",
        "compare:",
        "next:",
        "drill:x",
        "strong:7",
        "strong:7:",
        "appeal:",
        "appeal:7:",
        "appeal:7:2:x0000000a",
        "appeal:7:2:pe8b7be43:5:6",
        "appeal:7:02",
        "appeal:7:2:pE8B7BE43",
        "judge:3",
        "judge:3:shrug",
        "judge:-:accept",
        "daily:open:",
        "daily:set:time:",
        "daily:set:mood:good",
        "daily:set:time:9 30",
        "daily:pause:-1",
        "daily:push:1",
        "daily:push:1:dance",
        "daily:do:",
        "RESUME",
        "resume ",
        "start",
    ],
)
def test_foreign_data_means_nothing(data: str) -> None:
    assert parse(data) is None


def test_data_over_the_limit_is_refused_rather_than_cut() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        encode(PickTopic("a" * 54))
