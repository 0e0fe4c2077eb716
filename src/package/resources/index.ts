import type { Resource } from '../resource';
import { collaborationResources } from './collaborations';
import { networkResources } from './networks';
import { places } from './places';
import { solutionResources } from './solutions';

/** Every resource of a package. What others refer to comes before them. */
export const resources: readonly Resource[] = [
  ...places,
  ...networkResources,
  ...solutionResources,
  ...collaborationResources,
];

const byName = new Map(resources.map((resource) => [resource.name, resource]));

export const findResource = (name: string): Resource | undefined => byName.get(name);

/** @throws for a name that no resource has: a mistake in a declaration. */
export function resourceNamed(name: string): Resource {
  const resource = byName.get(name);
  if (!resource) throw new Error(`no resource is named ${name}`);
  return resource;
}
