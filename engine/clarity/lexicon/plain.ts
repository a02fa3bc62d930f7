/**
 * Words that name nothing in particular. What is left of a sentence without them is what it is about.
 * FUNCTION holds the small words of grammar; GENERAL holds words that fit any trade and any cause.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const FUNCTION: ReadonlySet<string> = new Set(words(`
a an the this that these those it its he she they them their theirs his her hers him we us our ours ourselves i me my mine myself you
your yours yourself yourselves who whom whose which what when where why how there here and or but nor so yet if then else than because
as until while although though since unless of at by for with about against between into through during before after above below to
from up down in out on off over under again further once near round around across within without inside outside along among beyond upon
towards toward per via is am are was were be been being have has had having do does did doing done can could will would shall should may
might must ought not no nor none nobody nothing never any anyone anybody anything some someone somebody something every everyone
everybody everything each all both either neither few fewer many much more most less least other others another such only own same too
very just also even still ever always often usually sometimes already soon now then rather quite almost nearly about don't doesn't didn't
isn't aren't wasn't won't can't couldn't wouldn't we're we've we'll we'd i'm i've i'll i'd you're you'll you've they're they've it's that's
there's let's one ones whoever whatever whenever wherever however instead else
`))

export const GENERAL: ReadonlySet<string> = new Set(words(`
ability able access accommodate account accurate achieve achievement across act action active activity actually add adapt advice adviser
advisor age ages agency agenda aim all-round allow ambition amount ample answer apart appreciate approach appropriate area areas aspect
aspects aspire assist assistance assure attention attitude attract audience available average aware awareness away back bad based basic
become beginning begin behind belief believe benefit best better big bigger boost bottom brand brands bring broad brought budget build
building busy business businesses buy call care career careful carefully case cater caters cause centre challenge challenges champion
chance change changes cheap choice choose chosen circumstances class clear client clients close collective come comfort comfortable
common communicate communication communities community companies company compare compete competition competitor competitors complete
completely complex complementary concern confidence confident connect connection consider consistent consistently constant constantly
contact contract contracts continue contribute control convenient core correct cost costs could-be count cover create creating culture current
custom customer customers daily day days deal decision deep deeply delight delighted deliver delivered delivering delivers delivery demand
depend deserve deserves design designed desire detail details determine develop development difference different differently difficult
direct direction discover discuss diverse diversity donation donations door doors drive driven drives dream duty easy ease easily effect
effective effectively effort efforts element embrace enable encourage end energy enhance enjoy enough ensure ensures enterprise
entire entirely environment equal especially essential establish established event events exactly example exceed exciting exist existing
expect expectation expectations experience experiences explain extend extensive extra eye face fact fair faith familiar family
fast faster feel feeling feels field fight fill final find fine fingertips first fit fix focus focused follow forward foundation free fresh full fully
funding funds future gain general get gets getting give given gives giving go goal goals goes going good got great greater grow growing
growth guide hand hands happen happens happy hard hear hearing heart heritage help helped helping helps hello high higher hold home honestly honour
hope hour hours huge human idea ideal ideas identity imagine impact important improve improvement include includes including increase
indeed individual individuals industry influence inform information ingredients initiative inside insight inspiration interest interested interests involve
issue issues job jobs join joined journey keen keep keeps key kind kindly know knowledge known lack large larger last later lead leader leaders
learn leave let level levels life lifetime like likely line link list listen little lives local long look looking looks lot lots love loves loyal main maintain
major make makes making manage management manner margin margins market marketing massive matter matters maximum mean meaning means meet member members
memories memory mind minds minimum mix modern moment moments money month months motivated move name national natural nature near necessary need needed
needs network networks never new next nice normal note number numbers objective objectives obvious occasion offer offered offering offers old open
opportunities opportunity option options order organisation organisations organise original outcome outcomes overall package paragraph part partner
partners partnership partnerships passion past path patient pay paying people perform performance person personal personally pick place places plan
planning plans play please pleased pleasure plus point possible potential power powerful practical practice prefer prepare present prevent price
prices pricing pride prime priorities priority private proactive problem problems process processes produce product products programme progress project
projects promise promises promote proper properly proud proudly prove proven provide provided provider providers provides providing public purpose push
put quick quickly quiet quote raise range rate rates reach ready real realise really reason reasons receive recognise recommend reduce regular related
relationship relationships relevant reliably remain remember repair reputation request require required requirement requirements resource resources respect respond
response responsible rest result results return right rise role roles run runs running sale sales satisfy save saving say says scale scope search sector
secure see seek seeking seem select sell send sense serious serve serves service services set setting shape share shared sharing shine shop short show side
simple simply single situation size skill skills small smaller smart smile smooth social society solid solve sort source sourced space speak specialise specialised
specialises specialist specialists specific speed spirit staff stage stand standard standards start starting state stay step steps story straight straightforward strength strengths strive strong
structure stuff style subject succeed success successful suit suitable supplier suppliers supply support supported supporting supports sure surprise surround system systems take takes
taking talent talents talk target task tasks team teams tell term terms thank thanks thing things think thought thousand thrilled thrive time times title today together tomorrow tool
tools top total touch track trade tradition traditional transform treat treated trend true trust truth try turn type types unbelievable understand understanding undertaken unfortunately
use used useful user users uses using usual value valued values variety vast view visit visitor vital volume volunteer volunteers wait waiting want wants watch way ways week weeks
welcome well wellbeing wide wider willing win wish wonder word words work workforce worked working works world worry worth worthwhile wrong year years yes young younger
enquire enquiry enquiries quotation awaits aware belong belonging crowd curve decade decades doubt edge expertise generation generations goodness
growth hassle heavy hidden highly holistic hustle incredible independent infinite instantly investment kindness landscape largest latest legacy likeminded limit limits lovely
magic mistake modernise moving multiple niche obsessed occasionally option outlook peace perhaps pillars plenty portfolio premises prestige promise prosper quest
rapid recent refreshing reimagine remarkable renowned restless revolution rewarding satisfaction scene sector secret selection sincerely stuff style suite superior
sustainable teamwork thorough thoroughly thoughtful thriving tired topic tradition treat undertake uniquely unlimited upbeat urgent variety versatile visionary vital wealth whole
wonders yourself zest collaborate ethos margins customers' clients' better-quality lucky action society everyday online website web-based hurt
trouble single positive negative box boxes stress relax rely reliant assured assure safe safely dna breath breathe reality realistic genuine genuinely absolute absolutely
achieving advance advanced advantage advantages appeal aspiration aspirations balance bespoke-made blend brilliant capable capability capabilities commit competent content convenience cooperation
courteous curious deliverable deliverables delighting dependable differentiate differentiator discerning distinctive diverse eager endeavour engage engagement enthusiasm enthusiastic enrich evolve
evolving exclusive exclusively exemplary fabulous favourite feedback flair flexibility foremost friend friends fulfil fulfilling fundamental glad globe global goal-driven gold guaranteeing
handle happier harmony helpful highlight history honour ideal immediate impress impressive improved infinitely ingenuity instant intelligent invest investing inviting joy lasting leap
leverage listening luxury mentality methodology milestone motivate motivation nation nationwide nothing obstacle obstacles ongoing optimal optimise optimum overwhelmed pace paramount peerless personality
philosophy pinnacle pioneering pivotal pleasing polite potentially praise preferred premium prestigious principle principles productive productivity profession progressive prompt promptly prosperity
punctual reassurance reassuring redefine refine reliably reward rewards richness rock satisfying scenes sensible sensitive serving sincere sky smoothly solved spectrum sphere strategy strategies
streamline streamlined stronger strongest substantial succeeding surpass swift swiftly synonymous tangible tenacity thriving tireless touchpoint touchpoints trademark transformation tremendous trusting
turnkey unforgettable unite united unity uplift uplifting valuable venture ventures versatility victory viable vigour vow warm warmly warmth winner winners wisdom workable worldwide yield zeal
arms speaks dot cross bespoke-service mile miles-ahead ground breaking groundbreaking breakthrough revolutionary revolutionise tomorrow's today's tailor catering-for ticking tick wish wishes dreams
lucky thanks faithful devoted devotion talentpool synergy holistically crisis society planet world's globally locally internationally regionally economy economic climate
review reviews testimonial testimonials phone telephone email e-mail
tbc tbd na n/a etc lorem ipsum dolor sit amet asdf qwerty test testing todo hi hey dear simply-put greet greeted greeting fee fees
`))

/** Small words of other languages, enough to notice that an answer is not in English. */
export const FOREIGN: ReadonlySet<string> = new Set(words(`
y yr yn ac ar gyda gan mae ni ein sy sy'n rydym chi chwilio fis yw’r yw'r ei hun nous sommes par la le les et de des du une un est pour avec
jesteśmy i w z na dla oraz każdego jest się der die das und ist wir für mit ein eine nicht el los las una con por para que somos es il lo gli di
per sono una della och att som är vi för med het een en van wij zijn voor не и в на с для мы
`))
