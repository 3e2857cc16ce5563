package nl.doorlichting.training.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Encrypts personal data and decrypts it. No text that is sealed is ever logged. */
@ApplicationScoped
public class PersonalData {
    private final KeyRing keys;

    PersonalData(KeyRing keys) {
        this.keys = keys;
    }

    /** Id of the key that seals new texts. */
    public String currentKey() {
        return keys.current().id();
    }

    /** Ids of the keys that only open texts that they sealed before. */
    public List<String> formerKeys() {
        return keys.all().stream()
                .map(SealingKey::id)
                .filter(id -> !id.equals(currentKey()))
                .toList();
    }

    /**
     * The text, sealed with the current key.
     *
     * @param place where the text is stored, such as the id of its row and the name of its column; needed to open it
     */
    public byte[] seal(String text, String place) {
        return keys.current().seal(text, place);
    }

    /** The text that was sealed with this key for this place. */
    public String open(String keyId, byte[] sealed, String place) {
        return keys.get(keyId).open(sealed, place);
    }

    /** A keyed hash by which an e-mail address is found, with the current key. */
    public byte[] indexOf(String email) {
        return keys.current().keyedHash(normal(email));
    }

    /** The keyed hashes by which an e-mail address is found, with each key that rows may still have. */
    public List<byte[]> indexesOf(String email) {
        return keys.all().stream().map(key -> key.keyedHash(normal(email))).toList();
    }

    /**
     * Whether both addresses are equal, apart from the case of a to z, so that a proof of one is a proof of the other.
     * {@link #indexOf} finds more, because it folds letters that only look alike.
     */
    public static boolean isSameAddress(String one, String other) {
        return lowered(one).equals(lowered(other));
    }

    private static String lowered(String address) {
        var lowered = new StringBuilder(address.strip());
        for (int i = 0; i < lowered.length(); i++) {
            var letter = lowered.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                lowered.setCharAt(i, (char) (letter - 'A' + 'a'));
            }
        }
        return lowered.toString();
    }

    // No two people have addresses that differ in this only.
    private static String normal(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
