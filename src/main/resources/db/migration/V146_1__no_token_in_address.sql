-- A token in an address ends up in logs: no gateway may show it there (docs/adr/0058).
ALTER TABLE sms_gateway DROP COLUMN token_in_address;
