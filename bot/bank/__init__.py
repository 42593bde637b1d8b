"""The question bank: files in, domain objects out."""

from bot.bank.loader import load_bank
from bot.bank.problems import BankError, Problem

__all__ = ["BankError", "Problem", "load_bank"]
