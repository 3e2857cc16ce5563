package nl.doorlichting.reporting.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.reporting.ReportingAccess;

/** Which records about activities a caller sees: staff all of them, a grantee those of its own organisation. */
@ApplicationScoped
public class OwnRecords {
    private final CurrentCaller caller;
    private final Clock clock;

    public OwnRecords(CurrentCaller caller, Clock clock) {
        this.caller = caller;
        this.clock = clock;
    }

    /** The filter, and for a grantee only its own; over entities whose activity is the field {@code activity}. */
    public Filter narrow(Filter filter) {
        return narrow(filter, "e.activity.organisationId = :own");
    }

    /** The filter, and for a grantee this condition, in which {@code :own} is the number of its organisation. */
    public Filter narrow(Filter filter, String condition) {
        var organisation = Objects.requireNonNullElse(caller.get().organisation(), "");
        return seesAll() ? filter : filter.where(condition, "own", organisation);
    }

    /** Whether the caller sees a record of this organisation. */
    public boolean shows(String organisation) {
        return seesAll() || caller.get().belongsTo(organisation);
    }

    /** 404 when the caller may not see it. */
    public void refuseHidden(ActivityFields activity) {
        if (!shows(activity.organisationId())) {
            throw ProblemException.notFound();
        }
    }

    /** Subject of the caller, stored with what is written. */
    public String subject() {
        return caller.get().subject();
    }

    public Instant now() {
        return clock.instant();
    }

    /** The names, when the rule allows the caller. */
    public List<String> actions(String rule, String... names) {
        return caller.get().may(rule) ? List.of(names) : List.of();
    }

    public boolean seesAll() {
        return caller.get().may(ReportingAccess.READ_INVENTORIES);
    }
}
