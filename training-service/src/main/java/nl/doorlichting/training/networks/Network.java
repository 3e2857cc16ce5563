package nl.doorlichting.training.networks;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.quantity.QuantityColumns;
import nl.doorlichting.kernel.vocabulary.NetworkKind;
import nl.doorlichting.kernel.vocabulary.NetworkMemberKind;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import nl.doorlichting.kernel.vocabulary.Track;
import org.hibernate.annotations.DynamicUpdate;

/** A network that goes on: a platform, a peer review group, an international one. */
@Entity
@Table(name = "network")
// The application role may not change what a network is known by.
@DynamicUpdate
class Network {
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

    String[] members;

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

    Network(UUID id, NetworkRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.reference = request.reference();
        this.programme = request.programme();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    /** Everything but the programme and the reference, by which a network is known. */
    void change(NetworkRequest request) {
        name = request.name();
        kind = request.kind();
        phenomenon = request.phenomenon();
        track = request.track();
        members = request.membersOrNone().toArray(String[]::new);
        memberKind = request.memberKind();
        memberCount = QuantityColumns.of(request.memberCount());
        source = request.source();
        note = request.note();
    }

    String etag() {
        return "\"" + version + "\"";
    }

    List<String> members() {
        return List.of(members);
    }
}
