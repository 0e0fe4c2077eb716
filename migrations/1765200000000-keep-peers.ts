import type { MigrationInterface, QueryRunner } from 'typeorm';
import { peers, withoutPeers } from './sql/peers/peers';

/**
 * The peers of each city with the strength of their ties: to sum them up when they are asked for costs a city with thousands of
 * collaborations as many rows, and every city half of what its profile costs.
 */
export class KeepPeers1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(peers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(withoutPeers);
  }
}
