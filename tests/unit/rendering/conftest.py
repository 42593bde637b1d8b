import pytest

from bot.i18n import Texts


@pytest.fixture(scope="package")
def texts() -> Texts:
    return Texts.load(strict=True)
