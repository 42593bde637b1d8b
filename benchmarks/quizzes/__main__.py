"""Write the quizzes of `docs/transcripts` anew: `python -m benchmarks.quizzes [NAME...] [--out DIR]`.

Each script in `scripts/` is played to its end; the same bank, grader and texts give the same files.
"""

import argparse
import asyncio
from pathlib import Path

from benchmarks.quizzes.page import page
from benchmarks.quizzes.script import names, read_script
from benchmarks.quizzes.stage import play

SHOWN = Path(__file__).parents[2] / "docs" / "transcripts"


def main() -> None:
    """Play the scripts named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quizzes", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names())}")
    parser.add_argument("--out", type=Path, default=SHOWN, help="folder to write to")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name in options.names or names():
        script = read_script(name)
        path = options.out / f"{name}.md"
        path.write_text(page(name, script, asyncio.run(play(script))), "utf-8")
        print(path)


if __name__ == "__main__":
    main()
