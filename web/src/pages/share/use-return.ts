import { useLocation } from 'wouter';

/** Leads back to one's own, which then says what was saved: a solution by its slug, an adoption by the title of what was taken up. */
export function useReturn(tab: 'solutions' | 'adoptions') {
  const [, navigate] = useLocation();
  return (saved: string | undefined) => navigate(`/share?tab=${tab}`, { state: { saved } });
}
