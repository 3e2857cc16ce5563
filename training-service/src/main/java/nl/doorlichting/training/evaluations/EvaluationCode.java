package nl.doorlichting.training.evaluations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A code for one answer: 130 random bits in letters and digits that do not look alike. So many bits need no salt and
 * cannot be guessed.
 */
record EvaluationCode(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;

    static EvaluationCode draw() {
        return new EvaluationCode(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining()));
    }

    /** The code as a participant typed it: case, spaces and dashes make no difference. */
    static EvaluationCode typed(String text) {
        return new EvaluationCode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** SHA-256 in hexadecimal. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
