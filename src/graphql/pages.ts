import 'reflect-metadata';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

const nullable = true;
const SIZE = `from 1 to ${MAX_PAGE_SIZE}, ${DEFAULT_PAGE_SIZE} where neither \`first\` nor \`last\` is given`;

/** The page of a list that only goes forwards. */
@ArgsType()
export class ForwardPageArgs {
  @Field(() => Int, { nullable, description: `How many items from the beginning, or after \`after\`: ${SIZE}.` })
  first?: number | null;

  @Field(() => String, {
    nullable,
    description: 'Begin behind the item that has this cursor: `pageInfo.endCursor` of the page before.',
  })
  after?: string | null;
}

/** The page of a list that goes both ways. */
@ArgsType()
export class PageArgs extends ForwardPageArgs {
  @Field(() => Int, { nullable, description: `How many items from the end, or before \`before\`: ${SIZE}.` })
  last?: number | null;

  @Field(() => String, {
    nullable,
    description: 'End ahead of the item that has this cursor: `pageInfo.startCursor` of the page behind.',
  })
  before?: string | null;
}

@ObjectType({
  description: 'Where a page lies in its list. See https://relay.dev/graphql/connections.htm',
  simpleResolvers: true,
})
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are more items behind this page: ask with `after: endCursor`.' })
  hasNextPage: boolean;

  @Field(() => Boolean, {
    description: 'Whether there are more items ahead of this page: ask with `before: startCursor`.',
  })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable,
    description: 'Cursor of the first item of this page; null where the page is empty.',
  })
  startCursor: string | null;

  @Field(() => String, { nullable, description: 'Cursor of the last item of this page; null where the page is empty.' })
  endCursor: string | null;
}
