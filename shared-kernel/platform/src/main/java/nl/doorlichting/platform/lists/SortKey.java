package nl.doorlichting.platform.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.json.ScalarFormats;

/**
 * A field that a list can be sorted by; its column is never null.
 *
 * @param name name in the {@code sort} parameter
 * @param path path of the field in the query, from the entity on
 * @param type type of the field
 */
public record SortKey(String name, String path, Class<?> type) {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            String.class, SortKey::text,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            UUID.class, UUID::fromString,
            BigDecimal.class, SortKey::amount,
            LocalDate.class, SortKey::day,
            Instant.class, SortKey::moment);

    /** A key whose field has the same name in the contract and in the entity. */
    public static SortKey of(String name, Class<?> type) {
        return new SortKey(name, name, type);
    }

    // A cursor is not trusted: this service makes no cursor with a value that the database cannot store.
    private static String text(String text) {
        if (!ScalarFormats.isText(text)) {
            throw new IllegalArgumentException("not a text");
        }
        return text;
    }

    private static BigDecimal amount(String text) {
        if (!ScalarFormats.isAmount(text)) {
            throw new IllegalArgumentException("not an amount");
        }
        return new BigDecimal(text);
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new IllegalArgumentException("a day outside the range of the database");
        }
        return day;
    }

    static Instant moment(String text) {
        var moment = Instant.parse(text);
        day(moment.toString().substring(0, "yyyy-mm-dd".length()));
        return moment;
    }

    Object parse(String text) {
        return PARSERS.get(type).apply(text);
    }
}
