/** Something that the contract breaks. */
export interface Finding {
  /** Who says so. */
  by: 'rules' | 'redocly' | 'spectral' | 'release' | 'clients';
  rule: string;
  /** The JSON pointer of the place in the document; '#' is the whole. */
  at: string;
  message: string;
}

/** Takes down what a rule finds at a place. */
export type Report = (rule: string, at: string, message: string) => void;

/** A finding that is borne for now, for the reason given. */
export interface Exception {
  by: Finding['by'];
  rule: string;
  /** Where: this place and everything below it. Everywhere unless it is given. */
  at?: string;
  reason: string;
}

/** What is not excepted; and as findings of their own the exceptions that nothing needs any more. */
export function unexcepted(findings: Finding[], exceptions: Exception[]): Finding[] {
  const covers = (exception: Exception, finding: Finding) =>
    exception.by === finding.by &&
    exception.rule === finding.rule &&
    (exception.at === undefined || `${finding.at}/`.startsWith(`${exception.at}/`));
  const left = findings.filter((finding) => !exceptions.some((exception) => covers(exception, finding)));
  const needless = exceptions.filter((exception) => !findings.some((finding) => covers(exception, finding)));
  return [
    ...left,
    ...needless.map(({ by, rule, at }) => ({
      by,
      rule,
      at: at ?? '#',
      message: 'test/contract/exceptions.json bears this, and nothing needs it any more',
    })),
  ];
}

export function written({ by, rule, at, message }: Finding): string {
  return `${by} ${rule} ${at}: ${message}`;
}
