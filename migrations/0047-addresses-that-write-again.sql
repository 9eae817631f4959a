-- An address that was found not to exist is told things again once mail has come from it.

create index received_mail_sender on plazo.received_mail (desk_id, sender, at) where state in ('filed', 'joined');
