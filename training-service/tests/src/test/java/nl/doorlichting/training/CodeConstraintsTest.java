package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import nl.doorlichting.platform.testing.databases.CodeConstraints;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

class CodeConstraintsTest {
    /** None leaves codes out. */
    @Test
    void constraintsListAllCodesOfTheirEnumeration() throws SQLException {
        var database = TestDatabase.create("training_codes");
        database.migrate("latest");
        assertEquals(List.of(), CodeConstraints.partialLists(database));
    }
}
