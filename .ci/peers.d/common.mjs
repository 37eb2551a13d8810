// Writes what another reader found as the lines that the scorer reads.
import { readFileSync } from 'node:fs'

export function readAll(find) {
  for (const file of process.argv.slice(2)) {
    const text = readFileSync(file, 'utf8')
    const entities = []
    const seen = new Set()
    for (const { schema, name } of find(text)) {
      const at = text.indexOf(name)
      if (at < 0 || seen.has(schema + name)) continue
      seen.add(schema + name)
      const start = Buffer.byteLength(text.slice(0, at))
      const end = start + Buffer.byteLength(name)
      entities.push({ id: `e${entities.length + 1}`, schema, properties: { name: [{ value: name, start, end, quote: name }] } })
    }
    console.log(JSON.stringify({ file, text, entities }))
  }
}
