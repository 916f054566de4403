"""The SQLite file: schema, migrations, writing and reading; the only place with SQL."""
