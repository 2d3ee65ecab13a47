#!/usr/bin/env python3
"""Counts the DO blocks of whole projects: followed exactly (the two Schemas are the same right after the block), named as not followed, or wrong.

block_check.py --pg 'host=/tmp/x user=postgres' --real DIR [--only NAME] [--binary schemac_regress_check] [-v]

DIR is a corpus of projects with an index.json (see ../shared/corpus/real/README.md). The server must be running, with the extensions that they use.
"""
import argparse, glob, json, os, re, subprocess, sys


def sources(real, entry):
    folder = os.path.join(real, entry["name"])
    pre = [os.path.join(folder, "pre.sql")] if entry.get("pre_sql") else []
    if entry["kind"] == "structure":
        return pre + [os.path.join(folder, "structure.sql")]
    if entry.get("order_file"):
        names = [line.strip() for line in open(os.path.join(real, entry["order_file"])) if line.strip() and not line.startswith("#")]
        places = lambda name: (name, os.path.join(folder, name), os.path.join(folder, "schemas", name))
        return pre + [next(path for path in places(name) if os.path.exists(path)) for name in names]
    if "declarative" in entry["kind"]:
        return pre + sorted(glob.glob(folder + "/schemas/**/*.sql", recursive=True))
    return pre + sorted(glob.glob(folder + "/migrations/*.sql"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pg", required=True)
    parser.add_argument("--real", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--binary", default=os.path.join(os.path.dirname(__file__), "../../build/quick/tests/schemac_regress_check"))
    parser.add_argument("-v", action="store_true")
    args = parser.parse_args()
    run = lambda *command: subprocess.run(command, capture_output=True, text=True)
    total = {"followed": 0, "named": 0, "wrong": 0}
    for entry in json.load(open(os.path.join(args.real, "index.json"))):
        name = (entry["name"] + "_" + entry["kind"]).replace("-", "_")
        if args.only not in name or entry["failed_statements"] or not entry["loadable"]:
            continue
        files = sources(args.real, entry)
        if not any(re.search(r"(?im)^\s*do\s*(\$|language|')", open(file, encoding="utf-8", errors="replace").read()) for file in files):
            continue
        database = "blocks_" + name
        admin = args.pg + " dbname=postgres"
        run("psql", "-d", admin, "-c", f"drop database if exists {database} with (force)")
        run("psql", "-d", admin, "-c", f"create database {database} template template0")
        own = f"{args.pg} dbname={database}"
        supabase = entry.get("base") == "prelude.sql"
        if supabase:
            run("psql", "-X", "-q", "-d", own, "-f", os.path.join(args.real, entry["base"]))
        done = run(args.binary, "--blocks", "supabase" if supabase else "postgres", own, *files)
        summary = re.search(r"blocks: (\d+) followed, (\d+) named, (\d+) wrong; (\d+)", done.stdout)
        print(f"{name:40} {summary.group(0) if summary else 'failed: ' + done.stderr[-300:]}", flush=True)
        for line in done.stdout.splitlines():
            if args.v or "WRONG" in line or "named" in line and " #" in line or line.startswith("    ") or "the server refuses" in line:
                print("   ", line[:300])
        if summary:
            for key, value in zip(total, summary.groups()):
                total[key] += int(value)
        run("psql", "-d", admin, "-c", f"drop database if exists {database} with (force)")
    print(total, "of", sum(total.values()))


sys.exit(main())
