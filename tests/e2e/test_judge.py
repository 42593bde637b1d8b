"""A bot with a judge, as an operator would set it: people are told of him, and he can stop nothing."""

from tests.e2e.bot_process import BOOT, BotProcess
from tests.fakes.judge import always, judge_that
from tests.fakes.telegram.fake import FakeTelegram

KEY = "sk-not-to-be-seen"
VAGUE = "Containers sort of share the kernel, I guess, and isolation is by namespaces or some such thing of the host."


async def test_people_are_told_of_the_judge_and_go_on_without_him(fake: FakeTelegram, bot: BotProcess) -> None:
    async with judge_that(always((500, {}))) as judge:
        bot.settings |= {"JUDGE_URL": judge.url, "JUDGE_MODEL": "small", "JUDGE_KEY": KEY, "ANSWER_PAUSE": "0.2"}
        await bot.start()
        seat = fake.user(50, "Ada", "en")
        seat.send("/privacy")
        told = await seat.expect("127.0.0.1", seconds=BOOT)
        assert "small" in told.text
        seat.send("/interview containers middle 3")
        await seat.expect("?", seconds=20)
        seat.send(VAGUE)
        assert (await seat.expect("?", seconds=20)).text
        assert await bot.stop() == 0
        assert judge.paths in ([], ["/v1/chat/completions"])
    assert KEY not in bot.said
    assert "kernel" not in bot.said
    assert not fake.refusals
