/** One question to `trees.ts`: who can hold which sets of parts, and who leans on whom. */
export type Forest = {
  readonly n: number
  readonly parts: number
  readonly members: number
  /** Value of candidate i holding exactly the parts in `mask`, at [i << parts | mask]; -Infinity where it cannot. */
  readonly own: Float64Array
  /** Who can hold anything at all; the others are passed over. */
  readonly inPlay: readonly number[]
  readonly tieStart: Int32Array
  readonly tieTo: Int32Array
  readonly tieWorth: Float64Array
  /** What leaving part p open costs; Infinity when it may not. */
  readonly openCost: Float64Array
}

/** Who holds which set of parts. */
export type Held = { readonly who: number; readonly mask: number }

/** Room for the tables, kept between calls because one question asks many times. */
export type Workspace = { tree: Float64Array; branch: Float64Array; pair: Float64Array; whole: Float64Array; forest: Float64Array }
