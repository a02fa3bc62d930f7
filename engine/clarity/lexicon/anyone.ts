/**
 * Words and phrases anyone could say. A hyphen counts as a space. Kept as one string per theme: a list
 * of some hundred short words reads better in lines than one to a row.
 */
const PRAISE = `
passionate|passion|passionately|bespoke|quality|high quality|highest quality|top quality|excellence|excellent|exceptional
outstanding|professional|professionally|professionalism|professionals|friendly|reliable|reliability|dedicated|dedication
committed|commitment|experienced|expert|experts|expertise|expertly|knowledgeable|skilled|talented|innovative|innovation
leading|unique|uniquely|tailored|tailor made|customised|personalised|solutions|holistic|proactive|cutting edge
state of the art|world class|first class|five star|5 star|top notch|premium|premier|luxury|luxurious|trusted|trustworthy
affordable|competitive|competitively|comprehensive|efficient|efficiently|efficiency|cost effective|stunning|beautiful
beautifully|perfect|perfection|unforgettable|memorable|impeccable|exquisite|amazing|fantastic|incredible|wonderful|awesome
superb|brilliant|delicious|finest|creative|creativity|inspired|inspiring|inspires|inspirational|dynamic|vibrant|seamless
seamlessly|hassle free|stress free|award winning|best in class|industry leading|market leading|unrivalled|unparalleled
unbeatable|unmatched|unwavering|tirelessly|meticulous|attention to detail|timeless|magic|magical|dream|dreams|sparkle
second to none|one of a kind|like no other|state of the art|cutting-edge|superior|ultimate|special|truly|value for money
`
const PROMISES = `
go the extra mile|goes the extra mile|going the extra mile|extra mile|above and beyond|exceed your expectations
exceed expectations|exceeding expectations|no job too big|no job too small|no job too big or too small|one stop shop
under one roof|all your needs|your needs|every need|for every occasion|for all occasions|for any event|peace of mind
next level|full potential|focus on what you do best|truly listen|at the heart of|heart of everything|from start to finish
every step of the way|a to z|end to end|results driven|deliver results|delivers results|get results|drive growth
add value|added value|adds value|make a difference|makes a difference|making a difference|real difference
with a smile|a warm welcome|warm welcome|open arms|no obligation|free quote|free quotes|free estimates|fully insured
call us today|call now|contact us today|get in touch|look no further|speaks for itself|your success is our success
we care|we listen|we deliver|pride ourselves|prides itself|take pride|takes pride|takes great pride|strive|strives|striving
love what we do|made with love|with love|labour of love|family run|family business|trusted by|chosen by|satisfaction
satisfied|happy customers|happy clients|customer satisfaction|customer service|personal service|personal touch|quality service
excellent service|great service|high standard|high standards|highest standard|highest standards|best possible|very best
the best in the business|number one|number 1|no 1|combined experience|years experience|years of experience|track record
best prices|great prices|competitive prices|affordable prices|guaranteed|guarantee|on time and on budget|every time
`
const JARGON = `
synergy|synergies|synergistic|leverage|leveraging|ecosystem|stakeholder|stakeholders|strategic|strategically|ambitious
empower|empowers|empowering|empowerment|inclusive|sustainable|sustainably|sustainability|like minded|likeminded|can do attitude
compassionate|caring|person centred|client centric|customer centric|customer focused|client focused|forward thinking|ethos
values|vision|mission|solution|full service|wide range|broad range|full range|comprehensive range|extensive range
digital transformation|digital solutions|ahead of the curve|going forward|win win|best practice|best practices|impactful
transform|transforms|transformative|transforming|unlock|unlocks|elevate|elevates|thrive|thriving|flourish|disruptive|disrupt
game changing|game changer|thought leader|thought leadership|value added|core competencies|paradigm|robust|scalable|agile
collaborate|collaborating|collaboration|collaborations|collaborative|in today's fast paced world|fast paced|crowded market
stand out|stands out|standing out|sets us apart|sets me apart|set us apart|what makes us different|your partner in
trusted partner|trusted adviser|trusted advisers|trusted advisor|trusted advisors|better future|brighter future
community spirit|positive change|meaningful|meaningfully|authentic|authentically|curated|artisan|artisanal|handcrafted|crafted
honest|integrity|transparent|transparency|flexible|responsive|fun|engaging|safe|welcoming|supportive|nurturing|loving
`

const phrases = (text: string): readonly string[] =>
  text.trim().split(/[|\n]/).map((phrase) => phrase.replaceAll('-', ' ').trim()).filter((phrase) => phrase !== '')

export const ANYONE_COULD_SAY: readonly string[] = [...new Set([PRAISE, PROMISES, JARGON].flatMap(phrases))]

/** Amounts that name no amount. */
export const VAGUE_AMOUNTS: readonly string[] = phrases(`
many|several|various|numerous|lots of|plenty of|a lot of|a range of|a variety of|a number of|loads of|countless
hundreds|thousands|millions|dozens|a wealth of|all sorts of|all kinds of|more|some
`)
