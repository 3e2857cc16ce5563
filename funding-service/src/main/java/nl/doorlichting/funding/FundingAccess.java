package nl.doorlichting.funding;

import static nl.doorlichting.platform.caller.Role.ANALYST;
import static nl.doorlichting.platform.caller.Role.CONTROLLER;
import static nl.doorlichting.platform.caller.Role.GRANTEE;
import static nl.doorlichting.platform.caller.Role.GRANT_OFFICER;
import static nl.doorlichting.platform.caller.Role.PROGRAMME_MANAGER;
import static nl.doorlichting.platform.caller.Role.RESEARCHER;
import static nl.doorlichting.platform.caller.Role.REVIEWER;
import static nl.doorlichting.platform.caller.Role.TRAINING_COORDINATOR;

import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.AccessRules;
import nl.doorlichting.platform.caller.Role;

/** The access rules of budget, organisations, projects, applications and awards. Source: docs/design/roles.md#table. */
public final class FundingAccess implements AccessRules {
    public static final String READ_BUDGET = "READ_BUDGET";
    public static final String WRITE_BUDGET = "WRITE_BUDGET";
    public static final String CANCEL_BUDGET_ENTRIES = "CANCEL_BUDGET_ENTRIES";
    /** By a second person: entries that wait count from then on. */
    public static final String RELEASE_BUDGET_ENTRIES = "RELEASE_BUDGET_ENTRIES";

    public static final String READ_ORGANISATIONS = "READ_ORGANISATIONS";
    /** Organisations and projects of all owners. Other callers see those of their own organisation. */
    public static final String READ_EVERY_ORGANISATION = "READ_EVERY_ORGANISATION";

    public static final String WRITE_ORGANISATIONS = "WRITE_ORGANISATIONS";
    public static final String READ_PROJECTS = "READ_PROJECTS";
    public static final String WRITE_PROJECTS = "WRITE_PROJECTS";
    /** One project's money, of the awards that the caller may see. */
    public static final String READ_PROJECT_FINANCES = "READ_PROJECT_FINANCES";

    public static final String READ_APPLICATIONS = "READ_APPLICATIONS";
    public static final String WRITE_APPLICATIONS = "WRITE_APPLICATIONS";
    public static final String DECIDE_APPLICATIONS = "DECIDE_APPLICATIONS";
    /** Awards with their conditions, disbursements, reclaims, documents and deadlines; prizes and procurements. */
    public static final String READ_AWARDS = "READ_AWARDS";

    public static final String WRITE_AWARDS = "WRITE_AWARDS";
    public static final String ACCOUNT_FOR_AWARDS = "ACCOUNT_FOR_AWARDS";
    /** Amending, settling, revoking, reclaiming, and releasing what another person prepared. */
    public static final String DECIDE_AWARDS = "DECIDE_AWARDS";
    /** Applications and awards of all owners, with what belongs to them. Other callers see their own. */
    public static final String READ_EVERY_GRANT = "READ_EVERY_GRANT";

    public static final String READ_AWARD_TALLIES = "READ_AWARD_TALLIES";
    /** What reports are made of besides the money itself. */
    public static final String READ_REPORTS = "READ_REPORTS";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                new AccessRule(READ_BUDGET, PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST),
                new AccessRule(WRITE_BUDGET, PROGRAMME_MANAGER),
                new AccessRule(CANCEL_BUDGET_ENTRIES, PROGRAMME_MANAGER, CONTROLLER),
                new AccessRule(RELEASE_BUDGET_ENTRIES, CONTROLLER),
                new AccessRule(
                        READ_ORGANISATIONS,
                        PROGRAMME_MANAGER,
                        GRANT_OFFICER,
                        CONTROLLER,
                        ANALYST,
                        RESEARCHER,
                        REVIEWER,
                        TRAINING_COORDINATOR,
                        GRANTEE),
                new AccessRule(READ_EVERY_ORGANISATION, Role.staff()),
                new AccessRule(WRITE_ORGANISATIONS, GRANT_OFFICER),
                new AccessRule(
                        READ_PROJECTS,
                        PROGRAMME_MANAGER,
                        GRANT_OFFICER,
                        CONTROLLER,
                        ANALYST,
                        RESEARCHER,
                        REVIEWER,
                        TRAINING_COORDINATOR,
                        GRANTEE),
                new AccessRule(WRITE_PROJECTS, GRANT_OFFICER),
                new AccessRule(READ_PROJECT_FINANCES, GRANTEE, GRANT_OFFICER, CONTROLLER, ANALYST, PROGRAMME_MANAGER),
                new AccessRule(READ_APPLICATIONS, GRANTEE, GRANT_OFFICER, CONTROLLER, ANALYST, PROGRAMME_MANAGER),
                new AccessRule(WRITE_APPLICATIONS, GRANTEE),
                new AccessRule(DECIDE_APPLICATIONS, GRANT_OFFICER, CONTROLLER),
                new AccessRule(READ_AWARDS, GRANTEE, GRANT_OFFICER, CONTROLLER, ANALYST, PROGRAMME_MANAGER),
                new AccessRule(WRITE_AWARDS, GRANT_OFFICER),
                new AccessRule(ACCOUNT_FOR_AWARDS, GRANTEE, GRANT_OFFICER),
                new AccessRule(DECIDE_AWARDS, GRANT_OFFICER, CONTROLLER),
                new AccessRule(READ_EVERY_GRANT, GRANT_OFFICER, CONTROLLER, ANALYST, PROGRAMME_MANAGER),
                new AccessRule(READ_AWARD_TALLIES, PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST),
                new AccessRule(READ_REPORTS, ANALYST, PROGRAMME_MANAGER, REVIEWER));
    }
}
