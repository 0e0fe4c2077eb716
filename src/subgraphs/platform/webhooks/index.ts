export {
  RegisterWebhookPayloadResolver,
  ReplayWebhookDeliveryPayloadResolver,
  ResumeWebhookPayloadResolver,
} from './commands/payloads';
export { WebhookDelivery, WebhookDeliveryStatus } from './delivery';
export { WebhookMutations } from './mutations';
export { WebhookResolver } from './resolver';
export { Webhook, WebhookStatus, type WebhookViewer } from './webhook';
