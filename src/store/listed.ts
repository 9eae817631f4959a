/** The columns of a `ListedTicket`. */
export const listed = `number, folio, seq, subject, severity, provisional, level, state, progress,
  assignee_id as "assigneeId", assignee_name as "assigneeName", requester_name as "requesterName",
  requester_address as "requesterAddress", channel, filed_at as "filedAt", updated_at as "updatedAt",
  closed_at as "closedAt", due_clock as "dueClock", due_at as "dueAt", due_kind as "dueKind", breached, present, urgency,
  sorts_at as "sortsAt", troubled`;
