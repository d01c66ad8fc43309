/** A few people and complaints, made through the API of the running program: what the many copies are copies of. */
export interface House {
  /** Authorization of an agent. */
  authorization: string;
  agentId: string;
}

/** The first administrator of every program that is started here. */
export const ADMINISTRATOR = {
  ADMIN_EMAIL: 'ada@house.example',
  ADMIN_PASSWORD: 'a bed with four whole legs',
};

const AGENT = { name: 'Anna Agent', email: 'anna@house.example', roles: ['agent'] };
const password = ADMINISTRATOR.ADMIN_PASSWORD;

/** Gives an agent an account. */
export async function engageAgent(baseUrl: string): Promise<void> {
  const administrator = await signIn(baseUrl, ADMINISTRATOR.ADMIN_EMAIL);
  await ask(baseUrl, 'POST', '/v1/users', administrator, { ...AGENT, password });
}

/** Signs the agent in; an access token holds for a quarter of an hour. */
export async function enter(baseUrl: string): Promise<House> {
  const authorization = await signIn(baseUrl, AGENT.email);
  const { id } = await ask<{ id: string }>(baseUrl, 'GET', '/v1/me', authorization);
  return { authorization, agentId: id };
}

/** As many complaints as `THINGS` has words; every fourth is worked on, the others wait as they were received. */
export async function receiveSamples(baseUrl: string, { authorization, agentId }: House): Promise<void> {
  for (const [index, thing] of THINGS.entries()) {
    const body = complaintAbout(thing);
    const complaint = await ask<Received>(baseUrl, 'POST', '/v1/complaints', authorization, body);
    if (index % 4 !== 0) continue;
    const { id, receivedAt } = complaint;
    const act = (action: string, said: object) =>
      ask(baseUrl, 'POST', `/v1/complaints/${id}/actions/${action}`, authorization, said);
    await act('acknowledge', ACKNOWLEDGE);
    await ask(baseUrl, 'POST', `/v1/complaints/${id}/facts`, authorization, FACT);
    await act('establish-facts', { summary: `The ${thing} came broken.`, assessment: ASSESSMENT });
    await act('assign-owner', {
      ownerId: agentId,
      agreedActions: [{ what: `Send a new ${thing}`, dueAt: aMonthAfter(receivedAt) }],
    });
  }
}

/** A request of the API whose answer must be a success. */
export async function ask<T>(
  baseUrl: string,
  method: 'GET' | 'POST',
  path: string,
  authorization: string | null,
  body?: object,
): Promise<T> {
  const answer = await fetch(baseUrl + path, {
    method,
    headers: { ...(authorization && { authorization }), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const ACKNOWLEDGE = { message: 'Thank you for telling us. We look into it and call you back.' };

/** Of the length that people write. */
export function complaintAbout(thing: string): object {
  return {
    channel: 'web',
    language: 'en',
    subject: `My ${COMMON_WORD} ${thing}`,
    description:
      `The ${thing} that I ordered three weeks ago arrived broken, although the parcel looked well from outside. ` +
      'I have called four times, and every time somebody else promised to send a new one; none of them did. ' +
      'I need it before my mother moves in at the end of the month.',
    desiredOutcome: 'A whole one, or my money.',
    product: `Model ${thing}`,
    orderReference: 'A-2210-4471',
    tags: ['delivery', 'damage'],
    complainant: { name: 'Marta Kis', email: 'marta@example.org', phone: '+36 1 234 5678' },
    answerVia: 'tracking',
  };
}

/** A word of every sample. */
export const COMMON_WORD = 'broken';

export const THINGS = [
  ...['bed', 'chair', 'desk', 'lamp', 'mirror', 'shelf', 'sofa', 'stool', 'table', 'wardrobe'],
  ...['kettle', 'oven', 'fridge', 'freezer', 'toaster', 'mixer', 'dishwasher', 'stove', 'grill', 'heater'],
  ...['bicycle', 'scooter', 'trolley', 'ladder', 'tent', 'rucksack', 'canoe', 'sledge', 'kite', 'drum'],
  ...['clock', 'radio', 'printer', 'monitor', 'keyboard', 'camera', 'phone', 'charger', 'cable', 'speaker'],
];

interface Received {
  id: string;
  receivedAt: string;
}

const FACT = { statement: 'One leg was broken on arrival.', source: 'customer', standing: 'confirmed' };
const ASSESSMENT = { severity: 'medium', safety: false, complexity: 'low', impact: 'Sleeps on the floor.' };

export async function signIn(baseUrl: string, email: string): Promise<string> {
  const session = await ask<{ accessToken: string }>(baseUrl, 'POST', '/v1/sessions', null, {
    email,
    password,
  });
  return `Bearer ${session.accessToken}`;
}

function aMonthAfter(time: string): string {
  return new Date(Date.parse(time) + 30 * 24 * 3_600_000).toISOString();
}
