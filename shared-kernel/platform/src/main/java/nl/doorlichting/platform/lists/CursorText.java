package nl.doorlichting.platform.lists;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/** The text of a cursor: base64url of the position in a list. */
public final class CursorText {
    private CursorText() {}

    /** The cursor of this position. */
    public static String of(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What is read of the position in a cursor. Only the text that {@link #of} makes for it is taken: base64, UUIDs and
     * numbers have other texts of the same value, so that an altered cursor would be taken now and then.
     *
     * @param read fails with any exception for a position that it does not know
     * @param write the position of what was read
     * @throws RuntimeException for a text that is no cursor, or not as it was issued
     */
    public static <T> T read(String cursor, Function<String, T> read, Function<T, String> write) {
        var found = read.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        if (!of(write.apply(found)).equals(cursor)) {
            throw new IllegalArgumentException("not as it was issued");
        }
        return found;
    }
}
