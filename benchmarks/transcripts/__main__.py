"""Write `docs/transcripts` anew: `python -m benchmarks.transcripts [NAME...] [--out DIR]`.

Each script in `scripts/` is played to its end; the same bank, grader and texts give the same files.
"""

import argparse
import asyncio
from pathlib import Path

from benchmarks.transcripts.page import files, write
from benchmarks.transcripts.script import names, read_script
from benchmarks.transcripts.stage import play

SHOWN = Path(__file__).parents[2] / "docs" / "transcripts"


def main() -> None:
    """Play the scripts named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.transcripts", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names())}")
    parser.add_argument("--out", type=Path, default=SHOWN, help="folder to write to")
    options = parser.parse_args()
    for name in options.names or names():
        script = read_script(name)
        write(options.out, files(name, script, asyncio.run(play(script))))
        print(f"{options.out / name}.md")


if __name__ == "__main__":
    main()
