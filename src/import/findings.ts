/** Something that is wrong with what is imported, or doubtful. */
export interface Finding {
  file: string;
  /** As a spreadsheet counts: the header is row 1. In a graph, the line. Undefined for the whole file. */
  row?: number;
  column?: string;
  /** What the cell holds; undefined for an empty one. */
  value?: string;
  expected: string;
}

/** How many problems and warnings are kept to be shown; all are counted. */
export const SHOWN = 50;

/** What reading a file has found wrong. SQL finds the rest, when all files are there. */
export class FileFindings {
  readonly shown: Finding[] = [];
  count = 0;
  /** Rows that were left out. */
  refusedRows = 0;

  constructor(readonly file: string) {}

  add(finding: Omit<Finding, 'file'>): void {
    this.count++;
    if (this.shown.length < SHOWN) this.shown.push({ file: this.file, ...finding });
  }

  /** Adds what is wrong with a row that is left out for it. */
  refuse(row: number, expected: string, value: string | undefined, column?: string): void {
    this.refusedRows++;
    this.add({ row, column, value, expected });
  }
}

// Enough of a cell to recognise it by.
const MAX_VALUE = 80;

/** One line: `cities.csv, row 12, latitude: expected a number from -90 to 90, with a decimal point, got "91"`. */
export function describeFinding({ file, row, column, value, expected }: Finding): string {
  const place = [file, row === undefined ? undefined : `row ${row}`, column].filter((part) => part !== undefined);
  const shown = value !== undefined && value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value;
  const got =
    shown === undefined ? (column === undefined ? '' : ', got an empty cell') : `, got ${JSON.stringify(shown)}`;
  return `${place.join(', ')}: expected ${expected}${got}`;
}
