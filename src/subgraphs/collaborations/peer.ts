import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity, Indexes, PrimaryColumn } from '../../data/table-decorators';
import { connectionOf, edgeOf } from '../../graphql/connections';
import { LocalDate, NonNegativeInt, PositiveInt } from '../../graphql/scalars';
import { City } from '../cities';

const nullable = true;

/** Two cities that take part in the same collaborations: one row for each of the two, kept by the database. */
@Entity('peer')
@Indexes('peer_strength_order_idx')
export class Peer {
  @PrimaryColumn('integer')
  cityId: number;

  @PrimaryColumn('integer')
  peerId: number;

  /** What tells apart peers of the same strength: a copy. */
  @Column({ type: 'text', collation: 'C' })
  peerSlug: string;

  /** A sum of numerics, so that it is the same in whatever order it is made: cursors compare it. */
  @Column('numeric')
  strength: string;

  @Column('integer')
  collaborationCount: number;

  @Column('date', { nullable })
  firstOn: string | null;

  @Column('date', { nullable })
  lastOn: string | null;
}

@ObjectType({ description: 'A city as a peer of another one: how strong their ties are.', simpleResolvers: true })
export class PeerEdge extends edgeOf('Peer', () => City) {
  @Field(() => Float, {
    description:
      'The sum over their shared collaborations of 1 / (participants − 1): a meeting of many counts less than one of two. ' +
      'See Newman 2001, https://doi.org/10.1103/PhysRevE.64.016132.',
  })
  strength: number;

  @Field(() => PositiveInt, { description: 'Collaborations that both take part in.' })
  collaborationCount: number;

  @Field(() => NonNegativeInt, { description: 'Networks of which both are members today.' })
  sharedNetworkCount: number;

  @Field(() => LocalDate, { nullable, description: 'When the earliest of them began; null where none is dated.' })
  firstOn: string | null;

  @Field(() => LocalDate, { nullable, description: 'When the latest of them began; null where none is dated.' })
  lastOn: string | null;
}

export const PeerConnection = connectionOf(
  'Peer',
  () => City,
  () => PeerEdge,
);
