import { ApiSchema } from '@nestjs/swagger';
import { COUNTED_TIMES, type CountedTime } from '../../kernel/term.js';
import { CHANNELS, type Channel } from '../../kernel/words.js';
import { Flag, OneOf, SomeOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { QueryWhole } from '../../platform/http/fields/query.js';
import { Language, Languages, Text } from '../../platform/http/fields/text.js';
import { Duration, Time } from '../../platform/http/fields/time.js';
import { PROFILE_TITLES } from '../../standards/profiles/profile.dto.js';
import { PROFILE_NAMES } from '../../standards/profiles/profiles.js';
import { ContactPointDto } from '../../standards/contact-points/contact-point.dto.js';
import { KIND_MEANINGS } from '../../standards/standard.dto.js';
import { STANDARD_KINDS, type StandardKind } from '../../standards/standard.js';
import * as text from './policy.texts.js';
import { PolicyWords } from './policy-words.dto.js';

@ApiSchema({ description: 'What anybody may expect by when, of the house or of the law.' })
export class StageDto {
  @OneOf('What is promised.', STANDARD_KINDS, { meanings: KIND_MEANINGS })
  stage: StandardKind;

  @Text('The same in words for a customer, and from when the time counts.', { max: 1000 })
  what: string;

  @Duration('How long it may take.', { example: 'P28D' })
  within: string;

  @OneOf('Which time counts.', Object.keys(COUNTED_TIMES), { meanings: COUNTED_TIMES })
  time: CountedTime;

  @Flag('Whether it is owed by law or contract.')
  legal: boolean;

  @Text('Where the law says so; null for what the house promises.', {
    max: 200,
    nullable: true,
    example: 'DISP 1.6.2R',
  })
  clause: string | null;

  @Flag('Whether the time stands still while the customer is asked something.')
  pausable: boolean;
}

@ApiSchema({ description: 'A window after the decision.' })
export class WindowDto {
  @Text('What it is for, in words for a customer.', { max: 1000 })
  what: string;

  @Duration('How long it is, from when the customer was told the decision.', { example: 'P6M' })
  within: string;
}

@ApiSchema({ description: 'How a complaint is handed in by a program.' })
export class HandingInDto {
  @OneOf('The method.', ['POST'])
  method: 'POST';

  @Text('The path.', { max: 100, example: '/v1/complaints' })
  href: string;
}

@ApiSchema({ description: 'Who sets the rules for this house.' })
export class RegulatorDto {
  @OneOf('The profile.', PROFILE_NAMES, { meanings: PROFILE_TITLES })
  profile: string;

  @Text('Its name in full.', { max: 200 })
  title: string;
}

@ApiSchema({ description: 'How to complain to this house, what happens then and by when (ISO 10002, 7.1).' })
export class PolicyDto extends PolicyWords {
  @Language('The language of the words.')
  language: string;

  @Whole('Which version of the words; 0 are those that come with the program.', {
    min: 0,
    max: 2_147_483_647,
  })
  version: number;

  @Time('Since when these words hold; null for those that come with the program.', { nullable: true })
  validFrom: string | null;

  @Languages('The languages that there are words in.', { maxItems: 1000 })
  languages: string[];

  @Text(text.CHARGES, { ...text.LONG, nullable: true })
  charges: string | null;

  @SomeOf(text.ON_CHANNELS, Object.keys(CHANNELS), { meanings: CHANNELS })
  channels: Channel[];

  @NestedList(
    'Where the house can be reached, in the order that it gave them, up to 100. Whether somebody answers there now ' +
      'stands in `GET /v1/contact-points`.',
    () => ContactPointDto,
    { maxItems: 100 },
  )
  contactPoints: ContactPointDto[];

  @Nested('How a complaint is handed in by a program, without a token.', () => HandingInDto)
  handIn: HandingInDto;

  @NestedList('Step by step, as it holds for anybody at the moment.', () => StageDto, { maxItems: 10 })
  process: StageDto[];

  @Nested('To say whether the decision is accepted, before silence closes the complaint.', () => WindowDto)
  confirmWindow: WindowDto;

  @Nested('To disagree with the decision.', () => WindowDto)
  disputeWindow: WindowDto;

  @Text('Where else a customer may turn.', { max: 1000 })
  routesOutside: string;

  @Nested('Who sets the rules for this house.', () => RegulatorDto)
  regulator: RegulatorDto;
}

@ApiSchema({ description: 'Which words.' })
export class PolicyQuery {
  @Language('In which language, or the nearest to it; goes before `Accept-Language`.', {
    optional: true,
    example: 'hu',
  })
  language?: string;

  @QueryWhole('Which version of the words in that language; the one that holds now where absent.', {
    min: 0,
    max: 2_147_483_647,
    optional: true,
  })
  version?: number;
}
