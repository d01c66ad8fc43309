import { ApiSchema } from '@nestjs/swagger';
import { INPUT_CODES, PROBLEMS, type ProblemCode } from '../../../kernel/refusal.js';
import { OneOf, Whole } from '../../http/fields/choice.js';
import { Nested, NestedList } from '../../http/fields/nested.js';
import { Id, Ids, Text } from '../../http/fields/text.js';

const CODES = Object.keys(PROBLEMS) as ProblemCode[];
const TITLES = Object.fromEntries(CODES.map((code) => [code, PROBLEMS[code].title]));

@ApiSchema({ description: 'An error, as RFC 9457 has it. `code` is stable; the words of `detail` are not.' })
export class Problem {
  @Text('The address of the page that explains this problem.', {
    max: 2000,
    example: 'http://localhost:3000/docs/problems/not-found',
  })
  type: string;

  @Text('What the problem is, the same for every occurrence.', {
    max: 100,
    example: PROBLEMS.not_found.title,
  })
  title: string;

  @Whole('The status of the answer.', { min: 400, max: 599, example: 404 })
  status: number;

  @Text('What is the matter this time, for people.', {
    max: 2000,
    example: 'There is nothing here, or nothing that you may see.',
  })
  detail: string;

  @OneOf('What is the matter, for programs.', CODES, { meanings: TITLES })
  code: string;

  @Text('The request, as `X-Request-Id` and the logs name it.', {
    max: 64,
    example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  })
  requestId: string;
}

@ApiSchema({
  description: 'One thing that is wrong with the input: in the body at `pointer`, or in `parameter`.',
})
class InputProblemError {
  @Text('Where in the body: an RFC 6901 pointer, empty for the body itself.', {
    max: 200_000,
    blank: true,
    optional: true,
    nullable: false,
    example: '/complainant/email',
  })
  pointer?: string;

  @Text('The query parameter or header.', { max: 20_000, optional: true, nullable: false, example: 'limit' })
  parameter?: string;

  @OneOf('What is wrong.', Object.keys(INPUT_CODES), { meanings: INPUT_CODES })
  code: string;

  @Text('What is wrong, for people.', { max: 2000, example: INPUT_CODES.is_email })
  detail: string;
}

@ApiSchema({ description: 'The input is wrong; everything that is wrong is named at once.' })
export class InputProblem extends Problem {
  @NestedList('Everything that is wrong, body and parameters together.', () => InputProblemError, {
    minItems: 1,
    maxItems: 10_000,
  })
  errors: InputProblemError[];
}

@ApiSchema({ description: 'Something that the case lacks before the action is possible.' })
class UnmetNeed {
  @Text('The need, for programs.', { max: 100, example: 'facts_open' })
  code: string;

  @Text('The need, for people.', { max: 2000, example: 'the facts are not established yet' })
  detail: string;

  @Ids('What is in the way.', { maxItems: 10_000, optional: true, nullable: false })
  ids?: string[];
}

@ApiSchema({ description: 'What was already there.' })
class ExistingResource {
  @Text('Its id.', { max: 36, example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' })
  id: string;

  @Text('Its path.', { max: 2000, example: '/v1/complaints/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' })
  href: string;
}

@ApiSchema({ description: 'A standard that counts its times by the calendar.' })
class StandardInTheWay {
  @Id('Its id.')
  id: string;

  @Text('Its name.', { max: 200, example: 'Gold customers' })
  name: string;
}

@ApiSchema({ description: 'A contact point that is open when the calendar says so.' })
class ContactPointInTheWay {
  @Id('Its id.')
  id: string;

  @Text('What it is called.', { max: 200, example: 'Complaints line' })
  label: string;
}

@ApiSchema({ description: 'Something is in the way: what the case lacks, or what is there already.' })
class ConflictProblem extends Problem {
  @NestedList(
    'With `action_refused`: everything that is missing, the most important first.',
    () => UnmetNeed,
    { maxItems: 100, optional: true, nullable: false },
  )
  unmet?: UnmetNeed[];

  @Text('With `action_refused`: the state of the case.', {
    max: 100,
    optional: true,
    nullable: false,
    example: 'in_progress',
  })
  state?: string;

  @Nested(
    'With `external_id_taken`: what is already there, where the caller may see it.',
    () => ExistingResource,
    { optional: true, nullable: false },
  )
  existing?: ExistingResource;

  @NestedList('With `calendar_in_use`: the standards that use it.', () => StandardInTheWay, {
    maxItems: 10_000,
    optional: true,
    nullable: false,
  })
  standards?: StandardInTheWay[];

  @NestedList('With `calendar_in_use`: the contact points that use it.', () => ContactPointInTheWay, {
    maxItems: 10_000,
    optional: true,
    nullable: false,
  })
  contactPoints?: ContactPointInTheWay[];
}

@ApiSchema({ description: 'The resource has changed since it was read.' })
class VersionProblem extends Problem {
  @Whole('The version that it has now.', { min: 1, max: Number.MAX_SAFE_INTEGER, example: 7 })
  currentVersion: number;
}

/** The form of each problem that has members of its own; problems of one status share one form. */
export const PROBLEM_FORMS: Partial<Record<ProblemCode, typeof Problem>> = {
  validation_failed: InputProblem,
  action_refused: ConflictProblem,
  version_mismatch: VersionProblem,
  external_id_taken: ConflictProblem,
  calendar_in_use: ConflictProblem,
};
