"""One file per way to report findings."""
