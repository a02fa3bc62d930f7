/** Places in these islands, in small letters. Towns not listed are found by their capital and the words before them. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const PLACES: ReadonlySet<string> = words(`
avon bedfordshire berkshire buckinghamshire cambridgeshire cheshire cornwall cumbria derbyshire devon dorset durham essex gloucestershire hampshire
herefordshire hertfordshire huntingdonshire kent lancashire leicestershire lincolnshire merseyside middlesex norfolk northamptonshire northumberland
nottinghamshire oxfordshire rutland shropshire somerset staffordshire suffolk surrey sussex warwickshire westmorland wiltshire worcestershire yorkshire
humberside teesside tyneside wearside wirral midlands cotswolds chilterns pennines dales fens mendips malverns
scotland wales ulster highlands hebrides orkney shetland skye fife lothian galloway borders aberdeenshire angus argyll ayrshire perthshire lanarkshire
gwynedd powys dyfed gwent glamorgan ceredigion carmarthenshire pembrokeshire monmouthshire anglesey snowdonia antrim armagh fermanagh tyrone
london birmingham manchester liverpool leeds sheffield bristol newcastle nottingham leicester coventry bradford hull stoke wolverhampton plymouth derby
southampton portsmouth brighton norwich luton swindon oxford cambridge york exeter gloucester worcester lincoln chester carlisle lancaster salisbury
winchester canterbury wakefield preston salford sunderland peterborough ripon wells truro ely lichfield hereford stirling perth dundee aberdeen inverness
edinburgh glasgow paisley cardiff swansea newport bangor wrexham aberystwyth belfast derry lisburn newry bournemouth poole reading slough oldham bolton
blackpool middlesbrough huddersfield rochdale stockport burnley blackburn grimsby doncaster rotherham barnsley halifax harrogate scarborough whitby
ipswich colchester chelmsford southend basildon lowestoft yarmouth cheltenham stroud taunton yeovil torquay barnstaple penzance newquay falmouth
maidstone dover folkestone hastings eastbourne worthing crawley guildford woking basingstoke andover farnham aldershot watford stevenage luton bedford
kettering corby northampton milton keynes banbury aylesbury wycombe rugby nuneaton tamworth telford shrewsbury ludlow oswestry kendal keswick penrith
barrow workington hexham morpeth alnwick berwick dumfries stranraer kilmarnock ayr falkirk livingston kirkcaldy cupar arbroath elgin oban
tenby carmarthen llanelli merthyr pontypridd barry caerphilly llandudno rhyl brecon hay
frome glastonbury shaftesbury wimborne weymouth dorchester warminster trowbridge devizes marlborough wilton amesbury
brixham newlyn hayle wadebridge bodmin launceston tavistock okehampton totnes dartmouth ilfracombe
`)

/** Also everyday words: a place only with its capital inside a sentence. */
export const ALSO_WORDS: ReadonlySet<string> = words(`reading rugby hull poole wells bath deal ware hay barry barrow avon angus stoke preston
lincoln stirling derby dales fens borders highlands newport ely oxford york lancaster marlborough andover keynes perth ayr dover sandwich milton`)

/** Ends and beginnings of place names. */
export const PLACE_SHAPE = /(?:shire|ford|bury|borough|burgh|ham|ton|mouth|chester|cester|wick|wich|ley|thorpe|dale|combe|coombe|stead|worth|minster|port|pool|bridge|moor|hurst|wold|leigh|haven|ness|firth|kirk|stow|stowe|low|den)$|^(?:aber|llan|inver|kirk|ponty|pont|tre|pen|bally|dun|glen|kil)[a-z]{3}/u

/** Too wide to tell anyone anything. */
export const TOO_WIDE: ReadonlySet<string> = words(`uk britain british england english europe european world international nationwide`)

export const POSTCODE = /^(?:AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|[BEGLMNSW])[0-9][0-9A-Z]?$/u
