/** Good answers from other trades, to see how it can be said. Every business, place and number in them is invented. */
export type Example = { readonly trade: string; readonly answers: readonly [string, string, string, string] }

export const EXAMPLES: readonly Example[] = [
  { trade: 'Florist', answers: [
    'Couples in Wiltshire cannot find out where their wedding flowers were grown: nine bunches in ten have flown 4,000 miles. It would take 12 growers within 30 miles who cut to order by April 2027.',
    'We are looking for a cake maker in Salisbury with free Saturdays in June who will use our 40 trays of pressed violas. In return we pass on every couple who asks us about cake.',
    'Wild arrangements that stand up to wind: we made 14 outdoor weddings around Salisbury in 2026 and not one arch came down.',
    'Only we grow and arrange every stem within 12 miles of Salisbury, so your wedding flowers were in a Wiltshire field that same morning.',
  ] },
  { trade: 'Virtual assistant', answers: [
    'Sole traders in Leeds lose about 6 hours a week to their inbox, and nobody covers it when they are ill. It would take three assistants who share one rota from January.',
    'We need an assistant in Yorkshire who can cover 8 hours on Fridays from March 2027. We pay £22 an hour within 14 days, and the client stays ours.',
    'Bookings for mobile hairdressers in Leeds: since 2021 we have filled 31 diaries and cut missed appointments from 9 in 100 to 2.',
    'Only we answer the telephone for salons in Leeds in Polish, Urdu and English until 9pm, and have done for 17 of them since 2022.',
  ] },
  { trade: 'Precision engineer', answers: [
    'Test rigs in South Yorkshire wait 11 weeks for large titanium parts, because nobody within 100 miles machines over two metres. It would take two shops and one shared furnace by May 2027.',
    'We are looking for a controls engineer near Rotherham who can give 5 days in June to a hydrogen rig. We pay £480 a day and bring the mechanical drawings.',
    'Large titanium parts: we delivered 62 brackets for Kestrel Rigs in 2026, and none were sent back.',
    'Only we in Rotherham hold 5 microns on titanium parts over two metres, measured on our own bridge for 23 customers since 2019.',
  ] },
  { trade: 'Food charity', answers: [
    'In Harbour Ward 140 families have no hot meal on Tuesdays, since the canteen closed in 2025. It would take one kitchen, £600 a month and two drivers.',
    'We need a kitchen near the Quay on Tuesdays from 4pm to 7pm, from September 2027. In return our 12 trained volunteers leave it cleaner than they found it.',
    'Hot meals for families in Harbour Ward: we served 7,300 in 2026, and 24 of our last 26 volunteers stayed for a year.',
    'Only we in Harbour Ward deliver a hot halal supper to the door on Tuesdays, to 43 families, and know each of them by name since 2018.',
  ] },
  { trade: 'Bakery', answers: [
    'Cafés in Frome throw away 90 loaves a week because bread comes once, at 5am. It would take a second van at noon and six cafés that share it.',
    'We are looking for a miller within 20 miles of Frome with 2 tonnes of heritage wheat a month from August. We pay £900 a tonne and put your name on every loaf.',
    'Long-fermented rye: we have sold 41,000 loaves in Frome since 2019, and eight in ten customers come back within a week.',
    'Only we in Frome bake rye from wheat and rye grown on one farm in Nunney, 4 miles away, and have done so each Thursday since 2019.',
  ] },
  { trade: 'Builder', answers: [
    'Owners of stone cottages in the Peak District wait 14 months for lime work, because only four masons are left. It would take two apprentices a year from September 2027.',
    'We need a lime plasterer near Bakewell for three weeks in May 2027. We pay £240 a day and provide the scaffold.',
    'Damp stone cottages: we have dried out 37 houses around Bakewell since 2015, and 35 of them were still dry at their last survey.',
    'Only we around Bakewell repair stone roofs with slates from our own quarry at Stanton, on 52 cottages since 2011.',
  ] },
  { trade: 'Photographer', answers: [
    'Makers in Bristol cannot afford good pictures of their work: a day in a studio costs £450. It would take one shared studio and ten makers at £45 each a month.',
    'We are looking for a studio in Bedminster with daylight, two Mondays a month from March. In return we photograph your own work, up to 30 pieces a year.',
    'Pictures of glass and glaze: we photographed 1,200 pieces for 64 potters in Bristol in 2026, and 19 of them sold out their next fair.',
    'Only we in Bristol photograph glass in cross light with a 1950s plate camera, for 12 museums since 2016.',
  ] },
  { trade: 'Accountant', answers: [
    'Small charities in Cumbria miss grants because their accounts are late: 18 lost £90,000 in 2026. It would take one shared bookkeeper for two days a week from April.',
    'We need an insolvency adviser in Carlisle for about four clients a year, from June. We share the fee in half and stay beside the client.',
    'Accounts for village halls: we filed 86 sets in Cumbria in 2026, all of them before the day, and found £41,000 of Gift Aid that had not been claimed.',
    'Only we in Cumbria do accounts for charities in their own office in one day a quarter, and have for 29 of them since 2014.',
  ] },
  { trade: 'Web designer', answers: [
    'Clubs in Norwich cannot change their own websites, so one page in three shows last year’s dates. It would take one evening a month and £20 from each of 40 clubs.',
    'We are looking for an illustrator in Norwich who can draw 8 scenes by 1 May 2027. We pay £1,200 and put your name on the page.',
    'Ticket pages for small theatres: we built 11 around Norwich since 2020, and sales by telephone fell from 60 in 100 to 12.',
    'Only we in Norwich build theatre pages with the people who sit in row F: 14 blind and deaf testers have checked each of 11 sites since 2020.',
  ] },
  { trade: 'Care at home', answers: [
    'In Whitby 60 older people wait in hospital each winter because nobody can visit at 7am. It would take five carers on the west side by November 2027.',
    'We need a physiotherapist in Whitby for 6 hours on Wednesdays from October. We pay £38 an hour and drive you between visits.',
    'The first week home from hospital: we looked after 112 people in Whitby in 2026, and 104 of them did not go back within a month.',
    'Only we in Whitby send the same two carers morning and evening, every day, and have kept to it for 48 families since 2020.',
  ] },
  { trade: 'Bicycle workshop', answers: [
    'In Hull 800 bicycles a year go to the tip that need one part each. It would take a shed at the Wincolmlee tip and 10 volunteers from May 2027.',
    'We are looking for a school in Hull with 30 children who want to learn mending, on Thursdays from September. In return each child keeps the bicycle.',
    'Cargo bicycles: we have serviced 140 for couriers in Hull since 2018, and had 131 of them back on the road the same day.',
    'Only we in Hull re-spoke and true cargo wheels while you wait, with spokes we cut ourselves: 212 wheels for couriers in 2026.',
  ] },
  { trade: 'Caterer', answers: [
    'Village halls in Devon turn away funerals because no caterer comes for fewer than 60 guests. It would take four cooks who share one van and one booking list by June 2027.',
    'We need a farm near Totnes with 40 kilos of vegetables each Thursday from May to October. We pay £3 a kilo on the day.',
    'Funeral teas for 20 to 50 guests: we served 93 around Totnes in 2026, eleven of them within two days of the call.',
    'Only we around Totnes cook for a whole wake from one valley: bread, butter, ham and cider from six farms within 8 miles, at 93 funerals in 2026.',
  ] },
  { trade: 'Music teacher', answers: [
    'In Preston 300 children wait for a violin they could borrow. It would take 40 instruments, £2,000 for strings and one hall on Saturdays from September.',
    'We are looking for a pianist in Preston for 3 hours on Saturdays from 4 September 2027. We pay £30 an hour and you choose the music.',
    'First concerts for adults who never played: 57 people in Preston stood on a stage within a year of their first lesson, since 2019.',
    'Only we in Preston teach violin to adults in groups of five by ear alone, without notes, to 57 people since 2019.',
  ] },
]
