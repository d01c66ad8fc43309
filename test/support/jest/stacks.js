import { findSourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

const HERE = new URL('.', import.meta.url).href;

/**
 * A stack names the lines of the TypeScript, in the form that jest knows: it shows the place in the test where
 * something failed. Jest itself has source maps only of what it has loaded.
 */
export function readStacksBySourceMaps() {
  process.setSourceMapsEnabled(true);
  Error.stackTraceLimit = 10;
  Error.prepareStackTrace = (error, frames) => {
    const places = frames.filter((frame) => !frame.getFileName()?.startsWith(HERE)).map(placeOf);
    return [String(error), ...places.map((place) => `    at ${place}`)].join('\n');
  };
}

function placeOf(frame) {
  const file = frame.getFileName();
  const entry =
    file?.startsWith('file:') &&
    findSourceMap(file)?.findEntry(frame.getLineNumber() - 1, frame.getColumnNumber() - 1);
  if (entry?.originalLine === undefined) return String(frame);
  const place = `${fileURLToPath(file)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  return String(frame).replace(/file:\/\/\S+:\d+:\d+/, place);
}
