package nl.doorlichting.local;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that seals personal data: random, made once per data folder, readable by its owner only. */
final class PersonalDataKey {
    private static final String ID = "local";
    private static final int BYTES = 32;

    private final String entry;

    private PersonalDataKey(String entry) {
        this.entry = entry;
    }

    static PersonalDataKey of(DataFolder data) {
        if (!Files.exists(data.personalDataKey())) {
            OwnerOnly.write(data.personalDataKey(), made());
        }
        return new PersonalDataKey(OwnerOnly.read(data.personalDataKey()).strip());
    }

    private static String made() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return ID + ":" + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** As the training service takes it. */
    String entry() {
        return entry;
    }
}
