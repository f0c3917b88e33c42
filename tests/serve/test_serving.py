"""A release is kept while requests use it."""

import asyncio
from pathlib import Path

from serve.test_release import example

from kyodo_lod.serve.serving import Serving


def test_it_is_unused_when_the_last_request_is_done() -> None:
    async def run() -> list[bool]:
        serving = Serving(example(Path()), *[None] * 3)
        seen = [await _is_unused(serving)]
        with serving.used():
            with serving.used():
                seen.append(await _is_unused(serving))
            seen.append(await _is_unused(serving))
        return [*seen, await _is_unused(serving)]

    assert asyncio.run(run()) == [True, False, False, True]


async def _is_unused(serving: Serving) -> bool:
    try:
        await asyncio.wait_for(serving.unused(), 0.01)
    except TimeoutError:
        return False
    return True


def test_a_request_that_fails_uses_it_no_longer() -> None:
    async def run() -> bool:
        serving = Serving(example(Path()), *[None] * 3)
        try:
            with serving.used():
                raise KeyError
        except KeyError:
            return await _is_unused(serving)

    assert asyncio.run(run())
