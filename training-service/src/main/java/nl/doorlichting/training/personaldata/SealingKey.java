package nl.doorlichting.training.personaldata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key: it seals texts with AES-256 in Galois/Counter Mode (NIST SP 800-38D), the nonce before the sealed bytes, and
 * finds texts by a keyed hash (HMAC-SHA-256). A text that is sealed for one place cannot be opened in another.
 */
final class SealingKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SEAL = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String id;
    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;

    SealingKey(String id, byte[] secret) {
        this.id = id;
        // Two derived keys, so that a leak of one use does not affect the other.
        this.sealing = new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), "seal"), "AES");
        this.hashing = new SecretKeySpec(mac(new SecretKeySpec(secret, MAC), "recognise"), MAC);
    }

    String id() {
        return id;
    }

    byte[] seal(String text, String place) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, place, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    String open(byte[] sealed, String place) {
        var bytes = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        return new String(run(Cipher.DECRYPT_MODE, nonce, place, bytes), StandardCharsets.UTF_8);
    }

    byte[] keyedHash(String text) {
        return mac(hashing, text);
    }

    private byte[] run(int mode, byte[] nonce, String place, ByteBuffer input) {
        try {
            var cipher = Cipher.getInstance(SEAL);
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input.array(), input.position(), input.remaining());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data cannot be sealed or opened with key " + id, e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
