-- A receipt is corrected by a row beside it, with the difference. The last release has no receipts.
alter table reclaim_receipt
    add column corrects uuid,
    add column reason text,
    drop constraint ck_reclaim_receipt_amount,
    add constraint ck_reclaim_receipt_amount check (amount > 0 or (corrects is not null and amount <> 0)) not valid,
    add constraint ck_reclaim_receipt_reason check ((corrects is null) = (reason is null)) not valid,
    add constraint ck_reclaim_receipt_corrects check (corrects <> id) not valid,
    add constraint fk_reclaim_receipt_corrects foreign key (corrects) references reclaim_receipt (id) not valid;
