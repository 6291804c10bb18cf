"""Reads ``product_names.toml``."""

from __future__ import annotations

from advisor_app.content.table import Table
from advisor_app.domain.product_name import ProductName


def read_product_name(table: Table) -> ProductName:
    """A name that content must not recommend."""
    return ProductName(name=table.text("name"), allowed=table.texts_or("allowed"))
