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
 * Who may do what: the one table, from which come the check of every request, the contract's security, the actions
 * that an answer offers and what {@code me} says. A rule is about roles; whose records a caller sees among them is the
 * service's to say. Source: docs/design/roles.md#table.
 */
public enum AccessRule {
    /** No token is needed. */
    PUBLIC,
    /** Any valid token will do. */
    ANY_CALLER,
    // Money
    READ_BUDGET(PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST),
    WRITE_BUDGET(PROGRAMME_MANAGER),
    READ_ORGANISATIONS(
            PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST, RESEARCHER, REVIEWER, TRAINING_COORDINATOR, GRANTEE),
    /** Organisations and projects whosever they are; who may not sees those of its own organisation. */
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
    /** Amending, settling, revoking, reclaiming, and releasing what somebody else prepared. */
    DECIDE_AWARDS(GRANT_OFFICER, CONTROLLER),
    /** Applications, awards and what belongs to them, whosever they are; likewise. */
    READ_EVERY_GRANT(GRANT_OFFICER, CONTROLLER, ANALYST),
    READ_AWARD_TALLIES(GRANT_OFFICER, CONTROLLER, ANALYST),

    // Trainings
    READ_TRAININGS(TRAINING_COORDINATOR),
    WRITE_TRAININGS(TRAINING_COORDINATOR),
    /** Who stands before a session that names him as its trainer. */
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
    /** Export and erasure of what is kept of another person; of the own data any caller. */
    HANDLE_PERSONAL_DATA(TRAINING_COORDINATOR),

    // Results
    READ_INVENTORIES(RESEARCHER, REVIEWER, ANALYST),
    /** What inventories found of projects; a grantee sees its own. */
    READ_PROJECT_RESULTS(RESEARCHER, REVIEWER, ANALYST, GRANTEE),
    WRITE_INVENTORIES(RESEARCHER),
    PUBLISH_RESULTS(REVIEWER),
    READ_REPORTS(ANALYST, PROGRAMME_MANAGER, REVIEWER),
    /** All of one project in one answer: who may see every part. */
    READ_DOSSIERS(ANALYST),

    // Who did what
    READ_AUDIT(AUDITOR);

    private static final Set<String> KNOWN_ROLES =
            Arrays.stream(values()).flatMap(rule -> rule.roles.stream()).collect(Collectors.toUnmodifiableSet());

    private final List<String> roles;

    AccessRule(String... roles) {
        this.roles = List.of(roles);
    }

    /** Any of these will do; none are listed where no role is asked for. */
    public List<String> roles() {
        return roles;
    }

    /** Whether somebody with these roles may. */
    public boolean allows(Set<String> rolesOfCaller) {
        return roles.isEmpty() || roles.stream().anyMatch(rolesOfCaller::contains);
    }

    /** Every role that some rule asks for. */
    public static Set<String> knownRoles() {
        return KNOWN_ROLES;
    }

    /** What somebody with these roles may, by name; not what needs no token. */
    public static List<String> allowedTo(Set<String> rolesOfCaller) {
        return Arrays.stream(values())
                .filter(rule -> rule != PUBLIC && rule.allows(rolesOfCaller))
                .map(AccessRule::name)
                .toList();
    }
}
