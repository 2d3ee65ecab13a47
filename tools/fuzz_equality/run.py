#!/usr/bin/env python3
"""Fuzzes schemac's equality against a server, both directions.

    run.py --equality BUILD/tests/schemac-equality --conninfo "host=/tmp/s user=postgres dbname=postgres" [--pairs N] [--seconds N] [--seed N] [--findings FILE]

Families of expressions and queries (one random tree and changed copies of it) are stored in a scratch database; what the server shows for them
(pg_get_expr, pg_get_viewdef with the columns' types) decides: two are equal if their stored texts are. schemac-equality --groups judges all pairs of a
family, and each text against its stored one. "Equal" where the stored texts differ is a finding, unless the difference is one of those that
schemac drops on purpose (CANON.md, E1 to E7; `benign`). Ends with 1 where there are findings.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import generate

HERE = os.path.dirname(os.path.abspath(__file__))

SETUP = r"""
create table if not exists public.fuzz_input (id bigint, kind text, body text, extra text);
create or replace function public.fuzz_stored(kind text, body text, extra text) returns text language plpgsql as $f$
declare result text;
begin
  set local search_path = app, public;
  begin
    if kind = 'check' then
      execute 'alter table app.t add constraint fuzz check (' || body || ') not valid';
      set local search_path = '';
      select pg_get_expr(conbin, conrelid) into result from pg_constraint where conname = 'fuzz';
      set local search_path = app, public;
      execute 'alter table app.t drop constraint fuzz';
    elsif kind = 'default' then
      execute format('alter table app.t alter column %I set default ', extra) || body;
      set local search_path = '';
      select pg_get_expr(adbin, adrelid) into result from pg_attrdef where adrelid = 'app.t'::regclass;
      set local search_path = app, public;
      execute format('alter table app.t alter column %I drop default', extra);
    else
      execute 'create view app.fuzz as ' || body;
      set local search_path = '';
      select pg_get_viewdef('app.fuzz'::regclass) || E'\n--' || (select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum)
        from pg_attribute where attrelid = 'app.fuzz'::regclass and attnum > 0) into result;
      set local search_path = app, public;
      execute 'drop view app.fuzz';
    end if;
    return coalesce(result, '');
  exception when others then
    return null;
  end;
end $f$;
set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = postgres; set lc_monetary = 'C'; set bytea_output = hex;
"""


def psql(conninfo, text):
    run = subprocess.run(['psql', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', conninfo, '-f', '-'], input=text, capture_output=True, text=True)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return run.stdout


def stored(conninfo, items):
    """What the server makes of (kind, body, extra): a list of texts, None where it refuses."""
    def field(value):
        return value.replace('\\', '\\\\').replace('\t', '\\t').replace('\n', '\\n')
    lines = ''.join('%d\t%s\t%s\t%s\n' % (i, kind, field(body), field(extra)) for i, (kind, body, extra) in enumerate(items))
    text = ("set client_min_messages = error; set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = postgres; set lc_monetary = 'C'; begin;\n"
            'create temp table fuzz_batch (id bigint, kind text, body text, extra text);\ncopy fuzz_batch from stdin;\n' + lines + '\\.\n'
            'select json_build_array(id, public.fuzz_stored(kind, body, extra)) from fuzz_batch order by id;\nrollback;\n')
    result = [None] * len(items)
    for line in psql(conninfo, text).splitlines():
        if line.startswith('['):
            i, value = json.loads(line)
            result[i] = value
    return result


NUMBER = r'(-?[0-9.]+)'
FLAT = [
    # E3: constants of a narrower type that are widened exactly.
    (re.compile(r"'" + NUMBER + r"'::(integer|bigint|smallint|numeric|double precision)"), r'(\1)::\2'),
    (re.compile(r"\((\(?-?[0-9.]+\)?)::(integer|bigint|smallint|numeric)\)::(integer|numeric|bigint|double precision)"), r'\1::\3'),
    (re.compile(r"\('([^']*)'::(?:text|character varying)\)::(text|character varying)\b(?!\()"), r"'\1'::\2"),
    # E4: the call and the syntax of a function.
    (re.compile(r"timezone\(('[^']*'::text), ([^()]*)\)"), r'\2 AT TIME ZONE \1'), (re.compile(r'TRIM\(BOTH FROM '), 'btrim('), (re.compile(r'TRIM\(LEADING FROM '), 'ltrim('), (re.compile(r'TRIM\(TRAILING FROM '), 'rtrim('),
]


def flat(text):
    for _ in range(3):
        for pattern, by in FLAT:
            text = pattern.sub(by, text)
        text = re.sub(r'\((-?[0-9.]+)\)', r'\1', re.sub(r"(?<![\w.'])(-?\d+)::integer\b", r'\1', text))
    # E2: a cast of an array is one of its elements; varchar without a length is shown as text.
    text = re.sub(r'character varying(?!\()', 'text', text)
    text = re.sub(r'(\d+\.\d*?[1-9])0+(?=\)*::double precision)', r'\1', text)  # the scale of what becomes a float
    text = re.sub(r' ?:: ?', '::', ' '.join(re.sub(r'[()]|\s+', ' ', text).split()))
    text = re.sub(r'::text(\[\])?(?: ?::text(?:\[\])?)+', r'::text\1', text)
    return re.sub(r'\] ?::text\[\]', ']', text)


def benign(a, b, kind):
    if kind == 'default':  # E7: what is assigned to the column is coerced to its type, said or not
        a, b = (re.sub(r"(?:::[a-z][a-z .]*(?:\([0-9,]+\))?(?:\[\])?)+\)*$", '', re.sub(r"(?:::[a-z][a-z .]*(?:\([0-9,]+\))?(?:\[\])?)\)", ')', text)).replace("'", '') for text in (a, b))
    if kind == 'query':  # E3 again: what is shown without its type in LIMIT and VALUES
        a, b = (re.sub(r"((?:LIMIT|OFFSET) )'?(-?\d+)'?(?:::bigint|::integer)?", r'\1\2', text) for text in (a, b))
        # E5: names that WITH gives its columns and the query never says.
        if not any(re.search(r'\b[cd]\d', text.rsplit('\n SELECT', 1)[-1]) for text in (a, b)):
            a, b = (re.sub(r' AS [cd](\d)\b', r' AS c\1', text) for text in (a, b))
        if 'VALUES' in a:
            a, b = (re.sub(r"'?(-?[0-9.]+)'?\)?::(?:numeric|integer|bigint)", r'\1', text) for text in (a, b))
    # The base type of a domain, said on the way to it or not.
    a, b = (re.sub(r'::(?:integer|character varying(?:\(\d+\))?)\)::app\.(positive|short)', r')::app.\1', text) for text in (a, b))
    # LATERAL of a subquery that looks at nothing beside it; E6, a frame that is the default.
    a, b = (text.replace('LATERAL ', '').replace(' RANGE UNBOUNDED PRECEDING', '') for text in (a, b))
    return flat(a) == flat(b)


def family(generator, kinds):
    """(kind, extra, texts): changes to a query stay within the columns that its FROM offers."""
    kind = generator.pick(kinds)
    extra = ''
    if kind == 'check':
        root = generator.test(generator.pick([1, 2, 2, 3]))
    elif kind == 'default':
        t = generator.pick([t for t in generate.COLUMNS])
        extra = generator.pick(generate.COLUMNS[t])
        before, generator.columns = generator.columns, {}
        root = generator.value(t, generator.pick([0, 0, 1, 2]))
        roots = mutants(generator, root)
        generator.columns = before
        return kind, extra, roots
    else:
        root = generator.query()
        before, generator.columns = generator.columns, root.extra or {}
        texts = mutants(generator, root)
        generator.columns = before
        return kind, extra, texts
    return kind, extra, mutants(generator, root)


def mutants(generator, root, count=24):
    texts, pool = [root.text()], [root]
    for _ in range(count * 3):
        base = generator.pick(pool[:6])
        made = generator.mutated(base)
        if made is None:
            continue
        text = made.text()
        if text not in texts and len(text) < 3000:
            texts.append(text)
            pool.append(made)
        if len(texts) >= count:
            break
    return texts


def judge(tool, groups):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', delete=False) as file:
        for group in groups:
            file.write(json.dumps(group) + '\n')
    try:
        run = subprocess.run([tool, '--groups', file.name, '--fixture', os.path.join(HERE, 'fixture.sql')], capture_output=True, text=True)
    finally:
        os.unlink(file.name)
    if run.returncode not in (0, 2):
        raise RuntimeError('%s ended with %d: %s' % (tool, run.returncode, run.stderr))
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith('{')]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--equality', required=True)
    parser.add_argument('--conninfo', required=True)
    parser.add_argument('--pairs', type=int, default=20000)
    parser.add_argument('--seconds', type=int, default=0, help='end after that many, whatever --pairs says')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--kinds', default='check,default,query')
    parser.add_argument('--findings', default='')
    options = parser.parse_args()
    with open(os.path.join(HERE, 'fixture.sql')) as file:
        psql(options.conninfo, 'drop schema if exists app, aside cascade; set client_min_messages = error;\n' + file.read() + SETUP)
    generator = generate.Generator(options.seed)
    kinds = options.kinds.split(',')
    count = dict(pairs=0, equal=0, different=0, false_equal=0, benign=0, false_different=0, unknown_equal=0, unknown_different=0, stored=0, stored_equal=0, texts=0, refused=0)
    findings = open(options.findings, 'w') if options.findings else None
    wrong = 0
    started = time.time()
    while count['pairs'] < options.pairs and not (options.seconds and time.time() - started > options.seconds):
        families = [family(generator, kinds) for _ in range(60)]
        items = [(kind, text, extra) for kind, extra, texts in families for text in texts]
        truth = stored(options.conninfo, items)
        groups, at = [], 0
        for kind, extra, texts in families:
            here = [(text, truth[at + i]) for i, text in enumerate(texts)]
            at += len(texts)
            count['refused'] += sum(1 for _, s in here if s is None)
            here = [(text, s) for text, s in here if s is not None]
            count['texts'] += len(here)
            if here:
                groups.append(dict(kind=kind, extra=extra, path='app, public', texts=[t for t, _ in here], stored=[s for _, s in here]))
        for group, verdict in zip(groups, judge(options.equality, groups)):
            texts, shown = group['texts'], group['stored']
            report = lambda what, i, j, why='': findings and findings.write(json.dumps(dict(what=what, kind=group['kind'], extra=group['extra'], a=texts[i], b=texts[j], stored_a=shown[i], stored_b=shown[j], why=why)) + '\n')
            place = 0
            for i in range(len(texts)):
                own = verdict['stored'][i]
                count['stored'] += 1
                if own == 'e':
                    count['stored_equal'] += 1
                else:
                    report('stored ' + own, i, i, verdict['reasons'].get('s%d' % i, ''))
                for j in range(i + 1, len(texts)):
                    answer = verdict['pairs'][place]
                    place += 1
                    count['pairs'] += 1
                    same = shown[i] == shown[j]
                    if same:
                        count['equal'] += 1
                        if answer == 'd':
                            count['false_different'] += 1
                            report('false different', i, j, verdict['reasons'].get('%d' % (place - 1), ''))
                        elif answer == 'u':
                            count['unknown_equal'] += 1
                            report('unknown', i, j, verdict['reasons'].get('%d' % (place - 1), ''))
                    else:
                        count['different'] += 1
                        if answer == 'u':
                            count['unknown_different'] += 1
                        elif answer == 'e' and benign(shown[i], shown[j], group['kind']):
                            count['benign'] += 1
                        elif answer == 'e':
                            count['false_equal'] += 1
                            wrong += 1
                            report('FALSE EQUAL', i, j)
                            if wrong <= 20:
                                print('equal to schemac, not to the server:\n  %s\n  %s\n  stored as\n  %s\n  %s' % (texts[i], texts[j], shown[i], shown[j]))
        if findings:
            findings.flush()
    print(', '.join('%s %d' % (k.replace('_', ' '), v) for k, v in count.items()))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
