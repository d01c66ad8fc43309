/**
 * What a job is told: ids and plain values, never personal ones. It lies readable in the database until long after the
 * job is done; whoever does the job reads the rest where it belongs.
 */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** A kind of job: its name, and the type of what it is told. */
export interface Job<T extends JobData = JobData> {
  readonly name: string;
  /** Never there; carries the type. */
  readonly told?: T;
}

type Doer<T extends JobData> = (data: T) => Promise<void>;

/** A method that does a kind of job. */
export interface Duty {
  job: string;
  perform(data: JobData): Promise<void>;
}

const MARK = Symbol('job');

/**
 * Declares a kind of job once, for those who enqueue it and for the method that does it:
 * `export const RECOMPUTE = job<{ calendarId: string }>('recompute-calendar')`.
 * A renamed kind leaves the jobs that wait under its old name undone.
 */
export function job<T extends JobData>(name: string): Job<T> {
  return { name };
}

/**
 * Makes a method of a provider the one that does a kind of job. It is called at least once for each: after a crash
 * again, so it must look at how things stand. Where it throws, it is tried again later.
 */
export function DoesJob<T extends JobData>({ name }: Job<T>) {
  return (_: object, __: string, method: TypedPropertyDescriptor<Doer<T>>): void => {
    Reflect.defineMetadata(MARK, name, method.value as object);
  };
}

/** The jobs that the methods of an instance do. */
export function dutiesOf(instance: unknown): Duty[] {
  if (typeof instance !== 'object' || instance === null) return [];
  const prototype = Object.getPrototypeOf(instance) as object | null;
  if (!prototype) return [];
  return Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(({ value }) => {
    const job = nameOf(value);
    if (job === undefined) return [];
    return [{ job, perform: (data: JobData) => (value as Doer<JobData>).call(instance, data) }];
  });
}

function nameOf(method: unknown): string | undefined {
  if (typeof method !== 'function') return undefined;
  return Reflect.getMetadata(MARK, method) as string | undefined;
}
