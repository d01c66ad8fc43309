import type { TemplateUsed, WrittenLetter } from '../../communications/letters/templates.js';
import type { Breach } from '../breaches/breach.entity.js';
import type { Case } from '../case/case.js';
import { channelOf } from '../../communications/channels/channels.js';
import {
  type AnswerVia,
  HANDING_OVER,
  type MessageKind,
  type PromiseKind,
  type SaidHow,
} from '../complaint.words.js';
import { datesTold, leftTheHouse, silenceBroken } from './leaving.js';
import type { Message } from './message.entity.js';

/** Words to and from the customer. A message counts when it left the house, not when it was written. */

/** How and when words were said or sent outside the product. */
export interface Said {
  how: SaidHow;
  saidAt: string;
  /** The number that was dialled, or the address. */
  number?: string | null;
  /** The words were read back to the customer. */
  readBack?: boolean | null;
}

export interface Letter extends WrittenLetter {
  kind: MessageKind;
  said?: Said | null;
  /** The way, where it is not the one that the complaint is answered by. */
  via?: AnswerVia;
  /** No person's words: keeps nothing. */
  automatic?: boolean;
  /** It answers what the customer wrote before. */
  hears?: boolean;
  keeps?: readonly PromiseKind[];
  /** Broken promises that it apologises for. */
  apologisesFor?: readonly Breach[];
  /** It says that silence will close the complaint. */
  closing?: boolean;
}

/** Words for the customer, on the way that the complaint is answered by. */
export function tell(c: Case, letter: Letter): Message {
  const { kind, subject, body, template, said } = letter;
  const { automatic = false, hears = false, keeps = [], apologisesFor = [] } = letter;
  const delivery = deliveryOf(c, said, letter.via);
  const heard = hears ? answered(c, delivery.deliveryAt ?? c.now) : [];
  c.hear(heard);
  const message = c.add<Message>('message', {
    audience: 'customer',
    direction: 'out',
    kind,
    body,
    subject,
    ...columnsOf(template),
    automatic,
    ...authorOf(c, automatic),
    keeps: automatic ? [] : [...keeps],
    ...delivery,
    heardAt: null,
  });
  c.findableBy(body);
  c.record(
    'message.sent',
    { type: 'message', id: message.id },
    {
      kind,
      automatic,
      via: delivery.deliveryVia,
      delivery: delivery.deliveryState,
      handedOverAt: delivery.deliveryAt?.toISOString() ?? null,
      hears: heard,
      ...spokenTo(said),
      template,
      subject,
      body,
    },
  );
  for (const breach of apologisesFor) c.alter('breach', breach, { apologyMessageId: message.id });
  if (letter.closing) c.complaint.closingNoticeId = message.id;
  if (delivery.deliveryAt) leftTheHouse(c, message, delivery.deliveryAt);
  else wait(c, message);
  return message;
}

/** Words wait to leave the house. */
export function wait(c: Case, message: Message): void {
  if (!c.view.queued.includes(message)) c.view.queued.push(message);
  c.waiting.push(message);
}

/** Words that waited, or had come back, were said or sent. */
export function handOver(c: Case, message: Message, via: SaidHow, at: Date, said: Said | null = null): void {
  c.alter('message', message, { deliveryVia: via, deliveryState: 'handed_over', deliveryAt: at });
  c.view.queued = c.view.queued.filter(({ id }) => id !== message.id);
  c.record(
    'message.handed_over',
    { type: 'message', id: message.id },
    { via, handedOverAt: at.toISOString(), ...spokenTo(said) },
  );
  leftTheHouse(c, message, at);
  datesTold(c, message);
}

/** Words of the customer: their own, or noted by staff. */
export function listen(c: Case, body: string, said: Said | null): Message {
  const { complainantName } = c.complaint;
  const message = c.add<Message>('message', {
    audience: 'customer',
    direction: 'in',
    kind: 'reply',
    body,
    ...UNWRITTEN,
    automatic: false,
    authorKind: 'complainant',
    authorId: null,
    authorName: complainantName,
    keeps: [],
    deliveryVia: null,
    deliveryState: null,
    deliveryAt: null,
    heardAt: null,
  });
  c.view.unheard.push({ id: message.id, at: c.now });
  silenceBroken(c);
  c.findableBy(body);
  const saidBy = { saidHow: said?.how ?? null, saidAt: said?.saidAt ?? null };
  c.record('message.received', { type: 'message', id: message.id }, { ...saidBy, ...spokenTo(said), body });
  return message;
}

/** An internal note: nothing for the customer, so it keeps nothing. */
export function note(c: Case, body: string): Message {
  const message = c.add<Message>('message', {
    audience: 'internal',
    direction: 'out',
    kind: 'note',
    body,
    ...UNWRITTEN,
    automatic: false,
    ...authorOf(c, false),
    keeps: [],
    deliveryVia: null,
    deliveryState: null,
    deliveryAt: null,
    heardAt: null,
  });
  c.findableBy(body, true);
  c.record('message.noted', { type: 'message', id: message.id }, { body });
  return message;
}

/** Words answer what the customer wrote before they were said, not what came meanwhile. */
function answered(c: Case, at: Date): string[] {
  return c.view.unheard.filter((message) => message.at <= at).map(({ id }) => id);
}

/** Words that were said count at that time; else the complaint's own way of answering decides. */
function deliveryOf(c: Case, said: Said | null | undefined, via: AnswerVia = c.complaint.answerVia) {
  if (said && HANDING_OVER.includes(said.how)) {
    return {
      deliveryVia: said.how,
      deliveryState: 'handed_over',
      deliveryAt: new Date(said.saidAt),
    } as const;
  }
  return channelOf(via).handsOver === 'at_once'
    ? ({ deliveryVia: via, deliveryState: 'handed_over', deliveryAt: c.now } as const)
    : ({ deliveryVia: via, deliveryState: 'queued', deliveryAt: null } as const);
}

function spokenTo(said: Said | null | undefined) {
  return { number: said?.number ?? null, readBack: said?.readBack ?? null };
}

function authorOf(c: Case, automatic: boolean) {
  if (automatic) return { authorKind: 'system', authorId: null, authorName: null } as const;
  return { authorKind: c.actor.kind, authorId: c.actor.id, authorName: c.actor.name };
}

function columnsOf({ kind, language, version }: TemplateUsed) {
  return { templateKind: kind, templateLanguage: language, templateVersion: version };
}

/** Words that no template was used for. */
const UNWRITTEN = {
  subject: null,
  templateKind: null,
  templateLanguage: null,
  templateVersion: null,
} as const;
