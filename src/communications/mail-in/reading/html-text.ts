/** Elements whose content is no words. */
const MUTE = new Set(['script', 'style', 'head', 'title', 'template']);
/** Elements that begin a line, and those that leave one empty before them. */
const BREAKING = new Set('br div tr li dt dd hr address section article header footer'.split(' '));
const PARTING = new Set('p table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre'.split(' '));
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The words of an HTML text, in lines; what stands in a `blockquote` begins with `>`, as quoted words in plain text do.
 * One pass that looks at each sign a fixed number of times: `html-to-text`, which the parser would use, takes seconds
 * for 90 kB of nested quotes and writes 7 MB for them.
 */
export function wordsOfHtml(html: string): string {
  const lines = new Lines();
  const lowerCase = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const close = open < 0 ? -1 : endOfTag(html, open);
    lines.put(html.slice(at, close < 0 ? html.length : open));
    if (close < 0) break;
    at = close;
    const [, slash, name = ''] =
      /^(\/?)([a-z][a-z0-9]{0,15})/.exec(lowerCase.slice(open + 1, open + 20)) ?? [];
    lines.tag(name, slash === '/');
    if (MUTE.has(name) && slash !== '/') {
      const end = lowerCase.indexOf(`</${name}`, close);
      at = end < 0 ? html.length : end;
    }
  }
  return lines.text();
}

/** Where the tag or comment that begins here is over; -1 where it never is. */
function endOfTag(html: string, open: number): number {
  const isComment = html.startsWith('<!--', open);
  const end = html.indexOf(isComment ? '-->' : '>', open + 1);
  return end < 0 ? -1 : end + (isComment ? 3 : 1);
}

/** Lines as they come about; blanks count once, but for those in `pre`. */
class Lines {
  private readonly lines: string[] = [];
  private line: string[] = [];
  private quotes = 0;
  private pres = 0;

  tag(name: string, closes: boolean): void {
    if (BREAKING.has(name) && !(closes && name === 'br')) this.end(name === 'br');
    if (PARTING.has(name)) {
      this.end(false);
      if (this.lines.at(-1) !== '') this.lines.push('');
    }
    const step = closes ? -1 : 1;
    if (name === 'blockquote') this.quotes = Math.max(0, this.quotes + step);
    if (name === 'pre') this.pres = Math.max(0, this.pres + step);
    if (name === 'td' || name === 'th') this.line.push(' ');
  }

  put(text: string): void {
    if (this.pres === 0) {
      this.line.push(text);
      return;
    }
    text.split('\n').forEach((line, index) => {
      if (index > 0) this.end(true);
      this.line.push(line);
    });
  }

  text(): string {
    this.end(false);
    return this.lines.join('\n').trim();
  }

  /** Ends the line; an empty one counts where it is meant, and never more than two of them. */
  private end(always: boolean): void {
    const text = this.line.join('');
    this.line = [];
    const written = text === '' ? '' : unescaped(text.replace(/[ \t\r\n]+/g, ' ')).trim();
    const enough = this.lines.at(-1) === '' && this.lines.at(-2) === '';
    if (written === '' && (!always || enough)) return;
    this.lines.push(this.quotes > 0 && written !== '' ? `> ${written}` : written);
  }
}

function unescaped(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
