import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';

/** A program that leaves servers behind: whoever waited for what they print would wait for ever. */
async function run(program: string, args: string[]): Promise<void> {
  const running = spawn(program, args, { stdio: 'ignore' });
  const code = await new Promise<number | null>((ended, failed) => {
    running.on('error', failed);
    running.on('close', ended);
  });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}`);
}

export const PASSWORD = 'secret';
/** Whoever else is written to is unknown, which is found after the mail was accepted. */
const USERS = ['help', 'marta'];

const NEEDED = [
  ['/usr/sbin/postfix', 'postfix'],
  ['/usr/lib/dovecot/imap', 'dovecot-imapd'],
  ['/usr/lib/dovecot/lmtp', 'dovecot-lmtpd'],
] as const;

/** Postfix and Dovecot for one test: on this machine only, with a configuration and folders of their own. */
export class MailServers {
  private folder: string;
  private ports: { smtp: number; imap: number; lmtp: number };

  /** @throws Error naming what is missing */
  async start(): Promise<void> {
    const missing = NEEDED.filter(([path]) => !existsSync(path)).map(([, name]) => name);
    if (missing.length > 0) throw new Error(`this needs the Debian packages ${missing.join(', ')}`);
    if (process.getuid?.() !== 0) throw new Error('this needs root, because Postfix does');
    this.folder = await mkdtemp(join(tmpdir(), 'amends-mail-'));
    await chmod(this.folder, 0o755);
    this.ports = { smtp: await freePort(), imap: await freePort(), lmtp: await freePort() };
    await this.configure();
    await this.startDovecot();
    await run('postfix', ['-c', join(this.folder, 'postfix'), 'start']);
  }

  async stop(): Promise<void> {
    await run('postfix', ['-c', join(this.folder, 'postfix'), 'stop']);
    await this.stopDovecot();
    await rm(this.folder, { recursive: true, force: true });
  }

  async startDovecot(): Promise<void> {
    await run('dovecot', ['-c', join(this.folder, 'dovecot.conf')]);
  }

  async stopDovecot(): Promise<void> {
    await run('doveadm', ['-c', join(this.folder, 'dovecot.conf'), 'stop']);
  }

  get smtp(): { host: string; port: number } {
    return { host: '127.0.0.1', port: this.ports.smtp };
  }

  get imap(): { host: string; port: number } {
    return { host: '127.0.0.1', port: this.ports.imap };
  }

  /** For the environment of the program. */
  get env(): Record<string, string> {
    return {
      SMTP_URL: `smtp://127.0.0.1:${this.ports.smtp}`,
      MAIL_FROM: 'Example Ltd <help@example.org>',
      MAIL_REPLY_TO: 'help@example.org',
      IMAP_URL: `imap://help:${PASSWORD}@127.0.0.1:${this.ports.imap}/INBOX`,
    };
  }

  private async configure(): Promise<void> {
    const { folder } = this;
    for (const name of ['postfix', 'data', 'spool', 'mail']) await mkdir(join(folder, name));
    await chmod(join(folder, 'mail'), 0o777);
    await run('chown', ['postfix', join(folder, 'data')]);
    await writeFile(
      join(folder, 'users'),
      USERS.map((user) => accountOf(user, join(folder, 'mail', user))).join(''),
    );
    await writeFile(join(folder, 'dovecot.conf'), dovecotConf(folder, this.ports));
    await writeFile(join(folder, 'postfix', 'main.cf'), mainCf(folder, this.ports));
    await writeFile(join(folder, 'postfix', 'master.cf'), masterCf(this.ports));
  }
}

/** With the uid and gid that Debian gives to `mail`. */
function accountOf(user: string, home: string): string {
  return `${user}:{PLAIN}${PASSWORD}:8:8::${home}::\n`;
}

function dovecotConf(folder: string, { imap, lmtp }: { imap: number; lmtp: number }): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
recipient_delimiter = +
auth_username_format = %n
mail_location = maildir:${folder}/mail/%n
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtp}
  }
}
`;
}

function mainCf(folder: string, { lmtp }: { lmtp: number }): string {
  return `
compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/data
maillog_file_prefixes = ${folder}
maillog_file = ${folder}/postfix.log
myhostname = mx.example.org
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
alias_maps =
recipient_delimiter = +
virtual_mailbox_domains = example.org
virtual_mailbox_maps = static:anybody
virtual_transport = lmtp:inet:127.0.0.1:${lmtp}
default_transport = error:only this machine
queue_run_delay = 5s
minimal_backoff_time = 5s
maximal_backoff_time = 10s
transport_retry_time = 5s
`;
}

function masterCf({ smtp }: { smtp: number }): string {
  const services = [
    `127.0.0.1:${smtp} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'flush unix n - n 1000? 0 flush',
    'proxymap unix - - n - - proxymap',
    'showq unix n - n - - showq',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'lmtp unix - - n - - lmtp',
    'anvil unix - - n - 1 anvil',
    'scache unix - - n - 1 scache',
    'pickup unix n - n 60 1 pickup',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  return `${services.join('\n')}\n`;
}
