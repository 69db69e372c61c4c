"""`python -m tellings`."""

import sys

from tellings.cli import main

if __name__ == "__main__":
    sys.exit(main())
