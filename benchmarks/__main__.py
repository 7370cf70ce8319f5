"""``python -m benchmarks [NAME …]``: take the named figures, or all of them, and print them."""

import importlib
import sys

NAMES = ("cold_start", "save", "matrix", "training", "agreement", "pdf", "kit")


def main(names: list[str]) -> None:
    for name in names or NAMES:
        for figure in importlib.import_module(f"benchmarks.{name}").run():
            mark = "reached" if figure.is_reached else "missed"
            aim = f"aim {figure.aim:.2f} {mark}"
            print(f"{figure.name:<58}{figure.ratio:>7.2f} ×   {aim:<20}{figure.detail}")


if __name__ == "__main__":
    main(sys.argv[1:])
