import { useLocation } from 'wouter';

/** Leads back to what is the city's own, which then says what was saved: a solution by its slug, an adoption by the title of what was taken up. */
export function useReturn(tab: 'solutions' | 'adoptions', city: string) {
  const [, navigate] = useLocation();
  return (saved: string | undefined) => navigate(`/share?city=${city}&tab=${tab}`, { state: { saved } });
}
