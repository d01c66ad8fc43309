import { describe, expect, it } from '@jest/globals';
import { BODY_MAX } from '../../../src/communications/letters/engine.js';
import { templateFlaws } from '../../../src/communications/letters/flaws.js';
import type { LetterKind } from '../../../src/communications/letters/kinds.js';

const SUBJECT = 'About {{ reference }}';

/** The codes of what is wrong with a body. */
function codes(kind: LetterKind, body: string): string[] {
  return templateFlaws(kind, { subject: SUBJECT, body }).map(({ code }) => code);
}

/** A body that says what a question has to say, and more. */
const question = (more: string) => `{{ message }} {{ replyBy }} ${more}`;

describe('a template is refused', () => {
  it('when it could leave out what the customer is owed, wherever that happens', () => {
    const always = '{{ message }} {{ updateBy }}';
    const decision = '{% if resolveBy %}{{ resolveBy }}{% endif %}';
    const law = '{% if legalBy %}{{ legalBy }}{% endif %}';
    expect(codes('acknowledgement', `${always}${decision}${law}`)).toEqual([]);
    expect(codes('acknowledgement', `${always}${law}`)).toEqual(['missing_variable']);
    expect(codes('acknowledgement', '{{ message }}')).toHaveLength(3);
    expect(codes('acknowledgement', `${always}${law}{% if legalBy %}{{ resolveBy }}{% endif %}`)).toEqual([
      'missing_variable',
    ]);
    expect(codes('acknowledgement', `{% if false %}${always}{% endif %}${decision}${law}`)).toHaveLength(2);
    expect(
      codes('record_confirmed', "{% if step == 'accepted' %}{{ saidOn }}{% else %}no{% endif %}"),
    ).toEqual(['missing_variable']);
  });

  it('when it says at length what one can say once', () => {
    expect(codes('question', question('{{ message }}'))).toEqual(['repeated']);
    expect(codes('question', question('{{ replyBy }} {{ reference }}'))).toEqual([]);
  });

  it.each([
    ['{% for x in message %}{{ x }}{% endfor %}', ['unknown_tag', 'unknown_tag']],
    ["{% render 'secrets' %}{% assign x = message %}", ['unknown_tag', 'unknown_tag']],
    ['{% raw %}{{ message }}{% endraw %}', ['unknown_tag', 'unknown_tag']],
    ['{% constructor %}', ['unknown_tag']],
    [
      '{{ mesage }} {{ password }} {{ replyBy | constructor | date }}',
      ['unknown_variable', 'unknown_variable', 'unknown_filter', 'unknown_filter'],
    ],
    ['{% if nothing %}{% if hidden %}{% endif %}{% endif %}', ['unknown_variable', 'unknown_variable']],
    ['{{ outcome }}', ['unknown_variable']],
    ['{{ complainantName | default: secret }}', ['unknown_variable']],
    ['{{ message.size }}', ['is_template']],
    ["{{ ['message'] }}", ['is_template']],
    ["{{ reference['length'] }}", ['is_template']],
    ['{{ (1..9) }}', ['is_template']],
    ["{% if message == 'no' %}{% endif %}", ['is_template']],
    ["{% if message contains 'no' %}{% endif %}", ['is_template']],
    ['{% if reference > 5 %}{% endif %}', ['is_template']],
    ['{% if reference complainantName %}{% endif %}', ['is_template']],
    ['{{ message', ['is_template']],
    ['{% if message %}', ['is_template']],
    ['{% endif %}', ['is_template']],
    ['{{ }}', ['is_template']],
  ])('for %s', (more, expected) => {
    expect(codes('question', question(more))).toEqual(expected);
  });

  it('when a choice is compared with what it never is', () => {
    const decision = (test: string) =>
      `{{ explanation }}{{ points }}{{ plan }}{{ disputeUntil }}{{ routes }}{% if ${test} %}!{% endif %}`;
    expect(
      codes('decision', decision("outcome == 'upheld' or 'not_upheld' != outcome and not final")),
    ).toEqual(['unknown_variable']);
    expect(codes('decision', decision("outcome == 'upheld' or not plan"))).toEqual([]);
    expect(codes('decision', decision("outcome == 'uphold'"))).toEqual(['is_template']);
  });

  it('when it is too long, also where that is only a long way', () => {
    expect(codes('question', question(' '.repeat(BODY_MAX)))).toEqual(['max_length']);
    expect(codes('question', question('🛏'.repeat(BODY_MAX - 100)))).toEqual([]);
    const deep = 400;
    expect(codes('question', question('{%if replyBy%}'.repeat(deep) + '{%endif%}'.repeat(deep)))).toEqual([]);
  });

  it('when its subject is none', () => {
    const at = (kind: LetterKind, subject: string | null) =>
      templateFlaws(kind, {
        subject,
        body: kind === 'update' ? '{{ message }}' : '- {{ what }} {{ dueBy }}',
      }).map(({ at: pointer, code }) => `${pointer} ${code}`);
    expect(at('update', null)).toEqual(['/subject required']);
    expect(at('update', 'News: {{ message }}')).toEqual(['/subject not_applicable']);
    expect(at('update', 'News\r\nBcc: all@example.org')).toEqual(['/subject pattern']);
    expect(at('update', '{{ nothing }}')).toEqual(['/subject unknown_variable']);
    expect(at('planned_action', 'A line')).toEqual(['/subject not_applicable']);
    expect(at('planned_action', null)).toEqual([]);
  });

  it('for all of it at once', () => {
    const found = templateFlaws('question', { subject: '{{ subject }}', body: '{{ a }} {{ b | c }}' });
    expect(found.map(({ at, code }) => `${at} ${code}`)).toEqual([
      '/subject unknown_variable',
      '/body unknown_variable',
      '/body unknown_filter',
      '/body unknown_variable',
    ]);
  });
});
