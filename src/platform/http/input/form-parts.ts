import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { inputError, invalid, Refusal } from '../../../kernel/refusal.js';

/** A file of a form while it arrives. */
export interface ArrivingFile {
  /** As the sender wrote it; null where nothing was written. */
  name: string | null;
  /** The media type that the sender wrote. */
  declaredType: string;
  bytes: Readable;
}

/** Where the files of a form go. */
export interface FileSink<F> {
  /** Takes a file in, whole or not at all. */
  take(file: ArrivingFile): Promise<F>;
  /** Removes what was taken in, because nothing came of it. */
  discard(files: F[]): Promise<void>;
}

/** What a form may hold. */
export interface FormTerms {
  /** The name of the parts that are files. */
  files: string;
  maxFiles: number;
  /** In bytes. */
  maxFileSize: number;
}

/** The texts of a form by name, and its files. */
export interface FormParts<F> {
  fields: Record<string, string>;
  files: F[];
}

/** How many texts a form may have, and how many bytes each. */
const MAX_FIELDS = 20;
const MAX_FIELD_SIZE = 16_000;
/** What the form itself takes beside its files, in bytes. */
const FRAME = 500_000;
/** Milliseconds without a byte, after which nobody waits any longer. */
const SILENCE = 30_000;
/** How much of a form that was refused is still taken in, in bytes, so that its sender lives to read why. */
const PATIENCE = 16_000_000;

/**
 * Reads `multipart/form-data` (RFC 7578) as it arrives: a file goes to the sink piece by piece, no faster than the sink
 * takes it. Where anything is wrong, what the sink has taken in by then is given back to it.
 * @throws Refusal 413, 400 where it is no such form or ended early; and whatever the sink throws
 */
export async function readFormParts<F>(
  source: IncomingMessage,
  contentType: string,
  terms: FormTerms,
  sink: FileSink<F>,
): Promise<FormParts<F>> {
  const whole = terms.maxFiles * terms.maxFileSize + FRAME;
  if (Number(source.headers['content-length']) > whole) throw tooLarge(whole);
  const reading = new FormReading(source, contentType, terms, sink);
  try {
    return await reading.result();
  } catch (error) {
    await reading.undo();
    throw error;
  }
}

/** One form on its way. */
class FormReading<F> {
  private readonly fields = Object.create(null) as Record<string, string>;
  private readonly files: Promise<F>[] = [];
  private readonly open = new Set<Readable>();
  private readonly parser: BusboyInstance;

  constructor(
    private readonly source: IncomingMessage,
    contentType: string,
    private readonly terms: FormTerms,
    private readonly sink: FileSink<F>,
  ) {
    const limits = {
      fields: MAX_FIELDS,
      fieldSize: MAX_FIELD_SIZE,
      files: terms.maxFiles,
      headerPairs: 20,
      headerSize: 16_384,
    };
    this.parser = new Busboy({ headers: { 'content-type': contentType }, limits });
  }

  async result(): Promise<FormParts<F>> {
    try {
      await new Promise<void>((resolve, reject) => this.parse(resolve, reject));
    } finally {
      this.source.setTimeout(0);
    }
    return { fields: this.fields, files: await Promise.all(this.files) };
  }

  /** Lets go of what is half here, and of what is here. */
  async undo(): Promise<void> {
    this.source.unpipe(this.parser);
    for (const bytes of this.open) bytes.destroy(endedEarly());
    drain(this.source);
    const settled = await Promise.allSettled(this.files);
    await this.sink.discard(settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  }

  private parse(resolve: () => void, reject: (error: Error) => void): void {
    const { source, parser } = this;
    parser.on('file', (name, bytes, filename, _encoding, type) => {
      // The parser's types do not know that a part can be a file by its type alone.
      const named = (filename as string | undefined) ?? null;
      this.onFile(name, { bytes, name: named, declaredType: type }, reject);
    });
    parser.on('field', (name, value, _nameIsCut, isCut) => {
      if (isCut) reject(invalid([inputError(`/${name}`, 'max_length')]));
      else if (name in this.fields) reject(invalid([inputError(`/${name}`, 'repeated')]));
      else this.fields[name] = value;
    });
    parser.once('filesLimit', () => reject(invalid([inputError(`/${this.terms.files}`, 'max_items')])));
    parser.once('fieldsLimit', () => reject(invalid([inputError('', 'max_keys')])));
    parser.once('error', () => reject(invalid([inputError('', 'is_form')])));
    parser.once('finish', resolve);
    source.once('close', () => source.complete || reject(endedEarly()));
    source.once('error', () => reject(endedEarly()));
    source.setTimeout(SILENCE, () => reject(tooSlow()));
    source.pipe(parser);
  }

  private onFile(part: string, file: ArrivingFile, reject: (error: Error) => void): void {
    const { bytes } = file;
    // Without a listener an error of the parser's would end the process.
    bytes.on('error', () => undefined);
    if (part !== this.terms.files) {
      bytes.resume();
      reject(invalid([inputError(`/${part}`, 'unknown_property')]));
      return;
    }
    // A form in a browser says so where no file was chosen.
    if (file.name === '') {
      bytes.resume();
      return;
    }
    this.open.add(bytes);
    const taken = this.sink.take(file).finally(() => this.open.delete(bytes));
    this.files.push(taken);
    taken.catch(reject);
  }
}

/** Takes the rest of a refused request in and throws it away. */
function drain(source: IncomingMessage): void {
  let length = 0;
  source.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > PATIENCE) source.destroy();
  });
  source.resume();
}

function tooLarge(bytes: number): Refusal {
  return new Refusal('too_large', `A form with files may have at most ${bytes.toLocaleString('en')} bytes.`);
}

function endedEarly(): Refusal {
  return new Refusal('bad_request', 'The request ended before its body did.');
}

function tooSlow(): Refusal {
  return new Refusal('bad_request', 'The request did not arrive in time.', {}, { Connection: 'close' });
}
