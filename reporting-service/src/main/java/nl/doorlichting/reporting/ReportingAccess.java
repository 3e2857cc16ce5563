package nl.doorlichting.reporting;

import static nl.doorlichting.platform.caller.Role.ANALYST;
import static nl.doorlichting.platform.caller.Role.GRANTEE;
import static nl.doorlichting.platform.caller.Role.PROGRAMME_MANAGER;
import static nl.doorlichting.platform.caller.Role.RESEARCHER;
import static nl.doorlichting.platform.caller.Role.REVIEWER;

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
    /** The statistics behind the reports. */
    public static final String READ_REPORTS = "READ_REPORTS";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                new AccessRule(READ_INVENTORIES, RESEARCHER, REVIEWER, ANALYST),
                new AccessRule(READ_PROJECT_RESULTS, RESEARCHER, REVIEWER, ANALYST, GRANTEE),
                new AccessRule(WRITE_INVENTORIES, RESEARCHER),
                new AccessRule(PUBLISH_RESULTS, REVIEWER),
                new AccessRule(READ_REPORTS, ANALYST, PROGRAMME_MANAGER, REVIEWER));
    }
}
