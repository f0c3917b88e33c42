"""What the fast engine leaves to pySHACL."""

from kyodo_lod.errors import ShapesError


class UnsupportedError(Exception):
    """A construct that the fast engine does not know; it never passes: pySHACL runs instead."""

    def refused(self, place: str) -> ShapesError:
        """Give the error for a user who insists on the fast engine."""
        return ShapesError(
            place,
            f"fast エンジンでは使えません ({self})。--engine auto か pyshacl を使ってください。",
            f"the fast engine does not know this: {self}; use --engine auto or pyshacl",
        )
