package nl.doorlichting.training.networks;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;

/** A network that goes on: a platform, a peer review group, an international one. */
@Entity
@Table(name = "network")
// The application role may not change what a network is known by.
@DynamicUpdate
class Network {
    private static final String[] CLEAR = {};
    private static final String MEMBERS = "/members";
    // No text that is sent holds it.
    private static final String SEPARATOR = "\0";

    @Id
    UUID id;

    String reference;
    String programme;
    String name;

    @Enumerated(EnumType.STRING)
    NetworkKind kind;

    @Enumerated(EnumType.STRING)
    Phenomenon phenomenon;

    @Enumerated(EnumType.STRING)
    Track track;

    // In the clear, as the last release writes it; here always empty. What stands there is newer than what is sealed.
    private String[] members;

    @Column(name = "key_id")
    private String keyId;

    @Column(name = "sealed_members")
    private byte[] sealedMembers;

    @Column(name = "members_stated_at")
    private Instant membersStatedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "member_kind")
    NetworkMemberKind memberKind;

    @Embedded
    QuantityColumns memberCount;

    String source;
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Network() {}

    Network(UUID id, NetworkRequest request, Instant createdAt, String createdBy, PersonalData data) {
        this.id = id;
        this.reference = request.reference();
        this.programme = request.programme();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.members = CLEAR;
        change(request, createdAt, data);
    }

    /** Everything but the programme and the reference, by which a network is known. */
    void change(NetworkRequest request, Instant at, PersonalData data) {
        name = request.name();
        kind = request.kind();
        phenomenon = request.phenomenon();
        track = request.track();
        if (!request.membersOrNone().equals(members(data))) {
            state(request.membersOrNone(), at, data);
        }
        memberKind = request.memberKind();
        memberCount = QuantityColumns.of(request.memberCount());
        source = request.source();
        note = request.note();
    }

    String etag() {
        return "\"" + version + "\"";
    }

    /** Names or numbers of the members; none once they were erased. */
    List<String> members(PersonalData data) {
        if (members.length > 0 || sealedMembers == null) {
            return List.of(members);
        }
        return List.of(data.open(keyId, sealedMembers, id + MEMBERS).split(SEPARATOR));
    }

    /** These are the members from now on. */
    void state(List<String> names, Instant at, PersonalData data) {
        membersStatedAt = at;
        seal(names, data);
    }

    /** Seals the members with the current key. */
    void seal(PersonalData data) {
        seal(members(data), data);
    }

    private void seal(List<String> names, PersonalData data) {
        members = CLEAR;
        keyId = names.isEmpty() ? null : data.currentKey();
        sealedMembers = names.isEmpty() ? null : data.seal(String.join(SEPARATOR, names), id + MEMBERS);
    }

    /** For a statement that stores the members and nothing else. */
    Query storeMembers(Query statement) {
        return statement
                .setParameter("members", members)
                .setParameter("keyId", keyId)
                .setParameter("sealedMembers", sealedMembers)
                .setParameter("id", id);
    }
}
