package nl.doorlichting.reporting.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/** A file of observations that is being imported. */
@Entity
@Table(name = "observation_import")
class ObservationImport {
    /**
     * An upload before its first byte.
     *
     * @param caller subject of the token
     * @param organisation organisation of the token; empty when it names none
     * @param key the Idempotency-Key
     * @param dryRun check only
     */
    record Upload(String caller, String organisation, String key, ImportFormat format, boolean dryRun) {
        /** Hashed together with the file; equal for equal requests. */
        String fingerprint() {
            return format + " " + dryRun;
        }
    }

    @Id
    private UUID id;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    /** Empty when the token named none; null in imports of release 0.1.0. */
    private String organisation;

    @Enumerated(EnumType.STRING)
    private ImportFormat format;

    @Column(name = "dry_run")
    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    @Column(name = "body_hash")
    private String bodyHash;

    private long bytes;
    private int chunks;

    @Column(name = "rows_read")
    private long rowsRead;

    @Column(name = "bad_rows")
    private long badRows;

    private long errors;
    private String failure;

    // Null for an import of before, whose failure is there in English only.
    @Column(name = "failure_dutch")
    private String failureDutch;

    private int attempts;

    @Column(name = "finished_at")
    private Instant finishedAt;

    private UUID worker;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected ObservationImport() {}

    ObservationImport(UUID id, Upload request, Instant createdAt, Instant leaseUntil) {
        this.id = id;
        this.idempotencyKey = request.key();
        this.organisation = request.organisation();
        this.format = request.format();
        this.dryRun = request.dryRun();
        this.status = ImportStatus.UPLOADING;
        this.createdAt = createdAt;
        this.createdBy = request.caller();
        this.leaseUntil = leaseUntil;
    }

    void received(int length, Instant newLease) {
        bytes += length;
        chunks++;
        leaseUntil = newLease;
    }

    void complete(String hash) {
        bodyHash = hash;
        status = ImportStatus.QUEUED;
        leaseUntil = null;
    }

    boolean isUploading() {
        return status == ImportStatus.UPLOADING;
    }

    boolean isLeased(Instant now) {
        return leaseUntil.isAfter(now);
    }

    void take(UUID by, Instant until) {
        status = ImportStatus.RUNNING;
        worker = by;
        leaseUntil = until;
        attempts++;
    }

    boolean isHeldBy(UUID candidate) {
        return status == ImportStatus.RUNNING && candidate.equals(worker);
    }

    /** Begins at the first row again, because staged rows are lost. */
    void startOver() {
        rowsRead = 0;
        badRows = 0;
        errors = 0;
    }

    /** Whether the rows that passed are all among these staged ones. */
    boolean hasStaged(long staged) {
        return staged == rowsRead - badRows;
    }

    void advance(long rows, long bad, long newErrors, Instant newLease) {
        rowsRead += rows;
        badRows += bad;
        errors += newErrors;
        attempts = 1;
        leaseUntil = newLease;
    }

    void finish(ImportStatus how, Text why, Instant at) {
        status = how;
        failure = why == null ? null : why.in(Language.ENGLISH);
        failureDutch = why == null ? null : why.in(Language.DUTCH);
        finishedAt = at;
        worker = null;
        leaseUntil = null;
    }

    void release() {
        worker = null;
        leaseUntil = null;
    }

    /** Whether the rows are to be recorded: all are right and it is no dry run. */
    boolean isRecordable() {
        return !dryRun && badRows == 0;
    }

    /** Ends an import whose clashes are listed; one without clashes can be recorded after all, so it is released. */
    void finishAfterClashes(Instant at) {
        if (isRecordable()) {
            release();
            return;
        }
        finish(badRows > 0 ? ImportStatus.REJECTED : ImportStatus.COMPLETED, null, at);
    }

    /** How many observations it recorded. */
    long rowsRecorded() {
        return status == ImportStatus.COMPLETED && !dryRun ? rowsRead : 0;
    }

    UUID id() {
        return id;
    }

    ImportFormat format() {
        return format;
    }

    String bodyHash() {
        return bodyHash;
    }

    int chunks() {
        return chunks;
    }

    long rowsRead() {
        return rowsRead;
    }

    long errors() {
        return errors;
    }

    int attempts() {
        return attempts;
    }

    String createdBy() {
        return createdBy;
    }

    ImportResponse response() {
        return new ImportResponse(
                id,
                format,
                dryRun,
                status,
                bytes,
                rowsRead,
                badRows,
                rowsRecorded(),
                errors,
                failure == null ? null : Text.stored(failure, failureDutch == null ? failure : failureDutch),
                createdAt,
                finishedAt,
                "\"" + version + "\"",
                List.of());
    }
}
