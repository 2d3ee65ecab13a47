#!/usr/bin/env python3
"""Writes random pairs of schemas as cases that the live tests run: DIR/random/SEED/{before,after}.sql.

    generate.py --out DIR [--seed N] [--count N]
    SCHEMAC_GOLDEN_FOLDER=DIR SCHEMAC_LIVE_RESUME=0 build/tests/schemac_live_tests "[live]"

A schema is a list of objects that depend on each other; the second of a pair is the first after a handful of changes: objects made, dropped with what needs
them, and altered. The order of the file's statements is one that a server takes.
"""
import argparse
import copy
import os
import random

TYPES = {  # type: default, expression that changes a value of it, literal
    'integer': ('0', '{} + 1', '7'), 'bigint': ('1', '{} * 2', '70'), 'text': ("'a'", "lower({})", "'x'"), 'numeric(10,2)': ('0.5', 'round({})', '1.25'),
    'boolean': ('false', 'not {}', 'true'), 'timestamptz': ('now()', "date_trunc('day', {}, 'UTC')", "'2026-01-01 00:00:00+00'"), 'date': ("'2026-01-01'", '{} + 1', "'2026-02-03'"),
    'uuid': ('gen_random_uuid()', '{}', "'00000000-0000-0000-0000-000000000001'"), 'jsonb': ("'{}'", "{} || '{{}}'::jsonb", "'[]'"), 'text[]': ("'{}'", "{} || 'x'::text", "'{a}'"),
    'varchar(20)': ("'v'", 'upper({})', "'w'"), 'double precision': ('0', '{} / 2', '1.5'),
}
WIDER = {'integer': ['bigint', 'numeric(10,2)', 'text'], 'varchar(20)': ['text', 'varchar(40)'], 'numeric(10,2)': ['numeric(12,4)', 'double precision'], 'date': ['timestamptz', 'text'],
         'bigint': ['numeric(10,2)', 'text'], 'text': ['varchar(20)'], 'boolean': ['text'], 'uuid': ['text'], 'double precision': ['numeric(10,2)']}
ROLES = ['random_reader', 'random_writer']


class Thing:
    """An object: its kind, its SQL name, what it needs (names of other things), and the facts that its SQL is made of."""

    def __init__(self, kind, name, needs=(), **facts):
        self.kind, self.name, self.needs, self.facts = kind, name, list(needs), facts

    def __getattr__(self, key):
        try:
            return self.__dict__['facts'][key]
        except KeyError:
            raise AttributeError(key)


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.things = {}

    # -- choosing
    def pick(self, things):
        things = list(things)
        return self.random.choice(things) if things else None

    def chance(self, p):
        return self.random.random() < p

    def of(self, *kinds):
        return [t for t in self.things.values() if t.kind in kinds]

    def fresh(self, stem):
        self.count += 1
        name = '%s_%d' % (stem, self.count)
        return '"%s"' % name.replace('_', ' ').title() if self.chance(0.04) else name

    def schema(self):
        schemas = [t.name for t in self.of('schema')]
        return self.random.choice(schemas + ['public'] * 3)

    def add(self, thing):
        if thing:
            self.things[thing.name] = thing
        return thing

    # -- making
    def make(self, kind=None):
        kind = kind or self.pick(['schema', 'enum', 'enum', 'domain', 'composite', 'sequence', 'function', 'function', 'trigger', 'policy', 'policy', 'view', 'view', 'view', 'matview', 'index', 'index',
                                  'index', 'statistics', 'rule', 'foreign_key', 'foreign_key', 'check', 'unique', 'grant', 'grant', 'comment', 'comment', 'partitioned', 'partition', 'child', 'rls',
                                  'procedure', 'range', 'aggregate', 'default_privileges'] + ['table'] * 9)
        return self.add(getattr(self, 'make_' + kind)())

    def in_schema(self, stem):
        schema = self.schema()
        return schema + '.' + self.fresh(stem), ([schema] if schema in self.things else [])

    def make_schema(self):
        return Thing('schema', self.fresh('app'))

    def make_enum(self):
        name, needs = self.in_schema('mood')
        return Thing('enum', name, needs, labels=self.random.sample(['new', 'open', 'held', 'done', "it's", 'Über'], self.random.randint(2, 4)))

    def make_domain(self):
        name, needs = self.in_schema('dom')
        base = self.pick(['integer', 'text', 'numeric(10,2)'])
        return Thing('domain', name, needs, base=base, check=self.chance(0.6), not_null=self.chance(0.2), default=self.chance(0.3), bound=self.random.randint(1, 9))

    def make_composite(self):
        name, needs = self.in_schema('pair')
        return Thing('composite', name, needs, fields=[('f%d' % i, self.pick(TYPES)) for i in range(self.random.randint(1, 3))])

    def make_range(self):
        name, needs = self.in_schema('span')
        return Thing('range', name, needs, base=self.pick(['integer', 'timestamptz', 'double precision']))

    def make_sequence(self):
        name, needs = self.in_schema('seq')
        return Thing('sequence', name, needs, step=self.random.randint(1, 5), cycle=self.chance(0.3))

    def column(self, needs):
        """(name, type, what else): only built-in types have defaults and expressions."""
        own = self.of('enum', 'domain', 'composite', 'range')
        name = self.fresh('c')
        if own and self.chance(0.25):
            thing = self.pick(own)
            needs.append(thing.name)
            return dict(name=name, type=thing.name + ('[]' if thing.kind == 'enum' and self.chance(0.15) else ''), not_null=False, default=None, generated=None, collation=False)
        kind = self.pick(TYPES)
        default = None
        if self.chance(0.4):
            default = TYPES[kind][self.pick([0, 2])]
            sequences = self.of('sequence')
            if sequences and kind in ('integer', 'bigint') and self.chance(0.3):
                sequence = self.pick(sequences)
                needs.append(sequence.name)
                default = "nextval('%s')" % sequence.name.replace("'", "''")
            functions = [f for f in self.of('function') if f.returns == kind and not f.arguments]
            if functions and self.chance(0.4):
                function = self.pick(functions)
                needs.append(function.name)
                default = function.name + '()'
        return dict(name=name, type=kind, not_null=self.chance(0.3), default=default, generated=None, collation=kind in ('text', 'varchar(20)') and self.chance(0.1))

    def make_table(self):
        name, needs = self.in_schema('t')
        columns = [self.column(needs) for _ in range(self.random.randint(1, 5))]
        if self.chance(0.25):
            plain = [c for c in columns if c['type'] in ('integer', 'text', 'numeric(10,2)', 'bigint')]
            if plain:
                source = self.pick(plain)
                columns.append(dict(name=self.fresh('g'), type=source['type'], not_null=False, default=None, collation=False,
                                    generated=TYPES[source['type']][1].format(source['name']), source=source['name']))
        key = self.pick(['id', 'id', 'id', 'identity', 'serial', None])
        return Thing('table', name, needs, columns=columns, key=key, unlogged=self.chance(0.05), fillfactor=self.chance(0.1))

    def make_partitioned(self):
        name, needs = self.in_schema('p')
        return Thing('partitioned', name, needs, columns=[dict(name='k', type='integer', not_null=True, default=None, generated=None, collation=False)] + [self.column(needs) for _ in range(2)],
                     key=self.chance(0.5), how=self.pick(['range', 'list', 'hash']))

    def make_partition(self):
        parents = [p for p in self.of('partitioned') if len([t for t in self.of('partition') if t.parent == p.name]) < 4]
        parent = self.pick(parents)
        if not parent:
            return None
        used = {t.slot for t in self.of('partition') if t.parent == parent.name}
        name, needs = self.in_schema('part')
        return Thing('partition', name, needs + [parent.name], parent=parent.name, how=parent.how, slot=self.pick(set(range(4)) - used))

    def make_child(self):
        parents = [t for t in self.of('table') if t.key != 'identity' and not t.unlogged]
        parent = self.pick(parents)
        if not parent:
            return None
        name, needs = self.in_schema('kid')
        more = [dict(name=self.fresh('c'), type=self.pick(TYPES), not_null=False, default=None, generated=None, collation=False)]
        return Thing('child', name, needs + [parent.name], parent=parent.name, columns=more)

    def make_function(self):
        name, needs = self.in_schema('f')
        returns = self.pick(['integer', 'text', 'bigint', 'boolean'])
        kind = self.pick(['sql', 'sql', 'plpgsql', 'trigger', 'table'])
        arguments = [] if kind == 'trigger' or self.chance(0.4) else [('a%d' % i, self.pick(['integer', 'text'])) for i in range(self.random.randint(1, 2))]
        body = TYPES[returns][2]
        table = self.pick(self.of('table'))
        if table and kind == 'plpgsql':
            body = '(select count(*) from %s)::%s' % (table.name, returns) if returns in ('integer', 'bigint', 'text') else body
        if kind == 'table' and table:
            needs.append(table.name)
        elif kind == 'table':
            kind = 'sql'
        return Thing('function', name, needs, returns='trigger' if kind == 'trigger' else returns, how=kind, arguments=arguments, body=body, table=table.name if kind == 'table' else None,
                     volatility=self.pick(['volatile', 'stable', 'immutable']), definer=self.chance(0.2), strict=self.chance(0.2), said=self.random.randint(0, 99))

    def make_procedure(self):
        name, needs = self.in_schema('proc')
        return Thing('procedure', name, needs, said=self.random.randint(0, 99))

    def make_aggregate(self):
        name, needs = self.in_schema('agg')
        return Thing('aggregate', name, needs, initial=self.random.randint(0, 9))

    def columns_of(self, thing):
        """Names and types of a relation's columns that expressions may use."""
        if thing.kind == 'child':
            return self.columns_of(self.things[thing.parent]) + [(c['name'], c['type']) for c in thing.columns]
        if thing.kind == 'partition':
            return self.columns_of(self.things[thing.parent])
        if thing.kind in ('view', 'matview'):
            return [(alias, kind) for alias, _, kind in thing.outputs]
        return ([('id', 'bigint')] if thing.kind == 'table' and thing.key else []) + [(c['name'], c['type']) for c in thing.columns]

    def tests(self, thing):
        """A boolean expression over a relation, and the columns in it."""
        columns = [(n, t) for n, t in self.columns_of(thing) if t in TYPES]
        if not columns:
            return None
        name, kind = self.pick(columns)
        return self.pick(['%s is not null' % name, '%s = %s' % (name, TYPES[kind][2]), '%s in (%s, %s)' % (name, TYPES[kind][0], TYPES[kind][2])]
                         if kind not in ('timestamptz', 'uuid') else ['%s is not null' % name, '%s <> %s' % (name, TYPES[kind][2])]), [name]

    def make_view(self, kind='view'):
        source = self.pick(self.of('table', 'partitioned', 'child', 'view', 'view', 'matview'))
        if not source or not self.columns_of(source):
            return None
        name, needs = self.in_schema('v' if kind == 'view' else 'm')
        outputs, used = [], set()
        for column, type_ in self.random.sample(self.columns_of(source), min(len(self.columns_of(source)), self.random.randint(1, 4))):
            expression = TYPES[type_][1].format('s.' + column) if type_ in TYPES and self.chance(0.3) else 's.' + column
            outputs.append((self.fresh('o'), expression, type_ if expression == 's.' + column else None))
            used.add(column)
        outputs = [(alias, expression, type_ or 'nothing') for alias, expression, type_ in outputs]
        test = self.tests(source) if self.chance(0.4) else None
        if test:
            used.update(test[1])
        return Thing(kind, name, needs + [source.name], source=source.name, outputs=outputs, where=test[0] if test else None, used=sorted(used), option=self.chance(0.15))

    def make_matview(self):
        return self.make_view('matview')

    def make_index(self):
        table = self.pick(self.of('table', 'table', 'partitioned', 'matview', 'child', 'partition'))
        columns = [(n, t) for n, t in self.columns_of(table) if t in TYPES and t != 'jsonb'] if table else []
        if not columns:
            return None
        name, kind = self.pick(columns)
        what = name + self.pick(['', '', ' desc', ' nulls first']) if self.chance(0.7) or kind not in ('integer', 'bigint', 'text') else '(%s)' % TYPES[kind][1].format(name)
        test = self.tests(table) if self.chance(0.3) else None
        return Thing('index', self.fresh('i'), [table.name], table=table.name, what=what, where=test[0] if test else None, unique=False, used=[name] + (test[1] if test else []))

    def make_statistics(self):
        table = self.pick(self.of('table'))
        columns = [n for n, t in self.columns_of(table) if t in TYPES and t != 'jsonb'] if table else []
        if len(columns) < 2:
            return None
        chosen = self.random.sample(columns, 2)
        name, needs = self.in_schema('st')
        return Thing('statistics', name, needs + [table.name], table=table.name, columns=chosen, kinds=self.pick(['', '(ndistinct)', '(dependencies, mcv)']), used=chosen)

    def make_check(self):
        table = self.pick(self.of('table', 'partitioned'))
        test = self.tests(table) if table else None
        return Thing('check', self.fresh('ck'), [table.name], table=table.name, test=test[0], used=test[1], valid=self.chance(0.8) or table.kind == 'partitioned') if test else None

    def make_unique(self):
        table = self.pick(self.of('table'))
        columns = [n for n, t in self.columns_of(table) if t in TYPES and t != 'jsonb'] if table else []
        if not columns:
            return None
        chosen = self.random.sample(columns, self.random.randint(1, min(2, len(columns))))
        return Thing('unique', self.fresh('uq'), [table.name], table=table.name, columns=chosen, used=chosen, deferrable=self.chance(0.2))

    def make_foreign_key(self):
        table, other = self.pick(self.of('table', 'partitioned')), self.pick([t for t in self.of('table') if t.key])
        columns = [c['name'] for c in table.columns if c['type'] in ('integer', 'bigint') and not c['generated']] if table and other else []
        if not columns or table.kind == 'table' and other.unlogged != table.unlogged or table.kind == 'partitioned' and other.unlogged:
            return None
        column = self.pick(columns)
        return Thing('foreign_key', self.fresh('fk'), [table.name, other.name], table=table.name, column=column, other=other.name, used=[column],
                     action=self.pick(['', ' on delete cascade', ' on delete set null', ' on update cascade']), deferrable=self.pick(['', '', ' deferrable initially deferred']))

    def make_trigger(self):
        table, function = self.pick(self.of('table')), self.pick([f for f in self.of('function') if f.how == 'trigger'])
        if not table or not function:
            return None
        return Thing('trigger', self.fresh('tr'), [table.name, function.name], table=table.name, function=function.name, when=self.pick(['before insert', 'after update', 'after insert or delete']),
                     each=self.pick(['row', 'row', 'statement']))

    def make_rls(self):
        tables = [t for t in self.of('table', 'partitioned', 'child') if 'rls of ' + t.name not in self.things]
        table = self.pick(tables)
        return Thing('rls', 'rls of ' + table.name, [table.name], table=table.name, force=self.chance(0.3)) if table else None

    def make_policy(self):
        table = self.pick(self.of('table', 'table', 'partitioned', 'child'))
        test = self.tests(table) if table else None
        if not test:
            return None
        return Thing('policy', self.fresh('pol'), [table.name], table=table.name, test=test[0], used=test[1], command=self.pick(['all', 'select', 'update', 'delete']), restrictive=self.chance(0.2),
                     roles=self.pick(['public', ROLES[0], ', '.join(ROLES)]))

    def make_rule(self):
        table = self.pick(self.of('table'))
        return Thing('rule', self.fresh('ru'), [table.name], table=table.name, event=self.pick(['insert', 'update', 'delete'])) if table else None

    def make_grant(self):
        thing = self.pick(self.of('table', 'view', 'sequence', 'function', 'schema', 'enum', 'partitioned', 'matview', 'domain', 'procedure'))
        if not thing:
            return None
        what = {'sequence': ('sequence', ['usage', 'select']), 'function': ('function', ['execute']), 'procedure': ('procedure', ['execute']), 'schema': ('schema', ['usage', 'create']),
                'enum': ('type', ['usage']), 'domain': ('domain', ['usage'])}.get(thing.kind, ('table', ['select', 'insert', 'update', 'references']))
        used, privilege = [], self.pick(what[1])
        if what[0] == 'table' and self.chance(0.3) and privilege != 'delete':
            column = self.pick([n for n, _ in self.columns_of(thing)])
            if column:
                used, privilege = [column], '%s (%s)' % (privilege, column)
        role = self.pick(ROLES + ['public'])
        name = 'grant %s on %s to %s' % (privilege, thing.name, role)
        return None if name in self.things else Thing('grant', name, [thing.name], on=thing.name, privilege=privilege, word=what[0], role=role, option=role != 'public' and self.chance(0.2), used=used)

    def make_default_privileges(self):
        name = 'defaults %d' % self.random.randint(0, 2)
        return None if name in self.things else Thing('default_privileges', name, [], what=self.pick(['tables', 'sequences', 'functions', 'types']), role=self.pick(ROLES))

    def make_comment(self):
        thing = self.pick(self.of('table', 'view', 'sequence', 'schema', 'enum', 'index', 'matview', 'policy', 'trigger', 'check', 'function', 'foreign_key', 'domain', 'statistics', 'composite'))
        if not thing or 'comment on ' + thing.name in self.things:
            return None
        return Thing('comment', 'comment on ' + thing.name, [thing.name], on=thing.name, text=self.pick(['x', "it's */ --", 'two\nlines', '$$ "q"']))

    # -- changing
    def needed_by(self, name):
        return [t for t in self.things.values() if name in t.needs]

    def drop(self, name):
        for other in self.needed_by(name):
            if other.name in self.things:
                self.drop(other.name)
        self.things.pop(name, None)

    def users_of(self, table, column):
        return [t for t in self.things.values() if table in t.needs and (column in t.facts.get('used', []) or column in t.facts.get('columns', []) or t.kind in ('function', 'child', 'partition'))]

    def change(self):
        thing = self.pick(self.things.values())
        if not thing or self.chance(0.3):
            return self.make()
        if self.chance(0.3):
            return self.drop(thing.name)
        thing = copy.deepcopy(thing)
        self.things[thing.name] = thing
        return getattr(self, 'change_' + thing.kind, lambda t: None)(thing)

    def change_enum(self, t):
        if not self.needed_by(t.name) and self.chance(0.3):
            t.labels.pop()
        else:
            t.labels.insert(self.random.randint(0, len(t.labels)), self.fresh('l').strip('"'))

    def change_domain(self, t):
        t.facts[self.pick(['check', 'default'])] ^= True
        t.facts['bound'] += 1

    def change_composite(self, t):
        if not self.needed_by(t.name):
            t.fields.append((self.fresh('f'), self.pick(TYPES)))

    def change_sequence(self, t):
        t.facts['step'] += 1

    def change_table(self, t):
        what = self.pick(['add', 'drop', 'type', 'default', 'not_null', 'fillfactor', 'default', 'not_null', 'collation'])
        if what == 'fillfactor' and t.kind != 'table':
            return
        if what == 'add':
            return t.columns.append(self.column(t.needs))
        if what == 'fillfactor':
            t.facts['fillfactor'] ^= True
            return
        column = self.pick(c for c in t.columns if not c['generated'])
        if not column or any(c.get('source') == column['name'] for c in t.columns):
            return
        users = self.users_of(t.name, column['name'])
        if what == 'drop':
            for user in users:
                self.drop(user.name)
            t.columns.remove(column)
        elif column['type'] not in TYPES:
            return
        elif what == 'type' and not users and column['type'] in WIDER:
            column['type'] = self.pick(WIDER[column['type']])
            column['default'], column['collation'] = None, False
        elif what == 'default':
            column['default'] = self.pick([None, TYPES.get(column['type'], ('0', '', None))[2]])
        elif what == 'not_null':
            column['not_null'] = not column['not_null']
        elif what == 'collation' and column['type'] == 'text' and not users:
            column['collation'] = not column['collation']

    change_partitioned = change_table

    def change_function(self, t):
        what = self.pick(['said', 'volatility', 'definer', 'strict'])
        if what == 'said':
            t.facts['said'] += 1
        elif what == 'volatility' and not self.needed_by(t.name):
            t.facts['volatility'] = self.pick(['volatile', 'stable', 'immutable'])
        elif what in ('definer', 'strict'):
            t.facts[what] ^= True

    def change_procedure(self, t):
        t.facts['said'] += 1

    change_aggregate = lambda self, t: t.facts.update(initial=t.initial + 1)

    def change_view(self, t):
        source = self.things[t.source]
        if self.chance(0.5):
            test = self.tests(source)
            if test:
                t.facts['where'], t.facts['used'] = test[0], sorted(set(t.used) | set(test[1]))
        elif self.chance(0.5) and t.kind == 'view':
            t.facts['option'] ^= True
        else:
            columns = self.columns_of(source)
            column, type_ = self.pick(columns)
            t.outputs.insert(self.pick([0, len(t.outputs)]), (self.fresh('o'), 's.' + column, type_))
            t.facts['used'] = sorted(set(t.used) | {column})

    change_matview = change_view

    def change_index(self, t):
        test = self.tests(self.things[t.table])
        if test:
            t.facts['where'], t.facts['used'] = test[0], sorted(set(t.used) | set(test[1]))

    def change_policy(self, t):
        test = self.tests(self.things[t.table])
        what = self.pick(['test', 'roles', 'command', 'restrictive'])
        if what == 'test' and test:
            t.facts['test'], t.facts['used'] = test
        elif what == 'roles':
            t.facts['roles'] = self.pick(['public', ROLES[1]])
        elif what == 'command':
            t.facts['command'] = self.pick(['all', 'select'])
        elif what == 'restrictive':
            t.facts['restrictive'] ^= True

    def change_check(self, t):
        test = self.tests(self.things[t.table])
        if test and self.chance(0.6):
            t.facts['test'], t.facts['used'] = test
        elif self.things[t.table].kind == 'table':
            t.facts['valid'] = True

    def change_unique(self, t):
        t.facts['deferrable'] ^= not any(x.kind == 'foreign_key' for x in self.needed_by(t.table))

    def change_foreign_key(self, t):
        t.facts[self.pick(['action', 'deferrable'])] = ''

    def change_trigger(self, t):
        t.facts['when'] = self.pick(['before insert', 'after update'])

    def change_rls(self, t):
        t.facts['force'] ^= True

    def change_rule(self, t):
        t.facts['event'] = self.pick(['insert', 'update', 'delete'])

    def change_comment(self, t):
        t.facts['text'] = self.pick(['y', 'z'])

    def change_grant(self, t):
        t.facts['option'] = t.role != 'public' and not t.option

    def change_statistics(self, t):
        t.facts['kinds'] = self.pick(['', '(ndistinct)', '(mcv)'])

    # -- writing
    def sql(self):
        return ''.join(text + ';\n' for thing in self.ordered() for text in [self.statement(thing)] if text)

    def ordered(self):
        done, order = set(), []

        def visit(thing):
            if thing.name in done:
                return
            done.add(thing.name)
            for name in thing.needs:
                if name in self.things:
                    visit(self.things[name])
            order.append(thing)
        for thing in self.things.values():
            visit(thing)
        return order

    def statement(self, t):
        return getattr(self, 'sql_' + t.kind)(t)

    def sql_schema(self, t):
        return 'create schema %s' % t.name

    def sql_enum(self, t):
        return 'create type %s as enum (%s)' % (t.name, ', '.join("'%s'" % l.replace("'", "''") for l in t.labels))

    def sql_domain(self, t):
        test = ' check (%s)' % ('value > %d' % t.bound if t.base != 'text' else 'length(value) < %d' % (t.bound + 20)) if t.check else ''
        return 'create domain %s as %s%s%s' % (t.name, t.base, ' default %s' % ("'d'" if t.base == 'text' else t.bound + 1) if t.default else '', test) + (' not null' if t.not_null else '')

    def sql_composite(self, t):
        return 'create type %s as (%s)' % (t.name, ', '.join('%s %s' % f for f in t.fields))

    def sql_range(self, t):
        return 'create type %s as range (subtype = %s)' % (t.name, t.base)

    def sql_sequence(self, t):
        return 'create sequence %s increment %d%s' % (t.name, t.step, ' cycle' if t.cycle else '')

    def written(self, c):
        return '%s %s%s%s%s' % (c['name'], c['type'], ' collate "C"' if c['collation'] else '', ' not null' if c['not_null'] else '',
                                ' default %s' % c['default'] if c['default'] else ' generated always as (%s) stored' % c['generated'] if c['generated'] else '')

    def sql_table(self, t):
        key = {'id': ['id bigint primary key'], 'identity': ['id bigint generated always as identity primary key'], 'serial': ['id bigserial primary key'], None: []}[t.key]
        return 'create %stable %s (\n  %s\n)%s' % ('unlogged ' if t.unlogged else '', t.name, ',\n  '.join(key + [self.written(c) for c in t.columns]), ' with (fillfactor = 70)' if t.fillfactor else '')

    def sql_partitioned(self, t):
        key = ['primary key (k)'] if t.key else []
        return 'create table %s (\n  %s\n) partition by %s (k)' % (t.name, ',\n  '.join([self.written(c) for c in t.columns] + key), t.how)

    def sql_partition(self, t):
        bound = {'range': 'from (%d) to (%d)' % (t.slot * 10, t.slot * 10 + 10), 'list': 'in (%d)' % t.slot, 'hash': 'with (modulus 4, remainder %d)' % t.slot}[t.how]
        return 'create table %s partition of %s for values %s' % (t.name, t.parent, bound)

    def sql_child(self, t):
        return 'create table %s (%s) inherits (%s)' % (t.name, ', '.join(self.written(c) for c in t.columns), t.parent)

    def sql_function(self, t):
        flags = ' %s%s%s' % (t.volatility, ' security definer set search_path = \'\'' if t.definer else '', ' strict' if t.strict and t.how != 'trigger' else '')
        arguments = ', '.join('%s %s' % a for a in t.arguments)
        if t.how == 'trigger':
            return 'create function %s() returns trigger language plpgsql%s as $f$ begin /* %d */ return new; end $f$' % (t.name, flags, t.said)
        if t.how == 'table':
            return 'create function %s(%s) returns setof %s language sql%s as $f$ select * from %s limit %d $f$' % (t.name, arguments, t.table, flags.replace('immutable', 'stable'), t.table, t.said)
        if t.how == 'plpgsql':
            return 'create function %s(%s) returns %s language plpgsql%s as $f$ begin /* %d */ return %s; end $f$' % (t.name, arguments, t.returns, flags, t.said, t.body)
        return 'create function %s(%s) returns %s language sql%s as $f$ select /* %d */ %s::%s $f$' % (t.name, arguments, t.returns, flags, t.said, t.body, t.returns)

    def sql_procedure(self, t):
        return "create procedure %s(a integer default 1) language plpgsql as $f$ begin raise notice '%d'; end $f$" % (t.name, t.said)

    def sql_aggregate(self, t):
        return "create aggregate %s (integer) (sfunc = int4pl, stype = integer, initcond = '%d')" % (t.name, t.initial)

    def sql_view(self, t):
        what = ', '.join('%s as %s' % (e, a) for a, e, _ in t.outputs)
        options = ' with (security_barrier)' if t.option and t.kind == 'view' else ''
        return 'create %s %s%s as select %s from %s as s%s' % ('view' if t.kind == 'view' else 'materialized view', t.name, options, what, t.source, ' where %s' % t.where if t.where else '')

    sql_matview = sql_view

    def sql_index(self, t):
        return 'create index %s on %s (%s)%s' % (t.name, t.table, t.what, ' where %s' % t.where if t.where else '')

    def sql_statistics(self, t):
        return 'create statistics %s %s on %s from %s' % (t.name, t.kinds, ', '.join(t.columns), t.table)

    def sql_check(self, t):
        return 'alter table %s add constraint %s check (%s)%s' % (t.table, t.name, t.test, '' if t.valid else ' not valid')

    def sql_unique(self, t):
        return 'alter table %s add constraint %s unique (%s)%s' % (t.table, t.name, ', '.join(t.columns), ' deferrable' if t.deferrable else '')

    def sql_foreign_key(self, t):
        return 'alter table %s add constraint %s foreign key (%s) references %s (id)%s%s' % (t.table, t.name, t.column, t.other, t.action, t.deferrable)

    def sql_trigger(self, t):
        return 'create trigger %s %s on %s for each %s execute function %s()' % (t.name, t.when, t.table, t.each, t.function)

    def sql_rls(self, t):
        return 'alter table %s enable row level security' % t.table + (';\nalter table %s force row level security' % t.table if t.force else '')

    def sql_policy(self, t):
        return 'create policy %s on %s%s for %s to %s using (%s)' % (t.name, t.table, ' as restrictive' if t.restrictive else '', t.command, t.roles, t.test)

    def sql_rule(self, t):
        return 'create rule %s as on %s to %s where false do instead nothing' % (t.name, t.event, t.table)

    def signature(self, t):
        return '%s(%s)' % (t.name, ', '.join(k for _, k in t.arguments)) if t.kind == 'function' else t.name + '(integer)' if t.kind == 'procedure' else t.name

    def sql_grant(self, t):
        return 'grant %s on %s %s to %s%s' % (t.privilege, t.word, self.signature(self.things[t.on]), t.role, ' with grant option' if t.option else '')

    def sql_default_privileges(self, t):
        return 'alter default privileges in schema public grant %s on %s to %s' % ({'tables': 'select', 'sequences': 'usage', 'functions': 'execute', 'types': 'usage'}[t.what], t.what, t.role)

    def sql_comment(self, t):
        on = self.things[t.on]
        word = {'matview': 'materialized view', 'enum': 'type', 'composite': 'type', 'partitioned': 'table', 'foreign_key': 'constraint', 'check': 'constraint'}.get(on.kind, on.kind)
        place = self.signature(on) + (' on ' + on.table if on.kind in ('policy', 'trigger', 'check', 'foreign_key') else '')
        if on.kind == 'index':
            place = self.things[on.table].name.split('.')[0] + '.' + on.name
        return "comment on %s %s is '%s'" % (word, place, t.text.replace("'", "''"))


def pair(seed):
    generator = Generator(seed)
    for _ in range(generator.random.randint(6, 30)):
        generator.make()
    before = generator.sql()
    for _ in range(generator.random.randint(1, 8)):
        generator.change()
    return before, generator.sql()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--out', required=True)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=100)
    options = parser.parse_args()
    for seed in range(options.seed, options.seed + options.count):
        before, after = pair(seed)
        if before == after:
            continue
        folder = os.path.join(options.out, 'random', '%06d' % seed)
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, 'before.sql'), 'w') as file:
            file.write(before)
        with open(os.path.join(folder, 'after.sql'), 'w') as file:
            file.write(after)
        with open(os.path.join(folder, 'case.toml'), 'w') as file:
            file.write('roles = [%s]\n' % ', '.join('"%s"' % role for role in ROLES))


if __name__ == '__main__':
    main()
