"""Reasons for verdicts, in the language of the question."""

from bot.domain.language import Language

_TEXTS: dict[Language, dict[str, str]] = {
    Language.EN: {
        "found": "said: {found}",
        "partly": "said: {found}; not found: {missing}",
        "nothing": "nothing of it found",
        "opposite": "the opposite is said ({why})",
        "list": "terms are listed without saying anything of them",
        "wrong": "the words near it make a wrong claim",
        "claim": "the words say this claim",
        "contrary": "the opposite of what is right is said",
        "doubt": "close to this claim, but {why}",
        "denied": "the claim is rejected ({why})",
        "absent": "not claimed",
    },
    Language.RU: {
        "found": "сказано: {found}",
        "partly": "сказано: {found}; не найдено: {missing}",
        "nothing": "ничего об этом не найдено",
        "opposite": "сказано обратное ({why})",
        "list": "термины перечислены, но о них ничего не сказано",
        "wrong": "слова, похожие на это, утверждают неверное",
        "claim": "слова утверждают именно это",
        "contrary": "сказано обратное тому, что верно",
        "doubt": "близко к этому утверждению, но {why}",
        "denied": "утверждение отвергнуто ({why})",
        "absent": "не утверждается",
    },
    Language.UK: {
        "found": "сказано: {found}",
        "partly": "сказано: {found}; не знайдено: {missing}",
        "nothing": "нічого про це не знайдено",
        "opposite": "сказано протилежне ({why})",
        "list": "терміни перелічено, але про них нічого не сказано",
        "wrong": "слова, схожі на це, стверджують хибне",
        "claim": "слова стверджують саме це",
        "contrary": "сказано протилежне до правильного",
        "doubt": "близько до цього твердження, але {why}",
        "denied": "твердження відкинуто ({why})",
        "absent": "не стверджується",
    },
}
_WHY: dict[str, tuple[str, str, str]] = {
    "negated": ("negated", "с отрицанием", "із запереченням"),
    "opposite word": ("an opposite word", "слово с обратным смыслом", "слово з протилежним змістом"),
    "called wrong": ("called wrong", "названо неверным", "названо хибним"),
    "turned round": ("comparison turned round", "сравнение перевёрнуто", "порівняння перевернуто"),
    "exchanged": ("roles exchanged", "роли поменялись местами", "ролі поміняно місцями"),
    "other subject": ("said of something else", "сказано о другом", "сказано про інше"),
    "other number": ("another number", "другое число", "інше число"),
    "reported": ("reported as others' view", "передано чужое мнение", "передано чужу думку"),
    "asked": ("asked, not said", "это вопрос", "це запитання"),
    "hedged": ("said with doubt", "сказано неуверенно", "сказано непевно"),
    "retracted": ("taken back", "взято назад", "взято назад"),
    "crossed": ("something beside it is denied", "рядом что-то отрицается", "поруч щось заперечується"),
    "weaker": ("said in a weaker form", "сказано слабее", "сказано слабше"),
    "nearer": ("a right statement is nearer", "верное утверждение ближе", "правильне твердження ближче"),
    "partial": ("only a part of it is said", "сказана лишь часть", "сказано лише частину"),
}
_LANGUAGES = (Language.EN, Language.RU, Language.UK)


def reason(language: Language, key: str, *, found: str = "", missing: str = "", why: tuple[str, ...] = ()) -> str:
    """Reason of that key; `why` are keys of doubts."""
    names = ", ".join(_WHY[doubt][_LANGUAGES.index(language)] for doubt in why)
    return _TEXTS[language][key].format(found=found, missing=missing, why=names)
