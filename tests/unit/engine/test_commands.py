import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dialogue import Mode
from bot.domain.language import Language, Level
from bot.domain.question import Topic
from bot.engine.commands import MOST, PAYLOAD, Request, decode_start, encode_start, parse_interview


def topic(name: str, en: str, ru: str, uk: str, *aliases: str) -> Topic:
    return Topic(name, {Language.EN: en, Language.RU: ru, Language.UK: uk}, aliases)


TOPICS = (
    topic(
        "containers",
        "Containers and Kubernetes",
        "Контейнеры и Kubernetes",
        "Контейнери та Kubernetes",
        "docker",
        "докер",
    ),
    topic("databases", "Databases", "Базы данных", "Бази даних", "sql", "бд"),
    topic("java", "Java: collections", "Java: коллекции", "Java: колекції", "java core", "джава", "ява"),
    topic("concurrency", "Concurrency", "Многопоточность", "Багатопотоковість", "java concurrency", "threads"),
    topic("14-networks", "Networks", "Сети", "Мережі", "сеть"),
)
J, M, S = Level.JUNIOR, Level.MIDDLE, Level.SENIOR
EN, RU, UK = Language.EN, Language.RU, Language.UK


def parsed(words: str) -> Request:
    return parse_interview(words, TOPICS)


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("", Request()),
        ("докер мидл 5 ru", Request(("containers",), M, 5, RU)),
        ("5 ru мидл докер", Request(("containers",), M, 5, RU)),
        ("java senior", Request(("java",), S)),
        ("kubernets middle", Request(("containers",), M)),
        ("бази даних джуніор", Request(("databases",), J)),
        ("english", Request(language=EN)),
        ("тренировка", Request(mode=Mode.TRAINING)),
        ("собес", Request(mode=Mode.INTERVIEW)),
        ("по базам данных, сеньор, 10 вопросов", Request(("databases",), S, 10)),
        ("docker и бд", Request(("containers", "databases"))),
        ("java concurrency", Request(("concurrency",))),
        ("java, concurrency", Request(("concurrency",))),
        ("java core and threads", Request(("java", "concurrency"))),
        ("Docker docker DOCKER", Request(("containers",))),
        ("на українській мові", Request(language=UK)),
        ("по докеру на английском", Request(("containers",), language=EN)),
        ("пять вопросов", Request(count=5)),
        ("п'ять питань", Request(count=5)),
        ("все", Request(everything=True)),
        ("any middle", Request(level=M, everything=True)),
        ("14-networks jun", Request(("14-networks",), J)),
        ("14", Request(count=14)),
        ("9999", Request(count=MOST)),
        ("колекції", Request(("java",))),
        ("многопоточность", Request(("concurrency",))),
        ("concurency juniro ukrainan", Request(("concurrency",), J, language=UK)),
        ("middle senior", Request(level=S)),
    ],
)
def test_words_in_any_order_and_language(words: str, request_: Request) -> None:
    assert parsed(words) == request_


@pytest.mark.parametrize("words", ["go", "0", "php", "бла бла"])
def test_what_means_nothing_is_told(words: str) -> None:
    request = parsed(words)
    assert request.topics == ()
    assert request.unknown == tuple(words.split())


def test_near_topics_are_suggested_best_first() -> None:
    request = parsed("javascript concur")
    assert request.unknown == ("javascript", "concur")
    assert set(request.suggestions) == {"java", "concurrency"}


def test_words_shared_by_topics_name_none_of_them() -> None:
    topics = (topic("a", "Data structures", "А", "А"), topic("b", "Data modelling", "Б", "Б"))
    assert parse_interview("data", topics).topics == ()
    assert parse_interview("structures", topics).topics == ("a",)


def test_without_topics_everything_else_is_still_read() -> None:
    assert parse_interview("докер мидл 5", ()) == Request((), M, 5, unknown=("докер",))


@given(st.text(max_size=120))
def test_any_words_are_read(words: str) -> None:
    request = parsed(words)
    assert request.count is None or 1 <= request.count <= MOST
    assert set(request.topics) <= {each.id for each in TOPICS}
    assert len(request.topics) == len(set(request.topics))
    assert set(request.suggestions) <= {each.id for each in TOPICS}


@pytest.mark.parametrize("each", TOPICS)
def test_every_name_and_alias_of_a_topic_finds_it(each: Topic) -> None:
    for name in (*each.names.values(), *each.aliases, each.id):
        assert parsed(name).topics == (each.id,), name


requests = st.builds(
    Request,
    topics=st.lists(st.sampled_from([each.id for each in TOPICS]), unique=True, max_size=3).map(tuple),
    level=st.none() | st.sampled_from(Level),
    count=st.none() | st.integers(1, MOST),
    language=st.none() | st.sampled_from(Language),
    mode=st.none() | st.sampled_from(Mode),
)


@given(requests.filter(lambda request: request != Request()))
def test_a_deep_link_brings_back_what_went_in(request: Request) -> None:
    payload = encode_start(request)
    assert len(payload) <= PAYLOAD
    assert payload.replace("_", "").replace("-", "").isascii()
    assert decode_start(payload, TOPICS) == request


def test_a_payload_can_be_written_by_hand() -> None:
    assert decode_start("docker_middle_5", TOPICS) == Request(("containers",), M, 5)
    assert encode_start(Request(("java",), M, 5, RU)) == "java_middle_5_ru"


@pytest.mark.parametrize("payload", ["", "ref123abc", "докер", "a b", "x" * 65, "docker;drop", "_"])
def test_a_payload_that_means_nothing_is_none(payload: str) -> None:
    assert decode_start(payload, TOPICS) is None


@given(st.text(max_size=80))
def test_any_payload_is_read(payload: str) -> None:
    request = decode_start(payload, TOPICS)
    assert request is None or set(request.topics) <= {each.id for each in TOPICS}


@pytest.mark.parametrize("topics", [("x" * 70,), ("тема",), ()])
def test_what_no_deep_link_can_carry_is_refused(topics: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="deep link"):
        encode_start(Request(topics))
