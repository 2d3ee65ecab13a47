"""Random well-typed SQL over fixture.sql, and variants of it: trees of pieces that can be changed one at a time."""
import random

COLUMNS = {
    'int2': ['i2'], 'int4': ['i4', 'j4'], 'int8': ['i8'], 'numeric': ['n', 'n2'], 'float4': ['f4'], 'float8': ['f8'],
    'text': ['tx', 'tx2'], 'varchar': ['vc', 'v20'], 'bpchar': ['c5'], 'name': ['nm'], 'bool': ['b', 'b2'], 'date': ['d', 'd2'],
    'timestamp': ['ts', 'ts2'], 'timestamptz': ['tz', 'tz2'], 'time': ['tm'], 'interval': ['iv'], 'uuid': ['u', 'u2'],
    'jsonb': ['jb', 'jb2'], 'json': ['js'], 'int4[]': ['ia', 'ia2'], 'text[]': ['ta', 'ta2'], 'varchar[]': ['va'], 'mood': ['md'],
    'mood[]': ['ma'], 'positive': ['po'], 'short': ['sh'], 'inet': ['ip'], 'bytea': ['by'], 'int4range': ['r4'],
    'tstzrange': ['rt'], 'money': ['mo'], 'tsquery': ['tq'], 'tsvector': ['tv'], 'box': ['bx'], 'bit': ['bt'],
}
NUMBERS = ['int2', 'int4', 'int8', 'numeric', 'float4', 'float8']
STRINGS = ['text', 'varchar', 'bpchar', 'name']
TIMES = ['date', 'timestamp', 'timestamptz']
TYPE_NAMES = ['int', 'integer', 'int4', 'bigint', 'smallint', 'numeric', 'numeric(10,2)', 'numeric(10)', 'real', 'float8', 'text', 'varchar', 'varchar(20)', 'varchar(3)',
              'char(5)', 'bpchar', 'date', 'timestamp', 'timestamptz', 'timestamp(3)', 'interval', 'app.mood', 'app.positive', 'app.short', 'jsonb', 'json', 'boolean', 'uuid', 'name', 'time',
              'int[]', 'text[]', 'varchar(10)[]', 'bytea', 'inet', 'cidr', 'money', 'oid', '"char"', 'bit(8)', 'varbit']
# Literals by type: several spellings of a value stand together.
LITERALS = {
    'int2': [['1', '01'], ['2'], ['-3'], ['100']], 'int4': [['0', '00'], ['1', '+1'], ['-5'], ['42'], ['1000000']],
    'int8': [['3000000000'], ['5'], ['-1']], 'numeric': [['1.5', '01.5'], ['1.50'], ['0'], ['1e3', '1000'], ['.25', '0.25']],
    'float4': [['0.5', '5e-1'], ['2']], 'float8': [['0.5', '.5', '5e-1'], ['1e10', '10000000000'], ['-2.25'], ['NaN', 'nan'], ['Infinity', 'inf']],
    'text': [['a'], ['b'], ["it''s"], [''], ['A'], ['a b'], ['%x_'], ['now'], ['null']], 'varchar': [['a'], ['abc'], ['']], 'bpchar': [['a'], ['abc  '], ['abc']],
    'name': [['n'], ['postgres']], 'bool': [['t', 'true', 'yes', '1', 'on'], ['f', 'false', 'no', '0', 'off']],
    'date': [['2020-01-01', '20200101', 'January 1, 2020', '1/1/2020', '2020-Jan-01'], ['2020-01-02'], ['infinity'], ['epoch', '1970-01-01']],
    'timestamp': [['2020-01-01', '2020-01-01 00:00:00', '2020-01-01T00:00'], ['2020-01-01 10:00 PM', '2020-01-01 22:00:00'], ['2020-01-01 10:00:00.5', '2020-01-01 10:00:00.500']],
    'timestamptz': [['2020-01-01', '2020-01-01 00:00:00+00', '2020-01-01 02:00:00+02', '2020-01-01Z'], ['2020-01-01 10:00-05:30', '2020-01-01 15:30+00'], ['-infinity']],
    'time': [['10:00', '10:00:00', '10:00 AM'], ['22:15:30'], ['allballs', '00:00']],
    'interval': [['1 day', 'P1D', '1 d', '@ 1 day'], ['24 hours', '24:00:00', '1440 min'], ['90 minutes', '01:30:00', '1.5 hours', '5400 s'], ['1 mon', '1 month'], ['1 week', '7 days'],
                 ['-1 day', '1 day ago'], ['1 year 2 months', '1-2', '14 mons'], ['1.5 months', '1 mon 15 days'], ['0', '0 s']],
    'uuid': [['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'A0EEBC999C0B4EF8BB6D6BB9BD380A11', '{a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}'], ['00000000-0000-0000-0000-000000000000']],
    'jsonb': [['{"a": 1, "b": [1, 2]}', '{"b":[1,2],"a":1}', '{"a":2,"a":1,"b":[1,2]}'], ['{}'], ['[]'], ['null'], ['"x"', '"\\u0078"'], ['1.0'], ['1'], ['{"aa":1,"b":2}', '{"b":2,"aa":1}']],
    'json': [['{"a":1}'], ['{"a": 1}'], ['{}']], 'int4[]': [['{1,2}', '{ 1 , 2 }', '{"1","2"}'], ['{}'], ['{{1,2},{3,4}}'], ['{NULL,1}', '{null,1}']],
    'text[]': [['{a,b}', '{ a , "b" }'], ['{"a,b"}'], ['{}'], ['{NULL}', '{null}'], ['{"NULL"}'], ['{"a b"}', '{a b}']], 'varchar[]': [['{a}'], ['{}']], 'mood': [['sad'], ['ok'], ['happy']],
    'mood[]': [['{sad,ok}', '{"sad",ok}'], ['{}']], 'positive': [['1'], ['2']], 'short': [['a'], ['b']],
    'inet': [['10.0.0.1', '10.0.0.1/32'], ['10.0.0.0/8'], ['::1', '0:0:0:0:0:0:0:1']], 'bytea': [['abc', '\\x616263', '\\x 61 62 63'], ['\\x00', '\\000'], ['']],
    'int4range': [['[1,5]', '[1,6)', '(0,5]', '[ 1 , 6 )'], ['empty', '(1,1)', '[1,1)', '(1,2)'], ['[1,)', '(0,)'], ['(,)']],
    'tstzrange': [['[2020-01-01,2021-01-01)', '["2020-01-01 00:00:00+00","2021-01-01 00:00:00+00")'], ['[2020-01-01,2021-01-01]'], ['empty']],
    'money': [['1', '$1.00', '1.00'], ['1000', '$1,000.00'], ['-1']], 'tsquery': [['a & b', "''a'' & ''b''", 'a&b'], ['a | b'], ['a & (b & c)', 'a & b & c'], ['!a'], ['a <-> b', 'a <1> b'], ['a:*'], ['a:AB', 'a:BA']],
    'tsvector': [['a b', 'b a', "''a'' ''b''"], ['a:1 b:2', 'b:2 a:1'], ['a:1A,2'], ['']], 'box': [['(1,1),(0,0)', '((0,0),(1,1))', '0,0,1,1', '0,1,1,0'], ['(2,2),(0,0)']],
    'bit': [['10101010', 'b10101010', 'xaa'], ['00000000']],
}
FUNCTIONS = [
    ('lower', ['text'], 'text'), ('upper', ['text'], 'text'), ('length', ['text'], 'int4'), ('char_length', ['text'], 'int4'), ('btrim', ['text'], 'text'), ('ltrim', ['text'], 'text'),
    ('concat', ['text', 'text'], 'text'), ('substr', ['text', 'int4'], 'text'), ('left', ['text', 'int4'], 'text'), ('right', ['text', 'int4'], 'text'), ('replace', ['text', 'text', 'text'], 'text'),
    ('md5', ['text'], 'text'), ('abs', ['int4'], 'int4'), ('abs', ['numeric'], 'numeric'), ('round', ['numeric', 'int4'], 'numeric'), ('floor', ['numeric'], 'numeric'), ('ceil', ['float8'], 'float8'),
    ('trunc', ['numeric'], 'numeric'), ('mod', ['int4', 'int4'], 'int4'), ('sqrt', ['float8'], 'float8'), ('power', ['float8', 'float8'], 'float8'), ('now', [], 'timestamptz'),
    ('clock_timestamp', [], 'timestamptz'), ('date_trunc', ["'day'", 'timestamptz'], 'timestamptz'), ('date_trunc', ["'month'", 'timestamp'], 'timestamp'), ('date_part', ["'year'", 'timestamp'], 'float8'),
    ('age', ['timestamp', 'timestamp'], 'interval'), ('timezone', ["'utc'", 'timestamptz'], 'timestamp'), ('to_char', ['timestamp', "'YYYY'"], 'text'), ('coalesce', ['text', 'text'], 'text'),
    ('coalesce', ['int4', 'int4'], 'int4'), ('coalesce', ['jsonb', 'jsonb'], 'jsonb'), ('greatest', ['int4', 'int8'], 'int8'), ('least', ['date', 'date'], 'date'), ('nullif', ['text', 'text'], 'text'),
    ('nullif', ['int4', 'int4'], 'int4'), ('array_length', ['int4[]', 'int4'], 'int4'), ('cardinality', ['text[]'], 'int4'), ('array_append', ['int4[]', 'int4'], 'int4[]'),
    ('array_position', ['text[]', 'text'], 'int4'), ('array_to_string', ['text[]', 'text'], 'text'), ('jsonb_typeof', ['jsonb'], 'text'), ('jsonb_array_length', ['jsonb'], 'int4'),
    ('jsonb_build_object', ["'k'", 'int4'], 'jsonb'), ('to_jsonb', ['int4'], 'jsonb'), ('jsonb_set', ['jsonb', 'text[]', 'jsonb'], 'jsonb'), ('app.uid', [], 'uuid'), ('uid', [], 'uuid'),
    ('app.f', ['int4'], 'int4'), ('f', ['text'], 'text'), ('aside.f', ['int4'], 'int4'), ('g', ['int4'], 'bool'), ('g', ['int4', 'text'], 'bool'), ('many', ['int4', 'int4'], 'int4'),
    ('same', ['int4'], 'int4'), ('same', ['text'], 'text'), ('gen_random_uuid', [], 'uuid'), ('lower', ['int4range'], 'int4'), ('upper', ['tstzrange'], 'timestamptz'), ('isempty', ['int4range'], 'bool'),
    ('int4range', ['int4', 'int4'], 'int4range'), ('host', ['inet'], 'text'), ('masklen', ['inet'], 'int4'), ('encode', ['bytea', "'hex'"], 'text'), ('to_tsvector', ['text'], 'tsvector'),
    ('to_tsquery', ['text'], 'tsquery'), ('num_nonnulls', ['int4', 'text'], 'int4'), ('make_date', ['int4', 'int4', 'int4'], 'date'), ('justify_days', ['interval'], 'interval'), ('position_', [], 'int4'),
    ('random', [], 'float8'), ('starts_with', ['text', 'text'], 'bool'), ('regexp_replace', ['text', 'text', 'text'], 'text'), ('split_part', ['text', 'text', 'int4'], 'text'), ('exp', ['numeric'], 'numeric'),
]
COMPARE = ['=', '<>', '<', '>', '<=', '>=']
OPERATORS = [
    (['+', '-', '*', '/', '%'], 'int4', 'int4', 'int4'), (['+', '-', '*', '/'], 'numeric', 'numeric', 'numeric'), (['+', '-', '*', '/'], 'float8', 'float8', 'float8'), (['+', '-', '*', '/'], 'int8', 'int4', 'int8'),
    (['+', '-'], 'int2', 'int4', 'int4'), (['*', '/'], 'int4', 'numeric', 'numeric'), (['||'], 'text', 'text', 'text'), (['||'], 'varchar', 'text', 'text'), (['||'], 'text', 'int4', 'text'), (['||'], 'jsonb', 'jsonb', 'jsonb'),
    (['||'], 'int4[]', 'int4[]', 'int4[]'), (['||'], 'text[]', 'text', 'text[]'), (['+', '-'], 'date', 'int4', 'date'), (['-'], 'date', 'date', 'int4'), (['+', '-'], 'timestamptz', 'interval', 'timestamptz'),
    (['+', '-'], 'date', 'interval', 'timestamp'), (['-'], 'timestamp', 'timestamp', 'interval'), (['*', '/'], 'interval', 'float8', 'interval'), (['->'], 'jsonb', 'text', 'jsonb'), (['->>'], 'jsonb', 'text', 'text'),
    (['->'], 'jsonb', 'int4', 'jsonb'), (['#>', '#-'], 'jsonb', 'text[]', 'jsonb'), (['#>>'], 'jsonb', 'text[]', 'text'), (['&', '|', '#', '<<', '>>'], 'int4', 'int4', 'int4'), (['*', '+', '-'], 'int4range', 'int4range', 'int4range'),
    (['-', '||'], 'jsonb', 'text', 'jsonb'), (['&', '|'], 'bit', 'bit', 'bit'), (['+', '-'], 'inet', 'int8', 'inet'), (['+', '-'], 'money', 'money', 'money'), (['*'], 'money', 'int4', 'money'),
]
TESTS = [
    (['~~', '!~~', '~', '~*', '!~', 'LIKE', 'ILIKE', 'NOT LIKE', 'SIMILAR TO'], 'text', 'text'), (['LIKE', 'NOT ILIKE', '~'], 'varchar', 'text'), (['@>', '<@', '&&', '='], 'int4[]', 'int4[]'),
    (['@>', '<@', '&&'], 'text[]', 'text[]'), (['@>', '<@'], 'jsonb', 'jsonb'), (['?'], 'jsonb', 'text'), (['?|', '?&'], 'jsonb', 'text[]'), (['@>', '<@', '&&', '<<', '-|-'], 'int4range', 'int4range'),
    (['@>'], 'int4range', 'int4'), (['@>'], 'tstzrange', 'timestamptz'), (['@@'], 'tsvector', 'tsquery'), (['<<=', '>>', '&&'], 'inet', 'inet'), (['===', 'OPERATOR(app.===)', 'OPERATOR(aside.===)'], 'int4', 'int4'),
    (['&&', '<@', '~='], 'box', 'box'), (['@?', '@@'], 'jsonb', 'jsonpath'),
]
LITERALS['jsonpath'] = [['$.a', '$."a"', '$ . a'], ['$.a[*]'], ['$.a ? (@ > 1)', '$."a"?(@ > 1)'], ['$.a > 1', '($."a" > 1)'], ['$.a.size()'], ['strict $.a']]


class Node:
    """A piece of SQL: strings and Nodes in turn; `kind` and `type` say how it may be changed."""
    __slots__ = ('parts', 'kind', 'type', 'extra')

    def __init__(self, kind, type_, parts, extra=None):
        self.kind, self.type, self.parts, self.extra = kind, type_, parts, extra

    def text(self):
        out, stack = [], [self]
        while stack:
            top = stack.pop()
            if isinstance(top, str):
                out.append(top)
            else:
                stack.extend(reversed(top.parts))
        return ''.join(out)

    def nodes(self, path=()):
        yield path, self
        for i, part in enumerate(self.parts):
            if isinstance(part, Node):
                yield from part.nodes(path + (i,))

    def replaced(self, path, by):
        if not path:
            return by
        parts = list(self.parts)
        parts[path[0]] = parts[path[0]].replaced(path[1:], by)
        return Node(self.kind, self.type, parts, self.extra)


class Generator:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.columns = COLUMNS
        self.prefix = ''

    def pick(self, items):
        return items[self.r.randrange(len(items))]

    def chance(self, p):
        return self.r.random() < p

    # --- scalar expressions
    def literal(self, t, spelling=None):
        values = LITERALS.get(t) or [['x']]
        text = self.pick(spelling or self.pick(values))
        quoted = "'" + text + "'"
        if t in NUMBERS and self.chance(0.7) and text.strip('+-').replace('.', '', 1).isdigit():
            quoted = text if not text.startswith('+') else text[1:]
        elif t == 'bool' and self.chance(0.6) and text in ('true', 'false'):
            quoted = text
        elif self.chance(0.3):
            name = {'int4': 'int', 'mood': 'app.mood', 'mood[]': 'app.mood[]', 'positive': 'app.positive', 'short': 'app.short', 'bit': 'bit(8)'}.get(t, t)
            quoted = self.pick(["%s::%s", 'CAST(%s AS %s)']) % (quoted, name)
        return Node('literal', t, [quoted], text)

    def column(self, t):
        names = self.columns.get(t)
        return Node('column', t, [self.prefix + self.pick(names)]) if names else self.literal(t)

    def value(self, t, depth):
        r = self.r.random()
        if depth <= 0 or r < 0.35:
            return self.column(t) if self.chance(0.6) and self.columns.get(t) else self.literal(t)
        if r < 0.55:
            fitting = [f for f in FUNCTIONS if f[2] == t and f[0] != 'position_']
            if fitting:
                return self.call(self.pick(fitting), depth)
        if r < 0.75:
            fitting = [o for o in OPERATORS if o[3] == t]
            if fitting:
                ops, left, right, _ = self.pick(fitting)
                return Node('operator', t, ['(', self.value(left, depth - 1), ' ', Node('symbol', None, [self.pick(ops)], ops), ' ', self.value(right, depth - 1), ')'])
        if r < 0.82:
            return Node('case', t, ['CASE WHEN ', self.test(depth - 1), ' THEN ', self.value(t, depth - 1)] + ([' ELSE ', self.value(t, depth - 1)] if self.chance(0.8) else []) + [' END'])
        if r < 0.9:
            return Node('cast', t, ['(', self.value(self.pick(NUMBERS + STRINGS + TIMES + ['jsonb', 'interval']), depth - 1), ')::', Node('typename', None, [self.name_of(t)])])
        if r < 0.93 and t == 'text':
            return self.pick([
                lambda: Node('special', t, ['trim(', self.pick(['', 'both ', 'leading ', 'trailing ']), self.value('text', depth - 1) if self.chance(0.5) else Node('x', t, ["'x' from ", self.value('text', depth - 1)]), ')']),
                lambda: Node('special', t, ['substring(', self.value('text', depth - 1), ' from ', self.literal('int4', [['1'], ['2']][self.r.randrange(2)]), ' for 3)']),
                lambda: Node('special', t, ['overlay(', self.value('text', depth - 1), " placing 'x' from 2)"])])()
        if r < 0.94 and t == 'numeric':
            return Node('special', t, ['extract(', self.pick(['year', 'month', 'epoch', "'day'"]), ' from ', self.value(self.pick(['timestamp', 'timestamptz', 'interval']), depth - 1), ')'])
        if r < 0.96 and t in ('timestamp', 'timestamptz'):
            return Node('special', t, ['(', self.value('timestamptz' if t == 'timestamp' else 'timestamp', depth - 1), ' at time zone ', self.pick(["'utc'", "'Europe/Berlin'"]), ')'])
        if t == 'timestamptz':
            return Node('keyword', t, [self.pick(['current_timestamp', 'now()', 'current_timestamp(3)'])], ['current_timestamp', 'now()', 'current_timestamp(3)', 'localtimestamp'])
        if t == 'date':
            return Node('keyword', t, ['current_date'], ['current_date', 'now()::date'])
        if t.endswith('[]') and t != 'varchar[]':
            return Node('array', t, ['ARRAY['] + self.joined([self.value(t[:-2], depth - 1) for _ in range(self.r.randrange(1, 4))]) + [']'])
        if t == 'int4' and self.chance(0.5):
            return Node('subscript', t, ['(', self.column('int4[]'), ')[', self.literal('int4'), ']'])
        return self.column(t)

    @staticmethod
    def joined(nodes, by=', '):
        out = []
        for node in nodes:
            out += ([by] if out else []) + [node]
        return out

    def name_of(self, t):
        return {'mood': 'app.mood', 'mood[]': 'app.mood[]', 'positive': 'app.positive', 'short': 'app.short', 'bit': 'bit(8)', 'varchar[]': 'varchar(10)[]'}.get(t, t)

    def call(self, f, depth):
        name, args, result = f
        nodes = [Node('constant', None, [a]) if a.startswith("'") else self.value(a, depth - 1) for a in args]
        return Node('call', result, [Node('function', None, [name], f), '('] + self.joined(nodes) + [')'])

    def test(self, depth):
        r = self.r.random()
        if depth > 0 and r < 0.22:
            n = self.r.randrange(2, 4)
            op = Node('logic', None, [self.pick(['AND', 'OR'])])
            return Node('boolean', 'bool', ['('] + self.joined([self.test(depth - 1) for _ in range(n)], Node('logic', None, [' ' + op.parts[0] + ' '])) + [')'])
        if depth > 0 and r < 0.28:
            return Node('not', 'bool', ['(NOT ', self.test(depth - 1), ')'])
        if r < 0.36:
            return Node('null', 'bool', ['(', self.value(self.pick(list(self.columns or COLUMNS)), depth - 1), Node('nulltest', None, [self.pick([' IS NULL', ' IS NOT NULL', ' ISNULL', ' NOTNULL'])]), ')'])
        if r < 0.46:
            t = self.pick(['int4', 'text', 'varchar', 'mood', 'int8', 'date', 'numeric', 'uuid', 'bpchar', 'short', 'positive', 'int2'])
            n = self.r.randrange(1, 5)
            items = [self.literal(t) if self.chance(0.85) else self.value(t, depth - 1) for _ in range(n)]
            if self.chance(0.1) and t == 'int4':
                items.append(self.literal('numeric'))
            return Node('in', 'bool', ['(', self.value(t, depth - 1), Node('in', None, [self.pick([' IN (', ' NOT IN ('])])] + self.joined(items) + ['))'])
        if r < 0.52:
            t = self.pick(['int4', 'numeric', 'date', 'text', 'timestamptz', 'f8' if False else 'float8'])
            return Node('between', 'bool', ['(', self.value(t, depth - 1), Node('betweenness', None, [self.pick([' BETWEEN ', ' NOT BETWEEN ', ' BETWEEN SYMMETRIC '])]), self.value(t, depth - 1), ' AND ', self.value(t, depth - 1), ')'])
        if r < 0.57:
            t = self.pick(['int4', 'text', 'timestamp', 'jsonb', 'mood', 'varchar'])
            return Node('distinct', 'bool', ['(', self.value(t, depth - 1), Node('distinctness', None, [self.pick([' IS DISTINCT FROM ', ' IS NOT DISTINCT FROM '])]), self.value(t, depth - 1) if self.chance(0.8) else 'NULL', ')'])
        if r < 0.62:
            t = self.pick(['int4', 'text'])
            return Node('any', 'bool', ['(', self.value(t, depth - 1), ' ', Node('symbol', None, [self.pick(COMPARE)], COMPARE), ' ', Node('anyall', None, [self.pick(['ANY', 'ALL', 'SOME'])]), ' (',
                                        self.value(t + '[]', depth - 1), '))'])
        if r < 0.66:
            return Node('row', 'bool', ['((', self.value('int4', depth - 1), ', ', self.value('text', depth - 1), ') ', Node('symbol', None, [self.pick(COMPARE)], COMPARE), ' (', self.value('int4', depth - 1), ', ', self.value('text', depth - 1), '))'])
        if r < 0.7:
            return Node('booltest', 'bool', ['(', self.value('bool', depth - 1), Node('isbool', None, [self.pick([' IS TRUE', ' IS NOT TRUE', ' IS FALSE', ' IS UNKNOWN', ' IS NOT FALSE'])]), ')'])
        if r < 0.8:
            ops, left, right = self.pick(TESTS)
            return Node('operator', 'bool', ['(', self.value(left, depth - 1), ' ', Node('symbol', None, [self.pick(ops)], ops), ' ', self.value(right, depth - 1) if right != 'jsonpath' else self.literal(right), ')'])
        if r < 0.84:
            return self.value('bool', depth - 1)
        family = self.pick([NUMBERS, STRINGS, TIMES, ['uuid'], ['mood'], ['interval'], ['jsonb'], ['bpchar'], ['int4[]'], ['positive', 'int4'], ['short', 'text'], ['money'], ['bytea'], ['bit']])
        left, right = self.pick(family), self.pick(family)
        return Node('operator', 'bool', ['(', self.value(left, depth - 1), ' ', Node('symbol', None, [self.pick(COMPARE)], COMPARE), ' ', self.value(right, depth - 1), ')'])

    # --- one change
    def mutated(self, root):
        for _ in range(20):
            path, node = self.pick(list(root.nodes()))
            made = self.mutation(node)
            if made is not None:
                return root.replaced(path, made)
        return None

    def mutation(self, node):
        k, r = node.kind, self.r
        if k == 'literal':
            if self.chance(0.35):  # another spelling
                for spellings in LITERALS.get(node.type, []):
                    if node.extra in spellings:
                        return self.literal(node.type, spellings)
            return self.literal(node.type)
        if k == 'column':
            return self.column(node.type) if self.chance(0.7) else self.literal(node.type)
        if k == 'symbol':
            return Node(k, None, [self.pick(node.extra)], node.extra)
        if k == 'function':
            fitting = [f for f in FUNCTIONS if f[1] == node.extra[1] and f[2] == node.extra[2]]
            f = self.pick(fitting)
            return Node(k, None, [f[0]], f)
        if k == 'logic':
            return None
        if k == 'boolean':
            word = {'AND': 'OR', 'OR': 'AND'}[node.parts[2].parts[0].strip()]
            return Node(k, 'bool', [Node('logic', None, [' ' + word + ' ']) if isinstance(p, Node) and p.kind == 'logic' else p for p in node.parts])
        if k == 'nulltest':
            return Node(k, None, [self.pick([' IS NULL', ' IS NOT NULL', ' ISNULL', ' NOTNULL'])])
        if k == 'in' and len(node.parts) == 1:
            return Node(k, None, [self.pick([' IN (', ' NOT IN ('])])
        if k == 'betweenness':
            return Node(k, None, [self.pick([' BETWEEN ', ' NOT BETWEEN ', ' BETWEEN SYMMETRIC ', ' NOT BETWEEN SYMMETRIC '])])
        if k == 'distinctness':
            return Node(k, None, [self.pick([' IS DISTINCT FROM ', ' IS NOT DISTINCT FROM ', ' = '])])
        if k == 'anyall':
            return Node(k, None, [self.pick(['ANY', 'ALL', 'SOME'])])
        if k == 'isbool':
            return Node(k, None, [self.pick([' IS TRUE', ' IS NOT TRUE', ' IS FALSE', ' IS UNKNOWN'])])
        if k == 'typename':
            return Node(k, None, [self.pick(TYPE_NAMES)])
        if k == 'keyword':
            return Node(k, node.type, [self.pick(node.extra)], node.extra)
        if k == 'choice':
            return Node(k, None, [self.pick(node.extra)], node.extra)
        if k == 'cast' and self.chance(0.5):
            return Node('plain', node.type, ['(', node.parts[1], ')'])
        if node.type and node.type != 'jsonpath' and k not in ('special',) and self.chance(0.5):
            roll = r.random()
            if roll < 0.35:
                return Node('cast', node.type, ['(', node, ')::', Node('typename', None, [self.pick(TYPE_NAMES) if self.chance(0.5) else self.name_of(node.type)])])
            if roll < 0.45:
                return Node('plain', node.type, ['((', node, '))'])
            if roll < 0.5 and node.type in ('text', 'varchar'):
                return Node('collate', node.type, ['(', node, ' COLLATE ', Node('choice', None, ['"C"'], ['"C"', '"POSIX"', 'pg_catalog."default"']), ')'])
            if node.type == 'bool':
                return self.test(1)
            return self.value(node.type, 1)
        return None

    # --- queries
    TABLES = {
        'users': {'uuid': ['id', 'tenant'], 'text': ['email'], 'varchar': ['role'], 'timestamptz': ['made'], 'bool': ['active'], 'jsonb': ['meta'], 'int4': ['score'], 'mood': ['mood']},
        'orders': {'int8': ['id'], 'uuid': ['user_id'], 'numeric': ['total'], 'text': ['status'], 'date': ['placed'], 'int4': ['qty'], 'text[]': ['tags'], 'int2': ['score']},
    }

    def choice(self, options):
        return Node('choice', None, [self.pick(options)], options)

    def over(self, columns, make):
        before = self.columns
        self.columns = columns
        try:
            return make()
        finally:
            self.columns = before

    def select(self, depth):
        """A SELECT over one or two tables; every name is qualified with its alias."""
        joined = {}
        items = []
        for alias in self.pick([['x'], ['x'], ['x', 'y'], ['x', 'y'], ['x', 'y', 'z']]):
            table = self.pick(['users', 'orders'])
            items.append((alias, table))
            for t, names in self.TABLES[table].items():
                joined.setdefault(t, []).extend(alias + '.' + n for n in names)

        def build():
            types = list(joined)
            def relation(alias, table):
                names = ['app.orders', 'orders', 'aside.orders', 'only orders'] if table == 'orders' else ['app.users', 'users', 'only users']
                return Node('from', None, [self.choice(names), self.pick([' ', ' AS ']), alias])
            source = [relation(*items[0])]
            for alias, table in items[1:]:
                if self.chance(0.2):
                    source = source + [', ', self.choice(['', 'LATERAL ']), '(select ', self.over(self.TABLES[table], lambda: self.value(self.pick(list(self.TABLES[table])), 1)), ' as one, * from ', self.choice(['orders', 'aside.orders'] if table == 'orders' else ['users']), ') ', alias]
                    continue
                common = 'id' if items[0][1] == table else None
                if common and len(items) == 2 and self.chance(0.3):
                    source += [' ', self.choice(['JOIN', 'LEFT JOIN', 'INNER JOIN', 'FULL JOIN', 'RIGHT JOIN']), ' ', relation(alias, table), ' USING ', self.choice(['(id)', '(score)', '(id, score)'])]
                else:
                    source += [' ', self.choice(['JOIN', 'LEFT JOIN', 'LEFT OUTER JOIN', 'RIGHT JOIN', 'FULL JOIN']), ' ', relation(alias, table), ' ON ', self.test(1)]
            parts = []
            grouped = self.chance(0.25)
            if grouped:
                keys = [self.column(self.pick(types)) for _ in range(self.r.randrange(1, 3))]
                aggregate = lambda: self.pick([
                    lambda: Node('aggregate', 'int8', [self.choice(['count(*)', 'count(1)', 'count(distinct x.id)', 'count(x.id)', 'sum(x.score)', 'sum(x.score + 1)', 'max(x.score)', 'min(x.score)', 'avg(x.score)'])]),
                    lambda: Node('aggregate', 'int8', ['count(*) FILTER (WHERE ', self.test(1), ')']),
                    lambda: Node('aggregate', 'text', [self.choice(['string_agg', 'array_agg' if False else 'string_agg']), '(', self.column('text') if 'text' in joined else "'a'", ", ',' ORDER BY ", self.column(self.pick([t for t in types if t != 'jsonb'])), self.choice(['', ' DESC', ' NULLS FIRST']), ')']),
                    lambda: Node('aggregate', 'float8', ['percentile_cont(0.5) WITHIN GROUP (ORDER BY ', 'x.score', self.choice(['', ' DESC', ' ASC']), ')'])])()
                targets = keys + [aggregate() for _ in range(self.r.randrange(1, 3))]
            else:
                targets = [self.value(self.pick(types), 1) for _ in range(self.r.randrange(1, 4))]
                if self.chance(0.25):
                    targets.append(Node('window', 'int8', [self.choice(['row_number()', 'rank()', 'sum(x.score)', 'lag(x.id)', 'lead(x.id)', 'lag(x.id, 1)']), ' OVER (', self.choice(['', 'PARTITION BY x.score ']), 'ORDER BY ', self.column(self.pick([t for t in types if t != 'jsonb'])),
                                                            self.choice(['', ' DESC', ' ROWS UNBOUNDED PRECEDING', ' ROWS BETWEEN 1 PRECEDING AND CURRENT ROW', ' RANGE UNBOUNDED PRECEDING', ' ROWS BETWEEN 2 PRECEDING AND CURRENT ROW']), ')']))
                if self.chance(0.15):
                    targets.append(Node('scalar', None, ['(SELECT ', self.choice(['max(o.total)', 'min(o.total)', 'sum(o.qty)']), ' FROM ', self.choice(['orders', 'aside.orders']), ' o WHERE o.score = ', self.choice(['x.score', 'o.score', '1']), ')']))
            shown = []
            for i, target in enumerate(targets):
                shown += ([', '] if shown else []) + [target, self.choice([' AS c%d' % i, ' AS d%d' % i] if self.chance(0.1) else [' AS c%d' % i])]
            if not grouped and self.chance(0.1):
                shown = [self.choice(['x.*', 'x.id', '*'] if len(items) == 1 else ['x.*', 'x.id'])]
            parts += ['SELECT ', self.choice(['', '', '', 'DISTINCT '])] + shown + [' FROM '] + source
            if self.chance(0.7):
                parts += [' WHERE ', self.where(depth)]
            if grouped:
                by = self.pick([lambda: self.joined([Node('key', None, list(k.parts)) for k in keys]), lambda: self.joined([str(i + 1) for i in range(len(keys))]), lambda: ['ROLLUP ('] + self.joined([Node('key', None, list(k.parts)) for k in keys]) + [')']])()
                parts += [' GROUP BY '] + by
                if self.chance(0.3):
                    parts += [' HAVING count(*) ', self.choice(['>', '>=', '<']), ' ', self.literal('int4')]
            if self.chance(0.3):
                parts += [' ORDER BY ', self.choice(['1']), self.choice(['', ' DESC', ' ASC', ' NULLS FIRST', ' DESC NULLS LAST', ' NULLS LAST'])]
            if self.chance(0.2):
                parts += [' LIMIT ', self.literal('int4', ['1', '2']), self.choice(['', ' OFFSET 1'])]
            return Node('select', None, parts, joined)
        return self.over(joined, build)

    def where(self, depth):
        r = self.r.random()
        if depth > 0 and r < 0.15:
            return Node('exists', 'bool', [self.choice(['EXISTS', 'NOT EXISTS']), ' (SELECT 1 FROM ', self.choice(['orders', 'app.orders', 'aside.orders']), ' o WHERE o.user_id = ', self.choice(['app.uid()', '(select uid())', 'uid()']), ' AND o.score ',
                                           self.choice(COMPARE), ' x.score)'])
        if depth > 0 and r < 0.3:
            return Node('insub', 'bool', ['x.score ', self.choice(['IN', 'NOT IN', '= ANY', '<> ALL', '> ALL']), ' (SELECT o.', self.choice(['score', 'qty']), ' FROM ', self.choice(['orders', 'aside.orders']), ' o ', self.choice(['', 'WHERE o.total > 1', 'WHERE o.total > 1.0', 'WHERE o.total > x.score']), ')'])
        return self.test(2)

    def query(self):
        r = self.r.random()
        if r < 0.12:
            return Node('union', None, ['SELECT ', self.choice(['x.score', 'x.id', "'1'", 'x.qty', '1']), ' AS a, ', self.choice(["'x'", 'x.status', 'NULL', "'x'::varchar"]), ' AS b FROM ', self.choice(['orders', 'aside.orders']), ' x ',
                                        self.choice(['UNION', 'UNION ALL', 'EXCEPT', 'INTERSECT']), ' SELECT ', self.choice(['y.score', '2', 'y.score::bigint', 'length(y.email)']), ', ', self.choice(['y.email', "'y'", 'y.role']), ' FROM users y', self.choice(['', ' ORDER BY 1', ' ORDER BY a', ' ORDER BY 2 DESC'])])
        if r < 0.24:
            inner = self.select(1)
            return Node('with', None, ['WITH q AS ', self.choice(['', 'MATERIALIZED ', 'NOT MATERIALIZED ']), '(', inner, ') SELECT ', self.choice(['*', 'q.*', 'count(*)', '1 AS one']), ' FROM q'], inner.extra)
        if r < 0.3:
            return Node('values', None, ['SELECT v.a, v.b FROM (VALUES (', self.literal('int4'), ', ', self.literal('text'), '), (', self.choice(['2', '2.5', "'3'", 'NULL']), ', ', self.literal('text'), ')) v(a, b) WHERE v.a ', self.choice(COMPARE), ' 1'])
        if r < 0.36:
            return Node('rows', None, ['SELECT ', self.choice(['s', 's.s', 'g.a', 'g.b', 'g']), ' FROM ', self.choice(['generate_series(1, 3) s', 'generate_series(1, 4) s', 'rows_of(1) g', 'app.rows_of(2) g', 'unnest(ARRAY[1, 2]) s', "unnest('{1,2}'::int[]) s", 'rows_of(1) WITH ORDINALITY g']),
                                           self.choice(['', ' WHERE true', ' ORDER BY 1'])])
        return self.select(2)
