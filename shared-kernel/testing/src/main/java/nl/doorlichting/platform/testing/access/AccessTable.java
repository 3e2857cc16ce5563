package nl.doorlichting.platform.testing.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.OpenApiContract;

/**
 * The table of docs/design/roles.md, written by hand in {@code access-table.csv}. Each contract is compared with it,
 * because contract and checks come from the same rules, so that a wrong rule would be wrong in both. Every operation
 * is in it once.
 */
public final class AccessTable {
    private static final String EVERYBODY = "everybody";
    private static final String ANY_TOKEN = "any token";
    private static final List<String> STAFF = List.of(
            Role.PROGRAMME_MANAGER,
            Role.GRANT_OFFICER,
            Role.CONTROLLER,
            Role.ANALYST,
            Role.RESEARCHER,
            Role.REVIEWER,
            Role.TRAINING_COORDINATOR);

    private record Line(String owner, String operation, String roles) {}

    private AccessTable() {}

    /** The contract of the application under test has exactly the operations of this owner, with the roles of the table. */
    public static void verify(String owner) {
        assertEquals(expected(line -> line.owner().equals(owner)), documented());
    }

    /** The merged contract has all operations of the table, with their roles. */
    public static void verifyAll() {
        assertEquals(expected(line -> true), documented());
    }

    /** The operations that the table gives to this owner. */
    public static Set<String> operationsOf(String owner) {
        return expected(line -> line.owner().equals(owner)).keySet();
    }

    private static TreeMap<String, String> documented() {
        var contract = OpenApiContract.ofApplication();
        var documented = new TreeMap<String, String>();
        contract.operations().forEach(operation -> documented.put(operation, describe(contract.rolesOf(operation))));
        return documented;
    }

    private static String describe(Optional<Set<String>> roles) {
        return roles.map(some -> some.isEmpty() ? ANY_TOKEN : String.join(" ", some))
                .orElse(EVERYBODY);
    }

    private static TreeMap<String, String> expected(Predicate<Line> wanted) {
        var expected = new TreeMap<String, String>();
        for (var line : lines()) {
            if (wanted.test(line) && expected.put(line.operation(), roles(line.roles())) != null) {
                throw new IllegalStateException(line.operation() + " stands twice in the table");
            }
        }
        return expected;
    }

    private static String roles(String said) {
        if (Set.of(EVERYBODY, ANY_TOKEN).contains(said)) {
            return said;
        }
        var roles = new TreeSet<String>();
        Arrays.stream(said.split(" ")).forEach(role -> roles.addAll(role.equals("staff") ? STAFF : List.of(role)));
        return String.join(" ", roles);
    }

    private static List<Line> lines() {
        try (var table = AccessTable.class.getResourceAsStream("/access-table.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Line(cells[0], cells[1], cells[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
