import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const PROJECTS = [
  ['t1', '"Oak, and ""solid"" doors"', '2018-01-10', 'train', 'ash birch fig', 'joinery'], ['t2', 'Oak stairs', '2018-05-01', 'train', 'birch fig gorse', 'joinery; timber'],
  ['t3', '', '2018-06-01', 'train', 'hazel', ''], ['t4', 'Clay ovens', '2018-07-01', 'train', 'gorse hazel', ''],
  ['v1', 'Oak windows and doors', '2019-10-01', 'valid', 'ash birch fig', 'joinery'], ['v2', 'Oak stairs again', '2019-11-01', 'valid', 'birch gorse fig', ''],
] as const
const NUMBERS: Readonly<Record<string, string>> = { ash: '999000001', birch: '999000002', fig: '999000003', gorse: '999000004', hazel: '999000005' }

/** A register of woodwork: six projects of five organisations, one of them without a name and two with the same. */
export const WOOD = {
  'projects.csv.gz': gzipSync(['id,title,topic_code,theme,start_date,end_date,euroscivoc_dictionary_tags,split', ...PROJECTS.map(([id, title, day, split, , tags]) => `${id},${title},WOOD-3-2018,Making,${day},2020-12-31,${tags},${split}`)].join('\r\n')),
  'organisations.csv': Buffer.from(['id,name,country,city,type', ...Object.entries(NUMBERS).map(([name, id]) => `${id},${name === 'fig' ? '' : name === 'gorse' ? 'ash' : name},UK,LEEDS,PRC`)].join('\n')),
  'participations.csv': Buffer.from(`${['project_id,org_id,role', ...PROJECTS.flatMap(([id, , , , members]) => members.split(' ').map((name, at) => `${id},${NUMBERS[name] ?? ''},${at === 0 ? 'coordinator' : 'participant'}`))].join('\n')}\n`),
  'euroscivoc.csv': Buffer.from('code,title,path\n/1,making,/making\n/1/2,joinery,/making/joinery\n/1/3,timber,/making/timber\n'),
} as const

export function writeWood(folder: string, instead: Readonly<Record<string, Buffer>> = {}): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries({ ...WOOD, ...instead })) writeFileSync(join(folder, name), bytes)
  return folder
}
