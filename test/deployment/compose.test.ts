import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { settings } from '../../src/config';
import { localSubgraphs } from '../../src/schema/print';
import { YOUNG_ROOM } from '../../src/server/young-objects';

/** The part of the Compose specification that our file uses. */
interface Service {
  image?: string;
  build?: string | { context: string; dockerfile: string };
  command?: string[];
  profiles?: string[];
  environment: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck: { test: string[]; interval: string; timeout: string; retries: number };
}

const root = path.join(__dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<'postgres' | 'server' | 'gateway', Service> & Record<string, Service>;
  volumes: Record<string, null>;
};
const { postgres, server, gateway, ...slices } = compose.services;
const dockerfile = read('Dockerfile');

test('there is a PostgreSQL and a server without a profile, and every service has a health check', () => {
  const services = Object.entries(compose.services);
  expect(services.filter(([, { profiles }]) => !profiles).map(([name]) => name)).toEqual(['postgres', 'server']);
  for (const [, { healthcheck }] of services) {
    expect(healthcheck.test[0]).toBe('CMD');
    expect(healthcheck).toMatchObject({
      interval: expect.stringMatching(/^\d+s$/),
      timeout: expect.stringMatching(/^\d+s$/),
    });
  }
});

test('PostgreSQL keeps its data in a volume', () => {
  expect(postgres.image).toBe('postgres:18');
  // Since version 18 the image keeps its data in a folder of the version's below this one.
  expect(postgres.volumes).toEqual(['postgres:/var/lib/postgresql']);
  expect(compose.volumes).toHaveProperty('postgres');
});

test('the server is built from the Dockerfile, and waits for PostgreSQL', () => {
  expect(fs.existsSync(path.join(root, server.build as string, 'Dockerfile'))).toBe(true);
  expect(server.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
});

test('the server is told where its PostgreSQL is, as whom and with which password', () => {
  const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = postgres.environment;
  expect(server.environment['DATABASE_URL']).toBe(
    `postgresql://${POSTGRES_USER}:${POSTGRES_PASSWORD}@postgres:5432/${POSTGRES_DB}`,
  );
});

test('every variable of the server is a documented setting', () => {
  const documented = Object.values(settings).map(({ name }) => name);
  const [, set = ''] = /^ENV (.*)$/m.exec(dockerfile) ?? [];
  const variables = set.split(' ').map((pair) => pair.split('=')[0]);
  expect([...documented, 'NODE_ENV']).toEqual(
    expect.arrayContaining([...Object.keys(server.environment), ...variables]),
  );
});

test('the server is published on this machine alone, at the port that the image listens on', () => {
  const [, port] = /PORT=(\d+)/.exec(dockerfile) ?? [];
  expect(server.ports).toEqual([`127.0.0.1:\${PORT:-${settings.port.default}}:${port}`]);
  expect(dockerfile).toContain(`EXPOSE ${port}`);
});

test('the image runs as an ordinary user, checks its health, and copies only what exists in the build', () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK .*\\\n {2}CMD \[.*\/healthz/m);
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/interurban\/(\S+)/gm)].map(([, name = '']) => name);
  const made = ['dist', 'node_modules'];
  expect(copied.filter((name) => !made.includes(name) && !fs.existsSync(path.join(root, name)))).toEqual([]);
});

test('the image and `npm start` give young objects their room', () => {
  expect(dockerfile).toContain(`CMD ["node", "${YOUNG_ROOM}", "bin/interurban.mjs", "serve"]`);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(scripts['start']).toBe(`node ${YOUNG_ROOM} scripts/start.mjs`);
});

describe('the profile `federation`', () => {
  const subgraphs = localSubgraphs().map(({ name }) => name);
  const gatewayImage = read('federation/Dockerfile');

  test('has a slice for each module that owns something, and a gateway that waits for all of them', () => {
    expect(Object.keys(slices)).toEqual(subgraphs);
    expect(gateway.depends_on).toEqual(
      Object.fromEntries(subgraphs.map((name) => [name, { condition: 'service_healthy' }])),
    );
    for (const { profiles } of [gateway, ...Object.values(slices)]) expect(profiles).toEqual(['federation']);
  });

  test('slices are the server’s image, above the same database, and are published nowhere', () => {
    for (const [name, slice] of Object.entries(slices)) {
      expect(slice.command).toEqual(['node', YOUNG_ROOM, 'bin/interurban.mjs', 'serve', '--subgraphs', name]);
      expect(slice.build).toBe(server.build);
      expect(slice.environment['DATABASE_URL']).toBe(server.environment['DATABASE_URL']);
      expect(slice.depends_on).toEqual({ server: { condition: 'service_healthy' } });
      expect(slice.ports).toBeUndefined();
    }
  });

  test('the gateway is composed of these slices, and published on this machine alone', () => {
    expect(gateway.build).toEqual({ context: '.', dockerfile: 'federation/Dockerfile' });
    expect(gatewayImage).toContain(`for name in ${subgraphs.join(' ')}; do`);
    expect(gatewayImage).toContain('"$name=http://$name:4000/graphql,schema/subgraphs/$name.graphql"');
    expect(gateway.ports).toEqual(['127.0.0.1:${GATEWAY_PORT:-4100}:4000']);
    expect(gatewayImage).toMatch(/^USER node$/m);
  });
});
