"""Letters that go off after the answer.

Whether there was somebody to write to must not show in how long the answer took, and a mail server that is away must
not hold it up. Whoever gets no letter asks again.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPException
from typing import Final

from django.core.mail import EmailMessage

logger = logging.getLogger(__name__)
_sender: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="letters")


def send_later(letter: EmailMessage) -> None:
    """Hand the letter over and come back at once."""
    _sender.submit(_send, letter)


def wait() -> None:
    """Until everything that was handed over has been tried."""
    _sender.submit(int).result()


def _send(letter: EmailMessage) -> None:
    try:
        letter.send()
    except (OSError, SMTPException) as error:
        logger.error("A letter could not be sent: %r", error)
