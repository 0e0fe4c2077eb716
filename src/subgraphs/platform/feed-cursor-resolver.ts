import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context';
import { OwnedBy } from '../owned-by';

@OwnedBy('platform')
@Resolver()
export class FeedCursorResolver {
  @Query(() => String, {
    nullable: true,
    description:
      'Where the log of events stands. Ask for it beside what you show, then subscribe with it as `after`: what has happened since is ' +
      'told, and nothing falls in between. What the answer has already may be told again.',
  })
  feedCursor(@Ctx() { log }: Context): string {
    // Fields of a query are called before any of them reads, so what they read is never older.
    return log.cursorOf(log.lastKnown);
  }
}
