package nl.doorlichting.training.networks;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.VersionedEntity;
import nl.doorlichting.training.personaldata.PersonalData;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;

/**
 * A network that goes on: a platform, a peer review group, an international one. The trigger tr_network_kept keeps its
 * history.
 */
@Entity
@Table(name = "network")
// The application role may not change the programme and the reference.
@DynamicUpdate
class Network extends VersionedEntity {
    private static final String[] CLEAR = {};
    private static final String MEMBERS = "/members";
    // No text of a request contains it.
    private static final String SEPARATOR = "\0";

    private String reference;
    private String programme;
    private String name;

    @Enumerated(EnumType.STRING)
    private NetworkKind kind;

    @Enumerated(EnumType.STRING)
    private Phenomenon phenomenon;

    @Enumerated(EnumType.STRING)
    private Track track;

    // In the clear, as the last release writes it; this release leaves it empty. Names here are newer than sealed ones.
    // A seal with another key changes nothing that a client reads, so that it gives no new version.
    @OptimisticLock(excluded = true)
    private String[] members;

    @OptimisticLock(excluded = true)
    @Column(name = "key_id")
    private String keyId;

    @OptimisticLock(excluded = true)
    @Column(name = "sealed_members")
    private byte[] sealedMembers;

    @Column(name = "members_stated_at")
    private Instant membersStatedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "member_kind")
    private NetworkMemberKind memberKind;

    @Embedded
    private QuantityColumns memberCount;

    private String source;
    private String note;

    /** For the persistence provider. */
    protected Network() {}

    Network(UUID id, NetworkRequest request, Instant createdAt, String createdBy, PersonalData data) {
        super(id, createdAt, createdBy);
        this.reference = request.reference();
        this.programme = request.programme();
        this.members = CLEAR;
        set(request, createdAt, data);
    }

    /** Replaces what is stated of the network; 400 for another programme or reference. */
    void change(NetworkRequest request, Instant at, PersonalData data) {
        refuseChanged("/programme", programme, request.programme());
        refuseChanged("/reference", reference, request.reference());
        set(request, at, data);
    }

    private static void refuseChanged(String pointer, String stored, String stated) {
        if (!Objects.equals(stored, stated)) {
            throw ProblemException.violation(
                    Violation.body(pointer, ViolationCode.NOT_ALLOWED, Text.of("network.immutable")));
        }
    }

    private void set(NetworkRequest request, Instant at, PersonalData data) {
        name = request.name();
        kind = request.kind();
        phenomenon = request.phenomenon();
        track = request.track();
        if (!request.members().equals(members(data))) {
            replaceMembers(request.members(), at, data);
        }
        memberKind = request.memberKind();
        memberCount = QuantityColumns.of(request.memberCount());
        source = request.source();
        note = request.note();
    }

    /** The request that would record the network as it is now. */
    NetworkRequest toRequest(PersonalData data) {
        return new NetworkRequest(
                programme,
                name,
                kind,
                phenomenon,
                track,
                members(data),
                memberCount == null ? null : memberCount.toQuantity(),
                memberKind,
                source,
                reference,
                note);
    }

    /** As stored; without the members, who may be people, for a caller that does not keep it. */
    NetworkResponse toResponse(PersonalData data, boolean keeper) {
        return new NetworkResponse(
                id(),
                programme,
                name,
                kind,
                phenomenon,
                track,
                keeper ? members(data) : List.of(),
                memberCount == null ? null : memberCount.toQuantity(),
                memberKind,
                source,
                reference,
                note,
                createdBy(),
                createdAt(),
                etag(),
                keeper ? List.of("update") : List.of());
    }

    /** Names or numbers of the members; none once they are erased. */
    List<String> members(PersonalData data) {
        if (members.length > 0 || sealedMembers == null) {
            return List.of(members);
        }
        return List.of(data.open(keyId, sealedMembers, id() + MEMBERS).split(SEPARATOR));
    }

    void replaceMembers(List<String> names, Instant at, PersonalData data) {
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
        sealedMembers = names.isEmpty() ? null : data.seal(String.join(SEPARATOR, names), id() + MEMBERS);
    }

    /** As a record beside figures. It goes on, so that it states no days. */
    Fact<TrainingAnswer.Network> toFact() {
        var shown = new TrainingAnswer.Network(
                id(),
                name,
                kind.name(),
                track,
                phenomenon,
                memberCount == null ? null : memberCount.toQuantity(),
                memberKind == null ? null : memberKind.name());
        return Fact.of(1, shown)
                .stating(Structure.TRAINING.stated(dimension -> switch (dimension) {
                    case TRACK -> track;
                    case PHENOMENON -> phenomenon;
                    default -> null;
                }))
                .ofNoDays();
    }

    Track track() {
        return track;
    }

    Phenomenon phenomenon() {
        return phenomenon;
    }

    String programme() {
        return programme;
    }

    String name() {
        return name;
    }
}
