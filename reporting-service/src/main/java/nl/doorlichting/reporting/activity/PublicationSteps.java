package nl.doorlichting.reporting.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/**
 * How a record becomes public: a researcher changes it while it is a draft, a reviewer publishes it or takes it back.
 * What is public does not change, so that what was cited is what a reviewer saw.
 */
public final class PublicationSteps {
    static final String UPDATE = "update";
    static final String PUBLICATION = "publication";
    static final String WITHDRAWAL = "withdrawal";

    private PublicationSteps() {}

    /** 409 unless it is a draft. */
    public static void refuseChange(PublicationStatus status) {
        refuseUnless(status == PublicationStatus.DRAFT, status, "A published record does not change; withdraw it.");
    }

    /** 409 unless it is a draft. */
    public static void refusePublication(PublicationStatus status) {
        refuseUnless(status == PublicationStatus.DRAFT, status, "The record is public already.");
    }

    /** 409 unless it is public. */
    public static void refuseWithdrawal(PublicationStatus status) {
        refuseUnless(status == PublicationStatus.PUBLISHED, status, "The record is not public.");
    }

    /** What this caller may do now. */
    public static List<String> allowed(PublicationStatus status, OwnRecords caller) {
        if (status == PublicationStatus.PUBLISHED) {
            return caller.actions(AccessRule.PUBLISH_RESULTS, WITHDRAWAL);
        }
        var allowed = new ArrayList<>(caller.actions(AccessRule.WRITE_INVENTORIES, UPDATE));
        allowed.addAll(caller.actions(AccessRule.PUBLISH_RESULTS, PUBLICATION));
        return allowed;
    }

    private static void refuseUnless(boolean fits, PublicationStatus status, String detail) {
        if (!fits) {
            var allowed = status == PublicationStatus.PUBLISHED ? List.of(WITHDRAWAL) : List.of(UPDATE, PUBLICATION);
            throw ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", allowed));
        }
    }
}
