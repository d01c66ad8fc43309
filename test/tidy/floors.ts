/**
 * The floors of the house, lowest first. A file imports from its own folder and from floors below, never from a sibling
 * on its floor and never upward. What lies in `src` itself and the commands are the roof.
 */
const FLOORS = [
  ['kernel'],
  ['platform'],
  ['audit'],
  ['access'],
  ['customers', 'standards', 'communications', 'knowledge', 'organisation'],
  ['complaints'],
  ['satisfaction', 'lifecycle', 'automation', 'privacy'],
  ['insights'],
  ['documentation'],
] as const;

const ROOF = FLOORS.length;

/** The top folder below `src` that a file lies in, or '' for the roof. */
export function roomOf(path: string): string {
  const room = /^src\/([^/]+)\//.exec(path)?.[1] ?? '';
  return room === 'commands' ? '' : room;
}

/** The floor's number; undefined for a folder that is on no floor. */
export function floorOf(path: string): number | undefined {
  const room = roomOf(path);
  if (room === '') return ROOF;
  const floor = FLOORS.findIndex((rooms) => (rooms as readonly string[]).includes(room));
  return floor < 0 ? undefined : floor;
}
