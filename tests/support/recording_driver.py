"""A driver that draws nothing and keeps what a terminal would have been sent."""

from __future__ import annotations

from textual.drivers.headless_driver import HeadlessDriver


class RecordingDriver(HeadlessDriver):
    """Textual draws only where a driver is not headless; this one says so and has no terminal all the same."""

    sent: list[str]

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.sent = getattr(self, "sent", [])
        self.sent.append(data)

    def taken(self) -> str:
        """Return what was sent since the last time."""
        sent, self.sent = "".join(getattr(self, "sent", [])), []
        return sent
