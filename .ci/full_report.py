"""From pytest's XML to docs/full-run.md: what `.ci/full` ran, how long it took, what came of it."""

import platform
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

LONG = 20
"""Seconds from which a check is listed by itself."""


def main(path: str) -> None:
    """Print the page for the results in a file."""
    cases = list(ET.parse(path).iter("testcase"))
    suite = next(ET.parse(path).iter("testsuite"))
    failed = [one for one in cases if one.find("failure") is not None or one.find("error") is not None]
    asked = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=False)
    print("# The last full run\n")
    print("`.ci/full` runs every check to its end; the gate, `.ci/run`, runs samples of the long ones.")
    print("This page is written by it.\n")
    print("| | |\n| --- | --- |")
    print(f"| date | {datetime.now(UTC):%Y-%m-%d %H:%M} UTC |")
    print(f"| commit | {commit.stdout.strip() or 'none'} |")
    print(f"| Python | {platform.python_version()} on {platform.system()} |")
    print(f"| checks | {len(cases)}, of which {len(failed)} failed |")
    print(f"| time | {float(suite.get('time', 0)) / 60:.0f} minutes |\n")
    print("## By part\n\n| part | checks | seconds |\n| --- | ---: | ---: |")
    checks, seconds = Counter[str](), Counter[str]()
    for one in cases:
        part = ".".join(one.get("classname", "").split(".")[1:2])
        checks[part] += 1
        seconds[part] += round(float(one.get("time", 0)))
    for part in sorted(checks):
        print(f"| tests/{part} | {checks[part]} | {seconds[part]} |")
    print(f"\n## Checks of {LONG} seconds and more\n\n| check | seconds |\n| --- | ---: |")
    for one in sorted(cases, key=lambda case: -float(case.get("time", 0))):
        if float(one.get("time", 0)) >= LONG:
            print(f"| {said(one)} | {float(one.get('time', 0)):.0f} |")
    if failed:
        print("\n## Failed\n")
        for one in failed:
            print(f"- {said(one)}")


def said(case: ET.Element) -> str:
    """A check by its file and its name, which is a sentence."""
    file = Path(*case.get("classname", "").split(".")).with_suffix(".py")
    return f"{file}: {case.get('name', '').removeprefix('test_').replace('_', ' ').replace('|', ' ')}"


if __name__ == "__main__":
    main(sys.argv[1])
