export { atom } from './route';
