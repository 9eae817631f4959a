-- Agents of another company see only what is assigned to them (FI-1): which of the policy's third parties somebody belongs to.

alter table plazo.membership add column party text;
