import type { Viewer } from './viewer';

/** Whether the viewer may do everything. */
export const isAdmin = (viewer: Viewer | null): boolean => viewer?.roles.includes('ADMIN') === true;

/** Whether the viewer may write for this city, by its row id: its practitioners may, and admins. */
export const mayActFor = (viewer: Viewer | null, cityId: number): boolean =>
  isAdmin(viewer) || (viewer !== null && viewer.roles.includes('PRACTITIONER') && viewer.city?.rowId === cityId);

/** Whether the viewer may keep this network, by its row id: its managers may, and admins. */
export const mayManage = (viewer: Viewer | null, networkId: number): boolean =>
  isAdmin(viewer) ||
  (viewer !== null &&
    viewer.roles.includes('NETWORK_MANAGER') &&
    viewer.networks.some(({ rowId }) => rowId === networkId));
