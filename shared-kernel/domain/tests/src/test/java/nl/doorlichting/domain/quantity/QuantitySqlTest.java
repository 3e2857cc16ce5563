package nl.doorlichting.domain.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule is implemented in Java and in SQL. On a real PostgreSQL both must give the same sum. */
class QuantitySqlTest {

    private static final String TABLE = """
            create temporary table figure (
              reach_kind text not null, reach_value bigint, reach_plus_minus bigint,
              reach_minimum bigint, reach_maximum bigint, reach_text text)""";

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsInSqlAsInJava(long seed) throws SQLException {
        List<Quantity> quantities = Quantities.random(new Random(seed));

        assertEquals(inJava(quantities), inSql(quantities));
    }

    @Test
    void returnsNullForNoRows() throws SQLException {
        assertEquals(QuantitySum.ZERO, inSql(List.of()));
    }

    @Test
    void acceptsOnlyIdentifiersInStatement() {
        assertThrows(IllegalArgumentException.class, () -> QuantitySql.sums("f; drop table figure"));
        assertThrows(IllegalArgumentException.class, () -> QuantitySql.sums("f", "reach_kind or "));
    }

    private static QuantitySum inJava(List<Quantity> quantities) {
        return quantities.stream().map(QuantitySum::of).reduce(QuantitySum.ZERO, QuantitySum::plus);
    }

    private static QuantitySum inSql(List<Quantity> quantities) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(TABLE);
            for (Quantity quantity : quantities) {
                insert(connection, quantity);
            }
            return select(connection);
        }
    }

    private static QuantitySum select(Connection connection) throws SQLException {
        String sql = "select 'before', " + QuantitySql.sums("f", "reach_") + " from figure f";
        try (ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            Object[] row = new Object[1 + QuantitySql.COLUMNS];
            for (int column = 0; column < row.length; column++) {
                row[column] = result.getObject(column + 1);
            }
            return QuantitySql.read(row, 1);
        }
    }

    private static void insert(Connection connection, Quantity quantity) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into figure values (?,?,?,?,?,null)")) {
            statement.setString(1, quantity.kind().name());
            statement.setObject(2, value(quantity), Types.BIGINT);
            statement.setObject(3, quantity instanceof Quantity.Approximate a ? a.plusMinus() : null, Types.BIGINT);
            statement.setObject(4, quantity instanceof Quantity.Range r ? r.minimum() : null, Types.BIGINT);
            statement.setObject(5, quantity instanceof Quantity.Range r ? r.maximum() : null, Types.BIGINT);
            statement.execute();
        }
    }

    private static Long value(Quantity quantity) {
        if (quantity instanceof Quantity.Exact exact) {
            return exact.value();
        }
        if (quantity instanceof Quantity.Approximate approximate) {
            return approximate.value();
        }
        return quantity instanceof Quantity.AtLeast atLeast ? atLeast.value() : null;
    }
}
