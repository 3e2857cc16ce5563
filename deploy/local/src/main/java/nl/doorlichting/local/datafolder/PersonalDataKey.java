package nl.doorlichting.local.datafolder;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The key that encrypts personal data: random, made once for each data folder, readable by its owner only. */
public final class PersonalDataKey {
    private static final String ID = "local";
    private static final int BYTES = 32;
    private static final int FINGERPRINT_BYTES = 8;

    private final String entry;

    private PersonalDataKey(String entry) {
        this.entry = entry;
    }

    public static PersonalDataKey of(DataFolder data) {
        if (!Files.exists(data.personalDataKey())) {
            PrivateFile.write(data.personalDataKey(), made());
        }
        return new PersonalDataKey(PrivateFile.read(data.personalDataKey()).strip());
    }

    private static String made() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return ID + ":" + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** A secret for another purpose, always the same for this key, from which the key cannot be found. */
    public String secretFor(String purpose) {
        return Base64.getEncoder().encodeToString(hash(purpose + "\n" + entry));
    }

    /** Identifies the key without showing it: the key is random, so its hash reveals nothing. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash(entry), 0, FINGERPRINT_BYTES);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The setting of the training service. */
    public String entry() {
        return entry;
    }
}
