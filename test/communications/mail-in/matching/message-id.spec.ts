import { expect, it } from '@jest/globals';
import { messageIdOf, ownMessage } from '../../../../src/communications/mail-in/matching/message-id.js';

const ID = '0199aa3e-7b1c-7cc2-8f00-5c1d2e3f4a5b';

it('a message has one Message-ID, which names it again', () => {
  const messageId = messageIdOf(ID, 'mail.house.example');
  expect(messageId).toBe(`<${ID}@mail.house.example>`);
  expect(messageIdOf(ID.toUpperCase(), 'Mail.House.example')).toBe(messageId);
  expect(ownMessage(messageId.toUpperCase(), 'mail.house.example')).toBe(ID);
});

it.each([
  `<${ID}@other.example>`,
  `${ID}@house.example`,
  '<x@house.example>',
  '',
  `<${ID}@house.example> <x@y>`,
])('%p is not one of ours', (messageId) => {
  expect(ownMessage(messageId, 'house.example')).toBeNull();
});

it.each([
  ['x', 'house.example'],
  [ID, 'house.example\r\nBcc: evil@example.org'],
  [ID, 'a@b'],
  [ID, ''],
])('none is made of %p and %p', (id, host) => {
  expect(() => messageIdOf(id, host)).toThrow(RangeError);
});
