import { lazy, type ComponentType } from 'react';

export interface RouteDeclaration {
  /** The view's address behind the language: `/city/:slug`. */
  path: string;
  page: ComponentType;
}

/** Every view, each loaded when it is opened. Pages read their parameters with wouter's useParams and useSearchParams. */
export const routes: RouteDeclaration[] = [
  { path: '/', page: lazy(() => import('./pages/home')) },
  { path: '/networks', page: lazy(() => import('./pages/networks')) },
  { path: '/network/:slug', page: lazy(() => import('./pages/network')) },
  { path: '/city/:slug', page: lazy(() => import('./pages/city')) },
  { path: '/solution/:slug', page: lazy(() => import('./pages/solution')) },
  { path: '/feed', page: lazy(() => import('./pages/feed')) },
  { path: '/graph', page: lazy(() => import('./pages/graph')) },
  { path: '/data', page: lazy(() => import('./pages/data')) },
  { path: '/search', page: lazy(() => import('./pages/search')) },
  { path: '/share', page: lazy(() => import('./pages/share')) },
  { path: '/share/solution', page: lazy(() => import('./pages/share/solution')) },
  { path: '/share/solution/:slug', page: lazy(() => import('./pages/share/solution')) },
  { path: '/share/adoption/:id', page: lazy(() => import('./pages/share/adoption')) },
];

export const NotFound = lazy(() => import('./pages/not-found'));
