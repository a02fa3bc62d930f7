import { agreement, type Agreement } from '../clarity/agreement.ts'
import { LEVELS } from '../clarity/answer.ts'
import { heldOut, tuned, type Labelled } from '../clarity/corpus/index.ts'
import { readAnswer } from '../clarity/read-answer.ts'

/** Prints how well the rules agree with the labelled answers, on both halves and by question. */
export function reportClarity(): void {
  for (const [name, rows] of [['tuned', tuned], ['held out', heldOut]] as const) {
    const trades = new Set(rows.map((row) => row.trade)).size
    const all = compare(rows)
    console.log(`\nClarity, ${name}: ${rows.length} answers from ${trades} trades and causes`)
    console.log(`  all         ${line(all)}`)
    for (const question of [1, 2, 3, 4]) console.log(`  question ${question}  ${line(compare(rows.filter((row) => row.question === question)))}`)
    console.log(table(all))
  }
}

const compare = (rows: readonly Labelled[]): Agreement =>
  agreement(rows.map(({ question, text, context, level }) => [level, readAnswer(question, text, context).level]))

const line = ({ answers, exact, withinOne, kappa }: Agreement): string =>
  `${String(answers).padStart(4)} answers   exact ${exact.toFixed(3)}   within one level ${withinOne.toFixed(3)}   weighted kappa ${kappa.toFixed(3)}`

function table({ confusion }: Agreement): string {
  const head = `  label \\ reading ${LEVELS.map((level) => level.padStart(14)).join('')}`
  return [head, ...confusion.map((row, at) => `  ${(LEVELS[at] ?? '').padEnd(16)}${row.map((n) => String(n).padStart(14)).join('')}`)].join('\n')
}

if (import.meta.main) reportClarity()
