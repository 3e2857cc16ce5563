package nl.doorlichting.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.doorlichting.platform.audit.AuditSeals.CheckResult.Seal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Exports the audit trail month by month, publishes the heads of its chain outside the database, verifies what is exported,
 * and drops months from the database (ADR 65). Each step can be repeated, and done by two instances at once: the store
 * keeps the first file of a name.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class AuditExportService {
    private static final Logger LOG = Logger.getLogger(AuditExportService.class);
    // A seal of the month may still be committing when the month is over.
    private static final Duration SETTLING = Duration.ofMinutes(30);
    private static final int MONTHS_AHEAD = 2;
    private static final int SEALS_AT_ONCE = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final AuditExportQueries queries;
    private final Clock clock;
    private final String service;
    private final Optional<AuditStore> store;
    private final int monthsOnline;

    @Inject
    AuditExportService(
            AuditExportQueries queries,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "doorlichting.audit.months-online") int monthsOnline,
            @ConfigProperty(name = "doorlichting.audit.export.to") Optional<URI> to,
            @ConfigProperty(name = "doorlichting.audit.export.region") String region,
            @ConfigProperty(name = "doorlichting.audit.export.access-key") Optional<String> accessKey,
            @ConfigProperty(name = "doorlichting.audit.export.secret-key") Optional<String> secretKey) {
        this(
                queries,
                clock,
                service,
                monthsOnline,
                to.map(address -> "file".equals(address.getScheme())
                        ? new DirectoryStore(Path.of(address))
                        : new S3Store(
                                address,
                                new S3Signature(region, given(accessKey, "access-key"), given(secretKey, "secret-key")),
                                clock)));
    }

    AuditExportService(
            AuditExportQueries queries, Clock clock, String service, int monthsOnline, Optional<AuditStore> store) {
        if (monthsOnline < 1) {
            throw new IllegalArgumentException("doorlichting.audit.months-online is at least 1");
        }
        this.queries = queries;
        this.clock = clock;
        this.service = service;
        this.monthsOnline = monthsOnline;
        this.store = store;
    }

    private static String given(Optional<String> key, String name) {
        return key.orElseThrow(
                () -> new IllegalArgumentException("doorlichting.audit.export." + name + " is needed for a bucket"));
    }

    /**
     * What the store publishes of a month, beside its file.
     *
     * @param before head of the chain before the month; its number is 0 and its hash empty before the first seal
     * @param columns what the elements of an event in the file are
     */
    private record Publication(
            String service,
            String month,
            String file,
            long bytes,
            String sha256,
            long events,
            Head before,
            Head after,
            List<String> columns) {
        record Head(long number, String hash) {
            static Head of(Seal seal) {
                return new Head(seal.number(), HexFormat.of().formatHex(seal.hash()));
            }

            Seal seal() {
                return new Seal(number, HexFormat.of().parseHex(hash));
            }
        }

        static Publication of(String service, AuditExport export) {
            return new Publication(
                    service,
                    export.month().toString(),
                    file(export.month()),
                    export.bytes(),
                    HexFormat.of().formatHex(export.sha256()),
                    export.events(),
                    Head.of(export.before()),
                    Head.of(export.head()),
                    AuditExportFile.COLUMNS);
        }

        AuditExport toExport(Instant verifiedAt) {
            return new AuditExport(
                    YearMonth.parse(month),
                    before.seal(),
                    after.seal(),
                    events,
                    bytes,
                    HexFormat.of().parseHex(sha256),
                    verifiedAt,
                    null);
        }

        /** The same with the columns of this release, which may have more. */
        Publication withColumns() {
            return new Publication(service, month, file, bytes, sha256, events, before, after, AuditExportFile.COLUMNS);
        }

        static String file(YearMonth month) {
            return month + ".jsonl.gz";
        }
    }

    /** Makes partitions that are missing. */
    void createPartitions() {
        queries.createPartitions(MONTHS_AHEAD);
    }

    /** Exports every month that is over and not exported, the oldest first. */
    void export() throws IOException {
        if (store.isEmpty()) {
            return;
        }
        for (var month = due(); month != null; month = due()) {
            export(month);
        }
    }

    /** Verifies the exports whose verification is the longest ago. */
    void verifyOldest(int most) throws IOException {
        verify(queries.exports().stream()
                .sorted(Comparator.comparing(AuditExport::verifiedAt))
                .limit(most)
                .map(AuditExport::month)
                .toList());
    }

    /** Verifies all exports: their files, what is published of them, and that they and the database are one chain. */
    void verifyAll() throws IOException {
        verify(queries.exports().stream().map(AuditExport::month).toList());
    }

    /** Drops the months from the database that are exported and older than it keeps them. */
    void drop() {
        var online = month(clock.instant()).minusMonths(monthsOnline);
        while (queries.dropPartition(online)) {
            LOG.infof("Dropped a partition of the audit trail that ended before %s", online);
        }
        while (queries.trimSeals(SEALS_AT_ONCE) == SEALS_AT_ONCE) {
            // After a full batch there may be more.
        }
    }

    /** How long ago the oldest month ended that is not exported; zero when none is. */
    Duration overdue() {
        var month = next();
        return month == null ? Duration.ZERO : sinceEnd(month);
    }

    /** Asked for once, because another instance may export the month meanwhile. */
    private YearMonth due() {
        var month = next();
        return month != null && sinceEnd(month).compareTo(SETTLING) > 0 ? month : null;
    }

    /** Zero for a month that is not over. */
    private Duration sinceEnd(YearMonth month) {
        var ended = AuditExportQueries.start(month.plusMonths(1));
        var now = clock.instant();
        return ended.isAfter(now) ? Duration.ZERO : Duration.between(ended, now);
    }

    /** The month to export next, which may not be over; null before the first seal. */
    private YearMonth next() {
        var exports = queries.exports();
        if (!exports.isEmpty()) {
            return exports.get(exports.size() - 1).month().plusMonths(1);
        }
        var first = queries.sealedAfter(0);
        return first == null ? null : month(first);
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    private void export(YearMonth month) throws IOException {
        var published = published(month);
        if (published == null) {
            published = publish(month);
        }
        // It may be from an earlier try that ended before this, or from another instance.
        var export = published.toExport(clock.instant());
        var fault = fault(export, head(month));
        queries.add(new AuditExport(
                month,
                export.before(),
                export.head(),
                export.events(),
                export.bytes(),
                export.sha256(),
                export.verifiedAt(),
                fault));
        LOG.infof(
                "Exported %s of the audit trail: %d events, seals %d to %d%s",
                month,
                export.events(),
                export.before().number() + 1,
                export.head().number(),
                fault == null ? "" : "; " + fault);
    }

    // The file is made twice: once to check it before it is stored for good, and because the store must receive its
    // size and hash before it.
    private Publication publish(YearMonth month) throws IOException {
        var before = head(month);
        var last = queries.lastBefore(AuditExportQueries.start(month.plusMonths(1)), before);
        AuditStore.Source source =
                () -> AuditExportFile.open(before.number(), after -> queries.lines(after, last.number()));
        var made = assertHolds(source.open(), before, last, "the database");
        var file = path(Publication.file(month));
        store.orElseThrow().put(file, new AuditStore.Content(made.bytes(), made.sha256(), source));
        var stored = store.orElseThrow()
                .fetch(file)
                .orElseThrow(() -> new IOException("the store has no " + file + " after it was written"));
        var content = assertHolds(stored, before, last, "the store");
        var publication = JSON.writeValueAsBytes(Publication.of(
                service,
                new AuditExport(
                        month,
                        before,
                        last,
                        content.events(),
                        content.bytes(),
                        content.sha256(),
                        clock.instant(),
                        null)));
        store.orElseThrow().put(path(month + ".json"), AuditStore.Content.of(publication));
        return published(month);
    }

    private static AuditExportFile.Content assertHolds(InputStream file, Seal before, Seal last, String source)
            throws IOException {
        var content = AuditExportFile.check(file, before);
        if (!content.isWhole() || !isEqual(content.head(), last)) {
            throw new IOException("the audit trail in %s does not follow from its seals after seal %d"
                    .formatted(source, content.head().number()));
        }
        return content;
    }

    /** Null if the store has none; one that cannot be read is a fault of its own. */
    private Publication published(YearMonth month) throws IOException {
        var stored = store.orElseThrow().fetch(path(month + ".json"));
        if (stored.isEmpty()) {
            return null;
        }
        try (var publication = stored.get()) {
            return JSON.readValue(publication, Publication.class);
        }
    }

    private void verify(List<YearMonth> months) throws IOException {
        if (store.isEmpty()) {
            return;
        }
        for (var export : queries.exports()) {
            if (months.contains(export.month())) {
                queries.verified(export.month(), clock.instant(), fault(export, head(export.month())));
            }
        }
    }

    /** The head of the chain before this month, by the exports. */
    private Seal head(YearMonth month) {
        return queries.exports().stream()
                .filter(export -> export.month().isBefore(month))
                .reduce((earlier, later) -> later)
                .map(AuditExport::head)
                .orElse(Seal.NONE);
    }

    private AuditExportFault fault(AuditExport export, Seal before) throws IOException {
        var publication = store.orElseThrow().fetch(path(export.month() + ".json"));
        if (publication.isEmpty()) {
            return AuditExportFault.FILE_MISSING;
        }
        if (!isPublication(publication.get(), export)) {
            return AuditExportFault.FILE_CHANGED;
        }
        var file = store.orElseThrow().fetch(path(Publication.file(export.month())));
        if (file.isEmpty()) {
            return AuditExportFault.FILE_MISSING;
        }
        var content = AuditExportFile.check(file.get(), export.before());
        if (!Arrays.equals(content.sha256(), export.sha256())
                || !content.isWhole()
                || !isEqual(content.head(), export.head())
                || content.events() != export.events()) {
            return AuditExportFault.FILE_CHANGED;
        }
        if (!export.follows(before)) {
            return AuditExportFault.CHAIN_BROKEN;
        }
        return isInDatabase(export.head()) ? null : AuditExportFault.TRAIL_DIFFERS;
    }

    private boolean isPublication(InputStream file, AuditExport export) throws IOException {
        try (file) {
            return JSON.readValue(file, Publication.class).withColumns().equals(Publication.of(service, export));
        } catch (JsonProcessingException unreadable) {
            return false;
        }
    }

    /** Whether the database has this head, or begins after it. A chain that ends in the same hash is the same. */
    private boolean isInDatabase(Seal head) {
        if (head.number() == 0 || head.number() < queries.droppedSeal()) {
            return true;
        }
        var hash = queries.hash(head.number());
        return hash != null && Arrays.equals(hash, head.hash());
    }

    private static boolean isEqual(Seal one, Seal other) {
        return one.number() == other.number() && Arrays.equals(one.hash(), other.hash());
    }

    private String path(String name) {
        return service + "/" + name;
    }
}
