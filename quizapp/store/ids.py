"""Event ids: text that sorts in the order of the acts, whatever the clock does.

A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014,
https://cse.buffalo.edu/tech-reports/2014-04.pdf) folded into one 64-bit tick: 48 bits of epoch milliseconds
and 16 bits that count acts. A tick is never below the clock and always above the tick before it, so ids keep
rising when the clock is set back or many acts share a millisecond. 36 random bits follow, so that two devices
never make the same id. Digits are those of base32hex (RFC 4648, section 7), which keep the order of the
numbers.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock

DIGITS = "0123456789abcdefghijklmnopqrstuv"
ID_LENGTH = 20

_COUNTER_BITS = 16
_RANDOM_BITS = 36
_LARGEST_TICK = (1 << 64) - 1
_SHIFTS = range(5 * (ID_LENGTH - 1), -1, -5)


class EventIds:
    """Makes the ids of one database's events, each above the last made or observed; threads may share it.

    `newest` is the newest id already in the database, "" when it has none. `random_bytes` is `os.urandom` or,
    in tests, anything that returns as many bytes as it is asked for.
    """

    def __init__(self, newest: str = "", *, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self._lock = Lock()
        self._random_bytes = random_bytes
        self._tick = -1
        self.observe(newest)

    def next(self, at_ms: int) -> str:
        """Return a new id for an act at an instant (UTC epoch milliseconds), above all earlier ones.

        Raises:
            ValueError: the instant is beyond the year 10889, which 48 bits cannot hold.
        """
        noise = int.from_bytes(self._random_bytes(5), "big") >> (40 - _RANDOM_BITS)
        with self._lock:
            tick = max(at_ms << _COUNTER_BITS, self._tick + 1)
            if tick > _LARGEST_TICK:
                raise ValueError(f"no event id can be made for the instant {at_ms}")
            self._tick = tick
        value = tick << _RANDOM_BITS | noise
        return "".join([DIGITS[value >> shift & 31] for shift in _SHIFTS])

    def observe(self, event_id: str) -> None:
        """Make every later id sort after an event that came from elsewhere: another process, or a merged log.

        "" stands for none.
        """
        tick = _tick_of(event_id) if event_id else -1
        with self._lock:
            self._tick = max(self._tick, tick)


def _tick_of(event_id: str) -> int:
    if len(event_id) != ID_LENGTH or not set(event_id) <= set(DIGITS):
        raise ValueError(f"not an event id: {event_id!r}")
    return int(event_id, 32) >> _RANDOM_BITS
