export { demoToken, useDemoOffer } from './demo';
export { SignIn } from './sign-in';
export { SignedIn } from './signed-in';
export { useViewer, VIEWER, type Viewer } from './viewer';
