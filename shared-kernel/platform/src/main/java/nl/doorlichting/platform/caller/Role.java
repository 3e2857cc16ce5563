package nl.doorlichting.platform.caller;

/** The roles that a token may carry, as constants so that annotations can name them. */
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

    private Role() {}
}
