"""The whole page: one file of HTML with style, script and drawings, and a policy that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256

from quizapp.report.block import Block
from quizapp.report.markup import Markup, element, joined
from quizapp.report.plots.activity import activity
from quizapp.report.plots.buttons import buttons
from quizapp.report.plots.calibration import calibration
from quizapp.report.plots.coming import coming
from quizapp.report.plots.decks import decks
from quizapp.report.plots.hardest import hardest
from quizapp.report.plots.hours import hours
from quizapp.report.plots.knowledge import knowledge
from quizapp.report.plots.memory import difficulty, retrievability, stability
from quizapp.report.plots.quizzes import quizzes
from quizapp.report.plots.retention import retention
from quizapp.report.plots.tags import tags
from quizapp.report.report import Report, scope
from quizapp.report.script import SCRIPT
from quizapp.report.style import style
from quizapp.report.summary import in_short, key_figures
from quizapp.report.words import date
from quizapp.stats.progress import Progress
from quizapp.text import clean_line


def page(report: Report) -> Iterator[str]:
    """Yield the page in pieces.

    It asks nothing of any host: its policy allows only the style and the script that are in it, by their hashes.
    """
    sheet = style(len(report.spans))
    policy = (
        f"default-src 'none'; style-src '{_hash(sheet)}'; script-src '{_hash(SCRIPT)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = clean_line(report.title)
    yield "<!doctype html>\n"
    yield '<html lang="en">\n'
    yield element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="robots", content="noindex"),
        element("title", title),
        element("style", Markup(sheet)),
    )
    yield "\n<body>\n"
    if len(report.spans) > 1:
        for number in range(len(report.spans)):
            yield element(
                "input",
                type="radio",
                name="span",
                id=f"span{number}",
                class_="unseen",
                aria_label=report.spans[number].name,
                checked="" if number == 0 else None,
            )
    yield "\n<main>\n"
    yield _header(report, title)
    for number, span in enumerate(report.spans):
        yield element("p", in_short(span.progress), class_=f"short {_of_span(report, number)}".rstrip())
    for number, span in enumerate(report.spans):
        if not span.progress.activity.total.reviews and not span.progress.memory.cards:
            continue
        yield element("dl", key_figures(span.progress), class_=f"keys {_of_span(report, number)}".rstrip())
    for blocks in map(joined, _rows(report)):
        if blocks:
            yield element("div", blocks, class_="row") + "\n"
    yield element(
        "footer",
        f"Made with quizapp on {date(report.progress.today)}. Days are study days; the cards stand as they did then.",
        element("span", " Point at a plot, or focus it and use the arrow keys, for its values.", class_="screen"),
    )
    yield "\n</main>\n"
    yield element("div", id="tip", hidden="")
    yield element("p", id="said", class_="unseen", aria_live="polite")
    yield element("script", Markup(SCRIPT))
    yield "\n</body>\n</html>\n"


def _header(report: Report, title: str) -> Markup:
    spans = element(
        "div",
        *(element("label", span.name, for_=f"span{number}") for number, span in enumerate(report.spans)),
        class_="spans",
    )
    about = scope(report.progress.selection, report.titles)
    dates = joined(
        element("span", span.dates, class_=_of_span(report, number) or None)
        for number, span in enumerate(report.spans)
    )
    return element(
        "header",
        element("div", element("h1", title), element("p", f"{clean_line(about)} · ", dates)),
        element(
            "div",
            spans if len(report.spans) > 1 else None,
            element("button", "Dark", type="button", id="theme", hidden=""),
            class_="choices",
        ),
    )


def _rows(report: Report) -> Iterator[tuple[Markup, ...]]:
    """Yield what stands beside each other where there is room.

    The plots of answers come once for each span, those of cards as they stand today once.
    """

    def each(plot: Callable[[Progress], Block | None]) -> Markup:
        return joined(
            block.markup(_of_span(report, number))
            for number, span in enumerate(report.spans)
            if (block := plot(span.progress)) is not None
        )

    def once(block: Block | None) -> Markup:
        return Markup("") if block is None else block.markup()

    now = report.progress
    yield (each(activity),)
    yield each(knowledge), once(coming(now))
    yield each(retention), each(calibration), each(hours)
    yield once(stability(now)), once(difficulty(now)), once(retrievability(now))
    yield each(buttons), each(lambda progress: quizzes(progress, report.titles)), each(tags)
    yield (each(lambda progress: decks(progress, report.titles)),)
    yield (once(hardest(now, report.prompts, report.titles)),)


def _of_span(report: Report, number: int) -> str:
    """Return the class of what is seen only while a span is chosen, none where there is one span alone."""
    return f"span{number}" if len(report.spans) > 1 else ""


def _hash(inline: str) -> str:
    return f"sha256-{b64encode(sha256(inline.encode()).digest()).decode()}"
