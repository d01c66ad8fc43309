import type { Page } from '../../page.js';
import { type Guide, guidePage } from '../guide.js';
import { again, attached, away, became, first, named, said, used, waiting } from './how-to-mail.exchanges.js';

const SETTINGS = `SMTP_URL=smtps://help:password@mail.example.org
MAIL_FROM=Example Ltd <help@example.org>
MAIL_REPLY_TO=help@example.org
IMAP_URL=imaps://help:password@mail.example.org/INBOX`;

/** The flags: whom it was delivered to, who sent it, the last stop, and no capitals in the address. */
const POSTFIX = `# /etc/postfix/main.cf
recipient_delimiter = +
message_size_limit = 26214400
transport_maps = hash:/etc/postfix/transport

# /etc/postfix/transport
help@example.org  amends:

# /etc/postfix/master.cf
amends unix - n n - 4 pipe
  flags=DRXhu user=amends argv=/usr/local/bin/to-amends

# /usr/local/bin/to-amends; in mail-key stands: Authorization: Bearer ami_…
#!/bin/sh
curl -sS --fail --max-time 60 --data-binary @- \\
  -H 'content-type: message/rfc822' -H @/etc/amends/mail-key \\
  'http://127.0.0.1:3000/v1/inbound-mail?mailbox=help@example.org' || exit 75`;

export const MAIL_GUIDE: Guide = {
  path: 'how-to-mail',
  title: 'How mail goes out and comes in',
  purpose:
    'For those who connect a house with its mail, and for those who build the screen on which people decide about ' +
    'mails that no rule could place.',
  chapter: 'interface',
  given: ['MAIL_KEY', 'STAFF'],
  steps: [
    {
      id: 'settings',
      heading: 'Say where the mail server is',
      text:
        'Words to a customer who is answered by mail go out by `SMTP_URL`, from `MAIL_FROM`. Where the server does ' +
        'not take a mail, it is tried again for two days; without `SMTP_URL` all of them wait.\n\n' +
        'Give `MAIL_REPLY_TO` where `help+anything@…` is delivered to `help@…` as well: each answer of a customer ' +
        'then carries a code that leads it to its complaint. With `IMAP_URL` one process looks into a mailbox, told ' +
        'by the server as soon as something comes. At the first look it takes what nobody has seen, from then on ' +
        'whatever is new; it marks as seen what it took, and deletes nothing. A mail of more than 25 MB stays ' +
        'unseen: somebody has to look at it there.',
      command: { label: 'Environment', text: SETTINGS },
      after:
        'While the mailbox cannot be reached it is tried every 10 seconds, and every 5 minutes where the password ' +
        'is refused; the log of the process says each reason once, and that it is over. `/health/ready` says ' +
        'nothing of it, for requests are served all the same.',
    },
    {
      id: 'postfix',
      heading: 'Or let the mail server hand mails in',
      text:
        'A mail server that passes mails on needs no mailbox: it [hands them in](reference/inbound-mail) with a key ' +
        'that opens nothing else. So does Postfix with a pipe:',
      command: { label: 'Postfix', text: POSTFIX },
      after:
        'An answer that is no success ends the script with 75, so that Postfix keeps the mail and brings it again. ' +
        'Use one of the two ways for a mailbox, not both: the same mail in another `mailbox` is another mail.',
    },
    {
      id: 'first',
      heading: 'See what becomes of a mail',
      text:
        'Whatever a mail is, it is kept whole, and the answer says what became of it (`decision`) and by which rule ' +
        '(`because`). The same mail again is answered with what became of it the first time. A mail that answers ' +
        'nothing is the first word of a complaint; its files become attachments.',
      exchanges: [first, again, became],
    },
    {
      id: 'finding',
      heading: 'How a mail finds its complaint',
      text:
        'By the code in the address that it was sent to, or by the Message-ID of a mail of the house that it ' +
        'answers: and only where its one sender takes part in that complaint, as the complainant or as a ' +
        'representative whose authority was seen. Then it is a `reply`, and its new words, without what is quoted, ' +
        'are a message of the customer.\n\n' +
        'All else only suggests: a code in the hands of a stranger, several senders, a reference in the subject, ' +
        'which anybody may have read. Such a mail becomes a complaint of its own, which names the other among its ' +
        'duplicates, and its sender gets to see nothing of that other one.\n\n' +
        'A sender is what a mail says of itself: let the mail server refuse what fails DMARC. Whoever forges it, and ' +
        'has the code or the Message-ID as well, can put words into the complaint. They learn nothing by it, for ' +
        'the house answers the address on record.',
      exchanges: [named],
    },
    {
      id: 'deciding',
      heading: 'Decide what waits',
      text:
        'Agents and supervisors see the mails that wait for a person and fetch the whole of one. Whoever puts a ' +
        'mail to a complaint answers for that it is the customer who writes; a complaint that was made of it stays, ' +
        'to be merged or declined. A mail of which nothing became can be taken as the first word of a complaint. ' +
        'Something becomes of each [once](problems/action-refused#mail_used).',
      exchanges: [waiting, attached, said, used],
    },
    {
      id: 'unanswered',
      heading: 'What is never answered',
      text:
        'What a program wrote: notices of absence, reports, receipts. What a mailing list sends, what the house sent ' +
        'itself, and a notice that a mail is late. A report that a mail came back marks that message as `bounced` ' +
        'where it names one of the house, and no other address than one that it went to; the owner is told, and the ' +
        'customer is to be reached otherwise. Whoever has a Message-ID can forge such a report: what the message ' +
        'kept is owed again, and more does not follow. Every mail that the program writes by itself says so, so that ' +
        'other programs leave it alone.',
      exchanges: [away],
    },
    {
      id: 'caps',
      heading: 'Where too much is too much',
      text:
        'Of one sender 5 mails in an hour and 20 in a day become complaints, with one receipt in an hour; 30 in an ' +
        'hour become replies. What is beyond that is `capped`: kept, for a person to decide. The house sends one ' +
        'address 5 mails by itself in an hour and 20 in a day, and 20 and 60 that its people wrote. A mail of more ' +
        'than 25 MB, with more than 150 parts or 1,000 headers is `refused`: kept, and not read. 50 files of one ' +
        'mail are attached at most; all are in the whole of it.',
    },
    {
      id: 'kept',
      heading: 'How long it is kept',
      text:
        'A mail of a complaint is kept for as long as the complaint, and goes with its [erasure](glossary#erasure), ' +
        'bytes and all. One that came to no complaint is gone after 90 days, and at once where a complaint that it ' +
        'may belong to is erased. What stays is its digest, so that the same mail is known if it comes again. What ' +
        'still lies in a mailbox of the house is out of reach: empty it by a rule of the mail server.',
    },
  ],
};

export const MAIL_GUIDE_PAGE: Page = guidePage(MAIL_GUIDE);
