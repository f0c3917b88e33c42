"""CKAN itself, without servers: its app, its actions and its validators, on a SQLite file.

What is not CKAN here: SQLite stands in for PostgreSQL (three types and two functions are taught to
it), nothing is indexed for search, and Redis is missing, which CKAN itself tolerates.
"""

import json
import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.engine import Engine
from sqlalchemy.ext.compiler import compiles

warnings.simplefilter("ignore")  # CKAN's own, while it is imported

import ckan.lib.search
import ckan.lib.search.index
import ckan.lib.search.query
from ckan import model
from ckan.common import config
from ckan.config import environment
from ckan.config.middleware import make_app

ORGANISATION = "koriyama"


class _NoSearch:
    """Stands where Solr's client would be: takes everything, finds nothing."""

    hits = 0

    def __init__(self, **_: object) -> None:
        """Connect to nothing."""

    def search(self, **_: object) -> "_NoSearch":
        """Find nothing."""
        return self

    def add(self, **_: object) -> None:
        """Index nothing."""

    def commit(self, **_: object) -> None:
        """Commit nothing."""


@compiles(JSONB, "sqlite")
@compiles(ARRAY, "sqlite")
@compiles(TSVECTOR, "sqlite")
def _as_json(*_: object, **__: object) -> str:
    return "JSON"


@sqlalchemy.event.listens_for(Engine, "connect")
def _teach(connection: Any, _: object) -> None:  # noqa: ANN401  a DB-API connection has no type
    names = {dict: "object", list: "array"}
    connection.create_function(
        "jsonb_typeof", 1, lambda v: names.get(type(json.loads(v))), deterministic=True
    )
    # asked for nested values in plugin_data, of which there are none
    connection.create_function("jsonb_path_exists", 2, lambda *_: 0, deterministic=True)


class Portal:
    """A running CKAN.

    Args:
        app: its web application, of which only the request contexts are used.
    """

    def __init__(self, app: Any) -> None:  # noqa: ANN401  CKAN's app is untyped
        self._app = app

    @contextmanager
    def speaking(self, locale: str) -> Iterator[None]:
        """Run the body as a portal whose default language is `locale`.

        A harvester runs in such a context too: CKAN's own commands make one.
        """
        config["ckan.locale_default"] = locale
        with self._app._wsgi_app.test_request_context():
            yield


@contextmanager
def portal() -> Iterator[Portal]:
    """Start CKAN with ckanext-dcat and one organisation; leave nothing behind."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/ckan.sqlite"
        model.meta.metadata.create_all(_tables(database))
        ckan.lib.search.check_solr_schema_version = lambda *_: True
        ckan.lib.search.index.make_connection = _NoSearch
        ckan.lib.search.query.make_connection = _NoSearch
        environment.is_redis_available = lambda: True
        running = Portal(make_app(_settings(database, Path(folder))))
        with running.speaking("ja"):
            _organisation()
        yield running
        model.Session.remove()


def _tables(database: str) -> Engine:
    for table in model.meta.metadata.tables.values():
        table.indexes.clear()  # some are PostgreSQL's expressions
    return sqlalchemy.create_engine(database)


def _settings(database: str, folder: Path) -> dict[str, str]:
    return {
        "__file__": os.devnull,
        "here": str(folder),
        "SECRET_KEY": "rehearsal",
        "ckan.site_url": "https://portal.example.org",
        "ckan.locales_offered": "ja en",
        "ckan.locale_default": "ja",
        "ckan.plugins": "dcat",
        "ckan.views.default_views": "",
        "ckan.storage_path": str(folder),
        "sqlalchemy.url": database,
        "solr_url": "http://127.0.0.1:1/solr",
        "ckan.redis.url": "redis://127.0.0.1:1",
    }


def _organisation() -> None:
    context = {"ignore_auth": True, "user": site_user(), "return_id_only": True}
    action("organization_create")(context, {"name": ORGANISATION, "title": "郡山市"})


def site_user() -> str:
    """Give the name of the portal's own user."""
    user: dict[str, str] = action("get_site_user")({"ignore_auth": True}, {})
    return user["name"]


def action(name: str) -> Any:  # noqa: ANN401  CKAN's actions are untyped
    """Give an action of CKAN's API."""
    from ckan.logic import get_action

    return get_action(name)
