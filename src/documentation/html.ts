/** Text that is HTML already. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

/** A template of HTML: what is put in is escaped, unless it was made by such a template itself. */
export function html(parts: TemplateStringsArray, ...values: (string | SafeHtml | SafeHtml[])[]): SafeHtml {
  const written = values.map((value) => [value].flat().map(write).join(''));
  return new SafeHtml(String.raw({ raw: parts }, ...written));
}

/** The little Markdown that descriptions hold: paragraphs, lists, code, bold. */
export function prose(markdown: string): SafeHtml {
  const blocks = markdown.split(/\n\n+/).filter((block) => block.trim() !== '');
  return new SafeHtml(blocks.map(blockOf).join('\n'));
}

function write(value: string | SafeHtml): string {
  return typeof value === 'string' ? escape(value) : value.text;
}

function blockOf(block: string): string {
  const lines = block.split('\n');
  if (!lines.every((line) => line.startsWith('- '))) return `<p>${inline(block)}</p>`;
  return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;
}

function inline(text: string): string {
  return escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
