-- When the desk's mailbox received a mail, which may be long before it was read: times count from then (HB-4). None: it was read as it was received.

alter table plazo.received_mail add column received timestamptz;
