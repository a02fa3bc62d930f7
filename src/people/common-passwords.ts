/**
 * What is tried first everywhere, and around here: words that make up a password of ten characters by themselves, doubled, or with a
 * year or a row of digits at the end. All in small letters without signs. Shorter ones are refused by their length already.
 */
const WORDS = `
password passwort passw0rd p4ssword welcome letmein iloveyou sunshine princess football baseball superman batman starwars pokemon
dragon monkey master shadow michael jennifer jordan liverpool arsenal chelsea manchester manutd everton rangers celtic tottenham
england scotland wales ireland london charlie charlotte thomas george william oliver jessica daniel matthew joshua ashley nicole
summer winter autumn spring january february march april june july august september october november december monday tuesday
wednesday thursday friday saturday sunday secret hello whatever trustno1 changeme change default admin administrator guest test
testing qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx 1q2w3e4r 1q2w3e4r5t 1qaz2wsx q1w2e3r4 q1w2e3r4t5 qwer1234
abc123 abcd1234 a1b2c3 a1b2c3d4 computer internet samsung google facebook instagram linkedin microsoft windows apple android
business company office charity volunteer member network partner guildhall chamber organisation organiser florist flowers
chocolate butterfly rainbow cookie banana orange purple yellow biscuit ginger poppy tigger molly daisy bailey maggie buster
blink182 metallica slipknot eminem naruto minecraft fortnite roblox blessed jesus christ heaven angel babygirl loveme lovely
freedom forever friends family mother father brother sister daughter hunter soccer hockey ranger killer ninja mustang ferrari
porsche corvette harley yamaha password1 password12 password123 welcome1 welcome123 letmein123 qwerty123 admin123 iloveyou1
`.trim().split(/\s+/)

const WHOLE = `
1234567890 0123456789 12345678910 123456789a 1234567891 0987654321 9876543210 1029384756 1122334455 112233445566 123123123123
1231231234 123qweasdzxc qweasdzxc123 qwertyuiop123 1qaz2wsx3edc 1q2w3e4r5t6y q1w2e3r4t5y6 zaq12wsxcde3 correcthorsebatterystaple
thisismypassword mypassword newpassword mynewpassword yourpassword nopassword passwordpassword ihavenopassword letmeinplease
iloveyousomuch iloveyouforever ilovemyfamily ilovemydog ilovemycat manchesterunited manchestercity liverpoolfc youllneverwalkalone
unitedkingdom greatbritain buckinghampalace openthedoor opensesame startrek123 gameofthrones harrypotter hogwarts mickeymouse
donaldduck spongebob scoobydoo winniethepooh hellokitty pineapple123 strawberry strawberries watermelon blackberry elizabeth
alexander alexandra christopher christina christian stephanie
`.trim().split(/\s+/)

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set([...WORDS, ...WORDS.map((word) => word + word), ...WHOLE])
