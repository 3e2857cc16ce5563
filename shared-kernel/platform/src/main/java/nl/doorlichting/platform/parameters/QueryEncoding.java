package nl.doorlichting.platform.parameters;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds query parameters that are not UTF-8. The framework would replace those bytes by U+FFFD and continue. */
final class QueryEncoding {
    private static final int LAST_ASCII = 0x7e;

    private QueryEncoding() {}

    /** The parameters whose name or value is not UTF-8, by the name that the framework gives them. */
    static Set<String> garbledParameters(String rawQuery) {
        return rawQuery == null
                ? Set.of()
                : Arrays.stream(rawQuery.split("&"))
                        .filter(parameter -> !isUtf8(parameter))
                        .map(parameter -> URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8))
                        .collect(Collectors.toSet());
    }

    private static boolean isUtf8(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            var character = encoded.charAt(i);
            if (character > LAST_ASCII) {
                return false;
            }
            // The server has already rejected a percent sign without two digits.
            bytes.write(character == '%' ? Integer.parseInt(encoded, i + 1, i + 3, 16) : character);
            i += character == '%' ? 2 : 0;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException garbled) {
            return false;
        }
    }
}
