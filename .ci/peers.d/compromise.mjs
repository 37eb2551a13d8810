import nlp from 'compromise'
import { readAll } from './common.mjs'

// Acronyms and countries are organisations to the scorer.
const clean = (s) => s.replace(/[.,;:’'()]+s?$/u, '').replace(/^[(“"]+/u, '').trim()
readAll((text) => {
  const doc = nlp(text)
  return [
    ...doc.people().out('array').map((n) => ({ schema: 'Person', name: clean(n) })),
    ...doc.match('#Country').out('array').map((n) => ({ schema: 'Organization', name: clean(n) })),
    ...doc.acronyms().out('array').map((n) => ({ schema: 'Organization', name: clean(n) })),
    ...doc.organizations().out('array').map((n) => ({ schema: 'Organization', name: clean(n) })),
  ]
})
