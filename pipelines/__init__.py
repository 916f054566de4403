"""copydesk's storing side: the steps an item takes on its way into the SQLite file, and what reads it."""
