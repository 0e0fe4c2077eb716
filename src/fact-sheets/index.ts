export { FactSheets, TooManySheets, type SheetDocument, type SheetRequest } from './fact-sheets';
export { STYLESHEET_PATH } from './html/page';
