import { execute, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createContext, type Caller, type Services } from '../subgraphs/context';
import type { ListedNetwork, MemberAnswer, Page, SheetAnswer } from './answer';
import { MEMBERS_DOCUMENT, NETWORKS_DOCUMENT, SHEET_DOCUMENT, SOLUTIONS_DOCUMENT } from './query';

/** All that a sheet is made of. */
export interface SheetFacts extends SheetAnswer {
  network: NonNullable<SheetAnswer['network']>;
  members: MemberAnswer[];
  /** Solutions of the members, and how often they were taken up. */
  solutionCount: number;
  adoptionCount: number;
  /** Names of the networks whose place it took. */
  predecessors: string[];
}

/** Asks the API, as any client does, with the eyes and the languages of one caller. */
export class FactReader {
  private listed: Promise<ListedNetwork[]> | undefined;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly services: Services,
    private readonly caller: Caller,
  ) {}

  /** Every network, by name. */
  networks(): Promise<ListedNetwork[]> {
    return (this.listed ??= this.pages(async (after) => {
      const { networks } = await this.ask<{ networks: Page<ListedNetwork> }>(NETWORKS_DOCUMENT, { after });
      return networks;
    }));
  }

  /** What the network’s sheet tells; undefined where there is no such network. */
  async sheet(slug: string): Promise<SheetFacts | undefined> {
    const variables = { slug, ofMembers: { memberOf: { slug: { eq: slug } } } };
    const answer = await this.ask<SheetAnswer>(SHEET_DOCUMENT, variables);
    const { network } = answer;
    if (!network) return undefined;
    const [members, counts, networks] = await Promise.all([
      this.members(slug),
      this.countAdoptions(variables.ofMembers),
      this.networks(),
    ]);
    const predecessors = networks.filter(({ successor }) => successor?.slug === slug).map(({ name }) => name);
    return { ...answer, network, members, ...counts, predecessors };
  }

  private members(slug: string): Promise<MemberAnswer[]> {
    return this.pages(async (after) => {
      const { network } = await this.ask<{
        network: { members: { edges: MemberAnswer[]; pageInfo: Page<never>['pageInfo'] } };
      }>(MEMBERS_DOCUMENT, { slug, after });
      return { nodes: network.members.edges, pageInfo: network.members.pageInfo };
    });
  }

  /** The most adopted come first, so that the rest need not be read from the first one on that nobody has taken up. */
  private async countAdoptions(ofMembers: object): Promise<Pick<SheetFacts, 'solutionCount' | 'adoptionCount'>> {
    interface Counted {
      adoptions: { totalCount: number } | null;
    }
    let solutionCount = 0;
    const solutions = await this.pages(async (after) => {
      const answer = await this.ask<{ solutions: Page<Counted> & { totalCount: number } }>(SOLUTIONS_DOCUMENT, {
        ofMembers,
        after,
      });
      const { nodes, pageInfo, totalCount } = answer.solutions;
      solutionCount = totalCount;
      const isLast = nodes.at(-1)?.adoptions?.totalCount === 0;
      return { nodes, pageInfo: isLast ? { ...pageInfo, hasNextPage: false } : pageInfo };
    });
    const adoptionCount = solutions.reduce((sum, { adoptions }) => sum + (adoptions?.totalCount ?? 0), 0);
    return { solutionCount, adoptionCount };
  }

  private async pages<T>(read: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
    const all: T[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo }: Page<T> = await read(after);
      all.push(...nodes);
      if (!pageInfo.hasNextPage) return all;
      after = pageInfo.endCursor;
    }
  }

  /** @throws what the first field that failed did: a sheet tells all or nothing */
  private async ask<T>(document: DocumentNode, variableValues: Record<string, unknown>): Promise<T> {
    const contextValue = createContext(this.services, this.caller);
    const { data, errors } = await execute({ schema: this.schema, document, variableValues, contextValue });
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    return data as T;
  }
}
