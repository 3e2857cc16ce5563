-- The advice of each assessment, beside its scores. The last release writes none: of its last assessment the application
-- itself has it.
alter table application_event add column advice text;
