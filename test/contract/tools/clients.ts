import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { CLIENT_EXAMPLES, type ClientExample } from '../../../src/documentation/guides/client-examples.js';
import { REFINE_PROVIDER } from '../../../src/documentation/guides/refine-provider.js';
import type { Finding } from '../rules/finding.js';
import { SCRATCH, tool } from './install.js';

const FOLDER = `${SCRATCH}/clients`;

/** The types of our own client; `npm run client` writes them. */
const OWN_CLIENT = 'src/commands/client/contract.ts';

/** Every example of the page about clients, generated and compiled as it stands there. */
export async function clients(): Promise<Finding[]> {
  await rm(FOLDER, { recursive: true, force: true });
  const failed = (await Promise.all(CLIENT_EXAMPLES.map(generate))).flat();
  await mkdir(`${FOLDER}/refine`);
  await writeFile(`${FOLDER}/refine/provider.ts`, REFINE_PROVIDER);
  await writeFile(`${FOLDER}/tsconfig.json`, JSON.stringify(STRICT));
  const { output, succeeded } = await tool('tsc', ['--project', 'clients']);
  if (succeeded) return failed;
  const errors = output.split('\n').filter((line) => line.includes('error TS'));
  return [
    ...failed,
    ...(errors.length > 0 ? errors : [output]).map((message) => finding('compile', message)),
  ];
}

/** Whether our own client is made from this document. */
export async function ownClient(): Promise<Finding[]> {
  const committed = await readFile(OWN_CLIENT, 'utf8').catch(() => '');
  const isCurrent = committed === (await generateOwnClient());
  return isCurrent ? [] : [finding('drift', `${OWN_CLIENT} is not of this contract: npm run client`)];
}

export async function writeOwnClient(): Promise<void> {
  await writeFile(OWN_CLIENT, await generateOwnClient());
}

async function generateOwnClient(): Promise<string> {
  const { output, succeeded } = await tool('openapi-typescript', ['openapi.json', '--output', 'contract.ts']);
  if (!succeeded) throw new Error(`openapi-typescript does not run: ${output}`);
  return readFile(`${SCRATCH}/contract.ts`, 'utf8');
}

async function generate(example: ClientExample): Promise<Finding[]> {
  const folder = `${FOLDER}/${example.id}`;
  await mkdir(folder, { recursive: true });
  await copyFile('openapi.json', `${folder}/openapi.json`);
  if (example.config) await writeFile(`${folder}/${example.config.file}`, example.config.text);
  await writeFile(`${folder}/example.ts`, example.code);
  const binary = example.package.split('/').at(-1) ?? example.package;
  const { output, succeeded } = await tool(binary, example.options.split(' '), folder);
  if (!succeeded) return [finding('generate', `${example.package} fails: ${output}`)];
  await letTheCompilerSee(`${folder}/amends.ts`);
  return [];
}

/** One generator tells the compiler to look away; here it does not. */
async function letTheCompilerSee(path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text !== undefined) await writeFile(path, text.replace(/^\/\/ @ts-.*$/m, ''));
}

const STRICT = {
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['**/*.ts'],
};

function finding(rule: string, message: string): Finding {
  return { by: 'clients', rule, at: '#', message };
}
