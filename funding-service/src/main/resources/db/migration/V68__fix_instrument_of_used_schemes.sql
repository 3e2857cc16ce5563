-- The instrument of a scheme stays once an application or an award names it.
alter table application add constraint fk_application_scheme_funding_instrument
    foreign key (scheme, funding_instrument) references scheme (code, funding_instrument) not valid;
alter table award add constraint fk_award_scheme_funding_instrument
    foreign key (scheme, funding_instrument) references scheme (code, funding_instrument) not valid;
