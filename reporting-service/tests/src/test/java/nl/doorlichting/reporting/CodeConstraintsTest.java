package nl.doorlichting.reporting;

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
        var database = TestDatabase.create("reporting_codes");
        database.migrate("latest");
        assertEquals(
                // The release before reads no withdrawal, so its version is stored as a correction.
                List.of("inventory_report_version ck_inventory_report_version_step: InventoryReportAction without"
                        + " WITHDRAWAL"),
                CodeConstraints.partialLists(database));
    }
}
