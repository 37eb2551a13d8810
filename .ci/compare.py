#!/usr/bin/env python3
"""Compare what the program prints with the tables of facts, or with rows held out.

usage: compare.py treaties RULES.csv OUTPUT.csv
       compare.py elections ELECTIONS.csv OUTPUT.csv
       compare.py suggest RECOMMENDATIONS.csv WORKDIR
"""
import csv, os, subprocess, sys, time

def rows(path):
    return list(csv.DictReader(open(path, encoding='utf-8-sig')))

def treaties(rules, output):
    out = {r['id']: r for r in rows(output)}
    told = right = blank = 0
    for r in rows(rules):
        if r['arithmetic_check'] != 'OK':
            continue
        got = out.get(r['id'], {})
        if not got.get('entry_into_force'):
            blank += 1
            continue
        told += 1
        if got['entry_into_force'] == r['entry_into_force'] and got['threshold_met_on'] == r['threshold_met_on']:
            right += 1
        else:
            print('differs', r['id'], r['short_name'], 'computed', got['threshold_met_on'], got['entry_into_force'],
                  'table', r['threshold_met_on'], r['entry_into_force'])
    print(f'entry into force: {right} of {told} dates told are those of the table, {blank} left blank (arithmetic_check OK)')

def elections(table, output):
    out = {(r['election_id'], r['seat_group'], r['ballot'], r['candidate']): r for r in rows(output)}
    n = dict.fromkeys(['majority right', 'majority wrong', 'majority blank', 'outcome right', 'outcome wrong', 'outcome blank'], 0)
    for r in rows(table):
        got = out.get((r['election_id'], r['seat_group'], r['ballot'], r['candidate']))
        if got is None:
            print('no row for', r['election_id'], r['ballot'], r['candidate']); continue
        for part, want, have in (('majority', r['majority_required'], got['majority']),
                                 ('outcome', {'elected': 'yes'}.get(r['outcome'], 'no') if r['outcome'] else '', got['elected'])):
            if not want:
                continue
            verdict = 'blank' if have == '' else 'right' if have == want else 'wrong'
            n[f'{part} {verdict}'] += 1
            if verdict == 'wrong':
                print('differs', r['election_id'], 'ballot', r['ballot'], r['candidate'], part, 'computed', have, 'table', want)
    print('elections:', ', '.join(f'{k} {v}' for k, v in n.items()))

def suggest(table, work):
    data = [r for r in rows(table) if r['action_category'] in set('12345')]
    unseen = {'15', '16'}
    train, test = [r for r in data if r['session'].strip() not in unseen], [r for r in data if r['session'].strip() in unseen]
    paths = {}
    for name, part in (('train', train), ('test', test)):
        paths[name] = os.path.join(work, name + '.csv')
        with open(paths[name], 'w', encoding='utf-8', newline='') as f:
            w = csv.DictWriter(f, data[0].keys()); w.writeheader(); w.writerows(part)
    for label, extra in (('built-in rules', []), ('after learning', ['--learn', paths['train']])):
        start = time.time()
        text = subprocess.run(['bin/chancery', 'suggest', '--format', 'csv', *extra, paths['test']], check=True, capture_output=True, text=True).stdout
        took = time.time() - start
        got = list(csv.DictReader(text.splitlines()))
        cat = sum(g['action_category'] == r['action_category'] for g, r in zip(got, test))
        tp = fp = fn = 0
        for g, r in zip(got, test):
            a, b = ({x.strip() for x in s.split(',') if x.strip()} for s in (g['issues'], r['issues']))
            tp += len(a & b); fp += len(a - b); fn += len(b - a)
        f1 = 2 * tp / (2 * tp + fp + fn) if tp else 0.0
        print(f'{label}: {len(train) if extra else 0} rows learnt, {len(test)} suggested, action category {cat / len(test):.4f}, issues micro F1 {f1:.4f}, {took:.1f} s')

{'treaties': treaties, 'elections': elections, 'suggest': suggest}[sys.argv[1]](*sys.argv[2:])
