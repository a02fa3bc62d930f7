import { InvalidArgumentError, type Command } from 'commander'
import { AskedWrongly, answerClarity, answerFit, answerPaths, answerTeam, BadFile, dayMeant, LENSES, LISTS, printable, readBrief, readNetwork, readSpoken, type Answer, type NetworkFiles } from '../upkeep/index.ts'

/** How a command about files ended: 0 answered, 1 nothing found, 2 asked for wrongly, 3 a file cannot be read. */
export class Ended extends Error {
  readonly code: number
  constructor(code: number) {
    super(`ended with ${code}`)
    this.name = 'Ended'
    this.code = code
  }
}

type Files = { network: string; jobs?: string; claims?: string; words?: string; json?: boolean; on?: string }

/** The engine over tables, without a house: answers to standard output, how far it is and what was left out to standard error. */
export function addFileCommands(program: Command): void {
  about(program.command('fit').description('who fits, from files alone: no server, no database'))
    .option('--as <name>', 'the member who asks; a visitor otherwise').option('--want <words>', 'what is wanted, in words').option('--lens <lens>', `why you look: ${LENSES.join(', ')}`, oneOf(LENSES), 'gap')
    .option('--list <list>', `everybody, only new partners, or only small ones: ${LISTS.join(', ')}`, oneOf(LISTS), 'all').option('--most <number>', 'how many at most, 1 to 200', count(200), 20)
    .action((asked: Files & { as?: string; want?: string; lens: (typeof LENSES)[number]; list: (typeof LISTS)[number]; most: number }) =>
      answer(asked, async (day) => answerFit(await network(asked, day), { ...asked, on: day })))
  about(program.command('team').description('which team covers a brief, from files alone'))
    .requiredOption('--brief <file>', 'the brief as JSON; docs/files-only.md shows one').option('--as <name>', 'the member who leads and has to be in it')
    .option('--steady', 'also look for a team that survives any one departure').option('--seconds <number>', 'how long to look at most, 1 to 60', count(60), 2)
    .action((asked: Files & { brief: string; as?: string; steady?: boolean; seconds: number }) => answer(asked, async (day) => {
      const brief = await readBrief(asked.brief)
      return answerTeam(await network(asked, day), brief, { as: asked.as, on: day, milliseconds: asked.seconds * 1000, steady: asked.steady === true }, tell)
    }))
  about(program.command('paths').description('who can introduce one member to another, from files alone'))
    .requiredOption('--from <name>', 'the member who asks').requiredOption('--to <name>', 'the member to meet')
    .action((asked: Files & { from: string; to: string }) => answer(asked, async (day) => answerPaths(await network(asked, day), asked)))
  program.command('clarity').description('how clear an answer to one of the four questions is').argument('[text]', 'the answer; read from standard input otherwise')
    .requiredOption('--question <number>', '1 what needs to be done, 2 what can others do for us, 3 what can we do better, 4 what can only we do')
    .option('--us <name>', 'with --rival: read it with the other’s name in it').option('--rival <name>', 'whose name to put in').option('--json', 'answer as JSON')
    .action((text: string | undefined, asked: { question: string; us?: string; rival?: string; json?: boolean }) =>
      answer(asked, async () => answerClarity({ ...asked, text: text ?? await readSpoken(process.stdin) })))
}

function about(command: Command): Command {
  return command.requiredOption('--network <file>', 'members: CSV, .xlsx or vCard').option('--jobs <file>', 'finished jobs: member, what, finished on, together with, keywords').option('--claims <file>', 'what members can do: member, capability, strength')
    .option('--words <file>', 'the vocabulary: title, code, path, synonyms; else the words that claims and jobs use').option('--on <day>', 'the day to ask about, as 2027-03-02; today otherwise').option('--json', 'answer as JSON')
    .addHelpText('after', '\nEnds with 0 answered, 1 nothing found, 2 asked for wrongly, 3 a file cannot be read. More in docs/files-only.md.')
}

async function answer(asked: { on?: string; json?: boolean }, work: (day: string) => Promise<Answer>): Promise<void> {
  const { lines, json, found } = await refusing(() => work(dayMeant(asked.on, new Date().toISOString().slice(0, 10))))
  process.stdout.write(asked.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.map(printable).join('\n')}\n`)
  if (!found) throw new Ended(1)
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BadFile) && !(error instanceof AskedWrongly)) throw error
    process.stderr.write(`${printable(`${error.sentence} ${error.next}`.trim())}\n`)
    throw new Ended(error instanceof BadFile ? 3 : 2)
  }
}

const MOST_NAMED = 5

async function network(files: NetworkFiles, day: string): ReturnType<typeof readNetwork> {
  const read = await readNetwork(files, day, tell)
  for (const line of read.leftOut.slice(0, MOST_NAMED)) tell(`Left out: ${line}`)
  if (read.leftOut.length > MOST_NAMED) tell(`Left out: ${(read.leftOut.length - MOST_NAMED).toLocaleString('en-GB')} rows more.`)
  return read
}

const tell = (says: string): void => void process.stderr.write(`${printable(says)}\n`)

function oneOf<const Word extends string>(words: readonly Word[]): (word: string) => Word {
  return (word) => {
    const found = words.find((one) => one === word)
    if (!found) throw new InvalidArgumentError(`Say one of: ${words.join(', ')}.`)
    return found
  }
}

const count = (most: number) => (word: string): number => {
  if (!/^\d{1,4}$/.test(word) || Number(word) < 1 || Number(word) > most) throw new InvalidArgumentError(`Say a number from 1 to ${most}.`)
  return Number(word)
}
