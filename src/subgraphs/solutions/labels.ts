import { type Region } from '../cities';
import { type Sector } from './enums';

interface Label {
  en: string;
  es: string;
  zh: string;
}

type Labels<V extends string> = Record<V, Label>;

const sectors: Labels<Sector> = {
  ADAPTATION: { en: 'Adaptation', es: 'Adaptación', zh: '气候适应' },
  AIR_QUALITY: { en: 'Air quality', es: 'Calidad del aire', zh: '空气质量' },
  BUILDINGS: { en: 'Buildings', es: 'Edificios', zh: '建筑' },
  ENERGY_SUPPLY: { en: 'Energy supply', es: 'Suministro de energía', zh: '能源供应' },
  FINANCE: { en: 'Finance', es: 'Finanzas', zh: '融资' },
  FOOD: { en: 'Food', es: 'Alimentación', zh: '食物' },
  LAND_USE: { en: 'Land use', es: 'Uso del suelo', zh: '土地利用' },
  TRANSPORT: { en: 'Transport', es: 'Transporte', zh: '交通' },
  WASTE: { en: 'Waste', es: 'Residuos', zh: '废弃物' },
  WATER: { en: 'Water', es: 'Agua', zh: '水' },
  CROSS_SECTORAL: { en: 'Cross-sectoral', es: 'Intersectorial', zh: '跨领域' },
};

const regions: Labels<Region> = {
  AFRICA: { en: 'Africa', es: 'África', zh: '非洲' },
  CENTRAL_EAST_ASIA: { en: 'Central East Asia', es: 'Asia Central y Oriental', zh: '中东亚' },
  EAST_SOUTHEAST_ASIA_OCEANIA: {
    en: 'East, Southeast Asia and Oceania',
    es: 'Asia Oriental, Sudeste Asiático y Oceanía',
    zh: '东亚、东南亚和大洋洲',
  },
  EUROPE: { en: 'Europe', es: 'Europa', zh: '欧洲' },
  LATIN_AMERICA: { en: 'Latin America', es: 'América Latina', zh: '拉丁美洲' },
  NORTH_AMERICA: { en: 'North America', es: 'América del Norte', zh: '北美洲' },
  SOUTH_WEST_ASIA: { en: 'South and West Asia', es: 'Asia Meridional y Occidental', zh: '南亚和西亚' },
};

const labelled =
  <V extends string>(labels: Labels<V>) =>
  (value: string, locales: readonly string[]): string => {
    const label: Label = labels[value as V];
    const locale = locales.find((wanted): wanted is keyof Label => Object.hasOwn(label, wanted));
    return label[locale ?? 'en'];
  };

/** What a sector is called in the first of these languages that we have, else in English. */
export const sectorLabel = labelled(sectors);

/** What a region is called in the first of these languages that we have, else in English. */
export const regionLabel = labelled(regions);
