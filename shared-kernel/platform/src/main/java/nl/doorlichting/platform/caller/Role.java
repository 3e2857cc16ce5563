package nl.doorlichting.platform.caller;

import java.util.List;
import java.util.Set;

/** The roles that a token may carry. Source: docs/design/roles.md. */
public final class Role {
    public static final String PROGRAMME_MANAGER = "PROGRAMME_MANAGER";
    public static final String GRANT_OFFICER = "GRANT_OFFICER";
    public static final String CONTROLLER = "CONTROLLER";
    public static final String GRANTEE = "GRANTEE";
    public static final String TRAINING_COORDINATOR = "TRAINING_COORDINATOR";
    public static final String TRAINER = "TRAINER";
    public static final String PROFESSIONAL = "PROFESSIONAL";
    public static final String RESEARCHER = "RESEARCHER";
    public static final String REVIEWER = "REVIEWER";
    public static final String ANALYST = "ANALYST";
    public static final String STATISTICS_CLIENT = "STATISTICS_CLIENT";
    public static final String AUDITOR = "AUDITOR";

    private static final List<String> STAFF =
            List.of(PROGRAMME_MANAGER, GRANT_OFFICER, CONTROLLER, ANALYST, RESEARCHER, REVIEWER, TRAINING_COORDINATOR);

    private static final Set<String> IN_RULES = Set.of(
            PROGRAMME_MANAGER,
            GRANT_OFFICER,
            CONTROLLER,
            GRANTEE,
            TRAINING_COORDINATOR,
            TRAINER,
            PROFESSIONAL,
            RESEARCHER,
            REVIEWER,
            ANALYST,
            STATISTICS_CLIENT,
            AUDITOR);

    private Role() {}

    /** The roles of staff. */
    public static List<String> staff() {
        return STAFF;
    }

    /** The roles that an access rule may name. */
    public static Set<String> inRules() {
        return IN_RULES;
    }
}
