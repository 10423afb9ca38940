"""Check the tables on authorities: duplicates, impossible dates, broken lineage."""

from __future__ import annotations

import sys

from trigpoint.graph.authority_checks import problems
from trigpoint.graph.authority_tables import authorities, changes


def main() -> int:
    """Print each fault; return 1 where there is one."""
    faults = list(problems(authorities(), changes()))
    for fault in faults:
        print(fault)
    print(
        f"authorities: {len(authorities())} bodies, {len(changes())} changes, {len(faults)} faults"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
