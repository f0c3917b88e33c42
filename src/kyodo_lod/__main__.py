"""`kyodo-lod` and `python -m kyodo_lod`."""

import gc
import sys


def main() -> None:
    """Run the command line; Ctrl-C is heard from here on, while its modules are still imported."""
    gc.set_threshold(100_000)  # what a command reads it needs to its end: garbage is rarely found
    try:
        from kyodo_lod.cli import main as command_line

        command_line()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()  # the process ends, so Python need not look for garbage once more


if __name__ == "__main__":
    main()
