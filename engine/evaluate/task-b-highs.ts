import load from 'highs'

/** HiGHS compiled to WebAssembly. Its types describe the CommonJS build, where the loader hangs one level lower. */
export const loadHighs = load as unknown as typeof load.default

/** No gap allowed: it has to prove its optimum like we do. */
export const EXACT = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7 } as const
