package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Lists the audit trail, seals it, and checks the seals. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class AuditService {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", Long.class), "-at", List.of(SortKey.of("at", Instant.class)));
    private static final int BATCH = 5_000;
    // An answer must start within two seconds; the current step is finished first.
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private final EntityManager entities;
    private final AuditSeals seals;
    private final AuditExportQueries exports;

    AuditService(EntityManager entities, AuditSeals seals, AuditExportQueries exports) {
        this.entities = entities;
        this.seals = seals;
        this.exports = exports;
    }

    /** The events that the parameters ask for, the latest first. Those of a month that only an export has are refused. */
    @Transactional
    public Page<AuditEventResponse> page(AuditParameters parameters, PageRequest request) {
        parameters.requireSince(seals.onlineSince());
        return new Lists(entities)
                .page(AuditEvent.class, parameters.filter(), KEYS, request)
                .map(AuditEventResponse::from);
    }

    /** Seals one batch of the committed events without a seal; true when there can be more. */
    @Transactional
    boolean seal() {
        return seals.seal(BATCH) == BATCH;
    }

    /** The events without a seal. */
    @Transactional
    AuditVerification.Unsealed unsealed() {
        return seals.unsealed();
    }

    /**
     * Recomputes the chain from the seal after this one on, for about a second.
     *
     * @param after number of a seal; 0 for the beginning
     * @param path path of this request, with which {@code next} begins
     */
    @Transactional
    public AuditVerification verify(long after, String path) {
        var started = System.nanoTime();
        var start = seals.find(after);
        if (start == null) {
            throw ProblemException.violation(
                    Violation.query("afterSeal", ViolationCode.UNKNOWN_VALUE, Map.of(), Text.of("audit.seal-unknown")));
        }
        var checked = AuditSeals.CheckResult.none(start);
        var step = seals.check(start);
        while (step != null && checked.firstBreak() == null && System.nanoTime() - started < PATIENCE.toNanos()) {
            checked = checked.and(step);
            step = seals.check(checked.last());
        }
        return answer(checked, step == null, path);
    }

    private AuditVerification answer(AuditSeals.CheckResult checked, boolean toTheEnd, String path) {
        var result = toTheEnd
                        && checked.firstBreak() == null
                        && seals.isNamedAfter(checked.last().number())
                ? checked.withoutNext()
                : checked;
        var last = result.last();
        var ended = toTheEnd || result.firstBreak() != null;
        var exported = exports.exports();
        return new AuditVerification(
                result.firstBreak() == null && exported.stream().allMatch(export -> export.fault() == null),
                result.seals(),
                result.events(),
                result.firstBreak(),
                seals.unsealed(),
                last.number() == 0
                        ? null
                        : new AuditVerification.Head(
                                last.number(), HexFormat.of().formatHex(last.hash())),
                ended ? null : path + "?afterSeal=" + last.number(),
                exported.stream().map(AuditVerification.Export::from).toList());
    }
}
