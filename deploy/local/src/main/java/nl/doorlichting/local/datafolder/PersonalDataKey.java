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

    /** Identifies the key without showing it: the key is random, so its hash reveals nothing. */
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(entry.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The setting of the training service. */
    public String entry() {
        return entry;
    }
}
