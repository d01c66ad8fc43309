import type { Word } from './word.js';

/** The words about promises and their time. */
export const PROMISE_WORDS: Record<string, Word> = {
  breach: {
    word: 'breach',
    meaning:
      'What is born when a [promise](glossary#promise) is broken: the house owes an apology and a cause. See its ' +
      '[states](glossary#breach-states), and [what it obliges to](promises#breaches).',
  },
  broken: {
    word: 'broken',
    meaning:
      'Said of a [promise](glossary#promise) that was not kept by its time; that stays on record, also if it ' +
      'is kept later. The program sees it by itself, at that moment.',
  },
  'business-time': {
    word: 'business time',
    meaning:
      'Time in which the house is open by its [calendar](glossary#calendar). The other way to count is elapsed ' +
      'time: every hour, day and night. See [how time is counted](promises#times).',
  },
  calendar: {
    word: 'calendar',
    meaning:
      'When the house is open: the hours of the week, holidays, and days unlike the others, in the zone of a ' +
      'place. It has [versions](glossary#version). See [calendars](promises#calendars).',
  },
  'closing-notice': {
    word: 'closing notice',
    meaning:
      'A message to the customer, some days before the [closing window](glossary#closing-window) is over, that ' +
      'silence will close the complaint. Without it silence closes nothing.',
  },
  'closing-window': {
    word: 'closing window',
    meaning:
      'The time after a decision in which the house expects to hear from the customer; `closesAt` is its end. ' +
      'Then silence closes the complaint, and the log says that it was silence.',
  },
  'dispute-window': {
    word: 'dispute window',
    meaning:
      'The time in which the customer may dispute a decision or bring a complaint back: `disputableUntil`.',
  },
  explanation: {
    word: 'explanation',
    meaning:
      'Why a [promise](glossary#promise) is due when it is: rule, calendar, and every stretch of time, made from ' +
      'the log. See [how to check a date](promises#explanation). (In a decision: its reasons, in words.)',
  },
  pause: {
    word: 'pause',
    meaning:
      'While the customer is asked something, most promises wait, and are due later by that time. Each pause is ' +
      'kept with its beginning and its end. The first answer never waits, nor what is owed by law.',
  },
  profile: {
    word: 'profile',
    meaning:
      'What a [regulator](profiles) asks of a house: times, letters, routes outside. One holds for the whole ' +
      'house; it is chosen when the program is started.',
  },
  promise: {
    word: 'promise',
    meaning:
      'Anything a customer may expect by a time, whether the [standard](glossary#standard) of the house makes ' +
      'it, the law or a person. What others call a deadline or a service level is a promise here. See its ' +
      '[kinds](glossary#promise-kinds) and [states](glossary#promise-states).',
  },
  punctuality: {
    word: 'punctuality',
    meaning:
      'The share of [promises](glossary#promise) that were kept in time, of those that were kept or broken. One ' +
      'that got another date before it was due is counted apart, one that was released is not counted.',
  },
  standard: {
    word: 'standard',
    meaning:
      'Which promises the house makes to whom, and how long each may take. A house can have many; the first that ' +
      'fits a complaint holds for it, in the [version](glossary#version) of that moment. See [which standard ' +
      'holds](promises#standards).',
  },
  tier: {
    word: 'tier',
    meaning:
      'How the house classes a customer, in a word of its own such as `gold`, given by hand or by what the ' +
      'customer brings; a [standard](glossary#standard) can be for some tiers only. A complaint keeps the tier ' +
      'that it was received with. See [tiers](reference/tiers).',
  },
  warning: {
    word: 'warning',
    meaning:
      'The note in the log that a [promise](glossary#promise) is near its end (`promise.warned`), once for each; ' +
      '`warnAt` says when.',
  },
};
