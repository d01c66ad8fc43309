import type { Finding } from '../../../audit/verification/verification.js';
import { html } from '../../html.js';
import type { Page } from '../../page.js';
import { table } from '../../parts.js';
import { type Guide, guidePage } from '../guide.js';

/** What the check can find, each in the words of somebody who has to judge it. */
export const FINDINGS: Record<Finding['code'], string> = {
  entry_missing: 'A position or a stored value names an entry that is not there: it was taken away.',
  position_missing: 'There is a gap in the positions, or an entry has none and does not wait for one.',
  bytes_changed: 'The text of an entry is not the one that was sealed.',
  column_changed: 'What the table shows beside the text is not what the text says.',
  value_missing: 'A personal value is gone, and no entry says that it was erased.',
  value_changed: 'A personal value is not the one that was written.',
  value_unknown: 'There is a personal value that the entry knows nothing of.',
  out_of_order: 'Within a complaint, time, version or position go backwards.',
  tile_changed: 'A part of the tree that was put aside is not made of the entries that stand there now.',
  tree_changed: 'Between two signed checkpoints something is not what was signed.',
  signature_wrong: 'A checkpoint is not signed by a key of the log, or its text is not what its row says.',
  tail_cut: 'More entries were signed than there are: the end of the log is gone.',
  log_forked: 'The log went another way than the checkpoint that is kept outside, as after a restore.',
};

/** Counts the sealed entries, and those whose text still has the hash that was taken at sealing. */
export const HASHES_SQL = `SELECT count(*) AS sealed,
  count(*) FILTER (WHERE sha256('\\x00'::bytea || e.bytes) = p.leaf_hash) AS unchanged
FROM entry_positions p LEFT JOIN entries e ON e.id = p.entry_id;`;

export const VERIFYING_GUIDE: Guide = {
  path: 'how-to-verify',
  title: 'How to verify the log',
  purpose:
    'For auditors, and for whoever runs the service: how to show that the log is whole and unchanged, and what ' +
    'such a check cannot show.',
  chapter: 'evidence',
  given: [],
  steps: [
    {
      id: 'keep',
      heading: 'Keep a checkpoint',
      text:
        'An auditor takes `GET /v1/audit/checkpoints/latest` away at every visit, and keeps it: a few lines of ' +
        'text that say how many entries the log has and what they add up to, signed by the log. Whoever has it can ' +
        'see later that nothing before it was changed, taken away or put in. The public key is in the log itself, ' +
        'in entries `key.changed`; it is best noted at the first visit.',
      after:
        'The next time, `GET /v1/audit/consistency?from=…&to=…` with the sizes of the old checkpoint and the new ' +
        'one proves that the log only grew (RFC 9162, section 2.1.4). Between visits a checkpoint comes by itself, ' +
        'once a day: to `AUDITOR_EMAIL` by mail, and in the entry `log.checked` to whoever follows the log by feed ' +
        'or webhook.',
    },
    {
      id: 'complaint',
      heading: 'Check one complaint',
      text:
        'A supervisor or an auditor takes the evidence of a complaint away: `GET ' +
        '/v1/complaints/{id}/evidence` is a ZIP file with every entry, the personal values, a proof for each entry, ' +
        'the checkpoint and the key. The page in it explains how to check all of it with openssl and a shell. The ' +
        'program has a command for it, which needs neither the service nor its database; the key is the one that ' +
        'was noted.',
      command: {
        label: 'In the folder of the program',
        text: 'npm run --silent verify -- bundle.zip --key key.txt\n\nEverything holds.',
      },
    },
    {
      id: 'check',
      heading: 'Check the whole log',
      text:
        'Whoever runs the service does this on the machine of the service, in the folder of the program; the ' +
        'service may go on running. It reads every [entry](glossary#entry) and changes nothing.',
      command: {
        label: 'In the folder of the program',
        text: 'npm run --silent verify-log -- --checkpoint kept.txt\n\nEntries checked: 1234. Nothing is wrong.',
      },
      after:
        'Without `--checkpoint` it takes the last one that the service keeps outside of its database. It ends with ' +
        'exit code 0 where nothing is wrong, 1 where something is (a line for each finding, with the position and ' +
        'the entry), and 2 where the check could not be done. The service does the same once a day and puts the ' +
        'result on record as `log.checked`.',
    },
    {
      id: 'what',
      heading: 'What is checked',
      text:
        '- The text of each entry has the [hash](glossary#hash) that was taken when it got its ' +
        '[position](glossary#position).\n' +
        '- The columns that are searched say what the text says.\n' +
        '- Each [personal value](glossary#personal-value) is the one that the text commits to, or an entry ' +
        'says that it was erased.\n' +
        '- Positions have no gap, and every entry has one or is about to get one.\n' +
        '- Within a complaint, time, version and position never go back.\n' +
        '- All entries together add up to what was signed, at every checkpoint, and every signature is right.\n' +
        '- The log goes on from the checkpoint that is kept outside of the database.',
    },
    {
      id: 'rows',
      heading: 'Check what is shown of complaints',
      text:
        'What the API shows of a complaint stands in tables of its own. This check replays every complaint from its ' +
        'entries and compares: the state, the owner, the level, and each promise with its state and its times. The ' +
        'service does the same once a day: an entry `log.compared` says that all was equal, an entry ' +
        '`log.differences_found` names what was not. Nothing is put right by itself.',
      command: {
        label: 'In the folder of the program',
        text:
          'npm run --silent verify-log -- --rows\n\nEntries checked: 1234. Nothing is wrong.\n' +
          'Complaints compared with it: 56. Differences: 0.',
      },
    },
    {
      id: 'independent',
      heading: 'Check without our program',
      text:
        'Whoever does not want to trust the program can ask the database. The two figures of this question ' +
        'have to be equal: as many entries are sealed as have an unchanged text. The hash is the leaf hash of ' +
        'RFC 9162, section 2.1.1: SHA-256 over a zero byte and the text. Any program for transparency logs of the ' +
        'C2SP family reads the checkpoints (tlog-checkpoint) and the proofs (`GET ' +
        '/v1/audit/entries/{id}/tlog-proof`).',
      command: { label: 'In the database', text: HASHES_SQL },
    },
    {
      id: 'guarded',
      heading: 'How the log is guarded',
      text:
        'A change and its entry are written together or not at all. The tables of the log refuse ' +
        'every change and deletion, to everybody who does not switch the guard off. Only the owner of the ' +
        'tables and a database administrator can; who these are is for the house to settle, and to watch. What they ' +
        'change is found all the same: they would have to sign it, and the key is not in the database.',
    },
    {
      id: 'not',
      heading: 'What the check cannot show',
      text:
        '- That somebody with full power over the database and the key wrote the whole log anew. A checkpoint that ' +
        'somebody else keeps shows it.\n' +
        '- That an entry was left out of the evidence of a complaint. Whoever may read the log compares it with ' +
        '`GET /v1/audit/entries?complaintId=…`.\n' +
        '- Whether what people wrote is true. The log shows who wrote it, and when.\n' +
        '- Who read something in the seconds before the program was killed.',
    },
  ],
};

const GUIDE_PAGE = guidePage(VERIFYING_GUIDE);

export const VERIFYING_PAGE: Page = {
  ...GUIDE_PAGE,
  body: (site) =>
    html`${GUIDE_PAGE.body(site)}
      <h2 id="findings">What a finding means</h2>
      ${table({
        caption: 'The findings of the check',
        head: ['Finding', 'What it means'],
        rows: Object.entries(FINDINGS).map(([code, meaning]) => ({
          id: `finding-${code}`,
          cells: [html`<code>${code}</code>`, meaning],
        })),
      })}`,
};
