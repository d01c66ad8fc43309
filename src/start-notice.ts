import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './platform/config.js';
import type { Connection } from './platform/database/open-database.js';

/** A line that whoever starts the program should read. */
export interface Notice {
  level: 'log' | 'warn';
  text: string;
}

/** Where the program is, where its data are, and what to think of. */
export async function startNotice(config: Config, connection: Connection): Promise<Notice[]> {
  const { publicUrl, dataDir } = config;
  const lines = [
    say(`Amends answers at ${publicUrl}, and explains itself at ${publicUrl}/docs.`),
    say(`Its data are in ${connection.embedded ? join(dataDir, 'postgres') : shown(connection.url)}.`),
  ];
  const password = join(dataDir, 'first-administrator.txt');
  if (await exists(password)) {
    lines.push(
      say(`The first administrator's password is in ${password}; delete the file when you have it.`),
    );
  }
  if (config.smtpUrl === null)
    lines.push(
      say('No mail server is set (SMTP_URL, MAIL_FROM): complaints are answered on the tracking page.'),
    );
  if (connection.warning) lines.push(warn(connection.warning));
  if (isOpen(config) && publicUrl.startsWith('http:')) {
    lines.push(
      warn(
        `HOST ${config.host} lets other machines in and PUBLIC_URL is not https: put a proxy with TLS before it.`,
      ),
    );
  }
  if (config.insecureOutboundHosts.length > 0) {
    lines.push(
      warn(
        `INSECURE_OUTBOUND_HOSTS lets this program call ${config.insecureOutboundHosts.join(', ')} without TLS and ` +
          'inside of this network.',
      ),
    );
  }
  return lines;
}

function shown(url: string): string {
  const { host, pathname } = new URL(url);
  return `the database ${host}${pathname}`;
}

function isOpen({ host }: Config): boolean {
  return !/^(127\.|::1$|localhost$)/.test(host);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function say(text: string): Notice {
  return { level: 'log', text };
}

function warn(text: string): Notice {
  return { level: 'warn', text };
}
