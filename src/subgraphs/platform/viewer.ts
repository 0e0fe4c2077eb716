import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../graphql/scalars';

export enum Role {
  PRACTITIONER = 'PRACTITIONER',
  NETWORK_MANAGER = 'NETWORK_MANAGER',
  ADMIN = 'ADMIN',
}
registerEnumType(Role, {
  name: 'Role',
  description: 'What somebody who is signed in may do.',
  valuesConfig: {
    PRACTITIONER: {
      description:
        'Acts for a city: shares and revises its solutions, records what it took up, reports its actions, and sees its drafts ' +
        'and what is shared among members of its networks.',
    },
    NETWORK_MANAGER: {
      description: 'Keeps networks: their memberships and collaborations. Sees what is shared among their members.',
    },
    ADMIN: { description: 'May do and see everything.' },
  },
});

@ObjectType({ description: 'Who asks, as their token says.', simpleResolvers: true })
export class Viewer {
  @Field(() => String, {
    description: 'Who it is, as the issuer of the token calls them: an opaque text, never a name.',
  })
  subject: string;

  @Field(() => String, { description: 'Who has issued the token. It tells apart equal subjects.' })
  issuer: string;

  @Field(() => [Role], { description: 'What they may do; empty for those who may read what is public alone.' })
  roles: Role[];

  @Field(() => DateTime, { description: 'When the token ends. Sockets close then: come back with a new one.' })
  expiresAt: string;

  cityId: number | null;
  networkIds: number[];
}
