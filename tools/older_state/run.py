#!/usr/bin/env python3
"""Makes an older state of a database: a third of its objects goes, a third is another one.

    run.py --conninfo "host=/tmp/s user=postgres" --database NEW --older OLD [--seed N]

OLD is made as a copy of NEW (which nobody may be connected to); then, of every kind, a third of the objects is dropped with what depends on it and a third is
changed: columns come, go, get another type, default or NOT NULL, constraints and indexes other definitions, functions other bodies, views other queries,
triggers are disabled, comments change. Statements that the server refuses (a column that a view needs) are passed over and counted.
"""
import argparse
import json
import random
import subprocess

USER = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'"
NOT_EXTENSION = "not exists (select from pg_depend d where d.classid = '{0}'::regclass and d.objid = {1}.oid and d.deptype = 'e')"


class Server:
    def __init__(self, conninfo, database):
        self.conninfo = '%s dbname=%s' % (conninfo, database)

    def run(self, text, *more):
        return subprocess.run(['psql', '-X', '-q', '-A', '-t', '-d', self.conninfo, *more, '-f', '-'], input=text, capture_output=True, text=True)

    def rows(self, query):
        done = self.run("select coalesce(json_agg(row_to_json(q)), '[]') from (%s) q;" % query)
        if done.returncode or done.stderr:
            raise RuntimeError(done.stderr)
        return json.loads(done.stdout)

    # What was refused of them, counted.
    def try_all(self, statements):
        text = 'set client_min_messages = error; set check_function_bodies = off;\n' + '\n'.join('begin; %s; commit;' % s for s in statements)
        return sum('ERROR:' in line and 'current transaction is aborted' not in line for line in self.run(text).stderr.splitlines())


def objects(server):
    """Of each kind: a statement that drops it, and one that changes it."""
    kinds = {}

    def kind(name, query, drop, change):
        kinds[name] = [(drop(r), change(r)) for r in server.rows(query)]

    table = "format('%I.%I', n.nspname, c.relname) as name"
    columns = server.rows("""select format('%I.%I', n.nspname, c.relname) as name, a.attname, quote_ident(a.attname) as col, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and {} and {} order by 1, a.attnum""".format(USER, NOT_EXTENSION.format('pg_class', 'c')))
    by_table = {}
    for column in columns:
        by_table.setdefault(column['name'], []).append(column)

    def change_table(row):
        name, chosen = row['name'], random.choice(by_table.get(row['name']) or [None])
        ways = ['alter table %s add column older_%d text' % (name, random.randint(0, 99)), "comment on table %s is 'older'" % name]
        if chosen:
            alter = 'alter table %s alter column %s ' % (name, chosen['col'])
            ways += ['alter table %s drop column %s cascade' % (name, chosen['col'])] * 2
            ways += [alter + ('drop not null' if chosen['required'] else "set default null")] * 2
            wider = {'integer': 'bigint', 'bigint': 'integer', 'text': 'character varying', 'smallint': 'integer', 'boolean': 'text', 'jsonb': 'text', 'timestamp with time zone': 'timestamp without time zone'}
            if chosen['type'] in wider:
                ways += ['%sdrop default, alter column %s type %s' % (alter, chosen['col'], wider[chosen['type']])] * 3
        return random.choice(ways)

    kind('table', 'select %s from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in (\'r\', \'p\') and not c.relispartition and %s and %s order by 1'
         % (table, USER, NOT_EXTENSION.format('pg_class', 'c')), lambda r: 'drop table %s cascade' % r['name'], change_table)
    kind('view', "select %s, c.relkind = 'm' as stored from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and %s and %s order by 1"
         % (table, USER, NOT_EXTENSION.format('pg_class', 'c')), lambda r: 'drop %sview %s cascade' % ('materialized ' * r['stored'], r['name']),
         lambda r: 'drop {0}view {1} cascade; create {0}view {1} as select 1 as older'.format('materialized ' * r['stored'], r['name']))
    kind('index', """select format('%I.%I', n.nspname, c.relname) as name, i.indrelid::regclass::text as "table", quote_ident(c.relname) as plain, (select quote_ident(attname) from pg_attribute a
      where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) as col from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where not c.relispartition and not exists (select from pg_constraint k where k.conindid = c.oid) and %s order by 1""" % USER, lambda r: 'drop index %s' % r['name'],
         lambda r: 'drop index %s; create index %s on %s (%s) where %s is not null' % (r['name'], r['plain'], r['table'], r['col'] or 'id', r['col'] or 'id'))

    def change_constraint(row):
        drop = 'alter table %s drop constraint %s cascade; alter table %s add constraint %s ' % ((row['table'], row['name']) * 2)
        if row['contype'] == 'c':
            return drop + 'check (%s) not valid' % random.choice(['true', '1 < 2'])
        if row['contype'] == 'f':
            return drop + row['definition'].replace(' ON DELETE CASCADE', '').replace(' ON DELETE SET NULL', '') + random.choice(['', ' deferrable initially deferred'])
        return 'alter table %s drop constraint %s cascade' % (row['table'], row['name'])
    kind('constraint', """select k.conrelid::regclass::text as "table", quote_ident(k.conname) as name, k.contype, pg_get_constraintdef(k.oid) as definition from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.conislocal and k.conparentid = 0 and k.contype in ('c', 'f', 'u') and %s order by 1, 2""" % USER,
         lambda r: 'alter table %s drop constraint %s cascade' % (r['table'], r['name']), change_constraint)
    kind('function', """select p.oid::regprocedure::text as name, case when p.prokind = 'p' then 'procedure' else 'function' end as word, pg_get_functiondef(p.oid) as definition
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p') and %s and %s order by 1""" % (USER, NOT_EXTENSION.format('pg_proc', 'p')),
         lambda r: 'drop %s %s cascade' % (r['word'], r['name']), lambda r: r['definition'].replace('$function$\n', '$function$\n-- older\n', 1).replace('$procedure$\n', '$procedure$\n-- older\n', 1))
    kind('trigger', """select quote_ident(t.tgname) as name, t.tgrelid::regclass::text as "table" from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and t.tgparentid = 0 and %s order by 1, 2""" % USER, lambda r: 'drop trigger %s on %s' % (r['name'], r['table']),
         lambda r: 'alter table %s disable trigger %s' % (r['table'], r['name']))
    kind('policy', "select quote_ident(polname) as name, polrelid::regclass::text as \"table\" from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where %s order by 1, 2" % USER,
         lambda r: 'drop policy %s on %s' % (r['name'], r['table']), lambda r: 'alter policy %s on %s to public' % (r['name'], r['table']))
    kind('sequence', "select %s from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and %s and %s order by 1" % (table, USER, NOT_EXTENSION.format('pg_class', 'c')),
         lambda r: 'drop sequence %s cascade' % r['name'], lambda r: 'alter sequence %s increment 2' % r['name'])
    kind('type', """select t.oid::regtype::text as name, t.typtype from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype in ('e', 'd') and %s and %s order by 1""" % (USER, NOT_EXTENSION.format('pg_type', 't')),
         lambda r: 'drop type %s cascade' % r['name'], lambda r: "alter type %s add value 'older'" % r['name'] if r['typtype'] == 'e' else 'alter domain %s set default null' % r['name'])
    return kinds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--conninfo', required=True)
    parser.add_argument('--database', required=True)
    parser.add_argument('--older', required=True)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    made = Server(options.conninfo, 'postgres').run('drop database if exists %s; create database %s template %s;' % (options.older, options.older, options.database))
    if 'ERROR' in made.stderr:
        raise SystemExit(made.stderr)
    server = Server(options.conninfo, options.older)
    for kind, all_ in objects(server).items():
        random.shuffle(all_)
        third = (len(all_) + 2) // 3
        # Changed first: what a dropped table took along cannot change.
        changes, drops = [change for _, change in all_[third:2 * third]], [drop for drop, _ in all_[:third]]
        refused = server.try_all(changes), server.try_all(drops)
        print('%-10s %6d: %d changed (%d refused), %d dropped (%d refused)' % (kind, len(all_), len(changes), refused[0], len(drops), refused[1]))


if __name__ == '__main__':
    main()
