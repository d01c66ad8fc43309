import { Check, type Wrong } from '../platform/http/fields/check.js';

/** Of these properties a body has exactly one: it names whom something is about. */
export function NamesOne<N extends string>(...names: readonly N[]): ClassDecorator {
  return Check((body: Partial<Record<N, string>>): Wrong[] => {
    const [first, ...others] = names.filter((name) => body[name] !== undefined);
    if (first === undefined) {
      return [{ at: `/${names[0] ?? ''}`, code: 'required', detail: `is one of ${names.join(', ')}` }];
    }
    return others.map((name) => ({
      ...{ at: `/${name}`, code: 'not_applicable' },
      detail: `stands beside ${first}`,
    }));
  });
}
