// Writes what another reader found as the lines that the scorer reads.
import { readFileSync } from 'node:fs'

// A short form of a person's name is not another person; so each reader has its best.
const words = (name) => name.split(/\s+/)
const shortOf = (name, long) => name !== long && words(name).every((w) => words(long).includes(w))

export function readAll(find) {
  for (const file of process.argv.slice(2)) {
    const text = readFileSync(file, 'utf8')
    const found = find(text, file)
    const persons = found.filter((f) => f.schema === 'Person').map((f) => f.name)
    const entities = []
    const seen = new Set()
    for (const { schema, name } of found) {
      const at = text.indexOf(name)
      if (at < 0 || seen.has(schema + name) || schema === 'Person' && persons.some((p) => shortOf(name, p))) continue
      seen.add(schema + name)
      const start = Buffer.byteLength(text.slice(0, at))
      const end = start + Buffer.byteLength(name)
      entities.push({ id: `e${entities.length + 1}`, schema, properties: { name: [{ value: name, start, end, quote: name }] } })
    }
    console.log(JSON.stringify({ file, text, entities }))
  }
}
