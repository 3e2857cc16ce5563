package nl.doorlichting.training.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import nl.doorlichting.training.personaldata.PersonalData;

/** Name and e-mail of who registered, sealed: for the row that they stand in, with the key that key_id names. */
@Embeddable
class SealedPerson {
    private static final String NAME = "/name";
    private static final String EMAIL = "/email";

    @Column(name = "key_id")
    String keyId;

    byte[] name;
    byte[] email;

    @Column(name = "email_index")
    byte[] emailIndex;

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

    Person open(UUID registration, PersonalData data) {
        return new Person(data.open(keyId, name, registration + NAME), data.open(keyId, email, registration + EMAIL));
    }
}
