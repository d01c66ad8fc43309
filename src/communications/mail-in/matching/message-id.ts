import { isId } from '../../../kernel/identifiers.js';

/**
 * The Message-ID of an outgoing message: made of its id, so that a second sending has the same one and the receiver
 * keeps one of both.
 *
 * @param host What stands behind the @: a name that belongs to the house.
 * @throws RangeError where one of them would break the header.
 */
export function messageIdOf(id: string, host: string): string {
  if (!isId(id)) throw new RangeError('A message has a UUID.');
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host))
    throw new RangeError('This is no name of a host.');
  return `<${id.toLowerCase()}@${host.toLowerCase()}>`;
}

/** The id of our message that a Message-ID names; null where it is not one of ours. */
export function ownMessage(messageId: string, host: string): string | null {
  const [, id = '', at = ''] = /^<([^<>@\s]{36})@([^<>@\s]{1,253})>$/.exec(messageId) ?? [];
  return isId(id) && at.toLowerCase() === host.toLowerCase() ? id.toLowerCase() : null;
}
