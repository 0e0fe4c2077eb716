import { invalidLookup } from './errors';
import { fromGlobalId } from './global-id';

/**
 * The one property by which a root field looks an object up, and its value. An id is read as the slug that it stands for.
 * @throws INVALID_LOOKUP unless exactly one argument is given; INVALID_ID for the id of another type.
 */
export function lookup(
  field: string,
  type: string,
  args: Record<string, string | null | undefined>,
): [property: string, value: string] {
  const given = Object.entries(args).filter((entry): entry is [string, string] => entry[1] != null);
  const [only] = given;
  if (given.length !== 1 || !only) {
    throw invalidLookup(field, Object.keys(args), given.map(([name]) => name)); // prettier-ignore
  }
  const [name, value] = only;
  return name === 'id' ? ['slug', fromGlobalId(value, type).slug] : [name, value];
}
