export { exportRoutes } from './route';
