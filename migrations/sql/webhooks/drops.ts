export const drops = /* sql */ `
DROP TABLE webhook_delivery;
DROP TABLE webhook;
`;
