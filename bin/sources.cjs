/* What the built files are made from, and how it lies here: a start that finds nothing touched need not read it all. Plain JavaScript, since
 * taking the types out of a file costs a start more than everything here. */
'use strict'
const fs = require('fs')
const path = require('path')

const FOLDERS = { src: /\.(ts|tsx|css|svg)$/, engine: /\.ts$/, town: /\.ts$/ }
const FILES = ['scripts/build.ts', 'vite.config.ts', 'package-lock.json']
const TEST = /\.test\.tsx?$/

/** Every file that goes into what is built, by its path from the root, in one order. */
function sourcesIn(root) {
  const found = [...FILES]
  const walk = (folder, wanted) => {
    for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const below = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(below, wanted)
      else if (wanted.test(entry.name) && !TEST.test(entry.name)) found.push(below)
    }
  }
  for (const folder of Object.keys(FOLDERS)) walk(folder, FOLDERS[folder])
  return found.sort()
}

/** Their sizes and times of change, a line each: the same text, nobody has touched them. */
function touchedIn(root) {
  return sourcesIn(root).map((file) => {
    const { size, mtimeMs } = fs.statSync(path.join(root, file))
    return `${file} ${size} ${mtimeMs}`
  }).join('\n')
}

/** Whether the last build was made from the files as they lie here. */
function isBuilt(root) {
  try {
    return fs.readFileSync(path.join(root, 'dist/.touched'), 'utf8') === touchedIn(root)
  } catch {
    return false // never built, or not by this version
  }
}

module.exports = { sourcesIn, touchedIn, isBuilt }
