"""`kyodo-lod` and `python -m kyodo_lod`."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C is heard from here on, while its modules are still imported."""
    try:
        from kyodo_lod.cli import main as command_line

        command_line()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
