package nl.doorlichting.training.personaldata;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The keys of personal data by their ids, the current one first. */
final class KeyRing {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int BYTES = 32;

    private final Map<String, SealingKey> keys = new LinkedHashMap<>();

    private KeyRing() {}

    /**
     * The ring that the configuration describes.
     *
     * @throws IllegalArgumentException when it has no key or a wrong one; the message never holds key material
     */
    static KeyRing of(List<String> configured) {
        var ring = new KeyRing();
        configured.forEach(ring::add);
        if (ring.keys.isEmpty()) {
            throw wrong("at least one key is needed");
        }
        return ring;
    }

    private void add(String entry) {
        var colon = entry.indexOf(':');
        var id = colon < 0 ? "" : entry.substring(0, colon).strip();
        if (!ID.matcher(id).matches()) {
            throw wrong("an entry has no id before its colon");
        }
        if (keys.put(id, new SealingKey(id, bytes(id, entry.substring(colon + 1).strip()))) != null) {
            throw wrong("key " + id + " is there twice");
        }
    }

    private static byte[] bytes(String id, String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // The same answer as for a key of another length.
        }
        throw wrong("key " + id + " is not " + BYTES + " bytes in base64");
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("doorlichting.personal-data.keys: " + what);
    }

    /** The key that seals new texts. */
    SealingKey current() {
        return keys.values().iterator().next();
    }

    /** The key with this id. A row whose key was removed cannot be read any more. */
    SealingKey get(String id) {
        var key = keys.get(id);
        if (key == null) {
            throw new IllegalStateException("personal data is sealed with key " + id + ", which is not configured");
        }
        return key;
    }

    List<SealingKey> all() {
        return List.copyOf(keys.values());
    }
}
