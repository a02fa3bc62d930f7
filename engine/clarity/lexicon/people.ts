/**
 * People and organisations an answer can be for. "Customers" or "businesses" are not here: they are
 * everyone. Those count only when the words after narrow them ("firms under ten people").
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const AUDIENCE: ReadonlySet<string> = new Set(words(`
couple couples bride brides groom grooms newlyweds family families parent parents mother mothers mum mums father fathers dad dads grandparents
grandmothers husband husbands wife wives widow widows child children kids baby babies toddler toddlers teenager teenagers teens boy boys girl girls
pupil pupils student students apprentice apprentices graduate graduates pensioner pensioners woman women man men adult adults carer carers
patient patients resident residents tenant tenants landlord landlords homeowner homeowners householder householders neighbour neighbours
refugee refugees migrant migrants veteran veterans prisoner prisoners offender offenders survivor survivors victims amputees
driver drivers farmer farmers grower growers fisherman fishermen skipper skippers walker walkers cyclist cyclists swimmer swimmers runner runners dancer dancers
actor actors musician musicians singer singers artist artists author authors writer writers poet poets maker makers reader readers
baker bakers chef chefs cook cooks publican publicans brewer brewers hotelier hoteliers landlady caterer caterers
dentist dentists doctor doctors gp gps surgery surgeries nurse nurses midwife midwives pharmacist pharmacists therapist therapists vet vets
solicitor solicitors lawyer lawyers barrister barristers accountant accountants architect architects surveyor surveyors engineer engineers
builder builders plumber plumbers electrician electricians joiner joiners roofer roofers tradesman tradesmen tradespeople contractor contractors
teacher teachers head headteacher headteachers governor governors school schools nursery nurseries college colleges university universities academy academies
church churches chapel chapels mosque mosques parish parishes council councils councillor charity charities hospice hospices hospital hospitals
clinic clinics museum museums library libraries theatre theatres gallery galleries venue venues hotel hotels pub pubs restaurant restaurants cafe cafes café cafés
farm farms garage garages factory factories foundry foundries manufacturer manufacturers brewery breweries bakery bakeries bookshop bookshops retailer retailers
startup startups sole-trader freelancer freelancers self-employed shop-owners shopkeeper shopkeepers employer employers
orchestra orchestras choir choirs club clubs team-sports landowner landowners estate-agent developers developer housebuilder housebuilders
dementia autistic deaf blind disabled wheelchair elderly bereaved homeless unemployed jobless over-60s pregnant dyslexic
owner owners dog-owners rider riders sailor sailors boatbuilder boatbuilders gardener gardeners beekeeper beekeepers
production productions film-makers filmmakers photographer photographers designer designers printer printers ward wards guest guests
worker workers shift-workers commuter commuters traveller travellers tourist tourists crew crews trustees trustee publisher publishers
`))

/** Everyone and no one, until the words after narrow them. */
export const EVERYONE: ReadonlySet<string> = new Set(words(`
people person customer customers client clients business businesses company companies firm firms organisation organisations individuals users
members those anyone brands trader traders
`))

/** Words that can narrow "people" or "firms": "people with dementia", "firms under ten people". */
export const NARROWS: ReadonlySet<string> = new Set(words(`with who whose over under aged without living leaving in near that`))

/** What others can be to us: the tail of a word that names someone who does something. */
export const DOER = /(?:er|or|ist|ian|ant|smith|wright|man|woman|keeper)s?$/u
