/** A file as a test sends it. */
export interface FormFile {
  content: string | Uint8Array;
  /** The whole `filename=…`, for names that are not written as they ought to be; else `name` in quotes. */
  disposition?: string;
  name?: string;
  type?: string;
  /** The name of the part. */
  part?: string;
}

const BOUNDARY = 'a-boundary-of-the-tests';
const NEWLINE = '\r\n';

/** The `Content-Type` of `formBody`. */
export const FORM_HEADERS = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` };

/** `multipart/form-data`, byte for byte: what no well-behaved client would write can be written. */
export function formBody(files: FormFile[], fields: Record<string, string> = {}): Buffer {
  return Buffer.concat([
    ...texts(fields),
    ...files.flatMap(partOf),
    Buffer.from(`--${BOUNDARY}--${NEWLINE}`),
  ]);
}

function texts(fields: Record<string, string>): Buffer[] {
  return Object.entries(fields).map(([name, value]) => {
    return Buffer.from(head(`name="${name}"`) + NEWLINE + value + NEWLINE);
  });
}

function partOf({
  content,
  name = 'file.txt',
  disposition,
  type = 'text/plain',
  part = 'file',
}: FormFile): Buffer[] {
  const named = disposition ?? `filename="${name}"`;
  const begin = `${head(`name="${part}"; ${named}`)}Content-Type: ${type}${NEWLINE}${NEWLINE}`;
  return [Buffer.from(begin), Buffer.from(content as string), Buffer.from(NEWLINE)];
}

function head(disposition: string): string {
  return `--${BOUNDARY}${NEWLINE}Content-Disposition: form-data; ${disposition}${NEWLINE}`;
}
