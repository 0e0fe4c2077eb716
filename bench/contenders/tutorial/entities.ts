import {
  Column,
  Entity,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
} from 'typeorm';

// The entities as a tutorial has them: a class a table, its relations declared. Columns that no operation reads are left out.

@Entity('country')
export class Country {
  @PrimaryGeneratedColumn() id: number;
  @Column() code: string;
  @Column() name: string;
}

@Entity('city')
export class City {
  @PrimaryGeneratedColumn() id: number;
  @Column() slug: string;
  @Column() name: string;
  @Column() foldedName: string;
  @Column() countryId: number;
  @Column('text', { nullable: true }) region: string | null;
  @Column('integer', { nullable: true }) population: number | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('text', { nullable: true }) wikidataId: string | null;
  @Column('text', { nullable: true }) geonamesId: string | null;
  @Column('text', { nullable: true }) unlocode: string | null;
}

@Entity('initiative')
export class Initiative {
  @PrimaryGeneratedColumn() id: number;
  @Column() slug: string;
  @Column() name: string;
}

@Entity('network')
export class Network {
  @PrimaryGeneratedColumn() id: number;
  @Column() slug: string;
  @Column() name: string;
  @Column('date', { nullable: true }) startedOn: string | null;
  @Column('integer', { nullable: true }) initiativeId: number | null;
  @Column() memberCount: number;
}

@Entity('membership')
export class Membership {
  @PrimaryGeneratedColumn() id: number;
  @Column() slug: string;
  @Column() cityId: number;
  @Column() networkId: number;
  @Column() role: string;
  @Column('date', { nullable: true }) startedOn: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('boolean', { nullable: true }) ongoing: boolean | null;
  @ManyToOne(() => City) @JoinColumn() city: City;
  @ManyToOne(() => Network) @JoinColumn() network: Network;
}

@Entity('solution')
export class Solution {
  @PrimaryGeneratedColumn() id: number;
  @Column() slug: string;
  @Column() cityId: number;
  @Column() title: string;
  @Column() summary: string;
  @Column() originalLocale: string;
  @Column() sector: string;
  @Column() status: string;
  @Column() visibility: string;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @OneToMany(() => SolutionTranslation, (translation) => translation.solution) translations: SolutionTranslation[];
  @ManyToMany(() => Network)
  @JoinTable({
    name: 'solution_network',
    joinColumn: { name: 'solution_id' },
    inverseJoinColumn: { name: 'network_id' },
  })
  networks: Network[];
}

@Entity('solution_translation')
export class SolutionTranslation {
  @Column({ primary: true }) solutionId: number;
  @Column({ primary: true }) locale: string;
  @Column() title: string;
  @Column() summary: string;
  @ManyToOne(() => Solution, (solution) => solution.translations) @JoinColumn() solution: Solution;
}

@Entity('adoption')
export class Adoption {
  @PrimaryGeneratedColumn() id: number;
  @Column() slug: string;
  @Column() solutionId: number;
  @Column() cityId: number;
  @Column() kind: string;
  @Column() status: string;
  @Column('date', { nullable: true }) adoptedOn: string | null;
}

@Entity('collaboration')
export class Collaboration {
  @PrimaryGeneratedColumn() id: number;
  @Column() slug: string;
  @Column() kind: string;
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { nullable: true }) startedOn: string | null;
  @Column() participantCount: number;
  @ManyToMany(() => City)
  @JoinTable({
    name: 'collaboration_participant',
    joinColumn: { name: 'collaboration_id' },
    inverseJoinColumn: { name: 'city_id' },
  })
  participants: City[];
}

export const entities = [
  Country, City, Initiative, Network, Membership, Solution, SolutionTranslation, Adoption, Collaboration,
]; // prettier-ignore
