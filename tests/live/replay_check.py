#!/usr/bin/env python3
"""Replays SQL files in memory and on a server and compares the two schemas, expression text apart.

replay_check.py --port N --version V [--host DIR] [--psql PSQL] [--kinds table,column,…] [-v] FILE.sql|DIR …
A DIR holds new.sql (or old.sql) and perhaps setup.sql. The server must be running; each case gets a database of its own.
"""
import argparse, collections, os, re, subprocess, sys, tempfile

EXPRESSION = r"(expression|value|query|predicate|generation expression|using|with check|when|body|sql body|default|where)"
END = r"(?= \| |$|, (?:collation|operator class|operator class options|descending|nulls first|with|name|mode|type|default)=|\}[,\]])"
# Who owns what, and privileges of owners, depend on who ran the files.
SKIP = re.compile(r"^(owner|role|default privileges|grant) |\[platform\]|\[extension\]|^extension ")


def lines(path, kinds):
    result = collections.Counter()
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if SKIP.search(line) or (kinds and not line.startswith(tuple(kinds))):
            continue
        line = re.sub(r"(?<=[|{,] )" + EXPRESSION + r"=.*?" + END, r"\1=…", " " + line)[1:]
        line = re.sub(r"\{" + EXPRESSION + r"=.*?" + END, r"{\1=…", line)
        line = re.sub(r" \| (named|inherited|written|platform|schema said|only|populated|columns named)=[^|]*(?= \||$)", "", line)
        result[line] += 1
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", required=True)
    parser.add_argument("--version", default="15")
    parser.add_argument("--host", default="/tmp")
    parser.add_argument("--user", default="postgres")
    parser.add_argument("--psql", default="psql")
    parser.add_argument("--profile", default="postgres")
    parser.add_argument("--binary", default=os.path.join(os.path.dirname(__file__), "../../build/quick/tests/schemac_replay_check"))
    parser.add_argument("--side", default="new")
    parser.add_argument("--kinds", default="")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()
    kinds = [k for k in args.kinds.split(",") if k]
    conn = ["-h", args.host, "-p", args.port, "-U", args.user]
    run = lambda *command, **more: subprocess.run(command, capture_output=True, text=True, **more)
    good = bad = skipped = 0
    with tempfile.TemporaryDirectory() as scratch:
        for path in args.paths:
            files = [path]
            if os.path.isdir(path):
                files = [f for f in (os.path.join(path, n) for n in ("setup.sql", args.side + ".sql")) if os.path.exists(f)]
            name = f"replay_check_{os.getpid()}"
            run(args.psql, *conn, "-d", "postgres", "-c", f"drop database if exists {name}")
            run(args.psql, *conn, "-d", "postgres", "-c", f"create database {name} template template0")
            loaded = run(args.psql, *conn, "-d", name, "-X", "-q", "-v", "ON_ERROR_STOP=1", *[a for f in files for a in ("-f", f)])
            if loaded.returncode:
                skipped += 1
                if args.v:
                    print(f"== {path}: the server refuses it: {loaded.stderr.strip().splitlines()[-1] if loaded.stderr.strip() else ''}")
                continue
            out = os.path.join(scratch, "out")
            joined = os.path.join(scratch, "all.sql")  # one session, as psql had
            with open(joined, "w", encoding="utf-8") as f:
                f.write("\n;\n".join(open(x, encoding="utf-8").read() for x in files))
            checked = run(args.binary, args.version, args.profile, f"host={args.host} port={args.port} user={args.user} dbname={name}", out, joined)
            run(args.psql, *conn, "-d", "postgres", "-c", f"drop database if exists {name}")
            if checked.returncode:
                bad += 1
                print(f"== {path}: exit {checked.returncode}\n{checked.stdout[-800:]}{checked.stderr[-800:]}")
                continue
            replayed, read = lines(out + ".sql", kinds), lines(out + ".db", kinds)
            only, missing = replayed - read, read - replayed
            errors = [l for l in checked.stdout.splitlines() if ": error:" in l]
            if only or missing or errors:
                bad += 1
                print(f"== {path}")
                for l in errors:
                    print("  ! " + l)
                for l in sorted([(x, "+") for x in only] + [(x, "-") for x in missing]):
                    print(f"  {l[1]} {l[0]}")
            else:
                good += 1
    print(f"{good} equal, {bad} different, {skipped} not loadable")
    return bad > 0


sys.exit(main())
