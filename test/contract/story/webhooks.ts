import type { Step } from './step.js';

/** The log is brought to another program. */
export const WEBHOOKS: Step[] = [
  {
    operation: 'createWebhook',
    says: 'Ada has the data warehouse told what happens with complaints and promises.',
    as: 'ada',
    body: {
      url: 'https://hooks.house.example/amends',
      types: ['complaint.*', 'promise.broken'],
      description: 'Tells the data warehouse.',
    },
    keep: 'webhook',
  },
  {
    operation: 'testWebhook',
    says: 'Ada tries whether a call arrives there.',
    as: 'ada',
    params: { id: '{webhook.id}' },
    keep: 'test',
  },
  {
    operation: 'getWebhookDelivery',
    says: 'Otto looks what became of it: it is on its way.',
    as: 'otto',
    params: { id: '{webhook.id}', deliveryId: '{test.id}' },
  },
  {
    operation: 'listWebhookDeliveries',
    says: 'Otto lists what is on its way.',
    as: 'otto',
    params: { id: '{webhook.id}' },
    query: { state: 'waiting' },
  },
  {
    operation: 'redeliverToWebhook',
    says: 'Ada has it sent again.',
    as: 'ada',
    params: { id: '{webhook.id}', deliveryId: '{test.id}' },
  },
  {
    operation: 'rollWebhookSecret',
    says: 'A colleague leaves who knew the secret: Ada rolls it.',
    as: 'ada',
    params: { id: '{webhook.id}' },
  },
  {
    operation: 'updateWebhook',
    says: 'The warehouse is rebuilt: nothing is to be sent meanwhile.',
    as: 'ada',
    params: { id: '{webhook.id}' },
    headers: { 'If-Match': '"2"' },
    body: { active: false },
  },
  {
    operation: 'replayWebhook',
    says: 'The new warehouse is empty: it is to get everything from the beginning.',
    as: 'ada',
    params: { id: '{webhook.id}' },
    body: { after: 0 },
  },
  {
    operation: 'getWebhookProgress',
    says: 'Otto reads how far it is.',
    as: 'otto',
    params: { id: '{webhook.id}' },
  },
  { operation: 'listWebhooks', says: 'Otto lists the webhooks.', as: 'otto' },
  { operation: 'getWebhook', says: 'Otto reads one.', as: 'otto', params: { id: '{webhook.id}' } },
  {
    operation: 'retireWebhook',
    says: 'The warehouse is given up.',
    as: 'ada',
    params: { id: '{webhook.id}' },
  },
];
