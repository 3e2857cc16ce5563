package nl.doorlichting.reporting.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A file of observations on its way in. */
@Entity
@Table(name = "observation_import")
class ObservationImport {
    @Id
    UUID id;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    /** Empty when the token named none; null in imports of release 0.1.0. */
    String organisation;

    @Enumerated(EnumType.STRING)
    ImportFormat format;

    @Column(name = "dry_run")
    boolean dryRun;

    @Enumerated(EnumType.STRING)
    ImportStatus status;

    @Column(name = "body_hash")
    String bodyHash;

    long bytes;
    int chunks;

    @Column(name = "rows_read")
    long rowsRead;

    @Column(name = "bad_rows")
    long badRows;

    long errors;
    String failure;
    int attempts;

    @Column(name = "finished_at")
    Instant finishedAt;

    UUID worker;

    @Column(name = "lease_until")
    Instant leaseUntil;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected ObservationImport() {}

    ObservationImport(UUID id, ImportRequest request, Instant createdAt, Instant leaseUntil) {
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

    void take(UUID by, Instant until) {
        status = ImportStatus.RUNNING;
        worker = by;
        leaseUntil = until;
        attempts++;
    }

    boolean isHeldBy(UUID someone) {
        return status == ImportStatus.RUNNING && someone.equals(worker);
    }

    /** What was staged is lost: begin at the first row again. */
    void startOver() {
        rowsRead = 0;
        badRows = 0;
        errors = 0;
    }

    void advance(long rows, long bad, long newErrors, Instant newLease) {
        rowsRead += rows;
        badRows += bad;
        errors += newErrors;
        attempts = 1;
        leaseUntil = newLease;
    }

    void finish(ImportStatus how, String why, Instant at) {
        status = how;
        failure = why;
        finishedAt = at;
        worker = null;
        leaseUntil = null;
    }

    void release() {
        worker = null;
        leaseUntil = null;
    }
}
