package nl.doorlichting.training.calendars;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.training.VersionedEntity;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/**
 * A calendar that a program reads by its address, without a token. The key in that address is a secret: only its hash is
 * stored. Who made it is its owner. Revocation and the end of its term delete it.
 */
@Entity
@Table(name = "calendar_feed")
@DynamicUpdate
class CalendarFeed extends VersionedEntity {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    @Column(name = "key_hash")
    private byte[] keyHash;

    private boolean leads;
    private boolean attends;

    @Column(name = "key_id")
    @OptimisticLock(excluded = true)
    private String keyId;

    // The address for which coordinators register the owner.
    @OptimisticLock(excluded = true)
    private byte[] email;

    @Column(name = "expires_on")
    private LocalDate expiresOn;

    /** For the persistence provider. */
    protected CalendarFeed() {}

    /**
     * @param leads whether it has the sessions that name the owner as a trainer
     * @param attends whether it has the sessions for which the owner is registered
     */
    CalendarFeed(
            UUID id, String key, boolean leads, boolean attends, LocalDate expiresOn, Instant createdAt, String owner) {
        super(id, createdAt, owner);
        this.keyHash = hash(key);
        this.leads = leads;
        this.attends = attends;
        this.expiresOn = expiresOn;
    }

    /** A key that cannot be guessed: 256 random bits, as 43 characters that an address can have. */
    static String drawKey() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A plain hash is enough, because no list of guesses has such a key. */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean leads() {
        return leads;
    }

    boolean attends() {
        return attends;
    }

    /** Seals the verified address of the owner; null is none. */
    void keep(String address, PersonalData data) {
        keyId = address == null ? null : data.currentKey();
        email = address == null ? null : data.seal(address, place());
    }

    /** The address of the owner when it made the feed; null without a verified one. */
    String address(PersonalData data) {
        return keyId == null ? null : data.open(keyId, email, place());
    }

    private String place() {
        return id() + "/email";
    }

    /** Without the key, which only the answer that makes the feed has. */
    CalendarFeedResponse toResponse() {
        return new CalendarFeedResponse(id(), null, null, expiresOn, createdAt(), etag(), List.of("revocation"));
    }
}
