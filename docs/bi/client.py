#!/usr/bin/env python3
"""Reads the schema bi as any SQL client does, as a login that is in the database's group for business
intelligence and nothing else: client.py URI. Fails where a view, a comment, a type or a refusal isn't as
documented."""

import sys

import psycopg

TYPES = {"text", "boolean", "date", "integer", "bigint", "numeric", "double precision"}
REFUSED = [
    "SELECT * FROM log.event", "SELECT * FROM bi_store.secret", "SELECT * FROM bi_store.pseudonym",
    "SELECT * FROM {read}.member", "SELECT account FROM {read}.member", "TABLE read.pointer",
    "DELETE FROM bi.fact_action", "SELECT log.person()",
]


def check(condition, text):
    if not condition:
        raise SystemExit(text)


def main():
    with psycopg.connect(sys.argv[1], autocommit=True) as connection:
        views = [row[0] for row in connection.execute(
            "SELECT table_name FROM information_schema.views WHERE table_schema = 'bi' ORDER BY 1")]
        check("date" in views and "fact_observation" in views, f"information_schema shows {views}")
        cells = 0
        for view in views:
            cursor = connection.execute(f'SELECT * FROM bi."{view}"')
            cells += cursor.rowcount * len(cursor.description)
        columns = connection.execute(
            "SELECT table_name, column_name, data_type,"
            " col_description(format('bi.%I', table_name)::regclass, ordinal_position::int)"
            " FROM information_schema.columns WHERE table_schema = 'bi'").fetchall()
        for table, column, kind, comment in columns:
            check(kind in TYPES, f"{table}.{column} is {kind}")
            check(comment and "—" in comment, f"{table}.{column} has no comment: {comment}")
        read = sys.argv[2] if len(sys.argv) > 2 else "read_1"
        for sql in REFUSED:
            try:
                connection.execute(sql.format(read=read))
            except (psycopg.errors.InsufficientPrivilege, psycopg.errors.ObjectNotInPrerequisiteState):
                continue
            raise SystemExit(f"was allowed: {sql}")
        people = connection.execute("SELECT person_key FROM bi.person").fetchall()
        check(all(key.startswith("P") and len(key) == 13 for key, in people), f"people: {people[:3]}")
        print(f"{len(views)} views, {len(columns)} columns with words, {cells} values read; "
              f"{len(REFUSED)} things refused; {len(people)} people by pseudonym")


main()
