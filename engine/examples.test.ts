import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Runs every `@example expression // value` in the engine's doc comments. The expression sees all exports of its file;
 * the value is a JavaScript expression too. An example that names another file's export can import nothing: keep it plain.
 */
const root = import.meta.dirname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^(evaluate|bench|node_modules)\//.test(file))
  .map((file) => join(root, file))
  .sort()

type Example = { readonly line: number; readonly expression: string; readonly value: string }

export function examplesIn(source: string): Example[] {
  return source.split('\n').flatMap((text, index) => {
    const found = /^\s*(?:\/\*\*|\*)\s*@example\s+(.+?)\s+\/\/\s+(.+?)\s*(?:\*\/)?$/.exec(text)
    return found ? [{ line: index + 1, expression: found[1]!, value: found[2]! }] : []
  })
}

const evaluated = (expression: string, scope: Record<string, unknown>): unknown =>
  new Function(...Object.keys(scope), `return (${expression})`)(...Object.values(scope))

for (const file of files) {
  const examples = examplesIn(readFileSync(file, 'utf8'))
  if (examples.length === 0) continue
  describe(relative(root, file), () => {
    for (const { line, expression, value } of examples) {
      test(`line ${line}: ${expression}`, async () => {
        const scope = (await import(file)) as Record<string, unknown>

        const answer = evaluated(expression, scope)

        expect(answer).toEqual(evaluated(value, scope))
      })
    }
  })
}

test('every line that says @example has an expression and a value', () => {
  const unread = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    const said = source.split('\n').filter((line) => /^\s*(\/\*\*|\*)\s*@example/.test(line)).length
    return said === examplesIn(source).length ? [] : [relative(root, file)]
  })

  expect(unread).toEqual([])
})

test('a wrong example would be noticed', () => {
  const [example] = examplesIn(' * @example 1 + 1 // 3')

  expect(evaluated(example!.expression, {})).not.toEqual(evaluated(example!.value, {}))
})
