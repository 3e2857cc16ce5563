-- A professional who registers without an address is known by the keyed hash of its verified one, so that no coordinator
-- registers the same person a second time. It is no key to the address, and goes with the erasure. Other constraint for new rows from here
-- on; the next migration validates it for older ones, which all keep it.
alter table registration
    drop constraint ck_registration_sealed,
    add constraint ck_registration_sealed check (
        num_nonnulls(key_id, name, email) in (0, 3)
        and (key_id is null or email_index is not null)
        and (email_index is null or num_nonnulls(subject, key_id) > 0)) not valid;
