package nl.doorlichting.reporting.claims;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import org.hibernate.annotations.DynamicUpdate;

/**
 * One version of a claim. Versions are added, and never changed apart from becoming public; one that is withdrawn is the
 * last.
 */
@Entity
@DynamicUpdate
@Table(name = "claim")
@IdClass(ClaimVersion.Key.class)
class ClaimVersion {
    /** The claim and the number of the version. */
    record Key(UUID claimId, Integer version) implements Serializable {}

    @Id
    @Column(name = "claim_id")
    private UUID claimId;

    @Id
    private Integer version;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private String recordedBy;

    private String reason;
    private String programme;
    private String code;
    private String content;
    private boolean withdrawn;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    /** For the persistence provider. */
    protected ClaimVersion() {}

    private ClaimVersion(UUID claimId, int version, String programme, String code, String content) {
        this.claimId = claimId;
        this.version = version;
        this.programme = programme;
        this.code = code;
        this.content = content;
    }

    /** @param content the request as JSON */
    static ClaimVersion first(UUID id, ClaimRequest request, String content) {
        return new ClaimVersion(id, 1, request.programme(), request.code(), content);
    }

    /** The version that replaces this one; programme and code stay. */
    ClaimVersion corrected(String changed, String why) {
        var next = new ClaimVersion(claimId, version + 1, programme, code, changed);
        next.reason = why;
        return next;
    }

    /** The last version. */
    ClaimVersion asWithdrawn(String why) {
        var last = corrected(content, why);
        last.withdrawn = true;
        return last;
    }

    ClaimVersion recorded(Instant at, String by) {
        recordedAt = at;
        recordedBy = by;
        return this;
    }

    UUID claimId() {
        return claimId;
    }

    int version() {
        return version;
    }

    String programme() {
        return programme;
    }

    String code() {
        return code;
    }

    String content() {
        return content;
    }

    String reason() {
        return reason;
    }

    /** Who withdrew it, when and why; null unless it is withdrawn. */
    RecordWithdrawal withdrawal() {
        return withdrawn ? new RecordWithdrawal(recordedAt, recordedBy, reason) : null;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    boolean isPublished() {
        return publishedAt != null;
    }

    /** Whether it was public at a moment. */
    boolean isPublished(Instant asOf) {
        return publishedAt != null && !publishedAt.isAfter(asOf);
    }

    /** Makes this version public: what the catalogue shows of it. */
    CatalogueEntry publish(ClaimRequest claim, Instant at, String by) {
        publishedAt = at;
        publishedBy = by;
        var text = new CatalogueEntry.Text(claim.statement(), null, List.of(), "nl", claim.source());
        return CatalogueEntry.general(CatalogueKind.CLAIM, claimId, programme, text, at);
    }

    String etag(boolean published) {
        return "\"" + version + (published ? "p" : "") + "\"";
    }
}
