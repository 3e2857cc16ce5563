package nl.doorlichting.platform.access;

import static nl.doorlichting.platform.caller.Role.ANALYST;
import static nl.doorlichting.platform.caller.Role.AUDITOR;
import static nl.doorlichting.platform.caller.Role.CONTROLLER;
import static nl.doorlichting.platform.caller.Role.GRANTEE;
import static nl.doorlichting.platform.caller.Role.GRANT_OFFICER;
import static nl.doorlichting.platform.caller.Role.PROFESSIONAL;
import static nl.doorlichting.platform.caller.Role.PROGRAMME_MANAGER;
import static nl.doorlichting.platform.caller.Role.RESEARCHER;
import static nl.doorlichting.platform.caller.Role.REVIEWER;
import static nl.doorlichting.platform.caller.Role.TRAINER;
import static nl.doorlichting.platform.caller.Role.TRAINING_COORDINATOR;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table of access rules. The check of every request, the security of the contract, the actions that an answer
 * offers and the answer of {@code me} come from it. A rule is about roles. Which records a caller sees is decided by
 * the service. Source: docs/design/roles.md#table.
 */
public enum AccessRule {
    /** No token is needed. */
    PUBLIC,
    /** Any valid token is enough. */
    ANY_CALLER,
    // Money
    READ_BUDGET(PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST),
    WRITE_BUDGET(PROGRAMME_MANAGER),
    READ_ORGANISATIONS(
            PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST, RESEARCHER, REVIEWER, TRAINING_COORDINATOR, GRANTEE),
    /** Organisations and projects of all owners. Other callers see those of their own organisation. */
    READ_EVERY_ORGANISATION(
            PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST, RESEARCHER, REVIEWER, TRAINING_COORDINATOR),
    WRITE_ORGANISATIONS(GRANT_OFFICER),
    READ_PROJECTS(
            PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST, RESEARCHER, REVIEWER, TRAINING_COORDINATOR, GRANTEE),
    WRITE_PROJECTS(GRANT_OFFICER),
    READ_PROJECT_FINANCES(GRANT_OFFICER, CONTROLLER, ANALYST),
    READ_APPLICATIONS(GRANTEE, GRANT_OFFICER, CONTROLLER, ANALYST),
    WRITE_APPLICATIONS(GRANTEE),
    DECIDE_APPLICATIONS(GRANT_OFFICER, CONTROLLER),
    /** Awards with their conditions, disbursements, reclaims, documents and deadlines; prizes and procurements. */
    READ_AWARDS(GRANTEE, GRANT_OFFICER, CONTROLLER, ANALYST),
    WRITE_AWARDS(GRANT_OFFICER),
    ACCOUNT_FOR_AWARDS(GRANTEE, GRANT_OFFICER),
    /** Amending, settling, revoking, reclaiming, and releasing what another person prepared. */
    DECIDE_AWARDS(GRANT_OFFICER, CONTROLLER),
    /** Applications and awards of all owners, with what belongs to them. Other callers see their own. */
    READ_EVERY_GRANT(GRANT_OFFICER, CONTROLLER, ANALYST),
    READ_AWARD_TALLIES(GRANT_OFFICER, CONTROLLER, ANALYST),

    // Trainings
    READ_TRAININGS(TRAINING_COORDINATOR),
    WRITE_TRAININGS(TRAINING_COORDINATOR),
    /** A trainer leads the sessions that name this trainer. */
    LEAD_TRAINING_SESSIONS(TRAINER),
    READ_TRAINING_SESSIONS(TRAINING_COORDINATOR, TRAINER, PROFESSIONAL),
    READ_TRAINING_STATISTICS(TRAINING_COORDINATOR, ANALYST, PROGRAMME_MANAGER, REVIEWER),
    READ_TRAINERS(TRAINING_COORDINATOR, TRAINER),
    READ_EVALUATIONS(TRAINING_COORDINATOR, TRAINER),
    READ_ROLL_CALLS(TRAINING_COORDINATOR, TRAINER),
    WRITE_ROLL_CALLS(TRAINING_COORDINATOR, TRAINER),
    READ_REGISTRATIONS(TRAINING_COORDINATOR, TRAINER, PROFESSIONAL),
    READ_OWN_REGISTRATIONS(PROFESSIONAL),
    WRITE_REGISTRATIONS(TRAINING_COORDINATOR, PROFESSIONAL),
    /** Export and erasure of the data of another person. Any caller may do this for their own data. */
    HANDLE_PERSONAL_DATA(TRAINING_COORDINATOR),

    // Results
    READ_INVENTORIES(RESEARCHER, REVIEWER, ANALYST),
    /** Results of projects from inventories. A grantee sees its own. */
    READ_PROJECT_RESULTS(RESEARCHER, REVIEWER, ANALYST, GRANTEE),
    WRITE_INVENTORIES(RESEARCHER),
    PUBLISH_RESULTS(REVIEWER),
    READ_REPORTS(ANALYST, PROGRAMME_MANAGER, REVIEWER),
    /** All of one project in one answer, for roles that may see every part. */
    READ_DOSSIERS(ANALYST),

    // Who did what
    READ_AUDIT(AUDITOR);

    private static final Set<String> KNOWN_ROLES =
            Arrays.stream(values()).flatMap(rule -> rule.roles.stream()).collect(Collectors.toUnmodifiableSet());

    private final List<String> roles;

    AccessRule(String... roles) {
        this.roles = List.of(roles);
    }

    /** Any one of these roles is enough; empty when no role is required. */
    public List<String> roles() {
        return roles;
    }

    /** Whether a caller with these roles is allowed. */
    public boolean allows(Set<String> rolesOfCaller) {
        return roles.isEmpty() || roles.stream().anyMatch(rolesOfCaller::contains);
    }

    /** All roles that a rule names. */
    public static Set<String> knownRoles() {
        return KNOWN_ROLES;
    }

    /** The names of the rules that allow a caller with these roles, without those that need no token. */
    public static List<String> allowedTo(Set<String> rolesOfCaller) {
        return Arrays.stream(values())
                .filter(rule -> rule != PUBLIC && rule.allows(rolesOfCaller))
                .map(AccessRule::name)
                .toList();
    }
}
