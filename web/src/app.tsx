import { Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { ApiProvider } from './api/provider';
import { LocaleContext, localeOfPath } from './i18n/locale';
import { Boundary } from './layout/boundary';
import { Shell } from './layout/shell';
import { NotFound, routes } from './routes';
import { Skeleton } from './ui';

/** All views in the language of the address. Another language is another page load: texts, data and cache are of one. */
export function App() {
  const locale = localeOfPath(location.pathname);
  return (
    <LocaleContext value={locale}>
      <Router base={`/${locale}`}>
        <ApiProvider>
          <Suspense>
            <Shell>
              <Boundary>
                <Suspense fallback={<Skeleton lines={8} />}>
                  <Switch>
                    {routes.map(({ path, view: { Page } }) => (
                      <Route key={path} path={path}>
                        <Page />
                      </Route>
                    ))}
                    <Route>
                      <NotFound />
                    </Route>
                  </Switch>
                </Suspense>
              </Boundary>
            </Shell>
          </Suspense>
        </ApiProvider>
      </Router>
    </LocaleContext>
  );
}
