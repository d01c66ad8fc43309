import { parseArgs } from 'node:util';
import { Clock } from '../kernel/clock.js';
import { StartError } from '../platform/start-error.js';
import { connect } from './client/amends.js';
import { findCredentials } from './client/credentials.js';
import { answered } from './client/refusals.js';
import { Session } from './client/session.js';
import { playOneComplaint } from './demo/one-complaint.js';
import { readable } from './demo/readable.js';

const USAGE = `npm run demo -- [options]

Plays one complaint against a running server, from the first word to the end, and prints what the log says of it.
It makes a user "Olga Owner" and a complaint of "Marta Kis"; both stay.

  --url URL            where the server answers (http://127.0.0.1:3000)
  --email EMAIL        an administrator (ADMIN_EMAIL, or admin@amends.local)
  --password PASSWORD  better in AMENDS_PASSWORD; else from DATA_DIR/first-administrator.txt`;

/** What `npm run demo` runs. Exit code 0: played to the end. 2: it could not be. */
async function main(): Promise<void> {
  const { values } = options();
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const { url } = values;
  const session = new Session(url, await findCredentials(values, process.env));
  const admin = connect({ url, token: await session.token() });
  const id = await playOneComplaint(url, admin, new Clock(), (line) => console.log(line));
  const timeline = await answered(
    admin.GET('/v1/complaints/{id}/timeline', { params: { path: { id }, query: { limit: 100 } } }),
  );
  console.log(`\nThe log of ${url}/v1/complaints/${id}:\n`);
  for (const line of readable(timeline.items)) console.log(line);
}

function options() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
        email: text,
        password: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 2;
}
