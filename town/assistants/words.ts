import type { Vocabulary } from '../types.ts'

export const words: Vocabulary = {
  key: 'assistant-words',
  title: 'Words of the Donnet assistants',
  scheme: "The association's own scheme (DVA), not an official classification",
  words: [
    { key: 'office-work', code: 'DVA-10', title: 'The daily desk', synonyms: ['admin', 'PA'], narrower: [
      { key: 'inbox-care', code: 'DVA-11', title: 'Looking after an inbox', synonyms: ['inbox management', 'e-mail'] },
      { key: 'diary-care', code: 'DVA-12', title: 'Looking after a diary', synonyms: ['diary management', 'calendar', 'scheduling'] },
      { key: 'travel-booking', code: 'DVA-13', title: 'Booking travel', synonyms: ['flights', 'hotels'] },
      { key: 'customer-replies', code: 'DVA-14', title: 'Replies to customers', synonyms: ['customer service', 'enquiries'] },
      { key: 'phone-answering', code: 'DVA-15', title: 'Answering the phone', synonyms: ['call handling', 'receptionist'] },
      { key: 'order-processing', code: 'DVA-16', title: 'Orders and bookings', synonyms: ['booking forms', 'order admin'] },
      { key: 'filing', code: 'DVA-17', title: 'Filing that can be found again', synonyms: ['folders', 'shared drive'] },
    ] },
    { key: 'cover-for-assistants', code: 'DVA-20', title: 'Cover for other assistants', synonyms: ['associate', 'overflow'], narrower: [
      { key: 'day-cover', code: 'DVA-21', title: 'Cover on a working day', synonyms: ['sick cover', 'busy day'] },
      { key: 'evening-cover', code: 'DVA-22', title: 'Evening cover', synonyms: ['after hours'] },
      { key: 'weekend-cover', code: 'DVA-23', title: 'Weekend cover', synonyms: ['Saturday', 'Sunday'] },
      { key: 'holiday-cover', code: 'DVA-24', title: 'Cover for a week or two', synonyms: ['annual leave', 'maternity'] },
      { key: 'client-handover', code: 'DVA-25', title: 'Handing a client over and back', synonyms: ['handover pack', 'process notes'] },
    ] },
    { key: 'money-desk', code: 'DVA-30', title: 'The money desk', narrower: [
      { key: 'bookkeeping', code: 'DVA-31', title: 'Bookkeeping', synonyms: ['ledgers', 'VAT records'] },
      { key: 'invoice-chasing', code: 'DVA-32', title: 'Chasing invoices kindly', synonyms: ['credit control', 'late payment'] },
      { key: 'payroll', code: 'DVA-33', title: 'Payroll', synonyms: ['wages', 'payslips'] },
      { key: 'expenses', code: 'DVA-34', title: 'Expenses', synonyms: ['receipts', 'mileage'] },
    ] },
    { key: 'typing', code: 'DVA-40', title: 'Typing and languages', narrower: [
      { key: 'audio-typing', code: 'DVA-41', title: 'Audio typing', synonyms: ['transcription', 'dictation'] },
      { key: 'legal-typing', code: 'DVA-42', title: 'Legal typing', synonyms: ['court documents', 'wills'] },
      { key: 'meeting-minutes', code: 'DVA-43', title: 'Minutes', synonyms: ['minute taking', 'board minutes'] },
      { key: 'polish-and-english', code: 'DVA-44', title: 'Polish and English', synonyms: ['translation', 'tłumaczenie'] },
      { key: 'welsh-and-english', code: 'DVA-45', title: 'Welsh and English', synonyms: ['Cymraeg', 'cyfieithu'] },
      { key: 'proofreading', code: 'DVA-46', title: 'Proofreading', synonyms: ['checking', 'copy editing'] },
    ] },
    { key: 'words-and-pictures', code: 'DVA-50', title: 'Words and pictures', narrower: [
      { key: 'social-posts', code: 'DVA-51', title: 'Social media posts', synonyms: ['social media', 'content'] },
      { key: 'newsletters', code: 'DVA-52', title: 'Newsletters', synonyms: ['mailing list', 'e-mail newsletter'] },
      { key: 'website-updates', code: 'DVA-53', title: 'Small website changes', synonyms: ['web edits'] },
      { key: 'document-design', code: 'DVA-54', title: 'Documents that look right', synonyms: ['templates', 'reports', 'slides'] },
      { key: 'sound-editing', code: 'DVA-55', title: 'Sound editing', synonyms: ['podcast'] },
    ] },
    { key: 'systems', code: 'DVA-60', title: 'Systems', narrower: [
      { key: 'customer-records', code: 'DVA-61', title: 'Setting up customer records', synonyms: ['CRM', 'database'] },
      { key: 'forms-and-flows', code: 'DVA-62', title: 'Forms that fill themselves in', synonyms: ['automation', 'workflow'] },
      { key: 'spreadsheets', code: 'DVA-63', title: 'Spreadsheets', synonyms: ['Excel', 'pivot'] },
      { key: 'data-protection-desk', code: 'DVA-64', title: 'Data protection for small firms', synonyms: ['GDPR', 'privacy notice', 'processor agreement'] },
      { key: 'password-care', code: 'DVA-65', title: 'Passwords and access', synonyms: ['password vault', 'shared logins'] },
    ] },
    { key: 'events-desk', code: 'DVA-70', title: 'Events', narrower: [
      { key: 'event-admin', code: 'DVA-71', title: 'Event paperwork', synonyms: ['conference admin', 'event planning'] },
      { key: 'attendee-lists', code: 'DVA-72', title: 'Attendees and badges', synonyms: ['delegates', 'registration'] },
      { key: 'speaker-care', code: 'DVA-73', title: 'Looking after speakers', synonyms: ['speaker liaison'] },
    ] },
  ],
}
