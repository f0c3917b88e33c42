"""From the wire to a request, and from a reply to the wire."""

import json

from serve.servers import Server


def test_health_tells_whether_it_can_answer(server: Server) -> None:
    answer = server.ask("health")
    assert (answer.status, answer.media_type) == (200, "application/json")
    assert answer.headers["cache-control"] == "no-store"
    said = json.loads(answer.body)
    assert said["status"] == "ok"
    assert (server.state / said["release"]).is_dir()
