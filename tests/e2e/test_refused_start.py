"""What the bot cannot start with is said in words, not in a traceback."""

from pathlib import Path

from tests.e2e.bot_process import BotProcess
from tests.fakes.telegram.fake import FakeTelegram


async def test_a_corrupt_bank_is_refused_at_start_with_file_and_line(
    fake: FakeTelegram, bot: BotProcess, tmp_path: Path
) -> None:
    folder = tmp_path / "bank" / "questions" / "x"
    folder.mkdir(parents=True)
    (tmp_path / "bank" / "topics.yaml").write_text("- id: x\n  names: {en: X}\n")
    (folder / "q.en.yaml").write_text("id: q\nlanguage: en\ntopic: x\nprompt: [unclosed\n")
    bot.settings["CONTENT_PATH"] = str(tmp_path / "bank")
    await bot.start()
    assert await bot.finished() == 1
    assert "q.en.yaml:" in bot.said
    assert "Traceback" not in bot.said


async def test_every_wrong_setting_is_named(bot: BotProcess) -> None:
    wrong = {"BOT_TOKEN": "nonsense", "DATABASE_URL": "oracle://x", "PORT": "x"}
    bot.settings |= wrong
    await bot.start()
    assert await bot.finished() == 1
    assert [name for name in wrong if name not in bot.said] == []
    assert "Traceback" not in bot.said
