package nl.doorlichting.platform.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "name",
            List.of(SortKey.of("name", String.class), SortKey.of("createdAt", Instant.class)));
    private static final UUID ID = UUID.fromString("01a20ad1-f123-7d97-ac11-fe51f222b85c");
    private static final Instant MOMENT = Instant.parse("2011-01-31T09:00:00.123456Z");

    @Test
    void decodesEncodedCursor() {
        var order = SortOrder.parse("name,-createdAt", KEYS);
        var cursor = new Cursor(true, List.of("Weert, & omstreken ë", MOMENT, ID));
        assertEquals(cursor, Cursor.decode(cursor.encode(order), order));
    }

    @Test
    void keepsMomentBesidePosition() {
        var order = SortOrder.parse("name,-createdAt", KEYS);
        var cursor = new Cursor(false, List.of("Weert", MOMENT, ID));
        var kept = Cursor.keeping(cursor.encode(order), MOMENT);
        assertEquals(cursor, Cursor.decode(kept, order));
        assertEquals(List.of(), Cursor.violations(kept, KEYS));
        assertEquals(Optional.of(MOMENT), Cursor.recordedUntil(kept));
        for (var other : List.of(cursor.encode(order), "", "!", "abc")) {
            assertEquals(Optional.empty(), Cursor.recordedUntil(other), other);
        }
        for (var other : List.of("x", "0")) {
            var foreign = written(read(kept) + other);
            assertThrows(ProblemException.class, () -> Cursor.decode(foreign, order), foreign);
        }
    }

    /** Each has the bytes, the values or the moment of the one that was issued. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "abc"})
    void takesCursorOnlyAsItWasIssued(String name) {
        var order = SortOrder.parse("name,-createdAt", KEYS);
        var issued = new Cursor(false, List.of(name, MOMENT, ID)).encode(order);
        var kept = Cursor.keeping(issued, MOMENT);
        var position = read(kept);
        var altered = new ArrayList<>(List.of(
                written(position.replace(ID.toString(), ID.toString().toUpperCase(Locale.ROOT))),
                written(position.replace(ID.toString(), "1a20ad1-f123-7d97-ac11-fe51f222b85c")),
                written(position.replace(MOMENT.toString(), "2011-01-31T09:00:00.123456000Z")),
                written(position.replace("until " + MOMENT, "until 2011-01-31T10:00:00.123456+01:00")),
                written(position.replaceFirst("f", "g")),
                written(position.replace(ID.toString(), ID + "\u0001" + ID))));
        for (var cursor : List.of(issued, kept)) {
            assertEquals(name, Cursor.decode(cursor, order).values().get(0));
            altered.add(cursor + "=");
            altered.add(cursor + "==");
            sameBytes(cursor).forEach(altered::add);
        }
        for (var cursor : altered) {
            assertThrows(ProblemException.class, () -> Cursor.decode(cursor, order), cursor);
            assertEquals(1, Cursor.violations(cursor, KEYS).size(), cursor);
        }
    }

    /** Texts with another last character, of which base64 leaves bits unused. */
    private static Stream<String> sameBytes(String cursor) {
        return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .chars()
                .mapToObj(last -> cursor.substring(0, cursor.length() - 1) + (char) last)
                .filter(other -> !other.equals(cursor) && read(other).equals(read(cursor)));
    }

    private static String read(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }

    private static String written(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rejectsCursorOfOtherOrder() {
        var order = SortOrder.parse("name", KEYS);
        var encoded = new Cursor(false, List.of("a", ID)).encode(order);
        var other = SortOrder.parse("-name", KEYS);
        assertThrows(ProblemException.class, () -> Cursor.decode(encoded, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "!", "ZgFuYW1lAWE", "ZgFuYW1lAWEBbm8tdXVpZA"})
    void rejectsTextThatIsNoCursor(String text) {
        var order = SortOrder.parse("name", KEYS);
        var thrown = assertThrows(ProblemException.class, () -> Cursor.decode(text, order));
        assertEquals("INVALID_CURSOR", thrown.violations().get(0).code());
    }

    @Test
    void checksCursorInWhateverOrder() {
        var encoded = new Cursor(false, List.of("a", ID)).encode(SortOrder.parse("-name", KEYS));
        assertEquals(List.of(), Cursor.violations(encoded, KEYS));
        for (var foreign : List.of("", "abc", "!", "ZgFuYW1lAWEBbm8tdXVpZA")) {
            assertEquals(
                    "INVALID_CURSOR", Cursor.violations(foreign, KEYS).get(0).code(), foreign);
        }
        assertEquals("UNKNOWN_VALUE", SortOrder.violations("size", KEYS).get(0).code());
    }

    @Test
    void rejectsCursorWithValueOutsideDatabaseRange() {
        var order = SortOrder.parse("name,createdAt", KEYS);
        var nul = new Cursor(false, List.of("a\u0000b", MOMENT, ID)).encode(order);
        var far = new Cursor(false, List.of("a", Instant.MAX, ID)).encode(order);
        var farUntil = Cursor.keeping(new Cursor(false, List.of("a", MOMENT, ID)).encode(order), Instant.MAX);
        assertThrows(ProblemException.class, () -> Cursor.decode(nul, order));
        assertThrows(ProblemException.class, () -> Cursor.decode(far, order));
        assertThrows(ProblemException.class, () -> Cursor.decode(farUntil, order));
    }

    @Test
    void acceptsPlainDecimalInCursor() {
        var keys =
                new ListKeys(SortKey.of("id", UUID.class), "amount", List.of(SortKey.of("amount", BigDecimal.class)));
        var order = SortOrder.parse("-amount", keys);
        var cursor = new Cursor(false, List.of(new BigDecimal("999999999999.99"), ID));
        assertEquals(cursor, Cursor.decode(cursor.encode(order), order));
        for (var bad : List.of("1e999999999", "1000000000000", "0.001", "", "NaN", "007.50", "-00.10", "00")) {
            var encoded = new Cursor(false, List.of(bad, ID)).encode(order);
            assertThrows(ProblemException.class, () -> Cursor.decode(encoded, order), bad);
        }
    }

    @Test
    void rejectsRepeatedSortKey() {
        assertThrows(ProblemException.class, () -> SortOrder.parse("name,-name", KEYS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "size", "name,", "--name", "name;drop"})
    void namesAllowedKeysForUnknownSortKey(String sort) {
        var thrown = assertThrows(ProblemException.class, () -> SortOrder.parse(sort, KEYS));
        assertEquals(
                List.of("name", "createdAt"),
                thrown.violations().get(0).parameters().get("allowed"));
    }

    @Test
    void comparesKeysOfTwoDirectionsOneByOne() {
        var order = SortOrder.parse("name,-createdAt", KEYS);
        var keyset = new Keyset(order, new Cursor(false, List.of("a", MOMENT, ID)), false);
        assertEquals(" order by e.name, e.createdAt desc, e.id desc", keyset.orderBy());
        assertEquals(
                " where (e.name) >= ((select cast(:keyset0 as java.lang.String))) and ((e.name > :keyset0) or (e.name = :keyset0 and e.createdAt < :keyset1)"
                        + " or (e.name = :keyset0 and e.createdAt = :keyset1 and e.id < :keyset2))",
                keyset.beyond().clause());
    }

    @Test
    void comparesKeysOfOneDirectionAsRowAndReversesThemForPreviousPage() {
        var order = SortOrder.parse("-name", KEYS);
        var keyset = new Keyset(order, new Cursor(true, List.of("a", ID)), false);
        assertEquals(" order by e.name, e.id", keyset.orderBy());
        assertEquals(
                " where (e.name, e.id) > ((select cast(:keyset0 as java.lang.String)), (select cast(:keyset1 as java.util.UUID)))",
                keyset.beyond().clause());
    }

    @Test
    void sortsFewRowsByExpression() {
        var keyset = new Keyset(SortOrder.parse("-name", KEYS), null, true);
        assertEquals(" order by coalesce(e.name, e.name) desc, coalesce(e.id, e.id) desc", keyset.orderBy());
        assertEquals(", e.name, e.id", keyset.selectedKeys());
    }

    @Test
    void keepsQueryInLinks() {
        var request = new PageRequest(2, null, "x", "/v1/things?cursor=x&programme=A%20B&pageSize=2");
        assertEquals("/v1/things?programme=A%20B&pageSize=2&cursor=y", request.link("y"));
        assertEquals("/v1/things?programme=A%20B&pageSize=2", request.link(null));
        assertEquals("/v1/things", new PageRequest(2, null, null, "/v1/things").link(null));
    }

    @Test
    void countsTotalExactlyUpToLimit() {
        assertEquals(new Page.Total(10_000, true), Page.Total.of(10_000));
        assertEquals(new Page.Total(10_000, false), Page.Total.of(10_001));
    }
}
