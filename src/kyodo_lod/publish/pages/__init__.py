"""Pages for people beside the data: plain HTML that needs no script and asks nobody for anything."""
