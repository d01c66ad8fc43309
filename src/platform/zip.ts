import { Zip, ZipDeflate } from 'fflate';

/** A file in an archive. */
export interface ZippedFile {
  name: string;
  content: string | Uint8Array;
}

/**
 * A ZIP archive as a stream of its bytes; the next file is asked for when what came before it was taken.
 * @param at the time that the files carry
 */
export async function* zip(files: AsyncIterable<ZippedFile>, at: Date): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  const failures: Error[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) failures.push(error);
    else made.push(bytes);
  });
  const taken = () => {
    const [failure] = failures;
    if (failure) throw failure;
    const bytes = made;
    made = [];
    return bytes;
  };
  for await (const { name, content } of files) {
    const file = new ZipDeflate(name);
    file.mtime = at;
    archive.add(file);
    file.push(typeof content === 'string' ? Buffer.from(content) : content, true);
    yield* taken();
  }
  archive.end();
  yield* taken();
}
