-- For whom a project is, as its application states it. The last release states nothing, which is an empty list.
alter table project
    add column target_groups text[] not null default '{}',
    add constraint ck_project_target_groups check (target_groups <@ array[
        'YOUTH_AND_PUPILS', 'PROFESSIONALS_AND_OFFICIALS', 'TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS', 'OTHER',
        'STUDENTS']) not valid;
grant update (target_groups) on project to ${application_role};
