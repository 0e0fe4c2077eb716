import type { GraphQLResolveInfo } from 'graphql';
import sql, { join, raw } from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Info,
  ObjectType,
  registerEnumType,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { allOf, TRUE } from '../../data/filter';
import { ChangeType, type LogEvent, type Subject } from '../../events/event';
import { AfterEventArg } from '../../graphql/arguments';
import { invalidFilter } from '../../graphql/errors';
import { Node } from '../../graphql/node';
import { DateTime } from '../../graphql/scalars';
import type { Context } from '../context';
import { runByFeed, Vanished, type LiveField } from '../live-field';
import { OwnedBy } from '../owned-by';
import { nodeReads } from './node-resolver';

const nullable = true;

registerEnumType(ChangeType, {
  name: 'ChangeType',
  description: 'What can happen to the graph.',
  valuesConfig: {
    SOLUTION_SHARED: { description: 'A city shared a solution with its peers.' },
    SOLUTION_REVISED: { description: 'A city changed a solution of its own.' },
    SOLUTION_WITHDRAWN: { description: 'A city took a solution back.' },
    ADOPTION_RECORDED: { description: 'A city took up a solution of another one, or told more about that.' },
    ADOPTION_CONFIRMED: { description: 'The city of a solution confirmed that another one took it up.' },
    COLLABORATION_RECORDED: { description: 'Cities did something together.' },
    ACTION_REPORTED: { description: 'A city reported an action.' },
    MEMBERSHIP_SET: { description: 'A city joined a network, or its part in it changed.' },
    MEMBERSHIP_ENDED: { description: 'A city left a network.' },
    SIGNATURE_SET: { description: 'A city signed a collective action.' },
    SIGNATURE_WITHDRAWN: { description: 'A city withdrew its signature.' },
    CITY_CHANGED: { description: 'The facts about a city changed, or it is new here.' },
    NETWORK_CHANGED: { description: 'The facts about a network changed, or it is new here.' },
    INITIATIVE_CHANGED: { description: 'The facts about an initiative area changed, or it is new here.' },
    COLLECTIVE_ACTION_CHANGED: { description: 'The facts about a collective action changed, or it is new here.' },
  },
});

@ObjectType({ description: 'Something that happened to the graph.', simpleResolvers: true })
export class Change {
  @Field(() => String, {
    description: 'The event’s place in the log: keep the last one, and come back with `after` to miss nothing.',
  })
  cursor: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  occurredAt: string;

  @Field(() => ChangeType, { description: 'What happened.' })
  type: ChangeType;

  subject: Subject;
}

@OwnedBy('platform')
@Resolver(() => Change)
export class ChangeResolver {
  @Subscription(() => Change, {
    ...runByFeed,
    description:
      'Everything that happens from now on, or after a cursor, in the order of the log; of one record in the order in ' +
      'which it happened. What is about a record that you may not see is left out. Over WebSocket and Server-Sent ' +
      'Events: see docs/subscriptions.md.',
  })
  changes(
    @Root() { position, occurredAt, type, subject }: LogEvent,
    @Arg('types', () => [ChangeType], { nullable, description: 'Which kinds. Left out: all.' })
    _types: ChangeType[] | null,
    @AfterEventArg() _after: string | null,
    @Ctx() { log }: Context,
  ): Change {
    return Object.assign(new Change(), { cursor: log.cursorOf(position), occurredAt, type, subject });
  }

  @FieldResolver(() => Node, { nullable, description: 'The record that it happened to, as it is now.' })
  async node(
    @Root() { subject }: Change,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Node | null> {
    const node = await reader.byKey(nodeReads.get(subject.type)!, 'slug', subject.slug, info);
    if (!node) throw new Vanished();
    return node;
  }
}

/** Every event about a record that is there and that the viewer may see. */
export const changesField: LiveField<{ types?: ChangeType[] | null }> = {
  check({ types }) {
    if (types?.length === 0) throw invalidFilter('types', 'at least one type', types);
  },
  concerns: ({ type, subject }, { types }) => nodeReads.has(subject.type) && (types?.includes(type) ?? true),
  told(subjects, _args, viewer) {
    const slugs = new Map<string, string[]>();
    for (const { type, slug } of subjects) slugs.set(type, [...(slugs.get(type) ?? []), slug]);
    const statements = [...slugs].map(([type, wanted]) => {
      const { table, slug, visible } = nodeReads.get(type)!;
      const column = raw(`t.${slug}`);
      return sql`SELECT ${type}::text, ${column} FROM ${raw(table)} t
        WHERE ${allOf([sql`${column} = ANY (${wanted}::text[])`, visible?.('t', viewer) ?? TRUE])}`;
    });
    return join(statements, ' UNION ALL ');
  },
};
