"""Feed a reader with random inputs until it breaks or the time is over.

    python tests/torture/fuzz.py deck --minutes 10
    python tests/torture/fuzz.py html --minutes 1 --engine mutations

With atheris (the extra `torture`) what is fed next follows from which lines the last inputs reached; without it inputs
are mutations of right ones. An input may take so many seconds of the processor and so much memory, and then counts as
one that broke the reader. It is kept under the name that is printed. The last line says how many were tried.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).parent))

LONGEST_S = 10.0
MEMORY_MIB = 2048
LONGEST_INPUT = 6000


class Hang(BaseException):
    """An input took longer than any may. No Exception, so that no reader takes it for its own."""


@contextmanager
def in_time(seconds: float = LONGEST_S) -> Iterator[None]:
    """Raise Hang where a block takes more of the processor; time for which others had it does not count."""

    def stop(signal_: int, frame: FrameType | None) -> NoReturn:
        raise Hang(f"more than {seconds} s of the processor")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def feed(name: str, data: bytes) -> None:
    """Give one input to a target; an error carries the input."""
    from fuzz_targets import TARGETS

    try:
        with in_time():
            TARGETS[name].take(data)
    except BaseException as error:
        error.add_note(f"{name}: {data!r}")
        raise


def inputs(name: str, random: Random) -> Iterator[bytes]:
    """Yield mutations of right inputs for ever, the same for the same seed."""
    from fuzz_targets import TARGETS

    target = TARGETS[name]
    while True:
        if target.make is not None and random.random() < 0.7:
            yield target.make(random)
        else:
            yield mutated(random, target.seeds, target.tokens)


def mutated(random: Random, seeds: list[bytes], tokens: list[bytes]) -> bytes:
    """Return a right input with some changes: bytes gone, tokens put in, pieces doubled, repeated or put elsewhere."""
    data = bytearray(random.choice(seeds))
    for _ in range(random.choice((1, 1, 2, 3, 5, 9))):
        start = random.randint(0, len(data))
        end = min(len(data), start + random.choice((0, 0, 1, 2, 8, 40)))
        match random.randrange(7):
            case 0:
                del data[start:end]
            case 1:
                data[start:end] = random.randbytes(random.randint(1, 3))
            case 2:
                data[start:start] = data[start:end] * random.choice((1, 2, 30))
            case 3:
                data[start:start] = random.choice(tokens) * random.choice((1, 1, 2, 50, 400))
            case 4:
                other = random.choice(seeds)
                cut = random.randint(0, len(other))
                data[start:] = other[cut:]
            case 5:
                data[start:end] = b"".join(random.choices(tokens, k=random.randint(1, 8)))
            case 6:
                data[start:end] = chr(random.choice((*range(0x20, 0x250), 0x2028, 0xFF10, 0x661, 0x1F600))).encode()
    return bytes(data[:LONGEST_INPUT])


def with_mutations(name: str, minutes: float, seed: int) -> int:
    """Feed mutations for so long and return how many."""
    end = time.monotonic() + minutes * 60
    for count, data in enumerate(inputs(name, Random(seed)), 1):
        try:
            feed(name, data)
        except BaseException:
            _keep(name, data)
            raise
        if time.monotonic() > end:
            return count
    raise AssertionError("inputs never end")


def with_atheris(name: str, minutes: float, seed: int) -> NoReturn:
    """Let atheris find inputs for so long; it ends the process."""
    import atheris

    with atheris.instrument_imports(include=["quizapp", "html", "_markupbase", "tomllib", "json"]):
        from fuzz_targets import TARGETS
    target, random, count = TARGETS[name], Random(seed), 0

    def take(data: bytes) -> None:
        nonlocal count
        count += 1
        if target.make is not None and count % 8 == 0:  # what is put together from scratch is beyond its own changes
            feed(name, target.make(random))
        feed(name, data)

    corpus = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for number, data in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(data)
    for number in range(200 if target.make else 0):
        (corpus / f"made-{number}").write_bytes(target.make(random))  # type: ignore[misc]
    words = corpus.with_suffix(".dict")
    words.write_text("".join(f'"{_escaped(token)}"\n' for token in target.tokens if token))
    options = [
        *(f"-max_total_time={round(minutes * 60)}", f"-max_len={LONGEST_INPUT}", f"-rss_limit_mb={MEMORY_MIB}"),
        *(f"-dict={words}", f"-seed={seed + 1}", f"-artifact_prefix={corpus}/crash-", "-print_final_stats=1"),
    ]
    atheris.Setup([sys.argv[0], str(corpus), *options], take)
    atheris.Fuzz()
    raise SystemExit(0)


def run(name: str, minutes: float, seed: int = 0, engine: str | None = None) -> int:
    """Fuzz in a process of its own and return how many inputs were tried.

    Raises:
        AssertionError: an input broke the reader; its text says which.
    """
    import importlib.util

    engine = engine or ("atheris" if importlib.util.find_spec("atheris") else "mutations")
    own = [sys.executable, str(Path(__file__)), name, "--minutes", str(minutes), "--seed", str(seed)]
    done = subprocess.run([*own, "--engine", f"only {engine}"], capture_output=True, text=True, errors="replace")
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-6000:]}"
    told = [line for line in (done.stdout + done.stderr).splitlines() if "number_of_executed_units" in line]
    return int(told[-1].rpartition(" ")[2]) if told else int(done.stdout.split()[-2].replace(",", ""))


def _escaped(token: bytes) -> str:
    return "".join([f"\\x{byte:02x}" for byte in token[:60]])


def _keep(name: str, data: bytes) -> None:
    handle, path = tempfile.mkstemp(prefix=f"crash-{name}-")
    os.write(handle, data)
    os.close(handle)
    print(f"kept in {path}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", help="deck, search, number, log, import, config, markdown or html")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--engine", help="atheris or mutations; the first where it is installed")
    options = parser.parse_args()
    if options.engine == "only atheris":
        with_atheris(options.target, options.minutes, options.seed)
    elif options.engine == "only mutations":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MIB << 20, MEMORY_MIB << 20))
        print(f"{with_mutations(options.target, options.minutes, options.seed):,} inputs")
    else:
        count = run(options.target, options.minutes, options.seed, options.engine)
        print(f"{options.target}: {count:,} inputs in {options.minutes:g} min, none of which broke it")


if __name__ == "__main__":
    main()
