import { STATES } from '../../../complaints/complaint.states.js';
import * as words from '../../../complaints/complaint.words.js';
import { ISSUE_STATES } from '../../../complaints/issues/issue.words.js';
import { REFERRAL_KINDS, REFERRAL_OUTCOMES } from '../../../complaints/referrals/referral.words.js';
import { REMEDY_STATES, REMEDY_TYPES } from '../../../complaints/remedies/remedy.words.js';
import { COUNTED_TIMES } from '../../../kernel/term.js';
import { CHANNELS, SEVERITIES } from '../../../kernel/words.js';
import type { List } from './list.js';
import { PARTY_LISTS } from './party-lists.js';

/** The closed lists, each value with its meaning, as the program has them. */
export const LISTS: readonly List[] = [
  {
    id: 'states',
    heading: 'States of a complaint',
    intro: 'Where a complaint stands. The first five are **open**: work goes on.',
    prefix: 'state',
    words: Object.fromEntries(Object.entries(STATES).map(([name, { meaning }]) => [name, meaning])),
  },
  {
    id: 'outcomes',
    heading: 'Outcomes',
    intro: 'What a decision found.',
    prefix: 'outcome',
    words: words.OUTCOMES,
  },
  {
    id: 'not-determined-reasons',
    heading: 'Reasons for not deciding',
    intro: 'Why nothing could be found, with the outcome `not_determined`.',
    prefix: 'not-determined',
    words: words.NOT_DETERMINED_REASONS,
  },
  {
    id: 'decline-reasons',
    heading: 'Reasons for declining',
    intro: 'Why the house does not treat something as its complaint.',
    prefix: 'decline',
    words: words.DECLINE_REASONS,
  },
  {
    id: 'promise-kinds',
    heading: 'Kinds of promises',
    intro: 'What can be promised. Their times stand on the page about [promises](promises).',
    prefix: 'promise-kind',
    words: words.PROMISE_KINDS,
  },
  {
    id: 'promise-states',
    heading: 'States of a promise',
    intro: 'What became of a promise.',
    prefix: 'promise-state',
    words: words.PROMISE_STATES,
  },
  {
    id: 'breach-states',
    heading: 'States of a breach',
    intro: 'What became of what was owed for a broken promise. See [what it obliges to](promises#breaches).',
    prefix: 'breach-state',
    words: words.BREACH_STATES,
  },
  {
    id: 'remedy-types',
    heading: 'Kinds of remedies',
    intro: 'What can make good. See [remedies](reference/remedies).',
    prefix: 'remedy',
    words: REMEDY_TYPES,
  },
  {
    id: 'remedy-states',
    heading: 'States of a remedy',
    intro: 'What became of a remedy.',
    prefix: 'remedy-state',
    words: REMEDY_STATES,
  },
  {
    id: 'issue-states',
    heading: 'States of an issue',
    intro: 'What became of one point of a complaint.',
    prefix: 'issue-state',
    words: ISSUE_STATES,
  },
  {
    id: 'referral-kinds',
    heading: 'Kinds of bodies outside the house',
    intro: 'Who can have a complaint beside the house. See [referrals](reference/referrals).',
    prefix: 'referral-kind',
    words: REFERRAL_KINDS,
  },
  {
    id: 'referral-outcomes',
    heading: 'Outcomes of a referral',
    intro: 'What became of a referral.',
    prefix: 'referral-outcome',
    words: REFERRAL_OUTCOMES,
  },
  {
    id: 'counted-times',
    heading: 'Times that count',
    intro: 'Which time a promise is counted in. See [how time is counted](promises#times).',
    prefix: 'time',
    words: COUNTED_TIMES,
  },
  {
    id: 'sources',
    heading: 'Sources of a fact',
    intro: 'Who or what says so.',
    prefix: 'source',
    words: words.FACT_SOURCES,
  },
  {
    id: 'standings',
    heading: 'Standings of a fact',
    intro: 'What is thought of it by now.',
    prefix: 'standing',
    words: words.FACT_STANDINGS,
  },
  {
    id: 'severities',
    heading: 'Severities',
    intro: 'How bad it is for the customer.',
    prefix: 'severity',
    words: SEVERITIES,
  },
  {
    id: 'complexities',
    heading: 'Complexities',
    intro: 'What it takes to settle it.',
    prefix: 'complexity',
    words: words.COMPLEXITIES,
  },
  {
    id: 'channels',
    heading: 'Channels',
    intro: 'How a complaint came in.',
    prefix: 'channel',
    words: CHANNELS,
  },
  {
    id: 'ways-of-answering',
    heading: 'Ways of answering',
    intro: 'How the customer gets answers.',
    prefix: 'answer-via',
    words: words.ANSWER_VIA,
  },
  {
    id: 'ways-of-saying',
    heading: 'Ways of saying',
    intro: 'How words were said or sent outside the program, as staff record it.',
    prefix: 'said',
    words: words.SAID_HOW,
  },
  {
    id: 'message-kinds',
    heading: 'Kinds of messages',
    intro: 'What a message is.',
    prefix: 'message',
    words: words.MESSAGE_KINDS,
  },
  {
    id: 'delivery-states',
    heading: 'What becomes of a message',
    intro: 'How far words to the customer came.',
    prefix: 'delivery',
    words: words.DELIVERY_STATES,
  },
  ...PARTY_LISTS,
];
