import { Field, ID, InputType } from 'type-graphql';
import { BODY, MAX_LINKS, MAX_NETWORKS, SUMMARY, TITLE } from '../../../commands/bounds';
import { Locale, NonNegativeInt, Url } from '../../../graphql/scalars';
import { IdempotencyKey } from '../../mutation-fields';
import { Sector, Visibility } from '../enums';

const nullable = true;

const TITLE_TEXT = `one line, at most ${TITLE.max} characters`;
const SUMMARY_TEXT = `in a few sentences, at most ${SUMMARY.max} characters`;
const BODY_TEXT = `in Markdown, at most ${BODY.max} characters`;

@InputType({ description: 'A solution that a city shares.' })
export class ShareSolutionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The city that shares it: yours.' })
  cityId: string;

  @Field(() => String, { description: `The title: ${TITLE_TEXT}.` })
  title: string;

  @Field(() => String, { description: `What was done, ${SUMMARY_TEXT}.` })
  summary: string;

  @Field(() => String, { nullable, description: `The whole story, ${BODY_TEXT}. It is kept as you write it.` })
  body?: string | null;

  @Field(() => Sector, { description: 'What it is about.' })
  sector: Sector;

  @Field(() => Locale, { description: 'The language that it is written in: `en`.' })
  locale: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: kept for your city alone, until `publishSolution`.',
  })
  draft: boolean;

  @Field(() => Visibility, { defaultValue: Visibility.PUBLIC, description: 'Who may see it once it is published.' })
  visibility: Visibility;

  @Field(() => [ID], {
    defaultValue: [],
    description: `The networks to share it in, at most ${MAX_NETWORKS}. What is for members is seen by theirs.`,
  })
  networkIds: string[];

  @Field(() => [Url], { defaultValue: [], description: `Pages to read on, at most ${MAX_LINKS}.` })
  links: string[];
}

@InputType({ description: 'What to change of a solution. What is left out, or null, stays as it is.' })
export class ReviseSolutionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The solution.' })
  solutionId: string;

  @Field(() => String, { nullable, description: `The title in \`locale\`: ${TITLE_TEXT}.` })
  title?: string | null;

  @Field(() => String, { nullable, description: `What was done in \`locale\`, ${SUMMARY_TEXT}.` })
  summary?: string | null;

  @Field(() => String, {
    nullable,
    description: `The whole story in \`locale\`, ${BODY_TEXT}. An empty text takes it away.`,
  })
  body?: string | null;

  @Field(() => Sector, { nullable, description: 'What it is about.' })
  sector?: Sector | null;

  @Field(() => Visibility, { nullable, description: 'Who may see it.' })
  visibility?: Visibility | null;

  @Field(() => [ID], { nullable, description: 'All networks that it is shared in from now on; `[]` for none.' })
  networkIds?: string[] | null;

  @Field(() => [Url], { nullable, description: 'All pages to read on from now on; `[]` for none.' })
  links?: string[] | null;

  @Field(() => Locale, {
    nullable,
    description:
      'The language of the texts. Left out: the one that it was written in. Any other one adds a translation, which ' +
      'begins with title and summary, or changes it.',
  })
  locale?: string | null;

  @Field(() => NonNegativeInt, {
    nullable,
    description:
      'Only where nobody has changed it since: the `number` of the latest of its `revisions` that you know, 0 for none. ' +
      'Else it is a CONFLICT. Left out: whatever has changed.',
  })
  ifRevision?: number | null;
}

@InputType({ description: 'A draft to publish.' })
export class PublishSolutionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The draft.' })
  solutionId: string;
}

@InputType({ description: 'A solution to take back.' })
export class WithdrawSolutionInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;

  @Field(() => ID, { description: 'The solution.' })
  solutionId: string;

  @Field(() => String, {
    description: `Why, for those who took it up: in a few sentences, at most ${SUMMARY.max} characters.`,
  })
  reason: string;
}
