import { IsInt, Max, Min, ValidateBy, ValidateIf } from 'class-validator';

/** What a variable must be, and the words for one that is not. */

export function IfGiven(): PropertyDecorator {
  return ValidateIf((_, value) => value !== null);
}

export function Whole(meaning: string, min: number, max: number): PropertyDecorator {
  const message = `must be ${meaning} from ${min} to ${max}`;
  return (target, property) => {
    for (const rule of [IsInt({ message }), Min(min, { message }), Max(max, { message })])
      rule(target, property);
  };
}

export function Form(
  form: string,
  fits: (text: string) => boolean,
  options: { each?: boolean } = {},
): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && fits(value);
  return ValidateBy({ name: 'form', validator: { validate } }, { ...options, message: `must be ${form}` });
}
