import type { Vocabulary } from '../types.ts'

export const words: Vocabulary = {
  key: 'wedding-words',
  title: 'Words of the wedding trades',
  scheme: "Haverstow's own scheme (HWT), not an official classification",
  words: [
    { key: 'wedding-florals', code: 'HWT-10', title: 'Flowers', synonyms: ['florist', 'floristry'], narrower: [
      { key: 'wedding-flowers', code: 'HWT-11', title: 'Wedding flowers', synonyms: ['bridal flowers', 'bouquets', 'buttonholes'] },
      { key: 'foraged-installations', code: 'HWT-12', title: 'Foraged installations', synonyms: ['flower arch', 'hanging flowers', 'flower cloud'] },
      { key: 'funeral-flowers', code: 'HWT-13', title: 'Funeral flowers', synonyms: ['wreaths', 'tributes'] },
      { key: 'dried-flowers', code: 'HWT-14', title: 'Dried flowers', synonyms: ['everlasting flowers'] },
      { key: 'grown-stems', code: 'HWT-15', title: 'Locally grown stems by the bucket', synonyms: ['flower farm', 'cut flowers', 'buckets'] },
    ] },
    { key: 'wedding-food', code: 'HWT-20', title: 'Food and drink', narrower: [
      { key: 'wedding-cakes', code: 'HWT-21', title: 'Wedding cakes', synonyms: ['tiered cakes', 'cake maker', 'celebration cakes'] },
      { key: 'free-from-cakes', code: 'HWT-22', title: 'Cakes without gluten, egg or dairy', synonyms: ['vegan cakes', 'gluten-free cakes', 'coeliac'] },
      { key: 'dessert-tables', code: 'HWT-23', title: 'Dessert tables', synonyms: ['sweet table', 'mithai'] },
      { key: 'wedding-catering', code: 'HWT-24', title: 'Wedding catering', synonyms: ['caterer', 'wedding breakfast', 'buffet'] },
      { key: 'evening-food', code: 'HWT-25', title: 'Evening food', synonyms: ['wood-fired pizza', 'late snacks'] },
      { key: 'wedding-bar', code: 'HWT-26', title: 'Bar', synonyms: ['mobile bar', 'licensed bar'] },
    ] },
    { key: 'wedding-places', code: 'HWT-30', title: 'Places and shelter', narrower: [
      { key: 'indoor-venue', code: 'HWT-31', title: 'Indoor venue', synonyms: ['wedding venue', 'function room', 'town venue'] },
      { key: 'barn-venue', code: 'HWT-32', title: 'Barn or farm venue', synonyms: ['country venue', 'rustic venue'] },
      { key: 'garden-venue', code: 'HWT-33', title: 'Garden venue', synonyms: ['outdoor ceremony'] },
      { key: 'tipi-hire', code: 'HWT-34', title: 'Tipi hire', synonyms: ['giant hat tent', 'kata'] },
      { key: 'marquee-hire', code: 'HWT-35', title: 'Marquee hire', synonyms: ['tent hire'] },
      { key: 'furniture-hire', code: 'HWT-36', title: 'Tables, chairs and floors', synonyms: ['furniture hire', 'dance floor'] },
      { key: 'event-power', code: 'HWT-37', title: 'Power, light and water for fields', synonyms: ['generator hire', 'festoon lights', 'loos'] },
    ] },
    { key: 'wedding-dress', code: 'HWT-40', title: 'Clothes and looks', narrower: [
      { key: 'made-to-measure-dress', code: 'HWT-41', title: 'Made-to-measure dresses', synonyms: ['bridal gown', 'dressmaker', 'bespoke dress'] },
      { key: 'dress-alterations', code: 'HWT-42', title: 'Alterations', synonyms: ['taking in', 'hemming'] },
      { key: 'heirloom-remaking', code: 'HWT-43', title: "Remaking a mother's dress", synonyms: ['vintage dress', 'upcycled gown'] },
      { key: 'bridal-hair', code: 'HWT-44', title: 'Hair', synonyms: ['hair stylist', 'hair up'] },
      { key: 'bridal-make-up', code: 'HWT-45', title: 'Make-up', synonyms: ['make-up artist', 'MUA'] },
      { key: 'textured-hair', code: 'HWT-46', title: 'Afro and textured hair', synonyms: ['braids', 'natural hair'] },
    ] },
    { key: 'wedding-pictures', code: 'HWT-50', title: 'Pictures', narrower: [
      { key: 'wedding-photography', code: 'HWT-51', title: 'Photography', synonyms: ['photographer', 'photos'] },
      { key: 'film-photography', code: 'HWT-52', title: 'Photographs on real film', synonyms: ['analogue', 'darkroom prints'] },
      { key: 'wedding-film', code: 'HWT-53', title: 'Wedding films', synonyms: ['videographer', 'video'] },
      { key: 'drone-pictures', code: 'HWT-54', title: 'Pictures from the air', synonyms: ['drone'] },
      { key: 'second-shooter', code: 'HWT-55', title: 'Second photographer', synonyms: ['second shooter', 'assistant photographer'] },
    ] },
    { key: 'wedding-ceremony', code: 'HWT-60', title: 'Ceremony and music', narrower: [
      { key: 'celebrant-ceremonies', code: 'HWT-61', title: 'Ceremonies by a celebrant', synonyms: ['celebrant', 'humanist wedding'] },
      { key: 'two-language-ceremonies', code: 'HWT-62', title: 'Ceremonies in two languages', synonyms: ['bilingual wedding'] },
      { key: 'ceilidh-band', code: 'HWT-63', title: 'Ceilidh band', synonyms: ['barn dance', 'folk band', 'caller'] },
      { key: 'ceremony-music', code: 'HWT-64', title: 'Music for the ceremony', synonyms: ['string duo', 'harp', 'aisle music'] },
      { key: 'evening-dj', code: 'HWT-65', title: 'DJ for the evening', synonyms: ['disco'] },
    ] },
    { key: 'wedding-travel', code: 'HWT-70', title: 'Getting there', narrower: [
      { key: 'wedding-cars', code: 'HWT-71', title: 'Wedding cars', synonyms: ['vintage car', 'chauffeur'] },
      { key: 'guest-transport', code: 'HWT-72', title: 'Transport for guests', synonyms: ['minibus', 'coach', 'shuttle'] },
    ] },
    { key: 'wedding-paper', code: 'HWT-80', title: 'Paper and planning', narrower: [
      { key: 'invitations', code: 'HWT-81', title: 'Invitations', synonyms: ['stationery', 'save the date'] },
      { key: 'letterpress', code: 'HWT-82', title: 'Letterpress printing', synonyms: ['hand-printed'] },
      { key: 'signs-and-plans', code: 'HWT-83', title: 'Signs and table plans', synonyms: ['seating plan', 'welcome sign'] },
      { key: 'day-coordination', code: 'HWT-84', title: 'Running the day', synonyms: ['on-the-day coordinator', 'wedding planner'] },
      { key: 'guest-list-admin', code: 'HWT-85', title: 'Guest lists and replies', synonyms: ['RSVP', 'guest admin'] },
    ] },
  ],
}
