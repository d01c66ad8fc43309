import type { Clause } from './clause.js';

/** Rules of other bodies, where the program as it is answers to one. */
export const OTHER_RULES: readonly Clause[] = [
  {
    number: 'DISP 1.6.1R',
    title: 'United Kingdom, FCA DISP: prompt acknowledgement',
    asks: 'The acknowledgement says by when the final response will come, and the customer is kept informed.',
    fulfilment: 'fulfilled',
    how:
      'The letter that acknowledges a complaint names the date by which the decision is promised, that of the ' +
      'next news, and under the profile [uk_disp](profiles#uk_disp) the date that the rule allows, with the rule.',
    actions: ['acknowledge'],
    promises: ['resolve', 'update'],
    entries: ['complaint.acknowledged'],
    tests: [
      'test/complaints/promises/law.spec.ts',
      'test/complaints/promises/keeping.spec.ts',
      'test/complaints/timeline.spec.ts',
      'test/journeys/complaint.spec.ts',
    ],
  },
  {
    number: 'DISP 1.6.2R, 1.6.2AR',
    title: 'United Kingdom, FCA DISP: final response in time',
    asks:
      'A final response by the end of eight weeks, for payment services of 15 business days; or a holding response ' +
      'that says why not, and when. For payment services 35 business days are the end.',
    fulfilment: 'partly',
    how:
      'The profiles [uk_disp](profiles#uk_disp) and [uk_disp_payments](profiles#uk_disp_payments) make it a promise ' +
      'of the law beside that of the house. It never waits for the customer; it is moved only with a letter that ' +
      'names the new date and the routes outside, and no further than the rule allows.',
    missing:
      'The letters name the ombudsman, its website and the six months; the leaflet, and words about the waiver of ' +
      'time limits, are for whoever writes them.',
    actions: ['resolve'],
    promises: ['resolve'],
    tests: ['test/complaints/promises/law.spec.ts', 'test/standards/profiles/profile-calendar.spec.ts'],
  },
  {
    number: 'JC 2014 43, guideline 6',
    title: 'European supervisory authorities: information about complaints handling',
    asks:
      'The procedure is published, and given on request: how to complain, what is to be told, who deals with it, ' +
      'about how long it takes, and which bodies outside can be turned to.',
    fulfilment: 'fulfilled',
    how:
      '`GET /v1/policy` is public and says all of this, with the times of each step and the routes of the chosen ' +
      '[profile](profiles); see [the policy](reference/policy). The first answer names the date of the decision.',
    actions: ['acknowledge'],
    entries: ['policy.published'],
    tests: ['test/complaints/policy/policy.spec.ts', 'test/complaints/promises/keeping.spec.ts'],
  },
  {
    number: 'DISP 1.9.1R',
    title: 'United Kingdom, FCA DISP: keeping of records',
    asks:
      'A record of each complaint and of what was done about it is kept for three years from receipt, for MiFID ' +
      'business and collective portfolios for five.',
    fulfilment: 'fulfilled',
    how:
      'The class `standard` keeps a complaint for three years from receipt and `extended` for five, with all that is ' +
      'below it; no class is shorter than the profile asks. Which complaints are of MiFID business, a supervisor says.',
    entries: ['complaint.retention_changed'],
    tests: ['test/complaints/retention/retention.spec.ts', 'test/privacy/retention/retention-runs.spec.ts'],
  },
  {
    number: 'GDPR, articles 15 and 20',
    title: 'European Union, General Data Protection Regulation: access and portability',
    asks: 'People may have all that is known about them, in a form that machines can read.',
    fulfilment: 'partly',
    how:
      'An [export](reference/subject-exports) is everything the complaint system knows about a person, in one ' +
      'document that explains itself. Who made it is on record, as is each reading.',
    missing:
      'Whether it is the person who asks, and what in the words of others has to be blackened, is for people to see ' +
      'to.',
    entries: ['subject_export.made', 'subject_export.read'],
    tests: ['test/privacy/export/content.spec.ts', 'test/privacy/export/subject-exports.spec.ts'],
  },
  {
    number: 'RG 271.51',
    title: 'Australia, ASIC RG 271: acknowledgement',
    asks: 'A complaint is acknowledged within 24 hours or one business day.',
    fulfilment: 'fulfilled',
    how:
      'The built-in standard promises the first answer 24 hours after receipt, at any hour of the week. The profile ' +
      '[au_rg271](profiles#au_rg271) promises it by law at the end of the next business day.',
    actions: ['acknowledge'],
    promises: ['acknowledge'],
    tests: ['test/complaints/promises/keeping.spec.ts', 'test/standards/profiles/profile-calendar.spec.ts'],
  },
  {
    number: 'RG 271.56, 271.63',
    title: 'Australia, ASIC RG 271: 30 days, and notice of a delay',
    asks:
      'A response within 30 calendar days; where that cannot be, before they are over a notice with the reasons and ' +
      'the right to turn to the authority outside.',
    fulfilment: 'partly',
    how:
      'The profile [au_rg271](profiles#au_rg271) makes it a promise of the law. Before its end a warning is in the ' +
      'log; it is moved with a reason and a letter that names the new date and the routes outside.',
    missing:
      'Superannuation, credit hardship and death benefits have other times, for which there is no profile.',
    promises: ['resolve'],
    entries: ['promise.warned'],
    tests: [
      'test/standards/profiles/profiles.spec.ts',
      'test/complaints/promises/law.spec.ts',
      'test/complaints/time/pass-time.spec.ts',
    ],
  },
  {
    number: '(EU) 2025/294, Annex',
    title: 'European Union, crypto-asset services: the form of a complaint',
    asks:
      'A complainant can name a representative, with the power of attorney, beside their own particulars, what it is ' +
      'about, when it happened and what it cost them.',
    fulfilment: 'partly',
    how:
      'Whoever hands a complaint in can name a [representative](glossary#representative). Their authority is put on ' +
      'record by staff, with what was seen, since when and until when; without it there is no decision.',
    missing: 'The form as a whole, and the power of attorney itself as a document.',
    actions: ['resolve'],
    entries: ['representative.named', 'representative.confirmed'],
    tests: ['test/complaints/representation/representatives.spec.ts'],
  },
  {
    number: 'PS25/19',
    title: 'United Kingdom, FCA: one return for each legal entity',
    asks: 'From 2027 a firm reports its complaints for each legal entity by itself, never for a group.',
    fulfilment: 'partly',
    how:
      'A complaint names the [legal entity](glossary#legal-entity) that answers for it, its [brand](glossary#brand) ' +
      'and its [branch](glossary#branch); they stay with it when they are retired, and complaints are found by them.',
    missing: 'The return itself.',
    entries: ['organisation_unit.created'],
    tests: ['test/organisation/units.spec.ts', 'test/complaints/units.spec.ts'],
  },
  {
    number: '17/A',
    title: 'Hungary, Act CLV of 1997 on consumer protection',
    asks:
      'What is not settled at once is put down in minutes; what comes by telephone or electronically gets an ' +
      'identifier; the answer on the merits comes in writing within 30 days, and a refusal with its reasons.',
    fulfilment: 'partly',
    how:
      'Every complaint has a [reference](glossary#reference), whatever way it came. The profile ' +
      '[hu_consumer_act](profiles#hu_consumer_act) promises the decision within 30 days by law, which no question ' +
      'to the customer makes longer. No decision leaves without an explanation.',
    missing: 'Minutes have no form of their own: what belongs into them is put on record as facts.',
    actions: ['receive', 'resolve'],
    promises: ['resolve'],
    tests: [
      'test/standards/profiles/profiles.spec.ts',
      'test/complaints/promises/law.spec.ts',
      'test/complaints/intake.spec.ts',
      'test/complaints/complaint.workflow.spec.ts',
    ],
  },
];
