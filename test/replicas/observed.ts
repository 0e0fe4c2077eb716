import { intercept } from '../support/intercept';
import type { World } from '../support/world';

/** Where a world reads: what it has asked its replica, beside what it asks the primary. */
export class Observed {
  readonly byReplica: string[] = [];

  constructor(private readonly world: World) {}

  /** Call it when the world is open. */
  begin(): void {
    const { database } = this.world.services.replicas.replicas[0]!;
    intercept(database, (statement, run) => {
      this.byReplica.push(statement.text);
      return run();
    });
  }

  /** How many statements about a table went where, while something was done. */
  async during(table: string, done: () => Promise<unknown>): Promise<{ primary: number; replica: number }> {
    const { statements } = this.world;
    const [primary, replica] = [statements.length, this.byReplica.length];
    await done();
    const ofTable = (text: string): boolean => text.includes(` ${table} t`);
    return {
      primary: statements.slice(primary).filter(ofTable).length,
      replica: this.byReplica.slice(replica).filter(ofTable).length,
    };
  }
}
