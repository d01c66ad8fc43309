import type { Word } from './word.js';

/** The words for those who take part: the house, its staff, and its customers. */
export const PEOPLE_WORDS: Record<string, Word> = {
  account: {
    word: 'account',
    meaning:
      'A company that is a [customer](glossary#customer), with its **account manager** and its ' +
      '[contacts](glossary#contact). See [accounts](reference/accounts).',
  },
  authority: {
    word: 'authority',
    meaning:
      'How much somebody may grant a customer alone, by role or person, in one currency: for one ' +
      '[remedy](glossary#remedy), for one complaint, and within a period. Beyond it somebody else approves. See ' +
      '[authorities](reference/authorities).',
  },
  branch: {
    word: 'branch',
    meaning:
      'A place where customers are served. It belongs to a [legal entity](glossary#legal-entity), and to a ' +
      '[brand](glossary#brand) where it serves only that.',
  },
  brand: {
    word: 'brand',
    meaning:
      'The name under which customers know the house, or a part of it. See [organisation](reference/organisation).',
  },
  complainant: {
    word: 'complainant',
    meaning: 'The person who complains. On these pages mostly called the customer.',
  },
  'complained-about': {
    word: 'complained about',
    meaning:
      'A member of staff whose conduct is the subject of a complaint. They do not see its internal notes, and ' +
      'take no action on it unless nobody else is able to; then the customer is told.',
  },
  contact: {
    word: 'contact',
    meaning:
      'A key figure of a company: a person whose word counts there, whether or not they are a customer themselves.',
  },
  customer: {
    word: 'customer',
    meaning:
      'Whoever complains, or for whom somebody complains. The **customer record** says how to reach and address ' +
      'them; a complaint is put to a record by staff, never because of an address that somebody wrote. See ' +
      '[customers](reference/customers).',
  },
  house: { word: 'house', meaning: 'The organisation that runs this program and answers to its customers.' },
  'legal-entity': {
    word: 'legal entity',
    meaning:
      'The company that answers by law for what a complaint is about, and reports it to the regulator. It stays with ' +
      'the complaint also when it is retired. See [organisation](reference/organisation).',
  },
  notice: {
    word: 'notice',
    meaning:
      'That somebody of the house is told of something: it stands in their inbox, and comes by mail as they chose, ' +
      'with the reference and no word of the case. Nobody is told what they did themselves, nor anything of a ' +
      'complaint about themselves. See [notices](reference/notices).',
  },
  owner: {
    word: 'owner',
    meaning: 'The one person who is responsible for a complaint, and whose name the customer was told.',
  },
  representative: {
    word: 'representative',
    meaning:
      'Somebody who complains for the [complainant](glossary#complainant): a lawyer, a relative, a consumer body. ' +
      'Until staff have seen their authority it is `claimed`, they are owed nothing but that the complaint was ' +
      'received, and it cannot be decided. See [representatives](reference/representatives).',
  },
  staff: { word: 'staff', meaning: 'Those who work on complaints: agents, supervisors and administrators.' },
  'stand-in': {
    word: 'stand-in',
    meaning:
      'Who works on the complaints of an [owner](glossary#owner) who is away, with the same rights and by the own ' +
      'name. The owner stays who it was; the customer is shown how to reach the stand-in. Nobody stands in on a ' +
      'complaint about themselves. See [availability](reference/availability).',
  },
  team: {
    word: 'team',
    meaning:
      'Users who work together. Somebody may be in several; the [board](promises#board) and the ' +
      '[punctuality](glossary#punctuality) can be asked for by team.',
  },
  verified: {
    word: 'verified',
    meaning:
      'Said of an address or a number that the customer was seen to hold. One that is not verified says nothing ' +
      'about who somebody is.',
  },
  vulnerability: {
    word: 'vulnerability',
    meaning:
      'That a customer needs particular care, and why: kept on a legal basis, until an end, and shown to staff only.',
  },
};
