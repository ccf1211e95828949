"""All tables of an office's database, whichever of their models the caller has use for."""

import pkgutil
from functools import cache
from importlib import import_module

from sqlalchemy import Table

from disclosure_desk import records
from disclosure_desk.records.base import Base


@cache
def office_tables() -> tuple[Table, ...]:
    """The tables of all models, those that others point to first; the search index is none."""
    for module in pkgutil.iter_modules(records.__path__):
        import_module(f"{records.__name__}.{module.name}")
    return tuple(Base.metadata.sorted_tables)
