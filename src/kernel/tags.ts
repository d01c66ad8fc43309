/** The chapters of the documentation, in reading order. Each operation stands in exactly one. */
export const TAGS = {
  complaints: 'Hand in a complaint, find it, read it whole and correct its particulars.',
  actions: 'What can be done with a complaint: each action is one step of the workflow, asked for by name.',
  facts: 'What is known about a case: who says it, and whether it is confirmed, disputed or refuted.',
  messages: 'The words between the house and the customer, and the internal notes that no customer sees.',
  promises: 'What was promised by when: kept, moved with the customer told, or broken on record.',
  breaches: 'What is owed where a promise was broken: an apology and a cause, by everybody, each time.',
  remedies: 'What makes good: proposed, approved within the limits of a person, carried out, or taken back.',
  issues: 'The points complained about in one complaint, each with an outcome of its own.',
  representatives: 'Who complains for somebody else, and what was seen of their authority.',
  links: 'How complaints belong together: what is linked, and what may be the same complaint twice.',
  referrals: 'Ombudsmen and other bodies outside the house: who turned to which, and what it said.',
  attachments: 'Files: what customers and staff attach to a complaint, and how it is fetched again.',
  'inbound-mail':
    'Mail that came in: what became of each, and what staff make of those that the rules leave to them.',
  insights:
    'What the house can learn about itself: how well it keeps its word, by kind, team, owner, tier and week.',
  tracking: 'The view of the complainant, opened by the tracking token that the receipt carries.',
  customers:
    'Whom the house serves: how to reach and address them, who is the same person, and what they are worth.',
  accounts: 'Customers that are companies, with their key figures and their account manager.',
  tiers: 'How the house classes its customers, by hand or by what they are worth.',
  organisation: 'Which legal entities, brands and branches there are: complaints and reports name them.',
  calendars:
    'When the house is open: hours, holidays and days unlike the others. Promises in business time count by them.',
  'contact-points': 'Where the house can be reached, by which way, and whether somebody answers there now.',
  causes: 'Why things go wrong: a tree that decisions and corrective actions choose from.',
  categories: 'What complaints are about: a tree that they are sorted into.',
  'corrective-actions':
    'What the house changes so that a cause does not come back, and whether that helped (ISO 10002, 8.7).',
  policy:
    'What the house tells the public: how to complain, what happens then, and by when (ISO 10002, 7.1).',
  templates: 'In which words the house writes its letters, by kind and language.',
  workflow: 'The published workflow: its states, its actions, who may take them and what they need.',
  standards: 'What the house promises to whom and by when, and what regulators ask of it.',
  events:
    'What happens, as it happens: the entries of the log as a feed and as a stream, for other programs.',
  log: 'The log: every change as one entry that nobody alters.',
  webhooks: 'The log brought to other programs: each entry as a signed call to an address of theirs.',
  sessions: 'Signing in, renewing a session and signing out.',
  users: 'The people who work here, their roles, and oneself.',
  authorities:
    'How much a role or a person may grant a customer alone: per remedy, per complaint, per period.',
  teams: 'Who works together. A person may be in several teams.',
  availability: 'Who of the house is away, and who stands in: with the rights of the owner, for a time.',
  notices: 'What each of those who work here is told: in their inbox, and by mail as they like it.',
  'legal-holds': 'What may not be erased for now, whoever asks, because a dispute or an authority needs it.',
  retention: 'How long complaints are kept, which of them were kept for long enough, and their erasure.',
  'subject-exports': 'Everything that is known about a person, for that person (GDPR, articles 15 and 20).',
  erasures:
    'What is known of a person, erased: planned by one, approved by another, certified, and provable in the log.',
  subscriptions:
    'The parts of the program that follow the log: how far each is, on what it failed, and how it goes on.',
  health: 'Whether this process runs, and whether it can serve.',
  documentation: 'The description of the API itself.',
} as const;

export type Tag = keyof typeof TAGS;
