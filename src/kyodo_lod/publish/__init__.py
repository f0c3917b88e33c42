"""Plans to the files of `dist/`: dumps, tables, catalogue, checksums; whole or not at all."""
