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
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/**
 * Stores uploads and shows imports. Each piece of a file is a transaction of its own, so that a slow client holds no
 * connection and no lock.
 */
@ApplicationScoped
class ImportService {
    private static final Duration KEY_LIFETIME = Duration.ofHours(24);

    private final ImportRepository imports;
    private final ImportConfig config;
    private final Clock clock;
    private final AuditedRequest audited;

    ImportService(ImportRepository imports, ImportConfig config, Clock clock, AuditedRequest audited) {
        this.imports = imports;
        this.config = config;
        this.clock = clock;
        this.audited = audited;
    }

    /** The earlier import of this key; empty when a new one begins under the id. */
    @Transactional
    Optional<ObservationImport> begin(UUID id, ObservationImport.Upload request) {
        imports.waitForOthersOf(request);
        var now = clock.instant();
        var earlier = imports.findByKey(request, now.minus(KEY_LIFETIME));
        if (earlier.isPresent() && !earlier.get().isUploading()) {
            return earlier;
        }
        if (earlier.isPresent() && earlier.get().isLeased(now)) {
            throw ProblemException.of(ProblemType.REQUEST_IN_PROGRESS, Text.of("import.in-progress"));
        }
        earlier.ifPresent(broken -> imports.forget(broken.id()));
        imports.persistAndFlush(new ObservationImport(id, request, now, now.plus(config.lease())));
        return Optional.empty();
    }

    UUID newId() {
        return Ids.next(clock.instant());
    }

    @Transactional
    void append(UUID id, byte[] buffer, int length) {
        var upload = imports.lock(id).orElseThrow(ProblemException::notFound);
        imports.addChunk(id, upload.chunks(), Arrays.copyOf(buffer, length));
        upload.received(length, clock.instant().plus(config.lease()));
    }

    @Transactional
    ImportResponse complete(UUID id, String hash) {
        var upload = imports.lock(id).orElseThrow(ProblemException::notFound);
        upload.complete(hash);
        imports.flush();
        audited.created("createImport", ImportResource.PATH + "/" + id);
        return upload.response();
    }

    @Transactional
    void forget(UUID id) {
        imports.forget(id);
    }

    /** Removes uploads that broke off an hour ago or more. */
    @Transactional
    void forgetAbandoned() {
        imports.abandoned(clock.instant().minus(Duration.ofHours(1))).forEach(imports::forget);
    }

    @Transactional
    Page<ImportResponse> page(Filter filter, PageRequest request) {
        return imports.page(filter, request).map(ObservationImport::response);
    }

    @Transactional
    ImportResponse get(UUID id) {
        return find(id).response();
    }

    @Transactional
    Page<ImportErrorResponse> errors(UUID id, PageRequest request) {
        return imports.errors(find(id).id(), request).map(ImportError::response);
    }

    private ObservationImport find(UUID id) {
        return imports.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }
}
