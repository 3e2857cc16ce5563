package nl.doorlichting.reporting.releases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.releases.ReleaseStatus;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.responses.ApiVersion;
import nl.doorlichting.platform.texts.Text;

/** A fixed publication of figures (publicatie). Once published it never changes: the triggers immutable and complete refuse it. */
@Entity
@Table(name = "release")
class Release {
    @Id
    private UUID id;

    private String programme;

    /** With the number the name of a published release. */
    private Integer year;

    private Integer number;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus certainty;

    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    @Column(name = "as_of")
    private Instant asOf;

    private String epoch;

    @Column(name = "calculation_version")
    private String calculationVersion;

    @Column(name = "register_version")
    private String registerVersion;

    @Column(name = "codelist_version")
    private String codelistVersion;

    private String note;

    /** Null for none. */
    private String headlines;

    @Column(name = "previous_id")
    private UUID previousId;

    private String checks = "[]";
    private long rows;
    private long bytes;
    private String sha256;

    @Column(name = "sorted_sha256")
    private String sortedSha256;

    /** Null for one that was prepared before there was such a checksum. */
    @Column(name = "content_sha256")
    private String contentSha256;

    @Column(name = "prepared_at")
    private Instant preparedAt;

    @Column(name = "prepared_by")
    private String preparedBy;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_on")
    private LocalDate publishedOn;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Release() {}

    Release(UUID id, ReleaseRequest request, Instant asOf, Versions versions, Instant preparedAt, String preparedBy) {
        this.id = id;
        this.programme = request.programme();
        this.certainty = request.certainty();
        this.state = ReleaseState.PREPARED;
        this.asOf = asOf;
        this.epoch = versions.epoch();
        this.calculationVersion = versions.calculation();
        this.registerVersion = versions.register();
        this.codelistVersion = versions.codelists();
        this.note = request.note();
        this.preparedAt = preparedAt;
        this.preparedBy = preparedBy;
    }

    /**
     * What the figures depend on beside the records.
     *
     * @param epoch of the data: another one after a restore
     */
    record Versions(String epoch, String calculation, String register, String codelists) {}

    /** What the file of the release is. */
    void hasFile(LineDigest file, LineDigest sorted) {
        rows = file.lines();
        bytes = file.bytes();
        sha256 = file.sha256();
        sortedSha256 = sorted.sha256();
    }

    void follows(Release previous) {
        previousId = previous.id;
    }

    void checked(String found) {
        checks = found;
    }

    void hasContent(LineDigest content) {
        contentSha256 = content.sha256();
    }

    void hasHeadlines(String stated) {
        headlines = stated;
    }

    /** What is fixed when it is prepared, as lines for its checksum. */
    Stream<String> content() {
        // A release without headlines has the checksum that the version before gave it.
        return Stream.concat(columns().map(String::valueOf), Stream.ofNullable(headlines));
    }

    private Stream<Object> columns() {
        return Stream.of(
                programme,
                certainty,
                asOf,
                epoch,
                calculationVersion,
                registerVersion,
                codelistVersion,
                note,
                previousId,
                checks,
                rows,
                bytes,
                sha256,
                sortedSha256);
    }

    /** 409 unless it is prepared, 403 for the caller that prepared it. */
    void refusePublicationBy(Caller reviewer) {
        refuseUnlessPrepared();
        if (reviewer.is(preparedBy)) {
            throw ProblemException.of(ProblemType.FOUR_EYES, Text.of("release.prepared-by-you"));
        }
    }

    /** Publishes it under the next number of the year. */
    void publish(String reviewer, Instant now, LocalDate today, int next) {
        state = ReleaseState.PUBLISHED;
        publishedAt = now;
        publishedBy = reviewer;
        publishedOn = today;
        year = today.getYear();
        number = next;
    }

    void discard() {
        refuseUnlessPrepared();
        state = ReleaseState.DISCARDED;
    }

    private void refuseUnlessPrepared() {
        if (state != ReleaseState.PREPARED) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE, Text.of("release.status", state), Map.of("allowed", List.of()));
        }
    }

    /** Whether its figures would be the same now if nothing about its instant changed. */
    boolean isOf(Versions running) {
        return calculationVersion.equals(running.calculation()) && registerVersion.equals(running.register());
    }

    boolean isPublished() {
        return state == ReleaseState.PUBLISHED;
    }

    /** As in {@code 2026-3}; null before it is published. */
    String name() {
        return isPublished() ? year + "-" + number : null;
    }

    UUID id() {
        return id;
    }

    Integer year() {
        return year;
    }

    Integer number() {
        return number;
    }

    String programme() {
        return programme;
    }

    ReleaseStatus certainty() {
        return certainty;
    }

    ReleaseState state() {
        return state;
    }

    Instant asOf() {
        return asOf;
    }

    String epoch() {
        return epoch;
    }

    Versions versions() {
        return new Versions(epoch, calculationVersion, registerVersion, codelistVersion);
    }

    String note() {
        return note;
    }

    String headlines() {
        return headlines;
    }

    UUID previousId() {
        return previousId;
    }

    String checks() {
        return checks;
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    String sortedSha256() {
        return sortedSha256;
    }

    String contentSha256() {
        return contentSha256;
    }

    Instant preparedAt() {
        return preparedAt;
    }

    Instant publishedAt() {
        return publishedAt;
    }

    String etag() {
        return "\"" + id + "-" + version + "\"";
    }

    /** Of answers with stored figures only. They change with the contract and with nothing else. */
    String figuresEtag() {
        return "\"" + id + "-" + ApiVersion.CURRENT + "\"";
    }
}
