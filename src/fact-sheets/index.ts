export { FactSheets, TooManySheets, type SheetDocument, type SheetRequest } from './fact-sheets';
