/** Every file that goes into what is built, by its path from the root, in one order. */
export function sourcesIn(root: string): string[]
/** Their sizes and times of change, a line each. */
export function touchedIn(root: string): string
/** Whether the last build was made from the files as they lie here. */
export function isBuilt(root: string): boolean
