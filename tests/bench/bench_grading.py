"""What grading costs: `python tests/bench/bench_grading.py`.

One typed answer against 20 accepted wordings, for every outcome, at most a millisecond. *Asked* is what marking
takes in a session: the wordings were read when the card was asked, which is *reading*. *Cold* is both at once, with
nothing remembered; *again* is the same answer once more. The ratio of what is asked is against
comparing the same texts with RapidFuzz alone, the least that a grader with these distances can do. Then
other answers of the deck that a slip must not turn into, and what else a screen asks for. Times are CPU
time, so that a busy machine does not count.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from rapidfuzz.distance import OSA

from quizapp.grading import distractors as distractors_module
from quizapp.grading.distractors import distractors
from quizapp.grading.listing import grade_list
from quizapp.grading.normal_form import normal_form
from quizapp.grading.number import grade_number
from quizapp.grading.quantity import read_number
from quizapp.grading.rivals import Rivals
from quizapp.grading.shuffle import shuffle
from quizapp.grading.typed import grade_typed, prepare

FIRST_NAMES, LAST_NAMES = "Wilfried Leo Carl Angela", "Martens Tindemans Bildt Kohl-Merkel Prodi"
NAMES = [f"{first} {last}" for first in FIRST_NAMES.split() for last in LAST_NAMES.split()]
SCHEME = (
    "the scheme under which Chinese fund companies apply for quotas for investing their clients’ money abroad"
)
QUOTAS = "the scheme of 2006 under which Chinese funds apply for quotas worth $103 billion to invest abroad"
ENDINGS = [f"{last}, {first}" for first in "abcd" for last in LAST_NAMES.split()]
SCHEMES = [f"{SCHEME}, {ending}" for ending in ENDINGS]
QUOTAS_TOO = [f"{QUOTAS}, {ending}" for ending in ENDINGS]
PAGE = " ".join(SCHEMES)[:1900]
LETTERS = str.maketrans("01", "AB")
PAGES = [f"{PAGE} {ending}" for ending in ENDINGS]


def forget() -> None:
    normal_form.cache_clear()
    read_number.cache_clear()
    distractors_module._looks.cache_clear()


def nothing() -> None:
    pass


def median_ms(
    work: Callable[[], object], *, first: bool, rounds: int = 41, before: Callable[[], object] = nothing
) -> float:
    times = []
    work()
    for _ in range(rounds):
        if first:
            forget()
            before()
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1000)
    return sorted(times)[len(times) // 2]


def main() -> None:
    columns = f"{'first ms':>9} {'again ms':>9}"
    heads = f"{'reading':>8} {'asked ms':>9} {'cold ms':>8} {'again ms':>9}"
    print(f"{'one answer, 20 wordings':34} {'outcome':>8} {heads} {'bare ms':>8} {'ratio':>6}")
    cases = [
        ("name, right by the last wording", NAMES[-1], NAMES),
        ("name, two slips", "Wilfred Martins", NAMES),
        ("name, wrong", "Bridgewater", NAMES),
        ("amount, wrong", "$43 billion", [f"${number}.5 billion" for number in range(20)]),
        ("sentence of 100 letters", SCHEME.replace("apply", "ask") + " soon", SCHEMES),
        ("the same with two numbers", QUOTAS.replace("apply", "ask") + " soon", QUOTAS_TOO),
        ("page of 1,900 letters, one slip", PAGE.replace("apply", "aply") + " Martens, a", PAGES),
        ("100,000 letters", "x" * 100_000, NAMES),
    ]
    for name, typed, wordings in cases:
        answer, accept = wordings[0], wordings[1:]

        def grade() -> object:
            return grade_typed(typed, answer, accept)  # noqa: B023

        def bare() -> object:
            return [OSA.distance(typed[:2000].casefold(), wording.casefold()) for wording in wordings]  # noqa: B023

        def read() -> None:
            prepare(answer, accept)  # noqa: B023

        read_ms, asked_ms = median_ms(read, first=True), median_ms(grade, first=True, before=read)
        cold_ms, again_ms = median_ms(grade, first=True), median_ms(grade, first=False)
        bare_ms = median_ms(bare, first=False)
        outcome = grade_typed(typed, answer, accept).outcome
        print(
            f"{name:34} {outcome:>8} {read_ms:8.3f} {asked_ms:9.3f} {cold_ms:8.3f} {again_ms:9.3f} "
            f"{bare_ms:8.4f} {asked_ms / bare_ms:6.0f}"
        )

    print(f"\n{'a slip, beside others; then kept':34} {columns}")
    for count in (100, 1_000, 10_000):
        others = [f"{NAMES[number % 20]} {number:b}".translate(LETTERS) for number in range(count)]
        rivals = Rivals(others)

        def beside() -> object:
            return grade_typed("Wilfred Martins", NAMES[0], NAMES[1:], Rivals(others))  # noqa: B023

        def prepared() -> object:
            return grade_typed("Wilfred Martins", NAMES[0], NAMES[1:], rivals)  # noqa: B023

        first_ms, again_ms = median_ms(beside, first=True, rounds=5), median_ms(prepared, first=False)
        print(f"{count:>10,} other answers{'':10} {first_ms:9.3f} {again_ms:9.3f}")

    print(f"\n{'else':34} {columns}")
    items = ["Massachusetts", "Colorado", "Tennessee", "North Carolina", "New Hampshire", "Rhode Island"]
    entries = ["Colorado", "Massachusets", "tenessee", "Texas", "Rhode Iland", "New Hampshire"]
    deck = [
        f"{NAMES[number % 20]} {number}" if number % 3 else f"${number} billion" for number in range(10_000)
    ]
    for name, work in (
        ("a number with tolerance", lambda: grade_number("1.49k", "1,500", unit="m", within="1 %")),
        ("a list of six, three slips", lambda: grade_list(entries, items)),
        ("shuffle 4 options", lambda: shuffle(items[:4], "deck/note\n3")),
        ("distractors out of 200 answers", lambda: distractors("Wilfried Martens", deck[:200], "s")),
        ("distractors out of 10,000", lambda: distractors("Wilfried Martens", deck, "s")),
    ):
        first_ms, again_ms = median_ms(work, first=True, rounds=5), median_ms(work, first=False, rounds=5)
        print(f"{name:34} {first_ms:9.3f} {again_ms:9.3f}")


if __name__ == "__main__":
    main()
