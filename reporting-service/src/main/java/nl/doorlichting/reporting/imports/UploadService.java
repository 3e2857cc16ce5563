package nl.doorlichting.reporting.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.audit.AuditedRequest;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** Keeps a file piece by piece, each in a transaction of its own, so that a slow caller holds nothing. */
@ApplicationScoped
class UploadService {
    private static final Duration KEY_KEPT = Duration.ofHours(24);

    private final ImportRepository imports;
    private final ImportConfig config;
    private final Clock clock;
    private final AuditedRequest audited;

    UploadService(ImportRepository imports, ImportConfig config, Clock clock, AuditedRequest audited) {
        this.imports = imports;
        this.config = config;
        this.clock = clock;
        this.audited = audited;
    }

    /** The import that this key made before; empty after beginning a new one under the id. */
    @Transactional
    Optional<ObservationImport> begin(UUID id, ImportRequest request) {
        var now = clock.instant();
        var earlier = imports.findByKey(request, now.minus(KEY_KEPT));
        if (earlier.isPresent() && earlier.get().status != ImportStatus.UPLOADING) {
            return earlier;
        }
        if (earlier.isPresent() && earlier.get().leaseUntil.isAfter(now)) {
            throw ProblemException.of(
                    ProblemType.REQUEST_IN_PROGRESS, "A file with this Idempotency-Key is coming in now.");
        }
        earlier.ifPresent(broken -> imports.forget(broken.id));
        imports.persistAndFlush(new ObservationImport(id, request, now, now.plus(config.lease())));
        return Optional.empty();
    }

    UUID newId() {
        return Ids.next(clock.instant());
    }

    @Transactional
    void append(UUID id, byte[] buffer, int length) {
        var upload = imports.lock(id).orElseThrow(ProblemException::notFound);
        imports.addChunk(id, upload.chunks, Arrays.copyOf(buffer, length));
        upload.received(length, clock.instant().plus(config.lease()));
    }

    @Transactional
    ImportResponse complete(UUID id, String hash) {
        var upload = imports.lock(id).orElseThrow(ProblemException::notFound);
        upload.complete(hash);
        imports.flush();
        audited.created("createImport", ImportResource.PATH + "/" + id);
        return ImportResponse.from(upload);
    }

    @Transactional
    void forget(UUID id) {
        imports.forget(id);
    }

    /** Lets go of uploads that broke off an hour ago or more. */
    @Transactional
    void forgetAbandoned() {
        imports.abandoned(clock.instant().minus(Duration.ofHours(1))).forEach(imports::forget);
    }
}
