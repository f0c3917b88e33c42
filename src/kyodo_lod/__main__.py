"""`python -m kyodo_lod`."""

from kyodo_lod.cli import main

if __name__ == "__main__":
    main()
