package nl.doorlichting.reporting;

import static nl.doorlichting.platform.caller.Role.ANALYST;
import static nl.doorlichting.platform.caller.Role.GRANTEE;
import static nl.doorlichting.platform.caller.Role.PROGRAMME_MANAGER;
import static nl.doorlichting.platform.caller.Role.RESEARCHER;
import static nl.doorlichting.platform.caller.Role.REVIEWER;
import static nl.doorlichting.platform.caller.Role.STATISTICS_CLIENT;

import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.AccessRules;

/** The access rules of inventories and published results. Source: docs/design/roles.md#table. */
public final class ReportingAccess implements AccessRules {
    public static final String READ_INVENTORIES = "READ_INVENTORIES";
    /** Results of projects from inventories. A grantee sees its own. */
    public static final String READ_PROJECT_RESULTS = "READ_PROJECT_RESULTS";

    public static final String WRITE_INVENTORIES = "WRITE_INVENTORIES";
    public static final String PUBLISH_RESULTS = "PUBLISH_RESULTS";
    /** A researcher withdraws what is not public, a reviewer all. */
    public static final String WITHDRAW_RESULTS = "WITHDRAW_RESULTS";

    /** Corrections that wait for a reviewer: read by those who make them and those who decide. */
    public static final String READ_PROPOSALS = "READ_PROPOSALS";
    /** The statistics behind the reports. */
    public static final String READ_REPORTS = "READ_REPORTS";
    /** The statistics behind the reports of reach and of effects. */
    public static final String READ_RESULT_STATISTICS = "READ_RESULT_STATISTICS";
    /** Released figures by place, and whole releases. National ones are public. */
    public static final String READ_RELEASES = "READ_RELEASES";

    public static final String READ_PREPARED_RELEASES = "READ_PREPARED_RELEASES";
    public static final String PREPARE_RELEASES = "PREPARE_RELEASES";
    public static final String PUBLISH_RELEASES = "PUBLISH_RELEASES";

    public static final String READ_PUBLISHED_TABLES = "READ_PUBLISHED_TABLES";
    public static final String WRITE_PUBLISHED_TABLES = "WRITE_PUBLISHED_TABLES";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                new AccessRule(READ_INVENTORIES, RESEARCHER, REVIEWER, ANALYST),
                new AccessRule(READ_PROJECT_RESULTS, RESEARCHER, REVIEWER, ANALYST, GRANTEE),
                new AccessRule(WRITE_INVENTORIES, RESEARCHER),
                new AccessRule(PUBLISH_RESULTS, REVIEWER),
                new AccessRule(WITHDRAW_RESULTS, RESEARCHER, REVIEWER),
                new AccessRule(READ_PROPOSALS, RESEARCHER, REVIEWER),
                new AccessRule(READ_REPORTS, ANALYST, PROGRAMME_MANAGER, REVIEWER),
                new AccessRule(READ_RESULT_STATISTICS, ANALYST, PROGRAMME_MANAGER, REVIEWER, RESEARCHER),
                new AccessRule(READ_RELEASES, ANALYST, PROGRAMME_MANAGER, REVIEWER, STATISTICS_CLIENT),
                new AccessRule(READ_PREPARED_RELEASES, ANALYST, REVIEWER),
                new AccessRule(PREPARE_RELEASES, ANALYST),
                new AccessRule(PUBLISH_RELEASES, REVIEWER),
                new AccessRule(READ_PUBLISHED_TABLES, ANALYST, REVIEWER),
                new AccessRule(WRITE_PUBLISHED_TABLES, ANALYST));
    }
}
