package nl.doorlichting.domain.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceSqlTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({"'{GM0988}', GM0988, false", "'{GM0518,GM0988}', , true", "'{}', , false", ", , false"})
    void answersInSqlAsInJava(String codes, String single, boolean several) throws SQLException {
        String array = codes == null ? "null" : "'" + codes + "'";
        String sql = "select " + PlaceSql.singleMunicipality("p") + ", " + PlaceSql.severalMunicipalities("p")
                + " from (select cast(" + array + " as text[]) as place_municipalities) p";
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            assertEquals(single, result.getString(1));
            assertEquals(several, result.getBoolean(2));
        }
    }

    @Test
    void acceptsOnlyIdentifierInStatement() {
        assertThrows(IllegalArgumentException.class, () -> PlaceSql.singleMunicipality("p; drop table t"));
    }
}
