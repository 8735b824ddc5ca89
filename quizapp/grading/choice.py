"""Answers chosen from options."""

from __future__ import annotations

from collections.abc import Collection

from quizapp.grading.verdict import Verdict, empty, partly, right, wrong


def grade_choice(chosen: Collection[str], right_ones: Collection[str], options: Collection[str]) -> Verdict:
    """Return the verdict on the options chosen: all right ones and no other is RIGHT.

    With several right ones, each that was found earns its share and each wrong choice takes a share away,
    never below nothing: choosing everything gains as much as choosing by chance. What is left over nothing is
    PARTLY.

    Raises:
        ValueError: a choice or a right one is not among the options, or none is right.
    """
    picked, wanted, offered = set(chosen), set(right_ones), set(options)
    if not wanted or not picked | wanted <= offered:
        raise ValueError("choices and right ones must be among the options, with one right at least")
    matched = ", ".join(option for option in dict.fromkeys(options) if option in wanted)
    if not picked:
        return empty("Nothing chosen")
    if picked == wanted:
        return right(matched)
    found, mistaken = len(picked & wanted), len(picked - wanted)
    if len(wanted) == 1 and not found:
        return wrong("Not right", matched)
    sentence = f"{found} of {len(wanted)} found" + (f", {mistaken} wrong" if mistaken else "")
    credit = max(0.0, (found - mistaken) / len(wanted))
    return partly(sentence, credit, matched) if credit else wrong(sentence, matched)
