-- Databases and roles on a PostgreSQL that a hoster runs, as its administrator; once for each of funding, training, reporting:
--   psql -v service=funding -f roles.sql
-- The same as in base/*/database.yaml for CloudNativePG. Afterwards give the roles owner, app_a and app_b their passwords
-- (\password), and write them into the secrets.
\set ON_ERROR_STOP on
\set owner :service '_owner'
\set app :service '_app'
\set app_a :service '_app_a'
\set app_b :service '_app_b'
\set staff :service '_staff'

create role :"owner" login;
-- The role that makes a database for another one must be a member of it.
grant :"owner" to current_user;
create database :"service" owner :"owner" template template0 encoding 'UTF8' locale_provider builtin locale 'C' builtin_locale 'C.UTF-8';
\connect :"service"

-- The rights of the application, and the role that it takes to see the rows of every organisation. Neither has a login.
create role :"app" nologin;
create role :"staff" nologin;
grant :"staff" to :"app" with inherit false, set true;
-- Two logins that take turns, so that a password changes without a gap.
create role :"app_a" login in role :"app";
create role :"app_b" login in role :"app";
revoke all on database :"service" from public;
grant connect on database :"service" to :"app";
-- One forgotten statement or transaction must not block others.
alter role :"app_a" set statement_timeout = '15s';
alter role :"app_b" set statement_timeout = '15s';
alter role :"app_a" set idle_in_transaction_session_timeout = '15s';
alter role :"app_b" set idle_in_transaction_session_timeout = '15s';
-- A migration may take its time, but not while requests queue behind a lock that it waits for.
alter role :"owner" set lock_timeout = '3s';
