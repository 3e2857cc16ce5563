package nl.doorlichting.training.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import nl.doorlichting.training.personaldata.PersonalData;

/** Name and e-mail of the person, sealed for one row with the key that key_id names. */
@Embeddable
class SealedPerson {
    private static final String NAME = "/name";
    private static final String EMAIL = "/email";

    /** Name and e-mail in the clear. The text of the record leaves them out, so that no log has them. */
    record Person(String name, String email) {
        /** A person that is not stated, not shown, or erased. */
        static final Person UNKNOWN = new Person(null, null);

        @Override
        public String toString() {
            return "Person[]";
        }
    }

    @Column(name = "key_id")
    private String keyId;

    private byte[] name;
    private byte[] email;

    @Column(name = "email_index")
    private byte[] emailIndex;

    /** For the persistence provider. */
    protected SealedPerson() {}

    /** The person, sealed with the current key for this registration. */
    static SealedPerson of(UUID registration, Person person, PersonalData data) {
        var sealed = new SealedPerson();
        sealed.keyId = data.currentKey();
        sealed.name = data.seal(person.name(), registration + NAME);
        sealed.email = data.seal(person.email(), registration + EMAIL);
        sealed.emailIndex = data.indexOf(person.email());
        return sealed;
    }

    /** A person who states no address, known by the keyed hash of the verified one; null without it. */
    static SealedPerson unnamed(byte[] emailIndex) {
        if (emailIndex == null) {
            return null;
        }
        var sealed = new SealedPerson();
        sealed.emailIndex = emailIndex;
        return sealed;
    }

    byte[] emailIndex() {
        return emailIndex;
    }

    Person open(UUID registration, PersonalData data) {
        return keyId == null
                ? Person.UNKNOWN
                : new Person(
                        data.open(keyId, name, registration + NAME), data.open(keyId, email, registration + EMAIL));
    }
}
