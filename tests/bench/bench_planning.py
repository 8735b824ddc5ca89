"""What plans are worth and what they cost: `python tests/bench/bench_planning.py`.

The simulated learners forget exactly as FSRS says. Balance: twenty new cards a day; how uneven the days are
(standard deviation over mean, without the slow trend), and how far intervals drift, by the rule that picks
the day. Exam: mean recall on the day, by what is done about cards due too late; every plan has the same room a
day. Backlog: mean recall when the cards are asked, by the order in which they are. Times are medians.
"""

from __future__ import annotations

import random
import time
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from statistics import fmean, median, pstdev

from quizapp.model import MemoryState, Phase, Rating, Schedule, SchedulingSettings
from quizapp.scheduling.balance import balanced_days
from quizapp.scheduling.course import Point, answered, first_point
from quizapp.scheduling.exam import LastPass, exam_due_on
from quizapp.scheduling.exam_plan import exam_plan
from quizapp.scheduling.fuzz import fuzz_range, pick
from quizapp.scheduling.planned import Surroundings, plan_previews
from quizapp.scheduling.schedule import Spread, previews
from quizapp.scheduling.workload import retention_change
from quizapp.study.backlog import spread_backlog

TODAY = 20_000
SETTINGS = SchedulingSettings()
FIRST = (0.24, 0.094, 0.495, 0.171)
Pick = Callable[[Spread, int, Mapping[int, int]], int]


class Learner:
    """Answers as FSRS expects it of a memory, with chances of its own."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def begin(self, day: int) -> Point:
        return first_point(day, Rating(self.chance.choices((1, 2, 3, 4), FIRST)[0]), SETTINGS)

    def review(self, point: Point, day: int) -> Point:
        recalled = self.chance.random() < point.recall_on(day, SETTINGS)
        rating = self.chance.choices((2, 3, 4), (1, 8, 1))[0] if recalled else 1
        return answered(point, day, Rating(rating), SETTINGS)


def schedule_of(point: Point) -> Schedule:
    days = point.due_on - point.last_on
    return Schedule(Phase.REVIEW, point.memory, None, point.due_on, None, days, 0, point.last_on, 3, 0)


def collection(cards: int, since: int, seed: int = 1) -> list[Point]:
    """Return cards begun on random days and reviewed on time until today."""
    learner = Learner(seed)
    points = []
    for _ in range(cards):
        point = learner.begin(TODAY - learner.chance.randrange(1, since))
        while point.due_on < TODAY:
            point = learner.review(point, point.due_on)
        points.append(point)
    return points


# -- balance


def lightest(days: Spread, study_day: int, due: Mapping[int, int]) -> int:
    return min(range(days.low, days.high + 1), key=lambda each: (due.get(study_day + each, 0), each))


def by_seed(days: Spread, study_day: int, due: Mapping[int, int]) -> int:
    return pick(days.low, days.high, days.fraction)


def balance(choose: Pick, days: int = 240) -> tuple[float, float]:
    """Return the unevenness of the last hundred days, and the mean of interval over asked interval."""
    learner = Learner(5)
    due: Counter[int] = Counter()
    waiting: dict[int, list[Point]] = defaultdict(list)
    loads, drift = [], []
    for day in range(TODAY, TODAY + days):
        todays = waiting.pop(day, [])
        loads.append(len(todays))
        answers = [*(learner.begin(day) for _ in range(20)), *(learner.review(point, day) for point in todays)]
        for point in answers:
            asked = point.due_on - day
            low, high = fuzz_range(asked, SETTINGS.maximum_interval_days)
            chosen = choose(Spread(asked, low, high, learner.chance.random()), day, due)
            due[day + chosen] += 1
            waiting[day + chosen].append(point._replace(due_on=day + chosen))
            if high > low:
                drift.append(chosen / asked)
    tail = loads[-100:]
    trend = [fmean(tail[max(i - 10, 0) : i + 11]) for i in range(len(tail))]
    return pstdev(a - b for a, b in zip(tail, trend, strict=True)) / fmean(tail), fmean(drift)


# -- exam

Place = Callable[[Point, int, Counter[int]], int | None]


def sit_exam(points: Iterable[Point], plan: LastPass, place: Place, planned: Mapping[int, int], seed: int) -> float:
    """Return the mean recall on the exam day; a day of the pass has room for so many cards, whoever is due."""
    learner = Learner(seed)
    cards = dict(enumerate(points))
    for number, day in planned.items():
        cards[number] = cards[number]._replace(due_on=day)
    due = Counter(point.due_on for point in cards.values())
    for day in range(TODAY, plan.exam_on):
        todays = sorted((number for number, point in cards.items() if point.due_on <= day))
        if day >= plan.first_on:
            todays = todays[: plan.per_day * 5 // 4]
        for number in todays:
            due[cards[number].due_on] -= 1
            point = learner.review(cards[number], day)
            moved = place(point, day, due)
            cards[number] = point if moved is None else point._replace(due_on=moved)
            due[cards[number].due_on] += 1
    return fmean(point.recall_on(plan.exam_on, SETTINGS) for point in cards.values())


def exams() -> list[tuple[str, float, float | None]]:
    points = collection(500, 250)
    schedules = {str(number): schedule_of(point) for number, point in enumerate(points)}
    plan = exam_plan(schedules, 0, today=TODAY, exam_on=TODAY + 45, settings=SETTINGS, usual_new_per_day=0)
    last = plan.last_pass
    moves = {int(number): day for number, day in plan.due_on.items()}
    capped = dict.fromkeys(moves, last.exam_on - 1)

    def leave(point: Point, day: int, due: Counter[int]) -> int | None:
        return None

    def cap(point: Point, day: int, due: Counter[int]) -> int | None:
        return last.exam_on - 1 if day < last.first_on <= point.due_on else None

    def spread(point: Point, day: int, due: Counter[int]) -> int | None:
        return exam_due_on(schedule_of(point), last, today=day, due=due, settings=SETTINGS)

    rows = []
    for name, place, planned, expected in (
        ("no plan", leave, {}, plan.recall_without),
        ("interval capped to the eve", cap, capped, None),
        ("the plan", spread, moves, plan.recall_with),
    ):
        rows.append((name, fmean(sit_exam(points, last, place, planned, seed) for seed in range(3)), expected))
    return rows


# -- backlog


def backlogs(away: int, days: int) -> list[tuple[str, float]]:
    """Return the mean recall at the moment a card is asked, by the order that fills the same days."""
    points = [point for point in collection(1_500, 300) if point.due_on <= TODAY + away]
    today = TODAY + away
    cards = {str(number): schedule_of(point) for number, point in enumerate(points)}
    plan = spread_backlog(cards, today=today, days=days, due={}, parameters=())
    slots = sorted(plan.due_on.values())
    now = [point.recall_on(today, SETTINGS) for point in points]
    late = [(today - p.due_on) / max(p.due_on - p.last_on, 1) for p in points]
    order = range(len(points))
    shuffled = list(order)
    random.Random(1).shuffle(shuffled)
    orders = {
        "most to lose (ours)": sorted(order, key=lambda n: plan.due_on[str(n)]),
        "least stable": sorted(order, key=lambda n: points[n].memory.stability_days),
        "lowest recall": sorted(order, key=lambda n: now[n]),
        "relatively most overdue": sorted(order, key=lambda n: -late[n]),
        "by due day": sorted(order, key=lambda n: points[n].due_on),
        "by chance": shuffled,
        "highest recall": sorted(order, key=lambda n: -now[n]),
    }
    return [
        (name, fmean(points[n].recall_on(day, SETTINGS) for n, day in zip(listed, slots, strict=True)))
        for name, listed in orders.items()
    ]


# -- cost


def median_ms(work: Callable[[], object], times: int = 5) -> float:
    spent: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        insort(spent, (time.perf_counter() - start) * 1000)
    return median(spent)


def costs() -> list[tuple[str, float]]:
    points = collection(2_000, 300)
    cards = {str(number): schedule_of(point) for number, point in enumerate(points)}
    many = {f"{copy}/{key}": each for copy in range(10) for key, each in cards.items()}
    due = Counter(point.due_on for point in points)
    card = schedule_of(Point(MemoryState(40.0, 5.0), TODAY - 40, TODAY))
    around = Surroundings(due=due, exam=LastPass(TODAY + 23, TODAY + 30, 300), exam_due=due)
    return [
        (
            "previews of a card, nothing planned",
            median_ms(lambda: previews("a/b", card, now=0, study_day=TODAY, settings=SETTINGS), 99),
        ),
        (
            "previews of a card, balance and exam",
            median_ms(
                lambda: plan_previews("a/b", card, now=0, study_day=TODAY, settings=SETTINGS, around=around),
                99,
            ),
        ),
        (
            "exam plan, 2,000 cards and 500 new, 60 days",
            median_ms(
                lambda: exam_plan(cards, 500, today=TODAY, exam_on=TODAY + 60, settings=SETTINGS, usual_new_per_day=10),
                3,
            ),
        ),
        (
            "backlog of 20,000 cards over 30 days",
            median_ms(lambda: spread_backlog(many, today=TODAY, days=30, due=due, parameters=()), 3),
        ),
        (
            "desired retention, 20,000 cards",
            median_ms(
                lambda: retention_change(list(many.values()), 0.95, today=TODAY, new_per_day=20, settings=SETTINGS),
                3,
            ),
        ),
    ]


def main() -> None:
    print(f"{'balance':<44}{'unevenness':>12}{'drift':>9}")
    for name, choose in (("the seed alone", by_seed), ("lightest day", lightest), ("ours", balanced_days)):
        uneven, drift = balance(choose)
        print(f"{name:<44}{uneven:>12.3f}{drift - 1:>+9.1%}")
    print(f"\n{'exam in 45 days, 500 cards':<44}{'simulated':>12}{'told':>9}")
    for name, recall, told in exams():
        print(f"{name:<44}{recall:>12.1%}{'' if told is None else f'{told:.1%}':>9}")
    for away, days in ((14, 7), (60, 30)):
        title = f"{away} days away, spread over {days}"
        print(f"\n{title:<44}{'recall':>12}")
        for name, recall in backlogs(away, days):
            print(f"{name:<44}{recall:>12.2%}")
    print(f"\n{'cost':<44}{'ms':>12}")
    for name, ms in costs():
        print(f"{name:<44}{ms:>12.2f}")


if __name__ == "__main__":
    main()
