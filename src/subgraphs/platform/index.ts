export { ChangeResolver, changesField } from './changes';
export { FeedCursorResolver } from './feed-cursor-resolver';
export { nodeReads, NodeResolver } from './node-resolver';
export { SearchResolver } from './search-resolver';
export { ViewerResolver } from './viewer-resolver';
export {
  RegisterWebhookPayloadResolver,
  ReplayWebhookDeliveryPayloadResolver,
  ResumeWebhookPayloadResolver,
  Webhook,
  WebhookDelivery,
  WebhookDeliveryStatus,
  WebhookMutations,
  WebhookResolver,
  WebhookStatus,
  type WebhookViewer,
} from './webhooks';
