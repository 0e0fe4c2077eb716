/** Whether one of the tags in an If-None-Match header is this one (RFC 9110, 13.1.2). */
export const isKnownTag = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
