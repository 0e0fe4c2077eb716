import lock from '../../package-lock.json';

interface Package {
  optionalDependencies?: Record<string, string>;
}

test('package-lock.json has the packages of every platform: npm forgets them at times, and npm ci then refuses', () => {
  const packages = Object.entries(lock.packages as Record<string, Package>);
  const names = new Set(packages.map(([place]) => place.replace(/^.*node_modules\//, '')));
  const missing = packages.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !names.has(name)),
  );
  expect(missing).toEqual([]);
});
