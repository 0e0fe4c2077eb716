import { useId, useMemo, useState } from 'react';
import { useMessages } from '../../i18n/catalog';
import { Field } from '../../ui';
import { messages } from './messages';
import type { CityNetwork, CityNode } from './network';

export interface CityFieldProps {
  label: string;
  network: CityNetwork;
  /** The slug of the city that is chosen. */
  value: string | null;
  onChange: (slug: string | null) => void;
}

/** Thousands of options would be slow; the first ones that fit what is typed are enough to choose from. */
const OFFERED = 50;

const nameOf = ({ name, country }: CityNode): string => `${name}, ${country}`;

/** Chooses a city of the view by its name. */
export function CityField({ label, network, value, onChange }: CityFieldProps) {
  const t = useMessages(messages);
  const list = useId();
  const chosen = value === null ? undefined : network.bySlug.get(value);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const offered = useMemo(() => {
    const begun = (typed ?? '').toLocaleLowerCase();
    return network.ranked.filter((node) => nameOf(node).toLocaleLowerCase().includes(begun)).slice(0, OFFERED);
  }, [network, typed]);

  const find = (text: string) => {
    const wanted = text.trim().toLocaleLowerCase();
    const named = network.ranked.filter((node) =>
      [nameOf(node), node.name].some((n) => n.toLocaleLowerCase() === wanted),
    );
    return named.find((node) => nameOf(node).toLocaleLowerCase() === wanted) ?? named[0];
  };
  const settle = (text: string) => {
    const city = find(text);
    setError(city || text.trim() === '' ? null : t('city.unknown'));
    if (!city && text.trim() !== '') return;
    setTyped(null);
    if ((city?.slug ?? null) !== value) onChange(city?.slug ?? null);
  };
  return (
    <Field label={label} error={error}>
      {(control) => (
        <>
          <input
            {...control}
            list={list}
            autoComplete="off"
            placeholder={t('city.placeholder')}
            value={typed ?? (chosen ? nameOf(chosen) : (value ?? ''))}
            onChange={({ target }) => {
              setTyped(target.value);
              // Chosen from the list: there is nothing more to type.
              if (network.nodes.some((node) => nameOf(node) === target.value)) settle(target.value);
            }}
            onBlur={({ target }) => settle(target.value)}
            onKeyDown={(event) => event.key === 'Enter' && settle(event.currentTarget.value)}
          />
          <datalist id={list}>
            {offered.map((node) => (
              <option key={node.slug} value={nameOf(node)} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
