package nl.doorlichting.kernel.paging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A field that a list can be sorted by; its column is never null.
 *
 * @param name name in the {@code sort} parameter
 * @param path path of the field in the query, from the entity on
 * @param type type of the field
 */
public record SortKey(String name, String path, Class<?> type) {
    private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
            String.class, text -> text,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf,
            UUID.class, UUID::fromString,
            LocalDate.class, LocalDate::parse,
            Instant.class, Instant::parse);

    /** A key whose field has the same name in the contract and in the entity. */
    public static SortKey of(String name, Class<?> type) {
        return new SortKey(name, name, type);
    }

    Object parse(String text) {
        return PARSERS.get(type).apply(text);
    }
}
