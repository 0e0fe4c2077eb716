export { exports } from './route';
