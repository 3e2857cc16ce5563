package nl.doorlichting.training.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Seals what is known of a person and opens it again. Nothing sealed is ever written to a log. */
@ApplicationScoped
public class PersonalData {
    private final KeyRing keys;

    PersonalData(KeyRing keys) {
        this.keys = keys;
    }

    /** Id of the key that seals what is new. */
    public String currentKey() {
        return keys.current().id();
    }

    /** Ids of the keys that only open what they sealed before. */
    public List<String> formerKeys() {
        return keys.all().stream()
                .map(SealingKey::id)
                .filter(id -> !id.equals(currentKey()))
                .toList();
    }

    /**
     * The text, sealed with the current key.
     *
     * @param place where it will stand, such as the id of its row and the name of its column; needed to open it
     */
    public byte[] seal(String text, String place) {
        return keys.current().seal(text, place);
    }

    /** The text that was sealed with this key for this place. */
    public String open(String keyId, byte[] sealed, String place) {
        return keys.get(keyId).open(sealed, place);
    }

    /** What an e-mail address is known again by, under the current key. */
    public byte[] indexOf(String email) {
        return keys.current().recognise(normal(email));
    }

    /** What an e-mail address may be known by: under each key that rows may still have. */
    public List<byte[]> indexesOf(String email) {
        return keys.all().stream().map(key -> key.recognise(normal(email))).toList();
    }

    /**
     * Whether both are one address to the letter, but for the case of a to z: proof of one is proof of the other. What
     * {@link #indexOf} finds is wider, for it folds letters that only look alike.
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

    // Nobody has two addresses that differ in this only.
    private static String normal(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
