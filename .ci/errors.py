#!/usr/bin/env python3
"""Say which errors of the press reader are commonest, by kind and never by text.

usage: errors.py SCORER.py GOLD_DIR OUTPUT.jsonl [--lang en] [--most 10] [--show KIND]

A gold item that nothing matches is of the kind of its nearest proposal left over (a date that
differs, another type, another body); where none is near, it was not proposed. What is proposed
and left over at the end is of the kind "not in the gold". --show prints the items of one kind.
"""
import argparse, collections, importlib.util, json, os, sys

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument('scorer'); ap.add_argument('gold'); ap.add_argument('output')
ap.add_argument('--lang'); ap.add_argument('--most', type=int, default=10); ap.add_argument('--show')
ap.add_argument('--rules', action='store_true', help='say which rules propose what is not in the gold')
a = ap.parse_args()
spec = importlib.util.spec_from_file_location('score', a.scorer)
score = importlib.util.module_from_spec(spec); spec.loader.exec_module(score)
one, many, same = score.one, score.many, score.same

def dates(want, have):
    want, have = want or '', have or ''
    if not have:
        return 'date not read'
    if not want:
        return 'date read where the gold has none'
    return 'date less or more precise' if want.startswith(have) or have.startswith(want) else 'another date'

def kin(kind, g, e, raw):
    """what tells a gold item from a proposal that is near it; None where it is not near"""
    near = lambda: score.within(raw, g['quote'], e, 0.15)
    if kind == 'Event' and near():
        if g['type'] != one(e, 'type'):
            return 'another type'
        return dates(g['date'], one(e, 'date')) if (g['date'] or '') != (one(e, 'date') or '') else None
    if kind == 'Occupancy' and same(g['holder'], one(e, 'holder')):
        if same(g['title'], one(e, 'title'), 0.5):
            return 'body not read' if not one(e, 'body') else 'another body'
        return 'another title' if score.opt(g['body'], one(e, 'body'), 0.4) else None
    if kind == 'Act':
        if g['act'] == one(e, 'type') and same(g['instrument'], one(e, 'instrument'), 0.4):
            return dates(g['date'], one(e, 'date'))
        if same(g['instrument'], one(e, 'instrument'), 0.4) and (g['date'] or '') == (one(e, 'date') or ''):
            return 'another type'
        return 'another instrument' if near() and g['act'] == one(e, 'type') else None
    if kind == 'Candidature':
        if same(g['candidate'], one(e, 'candidate'), 0.5):
            return 'another body' if one(e, 'body') else 'body not read'
        return 'another candidate' if near() else None
    if kind == 'Undertaking' and near():
        return 'another actor' if many(e, 'by') else 'actor not read'
    if kind == 'Milestone' and near():
        return dates(g['date'], one(e, 'date'))
    if kind in ('Person', 'Organization', 'Instrument') and score.jac(g['name'], one(e, 'name')) >= 0.2:
        return 'name cut or run on'
    return None

def sort(kind, g):
    return ' ' + g[{'Event': 'type', 'Act': 'act'}[kind]] if kind in ('Event', 'Act') else ' (state)' if g.get('kind') == 'state' else ''

def by(e):
    """the rules that proposed it"""
    return a.rules * (' by ' + ' and '.join(sorted({v['rule'] for p in e['properties'].values() for v in p})))

out = {}
for line in open(a.output, encoding='utf-8'):
    d = json.loads(line)
    out[os.path.splitext(os.path.basename(d['file']))[0]] = d
count = collections.Counter()
def tell(kind, f, item):
    count[kind] += 1
    if a.show and a.show in kind:
        print(f, kind, json.dumps(item, ensure_ascii=False)[:420])
for f in sorted(os.listdir(a.gold)):
    if not f.endswith('.json'):
        continue
    g = json.load(open(os.path.join(a.gold, f), encoding='utf-8'))
    if a.lang and g['lang'] != a.lang:
        continue
    d = out.get(f[:-5], {'text': '', 'entities': []})
    raw = d['text'].encode('utf-8')
    rest, missed = list(d['entities']), []
    for kind, item in score.gold_items(g):
        for e in rest:
            if e['schema'] == kind and score.match(kind, item, e, raw):
                rest.remove(e)
                break
        else:
            missed.append((kind, item))
    for kind, item in missed:
        for e in rest:
            why = e['schema'] == kind and kin(kind, item, e, raw)
            if why:
                rest.remove(e)
                tell(f'{kind}: {why}', f, [item, {p: many(e, p) for p in e['properties']}])
                break
        else:
            tell(f'{kind}{sort(kind, item)}: not proposed', f, item)
    for e in rest:
        if e['schema'] in ('Person', 'Occupancy', 'Organization', 'Event', 'Instrument', 'Act', 'Candidature', 'Undertaking', 'Milestone'):
            tell(f"{e['schema']}: not in the gold{by(e)}", f, {p: many(e, p) for p in e['properties']})
print('commonest errors: ' + '; '.join(f'{k} {n}' for k, n in count.most_common(a.most)))
