import { DatePrecision } from '../../graphql/date-precision';
import type { Messages, WrittenDate } from './messages';

/** Days take the article, months and years do not: «desde el 13 de junio de 2016», «desde 2018». */
const day = ({ text, precision }: WrittenDate): string =>
  precision === DatePrecision.MONTH || precision === DatePrecision.YEAR ? text : `el ${text}`;

export const es: Messages = {
  factSheet: 'Ficha informativa',
  allTitle: 'Redes de ciudades: fichas informativas',
  allHeading: ['Redes de ciudades', 'Fichas informativas'],
  allSubtitle: (networks) => (networks === 1 ? 'Una red en dos páginas' : `${networks} redes, dos páginas cada una`),
  contents: 'Índice',

  since: (from) => `Desde ${day(from)}`,
  until: (until) => `Hasta ${day(until)}`,
  lasted: (from, until) => `Desde ${day(from)} hasta ${day(until)}`,
  formerly: (names) => `Nombre anterior: ${names}`,
  tookPlaceOf: (networks) => `Sucede a ${networks}`,
  succeededBy: (network) => `Le sucede ${network}`,
  noSummary: 'Aún no se ha redactado una descripción.',

  leads: 'Liderazgo',
  noLeads: 'No se conoce ninguna ciudad líder.',
  roles: { LEAD: 'líder', CO_LEAD: 'colíder', MEMBER: 'miembro', OBSERVER: 'observadora' },
  members: 'Ciudades miembros',
  noMembers: 'Aún no se conoce por su nombre a ningún miembro.',
  unknownRegion: 'Región desconocida',
  furtherMembers: (count) => `y ${count} más en la página en línea`,
  inCountry: (city, country) => `${city} (${country})`,

  map: 'Dónde están los miembros',
  mapOf: (members, regions) => `Mapamundi con las ciudades miembros (${members}): ${regions}.`,
  mapCaption: (placed, members) => `En el mapa figuran ${placed} de ${members} miembros.`,
  leadsRinged: 'Un anillo señala a las ciudades líderes.',
  mapAll: (cities) => `Mapamundi con las ciudades de todas las redes (${cities}).`,
  mapCaptionAll: (placed, cities) => `En el mapa figuran ${placed} de ${cities} ciudades miembros.`,

  figures: 'Datos clave',
  networksFigure: (count) => (count === 1 ? 'red' : 'redes'),
  membersFigure: (count) => (count === 1 ? 'ciudad miembro' : 'ciudades miembros'),
  countriesFigure: (count) => (count === 1 ? 'país o territorio' : 'países y territorios'),
  solutionsFigure: (count) =>
    count === 1 ? 'solución publicada por los miembros' : 'soluciones publicadas por los miembros',
  solutionsNote: (sharedHere) => `${sharedHere} compartidas en esta red`,
  adoptionsFigure: (count) => (count === 1 ? 'adopción de estas soluciones' : 'adopciones de estas soluciones'),
  adoptionsNote: 'por cualquier ciudad, miembro o no',
  learningFigure: (count) => (count === 1 ? 'adopción por los miembros' : 'adopciones por los miembros'),
  learningNote: 'de soluciones de otras ciudades',
  influenceFigure: (count) =>
    count === 1 ? 'acción con influencia de otras ciudades' : 'acciones con influencia de otras ciudades',
  influenceNote: (answered, actions, share) =>
    `de las ${answered} que responden, entre ${actions} notificadas (${share})`,
  influenceUnknown: (actions) => `${actions} notificadas; ninguna indica si hubo influencia`,
  noActions: 'no se ha notificado ninguna acción',

  solutions: 'Soluciones de sus miembros, por número de adopciones',
  noSolutions: 'Ningún miembro ha publicado aún una solución.',
  adoptions: (count, written, list) => `${written} ${count === 1 ? 'adopción' : 'adopciones'}: ${list}.`,
  learnedFrom: (city) => `aprendida de ${city}`,
  furtherCities: (_, written) => `${written} más`,
  noAdoptions: 'Aún no se conoce ninguna adopción por otra ciudad.',

  activity: 'Actividad reciente',
  noActivity: 'Aún no se ha notificado ninguna actividad.',
  solutionShared: 'Solución publicada',
  actionReported: 'Acción notificada',
  collaborations: {
    JOINT_PROJECT: 'Proyecto conjunto',
    MEMORANDUM: 'Memorando',
    MENTORING: 'Mentoría',
    PEER_EXCHANGE: 'Intercambio entre pares',
    STUDY_VISIT: 'Visita de estudio',
    TWINNING: 'Hermanamiento',
    WORKSHOP: 'Taller',
  },
  comma: ', ',
  colon: ': ',
  aside: (parts) => (parts.length === 0 ? '' : ` (${parts.join(', ')})`),

  related: 'Redes relacionadas',
  sharedMembers: (network, _, written) => `${network} (${written})`,
  sharesMembers: (list) => `Comparte miembros con ${list}.`,
  sameArea: (area, list) => `También en ${area}: ${list}.`,
  noRelated: 'Ninguna otra red comparte miembros o área con esta.',

  sources: 'Fuentes',
  noSources: 'No consta ninguna fuente.',
  retrieved: (day) => `consulta: ${day}`,

  about: 'Acerca de esta ficha',
  asOf: (day, position) => `Datos al ${day} (UTC), posición ${position} del registro de eventos.`,
  livePage: 'Página en línea',
  otherLanguages: 'Otros idiomas',
  pdf: 'PDF para imprimir',
  counted:
    'Las cifras reflejan lo que han publicado o notificado, en cualquier red, las ciudades que hoy son miembros.',
  unknown: 'Lo que falta es lo que desconocemos: no equivale a «no» ni a cero.',
  fallback: 'Los textos no disponibles en español se muestran en otro idioma y llevan una indicación.',
  mapCredit: 'Mapa: Natural Earth, proyección Equal Earth; no muestra fronteras.',
  restricted: 'Ficha elaborada para una persona identificada: puede contener información no pública.',
  inLanguage: (language) => `en ${language}`,
};
