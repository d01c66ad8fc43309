/** What was made for a year, or is made now. */
export function remembered<Value>(known: Map<number, Value>, year: number, make: () => Value): Value {
  let value = known.get(year);
  if (value === undefined) known.set(year, (value = make()));
  return value;
}
