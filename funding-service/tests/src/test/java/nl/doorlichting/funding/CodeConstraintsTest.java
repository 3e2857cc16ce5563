package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import nl.doorlichting.platform.testing.databases.CodeConstraints;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

class CodeConstraintsTest {
    /** Those that are named here leave codes out on purpose. */
    @Test
    void constraintsListAllCodesOfTheirEnumeration() throws SQLException {
        var database = TestDatabase.create("funding_codes");
        database.migrate("latest");
        assertEquals(
                List.of(
                        "application ck_application_funding_instrument: FundingInstrument without OWN_EXPENDITURE,"
                                + " PRIZE, PROCUREMENT",
                        "application_event ck_application_event_status: ApplicationStatus without DRAFT",
                        "award ck_award_funding_instrument: FundingInstrument without OWN_EXPENDITURE, PRIZE,"
                                + " PROCUREMENT",
                        "award_condition ck_award_condition_funding_instrument: FundingInstrument without"
                                + " OWN_EXPENDITURE, PRIZE, PROCUREMENT",
                        // Stored as amendments and a revocation, which the last release reads.
                        "award_decision ck_award_decision_kind: Kind without REPLACEMENT, SUCCESSION," + " WITHDRAWAL",
                        "scheme ck_scheme_funding_instrument: FundingInstrument without OWN_EXPENDITURE, PRIZE,"
                                + " PROCUREMENT"),
                CodeConstraints.partialLists(database));
    }
}
