import type { Word } from './word.js';

/** The words of the trade: what happens between a house and its customers. */
export const TRADE_WORDS: Record<string, Word> = {
  acknowledge: {
    word: 'acknowledge',
    meaning:
      'To give the first answer: that the complaint has arrived, that one is sorry, and what happens next.',
  },
  action: {
    word: 'action',
    meaning:
      'A step of the [workflow](glossary#workflow) that somebody takes on a complaint, such as `acknowledge` ' +
      'or `resolve`. Nothing but an action changes the [state](glossary#state). An **agreed action** is ' +
      'something else: a [promise](glossary#promise) to do a certain thing by a certain time.',
  },
  'answer-via': {
    word: 'answered via',
    meaning: 'The way on which a customer gets answers: see [ways of answering](glossary#ways-of-answering).',
  },
  assessment: {
    word: 'assessment',
    meaning:
      'How serious a complaint is: its [severity](glossary#severities), whether safety is at stake, its ' +
      '[complexity](glossary#complexities), its impact, and what has to be done at once. Recorded when the ' +
      'facts are established.',
  },
  category: {
    word: 'category',
    meaning: 'What a complaint is about, chosen from the tree of [categories](reference/categories).',
  },
  cause: {
    word: 'cause',
    meaning:
      'Why something went wrong, in words and, where it can be, chosen from the tree of ' +
      '[causes](reference/causes). Asked for with a decision ([root cause](glossary#root-cause)) and with each ' +
      '[breach](glossary#breach).',
  },
  complaint: {
    word: 'complaint',
    meaning: 'An expression of dissatisfaction to which an answer is expected (the meaning of ISO 10002).',
  },
  'corrective-action': {
    word: 'corrective action',
    meaning:
      'What the house changes so that a [cause](glossary#cause) does not come back: with an owner, a date, and a ' +
      'later check whether it helped. See [corrective actions](reference/corrective-actions).',
  },
  decision: {
    word: 'decision',
    meaning:
      'The answer of the house on the merits: the [outcome](glossary#outcomes), the explanation, and the root ' +
      'cause. It is **final** when a second person, a supervisor, decided again after a dispute.',
  },
  decline: {
    word: 'decline',
    meaning: 'To say that the house does not treat something as its complaint, why, and where else to turn.',
  },
  dispute: {
    word: 'dispute',
    meaning: 'To disagree with a decision. The complaint comes back, one [level](glossary#level) higher.',
  },
  fact: {
    word: 'fact',
    meaning:
      'A statement on record, with its [source](glossary#sources) and its [standing](glossary#standings). The ' +
      'statement is never changed; its standing is.',
  },
  'handed-over': {
    word: 'handed over',
    meaning:
      'Said of words that left the house: put on the customer’s tracking page, or said or sent outside the ' +
      'program and recorded with the time. Words that were only written keep no promise.',
  },
  hear: {
    word: 'hear',
    meaning:
      'To take note of what a customer wrote, by an answer or by marking it as heard. No decision is made over ' +
      'words that nobody heard.',
  },
  'internal-note': {
    word: 'internal note',
    meaning: 'A message that only the house sees. It keeps no promise.',
  },
  issue: {
    word: 'issue',
    meaning:
      'One point complained about, where there are several in a complaint. Each gets an [outcome](glossary#outcomes) ' +
      'of its own, and that of the whole follows from them. See its [states](glossary#issue-states) and ' +
      '[issues](reference/issues).',
  },
  level: {
    word: 'level',
    meaning: 'How high a complaint has been raised in the house: 0 at first, 3 at most.',
  },
  link: {
    word: 'link',
    meaning:
      'Says how a complaint belongs to another: duplicate, related, caused by it, or a repeat of it. Both show it, ' +
      'each under the name that it has from there. See [links](reference/links).',
  },
  merge: {
    word: 'merge',
    meaning:
      'To go on with two complaints of one customer about the same as one. What is owed goes to the one that goes ' +
      'on, where the stricter of two promises for the same holds; both tracking tokens open it. The other one ' +
      'rests as `merged`, and can be brought back. Two records of the same [customer](glossary#customer) are merged ' +
      'likewise: one goes on, with the complaints of both.',
  },
  need: {
    word: 'need',
    meaning:
      'Something that has to be so before an action is possible, beside the state: for example that every ' +
      'message of the customer was heard. A refusal names all needs that are not met.',
  },
  policy: {
    word: 'policy',
    meaning:
      'What the house tells the public about complaining: how to do so, what happens then, and by when. Its words ' +
      'have versions in each language; see [the policy](reference/policy).',
  },
  'possible-duplicate': {
    word: 'possible duplicate',
    meaning:
      'A complaint that may be the same as another: it has the same contact, the same order or similar words. Staff ' +
      'see them when they put a complaint on record; the public never does.',
  },
  reference: {
    word: 'reference',
    meaning: 'The short number of a complaint that can be said on the telephone, such as `7KQ-M3X-W94`.',
  },
  referral: {
    word: 'referral',
    meaning:
      'That a body outside the house has the complaint: one of the [kinds](glossary#referral-kinds), an ombudsman ' +
      'or a court. While one is open, silence does not close the complaint; see what [becomes of ' +
      'it](glossary#referral-outcomes).',
  },
  remedy: {
    word: 'remedy',
    meaning:
      'What makes good: one of the [kinds](glossary#remedy-types), with or without money. It is approved by somebody ' +
      'whose [authority](glossary#authority) suffices, promised to the customer, and carried out under a reference. ' +
      'See its [states](glossary#remedy-states).',
  },
  'root-cause': {
    word: 'root cause',
    meaning:
      'Why it happened; asked for wherever the customer is right, or partly. It can be chosen from the tree of causes.',
  },
  'routes-outside': {
    word: 'routes outside the house',
    meaning: 'Where a customer can turn who does not agree: an ombudsman or consumer body, or a court.',
  },
  standing: {
    word: 'standing',
    meaning: 'What is thought of a [fact](glossary#fact): see [standings](glossary#standings).',
  },
  state: { word: 'state', meaning: 'Where a complaint stands on its way: see [states](glossary#states).' },
  template: {
    word: 'template',
    meaning:
      'The words of a kind of letter in one language, with places for what is said each time. It has versions, and a ' +
      'message names the one that it was written by; see [the letters](letters).',
  },
  timeline: { word: 'timeline', meaning: 'The [entries](glossary#entry) of one complaint, in order.' },
  workflow: {
    word: 'workflow',
    meaning:
      'The order in which a complaint is treated: its states, the actions that lead from one to another, and ' +
      'what each of them needs. The program enforces it; see [the workflow](workflow).',
  },
};
