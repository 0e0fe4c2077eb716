/** What speaks for a peer, in figures and names. */
export interface Reasons {
  /** Its name. */
  name: string;
  /** Names of networks that both are members of. */
  networks: readonly string[];
  /** Names of some cities that both have worked with, and how many there are in all. */
  peers: readonly string[];
  peerCount: number;
  /** How many of the asking city's solutions it adopted, and the other way round. */
  adoptedOurs: number;
  adoptedTheirs: number;
  /** The name of the region of both; null where they have not the same. */
  region: string | null;
  /** How many people live in the asking city and in this one; null where that is no reason. */
  populations: readonly [own: number, other: number] | null;
  /** What is said where there is nothing else: that collaborations lead there, or that it is alike. */
  otherwise: 'chain' | 'alike';
}

interface Sentences {
  networks: (names: string) => string;
  adoptedOurs: (name: string, count: number) => string;
  adoptedTheirs: (name: string, count: number) => string;
  peers: (names: string) => string;
  otherCities: (count: number) => string;
  region: (name: string) => string;
  populations: (own: string, other: string) => string;
  chain: (name: string) => string;
  alike: (name: string) => string;
}

const sentences = {
  en: {
    networks: (names) => `You are both in ${names}.`,
    adoptedOurs: (name, count) => `${name} adopted ${count === 1 ? 'one' : count} of your solutions.`,
    adoptedTheirs: (name, count) => `You adopted ${count === 1 ? 'a solution' : `${count} solutions`} of ${name}.`,
    peers: (names) => `You have both worked with ${names}.`,
    otherCities: (count) => (count === 1 ? 'one other city' : `${count} other cities`),
    region: (name) => `You are both in the region ${name}.`,
    populations: (own, other) => `You are of similar size: ${own} and ${other} people.`,
    chain: (name) => `Collaborations lead from you to ${name} by way of other cities.`,
    alike: (name) => `${name} is one of the cities that are most like you.`,
  },
  es: {
    networks: (names) => `Ambas ciudades están en ${names}.`,
    adoptedOurs: (name, count) =>
      `${name} adoptó ${count === 1 ? 'una solución' : `${count} soluciones`} de su ciudad.`,
    adoptedTheirs: (name, count) =>
      `Su ciudad adoptó ${count === 1 ? 'una solución' : `${count} soluciones`} de ${name}.`,
    peers: (names) => `Ambas han trabajado con ${names}.`,
    otherCities: (count) => (count === 1 ? 'otra ciudad' : `otras ${count} ciudades`),
    region: (name) => `Ambas están en la región ${name}.`,
    populations: (own, other) => `Ambas son de tamaño parecido: ${own} y ${other} habitantes.`,
    alike: (name) => `${name} es una de las ciudades más parecidas a la suya.`,
    chain: (name) => `Las colaboraciones llevan de su ciudad a ${name} a través de otras ciudades.`,
  },
  zh: {
    networks: (names) => `你们都是${names}的成员。`,
    adoptedOurs: (name, count) => `${name}采用了贵市的${count}项解决方案。`,
    adoptedTheirs: (name, count) => `贵市采用了${name}的${count}项解决方案。`,
    peers: (names) => `你们都曾与${names}合作。`,
    otherCities: (count) => `另外${count}座城市`,
    region: (name) => `你们都位于${name}。`,
    populations: (own, other) => `你们规模相近：人口分别为${own}和${other}。`,
    alike: (name) => `${name}是与贵市最相似的城市之一。`,
    chain: (name) => `经由其他城市的合作，贵市与${name}相连。`,
  },
} satisfies Record<string, Sentences>;

export type ReasonLocale = keyof typeof sentences;

/** The first of these languages that reasons come in, else English. */
export const reasonLocale = (locales: readonly string[]): ReasonLocale =>
  locales.find((locale): locale is ReasonLocale => Object.hasOwn(sentences, locale)) ?? 'en';

/** The reasons in plain words, the most telling first; never none. */
export function tell(reasons: Reasons, locale: ReasonLocale): string[] {
  const say: Sentences = sentences[locale];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = new Intl.NumberFormat(locale);
  const { name, networks, peers, peerCount, adoptedOurs, adoptedTheirs, region, populations } = reasons;
  const others = peerCount - peers.length;
  const told = [
    networks.length > 0 && say.networks(list.format(networks)),
    adoptedOurs > 0 && say.adoptedOurs(name, adoptedOurs),
    adoptedTheirs > 0 && say.adoptedTheirs(name, adoptedTheirs),
    peers.length > 0 && say.peers(list.format(others > 0 ? [...peers, say.otherCities(others)] : peers)),
    region !== null && say.region(region),
    populations !== null && say.populations(number.format(populations[0]), number.format(populations[1])),
  ].filter((sentence) => sentence !== false);
  return told.length > 0 ? told : [say[reasons.otherwise](name)];
}
