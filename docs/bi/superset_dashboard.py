#!/usr/bin/env python3
"""Makes datasets, charts and a dashboard of the schema bi in a running Superset through its API, holds what
its charts show against the same asked in SQL, and keeps the export.

superset_dashboard.py SUPERSET_URL USER PASSWORD DATABASE_URI FOLDER [KEPT]

FOLDER gets the export, as Superset writes it, with an address of the database that says nothing of this
machine. Importing it again is tried, too; and KEPT, an export of before, whose charts have to show
something."""

import io
import json
import pathlib
import re
import sys
import zipfile

import psycopg2
import requests

KEPT_URI = "postgresql+psycopg2://dashboards:XXXXXXXXXX@localhost:5432/improvement"
VIEWS = ["flat_observation", "flat_action", "flat_cycle", "flat_signal", "flat_decision"]


class Superset:
    def __init__(self, url, user, password):
        self.url = url + "/api/v1/"
        self.session = requests.Session()
        answer = self.post("security/login", {
            "username": user, "password": password, "provider": "db", "refresh": True})
        self.session.headers["Authorization"] = "Bearer " + answer["access_token"]

    def post(self, path, body):
        return self.checked(self.session.post(self.url + path, json=body))

    def put(self, path, body):
        return self.checked(self.session.put(self.url + path, json=body))

    @staticmethod
    def checked(answer):
        if answer.status_code >= 300:
            raise SystemExit(f"{answer.request.method} {answer.url}: {answer.status_code} {answer.text[:600]}")
        return answer.json()


def metric(expression, label):
    return {"expressionType": "SQL", "sqlExpression": expression, "label": label}


def chart_forms():
    """Each chart: its name, dataset, kind, form, what is asked, and the same in SQL."""
    actions = metric("SUM(actions)", "actions")
    level = metric("AVG(level)", "level")
    cycles = metric("SUM(cycles)", "cycles")
    done = metric("SUM(done_decisions)", "done")
    made = metric("SUM(decisions)", "decisions")
    return [
        ("Actions by month", "flat_action", "echarts_timeseries_bar",
         {"x_axis": "date", "time_grain_sqla": "P1M", "metrics": [actions], "groupby": ["department"]},
         {"columns": ["department"], "metrics": [actions]},
         "SELECT department, sum(actions) FROM bi.flat_action GROUP BY 1"),
        ("KPI levels", "flat_observation", "echarts_timeseries_line",
         {"x_axis": "date", "time_grain_sqla": "P1W", "metrics": [level], "groupby": ["kpi"]},
         {"columns": ["kpi"], "metrics": [level]},
         "SELECT kpi, avg(level) FROM bi.flat_observation GROUP BY 1"),
        ("Verdicts", "flat_cycle", "pie",
         {"groupby": ["verdict_en"], "metric": cycles},
         {"columns": ["verdict_en"], "metrics": [cycles]},
         "SELECT verdict_en, sum(cycles) FROM bi.flat_cycle GROUP BY 1"),
        ("Signals", "flat_signal", "table",
         {"query_mode": "aggregate", "groupby": ["kpi", "rule_en", "reading_en"],
          "metrics": [metric("COUNT(*)", "signals")]},
         {"columns": ["kpi", "rule_en", "reading_en"], "metrics": [metric("COUNT(*)", "signals")]},
         "SELECT kpi, rule_en, reading_en, count(*) FROM bi.flat_signal GROUP BY 1, 2, 3"),
        ("Decisions", "flat_decision", "table",
         {"query_mode": "aggregate", "groupby": ["department"], "metrics": [made, done]},
         {"columns": ["department"], "metrics": [made, done]},
         "SELECT department, sum(decisions), sum(done_decisions) FROM bi.flat_decision GROUP BY 1"),
    ]


def make_charts(superset, datasets):
    charts = []
    for name, view, kind, form, query, sql in chart_forms():
        source = {"id": datasets[view], "type": "table"}
        query = dict(query, row_limit=10000, filters=[], extras={}, time_range="No filter")
        form = dict(form, viz_type=kind, datasource=f"{datasets[view]}__table", row_limit=10000,
                    time_range="No filter", adhoc_filters=[])
        context = {"datasource": source, "queries": [query], "form_data": form,
                   "result_format": "json", "result_type": "full"}
        made = superset.post("chart/", {
            "slice_name": name, "viz_type": kind, "datasource_id": datasets[view],
            "datasource_type": "table", "params": json.dumps(form),
            "query_context": json.dumps(context)})
        charts.append((made["id"], name, made["result"].get("uuid"), context, query, sql))
    return charts


def layout(charts):
    """Two charts a row."""
    rows = [charts[i:i + 2] for i in range(0, len(charts), 2)]
    position = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "parents": ["ROOT_ID"],
                    "children": [f"ROW-{n}" for n in range(len(rows))]},
        "HEADER_ID": {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": "pdca"}},
    }
    for n, row in enumerate(rows):
        position[f"ROW-{n}"] = {
            "type": "ROW", "id": f"ROW-{n}", "parents": ["ROOT_ID", "GRID_ID"],
            "meta": {"background": "BACKGROUND_TRANSPARENT"},
            "children": [f"CHART-{chart[0]}" for chart in row]}
        for chart in row:
            position[f"CHART-{chart[0]}"] = {
                "type": "CHART", "id": f"CHART-{chart[0]}", "children": [],
                "parents": ["ROOT_ID", "GRID_ID", f"ROW-{n}"],
                "meta": {"chartId": chart[0], "sliceName": chart[1], "width": 6, "height": 50}}
    return position


def normal(value):
    """A number as one, whatever the way that it came by."""
    try:
        return round(float(value), 6)
    except (TypeError, ValueError):
        return value


def shown(superset, chart):
    """Rows that the chart shows, sorted."""
    _, name, _, context, query, _ = chart
    answer = superset.post("chart/data", context)["result"][0]
    columns = query["columns"] + [m["label"] for m in query["metrics"]]
    return sorted((tuple(normal(row[c]) for c in columns) for row in answer["data"]), key=repr)


def asked(connection, sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return sorted((tuple(normal(v) for v in row) for row in cursor.fetchall()), key=repr)


def keep(archive, folder):
    """The export's files, with nothing in them that tells of this machine or this run."""
    folder = pathlib.Path(folder)
    with zipfile.ZipFile(io.BytesIO(archive)) as export:
        for name in export.namelist():
            path = folder / pathlib.Path(*pathlib.Path(name).parts[1:])
            text = export.read(name).decode()
            text = re.sub(r"^sqlalchemy_uri: .*$", "sqlalchemy_uri: " + KEPT_URI, text, flags=re.M)
            # The catalog is the database's name, which elsewhere is another one.
            text = re.sub(r"^catalog: .*$", "catalog: null", text, flags=re.M)
            text = re.sub(r"^timestamp: .*$", "timestamp: '2026-01-01T00:00:00+00:00'", text, flags=re.M)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)


def zipped(folder, uri):
    """An export as Superset takes it, with that address of the database."""
    folder, archive = pathlib.Path(folder), io.BytesIO()
    with zipfile.ZipFile(archive, "w") as export:
        for path in sorted(folder.rglob("*.yaml")):
            export.writestr(f"superset/{path.relative_to(folder)}", path.read_text().replace(KEPT_URI, uri))
    return archive.getvalue()


def imported(superset, archive):
    superset.checked(superset.session.post(
        superset.url + "dashboard/import/",
        files={"formData": ("dashboard.zip", archive, "application/zip")},
        data={"overwrite": "true", "passwords": "{}"}))


def try_kept(superset, folder, uri):
    """Imports what is kept, and asks what each of its charts asks."""
    imported(superset, zipped(folder, uri))
    charts = superset.checked(superset.session.get(superset.url + "chart/"))["result"]
    for chart in charts:
        context = superset.checked(
            superset.session.get(superset.url + f"chart/{chart['id']}"))["result"]["query_context"]
        rows = superset.post("chart/data", json.loads(context))["result"][0]["rowcount"]
        print(f"kept {chart['slice_name']}: {rows} rows")
    if len(charts) != len(chart_forms()):
        raise SystemExit(f"{len(charts)} charts came of {folder}")


def main():
    url, user, password, uri, folder = sys.argv[1:6]
    superset = Superset(url, user, password)
    database = superset.post("database/", {
        "database_name": "pdca", "sqlalchemy_uri": uri, "expose_in_sqllab": True})["id"]
    datasets = {
        view: superset.post("dataset/", {
            "database": database, "schema": "bi", "table_name": view})["id"] for view in VIEWS}
    for view, dataset in datasets.items():
        superset.put(f"dataset/{dataset}", {"main_dttm_col": "date"})
    charts = make_charts(superset, datasets)
    dashboard = superset.post("dashboard/", {
        "dashboard_title": "pdca", "slug": "pdca", "published": True,
        "position_json": json.dumps(layout(charts))})["id"]
    for chart in charts:
        superset.put(f"chart/{chart[0]}", {"dashboards": [dashboard]})
    connection = psycopg2.connect(uri.replace("+psycopg2", ""))
    for chart in charts:
        told, want = shown(superset, chart), asked(connection, chart[5])
        if told != want:
            raise SystemExit(f"{chart[1]}: the chart shows\n{told}\nand SQL answers\n{want}")
        print(f"{chart[1]}: {len(told)} rows, the same as in SQL")
    export = superset.session.get(superset.url + f"dashboard/export/?q=!({dashboard})")
    if export.status_code != 200:
        raise SystemExit(f"export: {export.status_code} {export.text[:300]}")
    imported(superset, export.content)
    keep(export.content, folder)
    print(f"dashboard {dashboard} with {len(charts)} charts, exported, imported again, kept in {folder}")
    if len(sys.argv) > 6:
        # Superset's own tables take a view's name once.
        for path in ([f"dashboard/{dashboard}"] + [f"chart/{chart[0]}" for chart in charts]
                     + [f"dataset/{dataset}" for dataset in datasets.values()] + [f"database/{database}"]):
            superset.checked(superset.session.delete(superset.url + path))
        try_kept(superset, sys.argv[6], uri)


main()
