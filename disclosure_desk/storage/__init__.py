"""Where the records are kept: engine, transactions, migrations, journal, search."""
