/** Values by key until a time, at most so many: the oldest is forgotten first. Times are milliseconds since 1970. */
export class ShortMemory<T> {
  private readonly kept = new Map<string, { value: T; until: number }>();

  constructor(private readonly capacity: number) {}

  get(key: string, now: number): T | undefined {
    const entry = this.kept.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > now) return entry.value;
    this.kept.delete(key);
    return undefined;
  }

  set(key: string, value: T, until: number): void {
    this.kept.delete(key);
    this.kept.set(key, { value, until });
    if (this.kept.size > this.capacity) this.kept.delete(this.kept.keys().next().value as string);
  }

  delete(key: string): void {
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}
