"""Addresses of databases on a server: put together, and told without the password."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

DRIVER = "postgresql+psycopg"
USUAL_PORT = 5432


def is_server(place: str) -> bool:
    """Whether a place names a server's database, and no file."""
    return "://" in place and not place.startswith("sqlite")


def address_of(host: str, port: int, database: str, user: str, password: str = "") -> str:
    """The address of an office there; it holds the password, where one is given.

    A host that begins with a slash is the folder of a socket on this computer.
    """
    is_socket = host.startswith("/")
    url = URL.create(
        DRIVER,
        username=user or None,
        password=password or None,
        host=None if is_socket else host,
        port=None if is_socket or port == USUAL_PORT else port,
        database=database,
        query={"host": host} if is_socket else {},
    )
    return url.render_as_string(hide_password=False)


def parts_of(place: str) -> URL | None:
    """An address taken apart; None for what is none."""
    try:
        return make_url(place)
    except (ArgumentError, ValueError):
        return None


def without_password(place: str) -> str:
    """The place as it may be kept on disk and told: an address loses its password."""
    url = parts_of(place) if is_server(place) else None
    if url is None or url.password is None:
        return place
    parts = {**url._asdict(), "password": None}  # URL.set() takes None for «as it is»
    return URL.create(**parts).render_as_string(hide_password=False)
