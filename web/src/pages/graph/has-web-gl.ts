/** Whether the browser can draw the picture: sigma draws with WebGL 2 alone. */
export const hasWebGl = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;
