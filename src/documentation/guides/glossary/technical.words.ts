import type { Word } from './word.js';

/** The words of the craft: what an auditor meets on the pages about the interface and the log. */
export const TECHNICAL_WORDS: Record<string, Word> = {
  api: {
    word: 'API',
    meaning:
      'The way in which programs speak to this program: they send [requests](glossary#request) and get ' +
      'answers. People use it through the pages of other programs.',
  },
  commitment: {
    word: 'commitment',
    meaning:
      'A [hash](glossary#hash) that stands in the log in the place of a [personal ' +
      'value](glossary#personal-value). It proves later what the value was, and tells nothing once the value ' +
      'is erased.',
  },
  cursor: {
    word: 'cursor',
    meaning: 'A bookmark in a list: where the next page begins. See [how to page](how-to-page).',
  },
  entry: {
    word: 'entry',
    meaning:
      'One line of the [log](glossary#log): what happened, when, who did it, and to what. See [entries](entries).',
  },
  erasure: {
    word: 'erasure',
    meaning:
      'Taking away everything that is known of a person: planned by one supervisor, approved by another, and ' +
      'certified. What happened and when stays on record; [personal values](glossary#personal-value) do not.',
  },
  etag: {
    word: 'ETag',
    meaning:
      'The [version](glossary#version) of what was answered, as a header. See [how to lock](how-to-lock).',
  },
  hash: {
    word: 'hash',
    meaning:
      'A short fingerprint of a text (here SHA-256). Another text has another fingerprint, so it shows whether ' +
      'a text is still the same.',
  },
  header: {
    word: 'header',
    meaning: 'A line beside the content of a request or an answer, such as `ETag: "3"`.',
  },
  'idempotency-key': {
    word: 'idempotency key',
    meaning:
      'A text that stands for one request, so that sending it twice does it once. See [how to retry](how-to-retry).',
  },
  json: {
    word: 'JSON',
    meaning: 'The form in which requests and answers are written: names and values in braces.',
  },
  'legal-hold': {
    word: 'legal hold',
    meaning:
      'The word of a supervisor that something may not be erased for now, because a dispute or an authority needs ' +
      'it. See [legal holds](reference/legal-holds).',
  },
  log: {
    word: 'log',
    meaning:
      'The record of everything that changed, which nobody alters. See [how to verify it](how-to-verify).',
  },
  permission: {
    word: 'permission',
    meaning: 'What a [role](glossary#role) may do. See [permissions](permissions).',
  },
  'personal-value': {
    word: 'personal value',
    meaning:
      'A name, an address, or whatever a person typed. In the log it is kept apart from the rest, so that it ' +
      'can be erased without a gap in the log.',
  },
  position: {
    word: 'position',
    meaning: 'The place of an entry in the one order of everything: 1, 2, 3 and so on, without gaps.',
  },
  problem: { word: 'problem', meaning: 'An answer that says no, and why. Each kind has [a page](problems).' },
  request: {
    word: 'request',
    meaning:
      'What a program sends to the [API](glossary#api): a method (GET reads, POST does or adds something, ' +
      'PATCH changes particulars), an address, and sometimes content.',
  },
  'retention-class': {
    word: 'retention class',
    meaning:
      'How long a complaint is kept from its receipt: three, five or seven years. When that is over it may be ' +
      '[erased](glossary#erasure). See [retention](reference/retention).',
  },
  role: {
    word: 'role',
    meaning:
      'What somebody is to the program: agent, supervisor, auditor, administrator; or the customer, or ' +
      'anybody. See [the roles](permissions#roles).',
  },
  sealed: { word: 'sealed', meaning: 'Said of an entry that has its position and the hash of its text.' },
  shell: {
    word: 'shell',
    meaning: 'The window in which commands are typed. `curl` is a command that sends a request.',
  },
  token: {
    word: 'token',
    meaning: 'A text that shows who sends a request. Whoever has it can use it, so it is kept like a key.',
  },
  'tracking-token': {
    word: 'tracking token',
    meaning:
      'The key of a customer to their own complaint; it begins with `amt_`. It opens the tracking page and ' +
      'nothing else.',
  },
  version: {
    word: 'version',
    meaning: 'A number that rises with every change of a thing. See [how to lock](how-to-lock).',
  },
};
