import { Zipf, type Random } from './random';

const english =
  'city street bus water cycle lane energy heat waste school roof solar park building air tree river flood food market clean ' +
  'public transport plan network district household worker community neighbourhood storm drainage electric charging fleet ' +
  'retrofit efficiency lighting cooling shade green corridor wetland coast resilience emission budget bond tariff permit ' +
  'standard zone congestion freight port ferry metro tram rail station pedestrian square bridge compost recycling landfill ' +
  'methane biogas sewage treatment supply leak meter reuse rainwater aquifer garden farm kitchen procurement training ' +
  'monitoring sensor data map model forecast alert clinic housing rent insulation window boiler pump geothermal wind ' +
  'storage grid microgrid finance loan subsidy partnership women youth job skill access safety crossing speed parking ' +
  'sharing scooter car taxi aviation cement timber steel repair plastic bottle packaging textile audit report target law';

const spanish =
  'ciudad calle autobús agua bicicleta carril energía calor residuos escuela techo solar parque edificio aire árbol río ' +
  'inundación alimento mercado limpio público transporte plan red distrito hogar trabajador comunidad barrio tormenta drenaje ' +
  'eléctrico carga flota rehabilitación eficiencia alumbrado sombra verde corredor humedal costa resiliencia emisión ' +
  'presupuesto bono tarifa permiso norma zona congestión puerto metro tranvía estación peatón plaza puente compostaje ' +
  'reciclaje vertedero metano biogás tratamiento suministro fuga medidor lluvia huerto cocina compra formación sensor ' +
  'datos mapa modelo alerta vivienda aislamiento ventana bomba viento red financiación préstamo subsidio mujeres empleo';

export type Language = 'en' | 'es';

/** Text of common and rare words, in two languages. Not worth reading, but its words are as unevenly spread as real ones. */
export class Words {
  private readonly vocabularies: Record<Language, { words: string[]; pick: Zipf }>;

  constructor(private readonly random: Random) {
    const vocabulary = (text: string) => {
      const words = text.split(' ');
      return { words, pick: new Zipf(random, words.length, 0.8) };
    };
    this.vocabularies = { en: vocabulary(english), es: vocabulary(spanish) };
  }

  /** Some words, the first one capitalised. */
  phrase(language: Language, count: number): string {
    const { words, pick } = this.vocabularies[language];
    const chosen = Array.from({ length: count }, () => words[pick.next()]!).join(' ');
    return chosen.charAt(0).toUpperCase() + chosen.slice(1);
  }

  sentences(language: Language, count: number): string {
    return Array.from({ length: count }, () => `${this.phrase(language, this.random.between(8, 16))}.`).join(' ');
  }

  /** A few paragraphs of Markdown under headings. */
  article(language: Language): string {
    const section = () => `## ${this.phrase(language, 3)}\n\n${this.sentences(language, this.random.between(3, 8))}`;
    return Array.from({ length: this.random.between(1, 3) }, section).join('\n\n');
  }
}
