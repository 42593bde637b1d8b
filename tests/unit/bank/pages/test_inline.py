"""One bullet taken apart, however it is quoted and whatever parts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bank.pages.inline import links, split_follow_up, split_red_flag, unwrap


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Why? — Because", "Why?", "Because"),
        ("Why? – Because", "Why?", "Because"),
        ("Why? - Because", "Why?", "Because"),
        ("Why? -- Because", "Why?", "Because"),
        ("Why? → Because", "Why?", "Because"),
        ("Why? -> Because", "Why?", "Because"),
        ("Why?: Because", "Why?", "Because"),
        ("Why? Because", "Why?", "Because"),
        ("*«Чому?»* — Тому", "Чому?", "Тому"),
        ('*"Why?"* — Because', "Why?", "Because"),
        ("**Why?** — Because", "Why?", "Because"),
        ("**Why? —** Because", "Why?", "Because"),
        ("**Why?** **—** Because", "Why?", "Because"),
        ("*Why?:* Because", "Why?", "Because"),
        ("__Why?__ Because", "Why?", "Because"),
        ("“Why?” — Because", "Why?", "Because"),
        ("„Warum?“ Because", "Warum?", "Because"),
        ("`Why is it?` → Because", "Why is it?", "Because"),
        ("❓ **Why?** ➡️ Because", "Why?", "Because"),
        ("**Q: Why?** A: Because", "Why?", "Because"),
        ("В: Почему? О: Потому", "Почему?", "Потому"),
        ("**Why?** **Answer:** Because", "Why?", "Because"),
        ("| Why? | Because |", "Why?", "Because"),
        ("Why? — One — two", "Why?", "One — two"),
        ("It counts — is it right? — No", "It counts — is it right?", "No"),
        ("**One? Two?** Three", "One? Two?", "Three"),
        ("«Что значит «amortized»?» — Иногда", "Что значит «amortized»?", "Иногда"),
        ('"volatile" or "atomic"? — It depends', '"volatile" or "atomic"?', "It depends"),
        ("*Why is `o1.id - o2.id` bad?* — Overflow", "Why is `o1.id - o2.id` bad?", "Overflow"),
        ("What does `a ? b : c` do? — Picks", "What does `a ? b : c` do?", "Picks"),
        ("Explain CAS — compare and swap", "Explain CAS", "compare and swap"),
        ("**Explain CAS**: compare and swap", "Explain CAS", "compare and swap"),
        ("Explain CAS - compare", "Explain CAS", "compare"),
        ("Кэш — это буфер — не всегда", "Кэш", "это буфер — не всегда"),
        ("Why?", "Why?", ""),
        ("**Why?**", "Why?", ""),
        ("Nothing", "Nothing", ""),
    ],
)
def test_follow_ups_are_split(text: str, question: str, answer: str) -> None:
    assert split_follow_up(text) == (question, answer)


@pytest.mark.parametrize(
    ("text", "claim", "correction"),
    [
        ('"CMD equals ENTRYPOINT" (they differ)', "CMD equals ENTRYPOINT", "they differ"),
        ('❌ "Map is ordered" — it is not', "Map is ordered", "it is not"),
        ("❌ «Карта — файл» — нет, процесс", "Карта — файл", "нет, процесс"),
        ("«Карта» (процесс (Linux))", "Карта", "процесс (Linux)"),
        ("“Map is ordered”: no", "Map is ordered", "no"),
        ("'Map is ordered' – no", "Map is ordered", "no"),
        ("**Map is ordered** — no", "Map is ordered", "no"),
        ('**"Map is ordered"** — no', "Map is ordered", "no"),
        ('*"Map is ordered"* (no, it is not)', "Map is ordered", "no, it is not"),
        ("`Map is ordered` — no", "Map is ordered", "no"),
        ("`volatile` is atomic — no", "`volatile` is atomic", "no"),
        ("Map is ordered — no", "Map is ordered", "no"),
        ("Map is ordered (it is not)", "Map is ordered", "it is not"),
        ("Map is ordered", "Map is ordered", ""),
        ("Карта — это список", "Карта — это список", ""),
        ("Карта — это список — нет", "Карта — это список", "нет"),
        ("Карта — список — нет, это не так", "Карта — список", "нет, это не так"),
        ("«А», «Б» — одно и то же — нет", "«А», «Б» — одно и то же", "нет"),
        ('"CMD" and "RUN" are one — no', '"CMD" and "RUN" are one', "no"),
        ('"Use "latest" always" — no', 'Use "latest" always', "no"),
        ('"Map is a list" — Map does not extend "List"', "Map is a list", 'Map does not extend "List"'),
        ("❌ Map is ordered ✅ Map is not", "Map is ordered", "Map is not"),
        ('❌ "Map is ordered" → ✅ "No"', "Map is ordered", '"No"'),
        ('"Map is ordered". Correct: no', "Map is ordered", "no"),
        ("Use `o1 - o2` - it overflows", "Use `o1 - o2`", "it overflows"),
        ("Compare with == (use equals instead).", "Compare with ==", "use equals instead"),
        ("| Map is ordered | no |", "Map is ordered", "no"),
        ("list or set in URL» — a hyphen", "list or set in URL", "a hyphen"),
    ],
)
def test_red_flags_are_split(text: str, claim: str, correction: str) -> None:
    assert split_red_flag(text) == (claim, correction)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("[[2. Pods]]", ["2. Pods"]),
        ("[[Pods|the pods]] — what runs", ["Pods"]),
        ("[[Pods#limits]], [[CI/CD]]", ["Pods", "CI/CD"]),
        ("[Pods (K8s)](<14/9. Pods.md>) and ![](x.png)", ["Pods (K8s)"]),
        ("🔗 **[[Pods]]** - note", ["Pods"]),
        ("**Pods** — what runs", ["Pods"]),
        ("Pods", ["Pods"]),
        ("", []),
    ],
)
def test_links_are_titles_verbatim(text: str, titles: list[str]) -> None:
    assert links(text) == titles


@pytest.mark.parametrize("text", ["«A» и «B»", '"A" or "B"', "*a* and *b*", "`code`", "it's", "'", "**", ""])
def test_marks_that_do_not_enclose_the_whole_stay(text: str) -> None:
    assert unwrap(text) == text


def test_marks_may_enclose_marks_to_any_depth() -> None:
    assert unwrap("«" * 3000 + "a" + "»" * 3000) == "a"


@given(st.text(alphabet="ab ?-—:«»\"'`*_()[]|#❌✅→.", max_size=60))
def test_any_text_is_split_into_parts_of_itself(text: str) -> None:
    for split in (split_follow_up, split_red_flag):
        for half in split(text):
            assert half == half.strip(" \t\xa0")
            assert half.replace(" — ", "") in text.replace("|", "") or half in text or "|" in text
