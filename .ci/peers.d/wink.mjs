import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { readAll } from './common.mjs'

// The lite model names no persons or organisations: runs of proper nouns are
// the nearest it gives, so each run counts as either.
const nlp = winkNLP(model)
const its = nlp.its
readAll((text) => {
  const found = []
  let run = []
  const flush = () => {
    if (run.length > 1) found.push({ schema: run.length > 3 ? 'Organization' : 'Person', name: run.join(' ') })
    run = []
  }
  nlp.readDoc(text).tokens().each((t) => (t.out(its.pos) === 'PROPN' ? run.push(t.out()) : flush()))
  flush()
  return found
})
