import type { Step } from './step.js';

const UPDATE = {
  kind: 'update',
  language: 'en',
  subject: 'News about your furniture ({{ reference }})',
  body:
    '{% if complainantName %}Dear {{ complainantName }},\n\n{% endif %}{{ message }}\n\n' +
    'Bed & Table, 12 Main Street, +36 1 555 0100',
};

/** In which words the house writes. */
export const TEMPLATES_STORY: Step[] = [
  {
    operation: 'listTemplateKinds',
    says: 'Ada looks which letters there are, and what each has to say.',
    as: 'ada',
    query: { limit: 2 },
  },
  {
    operation: 'listTemplates',
    says: 'She reads by which templates news is written until now.',
    as: 'ada',
    query: { kind: 'update' },
  },
  {
    operation: 'previewTemplate',
    says: 'She tries words of her own.',
    as: 'ada',
    body: UPDATE,
  },
  {
    operation: 'publishTemplate',
    says: 'She publishes them.',
    as: 'ada',
    body: UPDATE,
    keep: 'template',
  },
  {
    operation: 'publishTemplate',
    name: 'owed',
    says: 'A first answer that names no date is refused: customers are owed one.',
    as: 'ada',
    body: {
      kind: 'acknowledgement',
      language: 'en',
      subject: 'Thank you, {{ name }}',
      body: '{{ message }}{% for line in plan %}{{ line }}{% endfor %}',
    },
    refused: 'validation_failed',
  },
  {
    operation: 'getTemplateVersion',
    says: 'Otto reads by which words a letter was written.',
    as: 'otto',
    params: { id: '{template.id}' },
  },
  {
    operation: 'listTemplateVersions',
    says: 'Otto lists what was published.',
    as: 'otto',
    query: { kind: 'update', language: 'en' },
  },
  {
    operation: 'withdrawTemplate',
    says: 'After the sale is over, Ada goes back to what comes with the program.',
    as: 'ada',
    body: { kind: 'update', language: 'en' },
  },
  {
    operation: 'withdrawTemplate',
    name: 'neverPublished',
    says: 'In Bulgarian the house never published any.',
    as: 'ada',
    body: { kind: 'update', language: 'bg' },
    refused: 'not_found',
  },
];
