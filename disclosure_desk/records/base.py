"""What all models share: the mapping base, exact decimals, and how a field is declared."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Dialect, Integer, MetaData, Numeric, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator, TypeEngine

from disclosure_desk.records.terms import Terms

# A cell of a workbook holds no more; a longer text would be cut off silently on its way out.
LONGEST_TEXT = 32_767

FieldValue = str | int | date | Decimal | bool | tuple[str, ...] | None


class Base(DeclarativeBase):
    """Base of all records: each has a key inside this file, never shown, never reused."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    id: Mapped[int] = mapped_column(Integer, primary_key=True, sort_order=-1)
    # An inserted date or text reads back as it was written: no second SELECT after a flush.
    __mapper_args__: Mapping[str, Any] = {"eager_defaults": False}


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal that keeps every digit: SQLite has only binary floats, so it stores the text."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type[Decimal]:
        return Decimal

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return format(value, "f")

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(str(value))


class WordList(TypeDecorator[tuple[str, ...]]):
    """Several words in the order in which they were given, stored joined by 、."""

    impl = Text
    cache_ok = True

    @property
    def python_type(self) -> type[tuple[str, ...]]:
        return tuple

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        return "、".join(value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(value.split("、")) if value else ()


def field(  # one declaration carries all that forms, tables and ledgers need
    label: str,
    *,
    source: str = "",
    unit: str = "",
    required: bool = False,
    default: FieldValue = None,
    choices: Terms | None = None,
    personal: bool = False,
    long: bool = False,
    unique: bool = False,
    index: bool = False,
    definition: str = "",
) -> Mapped[Any]:
    """A column with what forms, tables, ledgers, exports and checks need to know of it.

    `required` must be filled by the user; an empty field with a `default` means the default.
    `unit` is 元, 万元 or 工作日; `personal` fields stay out of exports unless asked for;
    `long` texts get a field of several lines; `definition` says to a clerk what belongs there.
    """
    return mapped_column(
        info={
            "label": label,
            "source": source,
            "unit": unit,
            "required": required,
            "default": default,
            "choices": choices,
            "personal": personal,
            "long": long,
            "definition": definition,
        },
        nullable=not required and default is None,
        unique=unique,
        index=index,
    )


Base.registry.update_type_annotation_map(
    {Decimal: ExactDecimal(), tuple[str, ...]: WordList(), str: Text()}
)
