import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartError } from './start-error.js';

/**
 * Makes a folder that a variable names, where it is missing, and checks that it can be written to.
 * @throws StartError naming the variable
 */
export async function prepareFolder(variable: string, path: string, mode: number): Promise<void> {
  try {
    await make(path, mode);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const file = await fileAbove(path);
    if (file !== null)
      throw new StartError(`${variable}: ${path} cannot be a folder, because ${file} is a file.`);
    throw new StartError(
      `${variable}: ${path} is not a folder that this account may write to (${codeOf(error)}).`,
    );
  }
}

/** Step by step: where a file system invents its entries, as below /proc, Node's own recursion never ends. */
async function make(path: string, mode: number): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return;
  if (dirname(path) !== path) await make(dirname(path), 0o755);
  await mkdir(path, { mode }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST' || found) throw error;
  });
}

/** The file that stands where a folder would have to be, or null. */
async function fileAbove(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (found) return found.isDirectory() ? null : path;
  return dirname(path) === path ? null : await fileAbove(dirname(path));
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? String(error);
}
