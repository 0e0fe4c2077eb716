import { view, type View } from './view';

export interface RouteDeclaration {
  /** The view's address behind the language: `/city/:slug`. */
  path: string;
  view: View;
}

/** Every view, each loaded when it is opened. Pages read their parameters with wouter's useParams and useSearchParams. */
export const routes: RouteDeclaration[] = [
  { path: '/', view: view(() => import('./pages/home')) },
  { path: '/networks', view: view(() => import('./pages/networks')) },
  { path: '/network/:slug', view: view(() => import('./pages/network')) },
  { path: '/city/:slug', view: view(() => import('./pages/city')) },
  { path: '/solution/:slug', view: view(() => import('./pages/solution')) },
  { path: '/feed', view: view(() => import('./pages/feed')) },
  { path: '/graph', view: view(() => import('./pages/graph')) },
  { path: '/data', view: view(() => import('./pages/data')) },
  { path: '/search', view: view(() => import('./pages/search')) },
  { path: '/share', view: view(() => import('./pages/share')) },
  { path: '/share/solution', view: view(() => import('./pages/share/solution')) },
  { path: '/share/solution/:slug', view: view(() => import('./pages/share/solution')) },
  { path: '/share/adoption/:id', view: view(() => import('./pages/share/adoption')) },
];

const notFound = view(() => import('./pages/not-found'));

/** For addresses of no view, and for pages whose record there is not. */
export const NotFound = notFound.Page;

const matches = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}/?$`).test(path);

/** The view at an address, which begins behind the language. */
export const viewAt = (path: string): View => routes.find((route) => matches(route.path, path))?.view ?? notFound;
