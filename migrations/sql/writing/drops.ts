export const drops = /* sql */ `
ALTER TABLE adoption DROP confirmed_at, DROP confirmed_by;
DROP TABLE solution_revision;
ALTER TABLE solution DROP withdrawn_at, DROP withdrawn_reason;
DROP TABLE idempotency_key;
`;
