import type { InputCode } from '../../../kernel/refusal.js';
import type { Dto } from '../endpoint.decorator.js';
import { isObject } from './rules.js';

/** What is wrong between the fields of a body: `at` is the pointer, from the body down. */
export interface Wrong {
  at: string;
  code: InputCode;
  /** Instead of the code's own words. */
  detail?: string;
}

const CHECK = Symbol('check');

/**
 * A rule between the fields of a body. Fields may be wrong by themselves when it is asked, so it must not throw over a
 * value of another type; what it says of such fields is not reported.
 */
export function Check<T extends object>(rule: (body: T) => Wrong[]): ClassDecorator {
  return (dto) => {
    Reflect.defineMetadata(CHECK, rule, dto);
  };
}

/** What the rules between the fields of this class say of a body. */
export function checked<T extends object>(dto: Dto<T>, body: T): Wrong[] {
  const rule = Reflect.getMetadata(CHECK, dto) as ((body: T) => Wrong[]) | undefined;
  return rule?.(body) ?? [];
}

/** The same of each object of a list that is a field: only the rules of the body itself are asked by themselves. */
export function checkedEach<T extends object>(dto: Dto<T>, list: unknown, at: string): Wrong[] {
  const items: unknown[] = Array.isArray(list) ? list : [];
  return items.flatMap((item, index) =>
    isObject(item)
      ? checked(dto, item as T).map((wrong) => ({ ...wrong, at: `${at}/${index}${wrong.at}` }))
      : [],
  );
}
