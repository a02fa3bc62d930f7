/** Numbers in words, units, days and months, and the numbers that say nothing. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const NUMBER_WORDS: ReadonlySet<string> = words(`two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen half`)

export const UNITS: ReadonlySet<string> = words(`mile miles kilometre kilometres km metre metres m cm mm micron microns inch inches foot feet acre acres hectare
hectares tonne tonnes ton tons kg kilo kilos gram grams litre litres pint pints minute minutes hour hours day days night nights week weeks fortnight
month months year years season seasons term terms degrees kva kw kwh volts per percent cent portions guests places rooms beds seats`)

export const MONTHS: ReadonlySet<string> = words(`january february april june july august september october november december jan feb apr jun jul aug sept sep oct nov dec`)
/** Months that are also everyday words need a capital or a figure beside them. */
export const MONTHS_ALSO_WORDS: ReadonlySet<string> = words(`march may`)
export const DAYS: ReadonlySet<string> = words(`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
easter christmas whitsun midsummer ramadan diwali`)
/** Times of day and year: they say when, though not which. */
export const SEASONS: ReadonlySet<string> = words(`summer winter spring autumn summers winters morning mornings afternoon afternoons evening evenings night nights weekend weekends
midweek fortnight fortnightly weekly monthly lambing harvest termtime overnight tonight daytime`)

/** After a number, these make it say nothing: "12 values", "20 years of combined experience". */
export const EMPTY_AFTER: ReadonlySet<string> = words(`experience values value pillars pillar promises promise vision goal goals mission reason reasons priority stop star stars
generations generation team teams business combined trusted steps principles guarantee committed satisfaction focus degree happy satisfied`)

/** Letters that stand for a body which inspects, registers or certifies. */
export const CREDENTIALS: ReadonlySet<string> = words(`iso atex niceic gmc cqc ofsted dbs fsc ukas fca sra rics riba ciob chas mcs bsi bpma estyn icaew acca aat hcpc nmc gphc
rhs ctsi trustmark iata abta atol ce ukca pas coshh haccp hetas oftec fensa citb cscs bsl`)
