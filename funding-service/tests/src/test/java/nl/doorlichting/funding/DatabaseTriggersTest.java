package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import nl.doorlichting.platform.testing.databases.DatabaseTriggers;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.Test;

class DatabaseTriggersTest {
    @Test
    void codeNamesEveryTrigger() throws SQLException, IOException {
        var database = TestDatabase.create("funding_triggers");
        database.migrate("latest");
        assertEquals(List.of(), DatabaseTriggers.unnamed(database));
    }
}
