"""`python -m archive_gui` and the `archive-gui` command."""

import sys

from archive_gui.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
