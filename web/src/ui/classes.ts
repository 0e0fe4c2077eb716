/** The class names among these. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
