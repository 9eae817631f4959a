-- Subjects are found by the words of the search; an index of their beginnings serves nothing and cost each filing.

drop index plazo.ticket_subject;
