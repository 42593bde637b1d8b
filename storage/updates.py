"""Updates that were handled."""

from datetime import datetime

from storage.database import Transaction
from storage.models import ProcessedUpdate
from storage.rows import insert


async def mark_processed(tx: Transaction, update_id: int, now: datetime) -> bool:
    """Note the update; False when it had been handled before. Of two at once one waits for the other's outcome."""
    statement = insert(tx, ProcessedUpdate).values(update_id=update_id, at=now).on_conflict_do_nothing()
    return (await tx.execute(statement.returning(ProcessedUpdate.update_id))).first() is not None
