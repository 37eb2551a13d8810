// Takes what a reader printed on standard input, a line each: file, class, name.
import { readFileSync } from 'node:fs'
import { readAll } from './common.mjs'

// Countries are organisations to the scorer.
const schemas = { PERSON: 'Person', ORGANIZATION: 'Organization', COUNTRY: 'Organization', ORG: 'Organization', GPE: 'Organization' }
const names = {}
for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [file, sort, name] = line.split('\t')
  if (schemas[sort]) (names[file] ??= []).push({ schema: schemas[sort], name })
}
readAll((text, file) => names[file] ?? [])
