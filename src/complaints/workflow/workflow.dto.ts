import { ApiSchema } from '@nestjs/swagger';
import { ROLE_MEANINGS, ROLES, type Role } from '../../kernel/actor.js';
import { PERMISSIONS } from '../../kernel/permissions.js';
import { Flag, OneOf, SomeOf } from '../../platform/http/fields/choice.js';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Code, Text, Texts } from '../../platform/http/fields/text.js';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from '../complaint.states.js';
import { PROMISE_KINDS, type PromiseKind } from '../complaint.words.js';
import { ACTION_NAMES, type ActionName } from '../complaint.workflow.js';
import { ACTION_MEANINGS } from './action-meanings.js';

@ApiSchema({ description: 'A state of a complaint.' })
export class WorkflowStateDto {
  @OneOf('The name.', STATE_NAMES, { meanings: STATE_MEANINGS })
  name: ComplaintState;

  @Flag('Work goes on, and promises run.')
  open: boolean;

  @Flag('The way ends here, unless the complaint is brought back.')
  end: boolean;

  @Text('What it means.', { max: 300 })
  meaning: string;
}

@ApiSchema({ description: 'A way from one state to another, or to the same.' })
export class WorkflowTransitionDto {
  @OneOf('From where; null is the beginning.', STATE_NAMES, { meanings: STATE_MEANINGS, nullable: true })
  from: ComplaintState | null;

  @OneOf('To where.', STATE_NAMES, { meanings: STATE_MEANINGS })
  to: ComplaintState;
}

@ApiSchema({ description: 'Something that an action needs.' })
export class WorkflowNeedDto {
  @Text('The code that a refusal carries.', { max: 50, example: 'customer_not_heard' })
  code: string;

  @Text('What it is.', { max: 500 })
  detail: string;
}

@ApiSchema({ description: 'An action: one row of the table that the server enforces.' })
export class WorkflowActionDto {
  @OneOf('The name.', ACTION_NAMES, { meanings: ACTION_MEANINGS })
  name: ActionName;

  @Text('What it is for.', { max: 300 })
  summary: string;

  @NestedList('From which state to which.', () => WorkflowTransitionDto, { maxItems: 100 })
  transitions: WorkflowTransitionDto[];

  @SomeOf('The roles that may take it.', ROLES, { meanings: ROLE_MEANINGS })
  who: Role[];

  @OneOf('The permission behind it.', Object.keys(PERMISSIONS), { meanings: PERMISSIONS })
  permission: string;

  @NestedList('What it needs, in order of precedence.', () => WorkflowNeedDto, { maxItems: 20 })
  needs: WorkflowNeedDto[];

  @Texts('The properties that its body brings.', { max: 50, maxItems: 20 })
  asks: string[];

  @SomeOf('The promises that it opens.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS })
  opens: PromiseKind[];

  @SomeOf('The promises that it keeps.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS })
  keeps: PromiseKind[];

  @Text('The type of the entry that it writes.', { max: 50, example: 'complaint.acknowledged' })
  entry: string;
}

@ApiSchema({ description: 'The workflow, as the server enforces it.' })
export class WorkflowDto {
  @Text('Raised with every change that a front end can notice.', { max: 20, example: '1.0.0' })
  version: string;

  @Code('The SHA-256 of states and actions, in hexadecimal.', /^[0-9a-f]{64}$/, {
    max: 64,
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  hash: string;

  @NestedList('The states.', () => WorkflowStateDto, { maxItems: 20 })
  states: WorkflowStateDto[];

  @NestedList('The actions.', () => WorkflowActionDto, { maxItems: 30 })
  actions: WorkflowActionDto[];
}
