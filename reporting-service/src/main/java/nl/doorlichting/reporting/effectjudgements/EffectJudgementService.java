package nl.doorlichting.reporting.effectjudgements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.RecordWithdrawal;
import nl.doorlichting.reporting.activity.RecordWithdrawalRequest;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.inventoryreports.RecordsOfReport;

/** Records verdicts, corrects them by new versions, and makes a version public. */
@ApplicationScoped
public class EffectJudgementService implements RecordsOfReport {
    private static final String CORRECTION = "corrections";
    private static final String PUBLICATION = "publication";

    private final EffectJudgementRepository judgements;
    private final OwnRecords own;
    private final PlaceValidator places;
    private final InventoryReports reports;
    private final Catalogue catalogue;

    EffectJudgementService(
            EffectJudgementRepository judgements,
            OwnRecords own,
            PlaceValidator places,
            InventoryReports reports,
            Catalogue catalogue) {
        this.judgements = judgements;
        this.own = own;
        this.places = places;
        this.reports = reports;
        this.catalogue = catalogue;
    }

    @Transactional
    EffectJudgementResponse create(EffectJudgementRequest request) {
        reports.hold(request.reportId());
        refuseUnfit(request);
        judgements.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("verdict.reference-taken"), EffectJudgementResource.PATH + "/" + existing.judgementId());
        });
        return store(recorded(EffectJudgement.first(Ids.next(own.now()), request, entry(request))));
    }

    @Transactional
    EffectJudgementResponse correct(UUID id, MergePatch changes) {
        var latest = standing(id);
        var correction = changes.applyTo(latest.correction(), EffectJudgementCorrectionRequest.class);
        var request = correction.corrected(latest.programme(), latest.reference());
        if (!Objects.equals(request.reportId(), latest.reportId())) {
            reports.hold(request.reportId());
        }
        refuseUnfit(request);
        return store(recorded(latest.corrected(request, correction.reason(), entry(request))));
    }

    private void refuseUnfit(EffectJudgementRequest judgement) {
        var violations = new ArrayList<>(places.violations(judgement.place(), "/place"));
        violations.addAll(own.future("/assessedOn", judgement.assessedOn()));
        violations.addAll(
                reports.unfit(judgement.projectId(), judgement.reportId(), judgement.programme(), "/reportId"));
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    private ActivityFields entry(EffectJudgementRequest judgement) {
        return reports.entryOf(judgement.projectId(), judgement.reportId());
    }

    @Transactional
    EffectJudgementResponse publish(UUID id) {
        var latest = standing(id);
        if (isPublished(latest)) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    Text.of("verdict.public-already"),
                    Map.of("allowed", List.of(CORRECTION)));
        }
        judgements.publish(new EffectJudgementPublication(latest, own.now(), own.subject()));
        if (latest.activity().projectId() != null) {
            catalogue.judge(
                    latest.activity().projectId(),
                    judgements.publicVerdicts(latest.activity().projectId()));
        }
        return latest.response(true, actions(latest, true, true));
    }

    /** From now on the verdict counts nowhere, and what was public of it is not. */
    @Transactional
    EffectJudgementResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        return withdraw(standing(id), own.withdrawal(request));
    }

    @Override
    public void withdrawWith(UUID report, RecordWithdrawal why) {
        judgements.standingOf(report).forEach(latest -> withdraw(latest, why));
    }

    private EffectJudgementResponse withdraw(EffectJudgement latest, RecordWithdrawal why) {
        var versions = judgements.versions(latest.judgementId());
        var published = judgements.published(versions);
        own.refuseWithdrawalOfPublic(!published.isEmpty());
        var withdrawn = store(latest.withdrawn(why.reason()).recorded(why.withdrawnAt(), why.withdrawnBy()));
        versions.stream()
                .filter(version -> published.contains(version.key()))
                .map(version -> version.activity().projectId())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(project -> catalogue.judge(project, judgements.publicVerdicts(project)));
        return withdrawn;
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<EffectJudgementResponse> page(Filter filter, Instant asOf, PageRequest request) {
        var page = judgements.page(own.narrow(filter), asOf, request);
        var published = judgements.published(page.items(), asOf);
        if (asOf != null) {
            return page.map(one -> one.response(published.contains(one.key()), List.of()));
        }
        var everPublic =
                published.stream().map(EffectJudgement.Key::judgementId).collect(Collectors.toSet());
        return page.map(one -> {
            var isPublic = published.contains(one.key());
            return one.response(isPublic, actions(one, isPublic, everPublic.contains(one.judgementId())));
        });
    }

    /** The version of a moment; whether the caller may see it depends on the latest one. */
    @Transactional
    EffectJudgementResponse asOf(UUID id, Instant asOf) {
        latest(id);
        var then = judgements.findAsOf(id, asOf).orElseThrow(ProblemException::notFound);
        return then.response(judgements.published(List.of(then), asOf).contains(then.key()), List.of());
    }

    @Transactional
    EffectJudgementResponse get(UUID id) {
        var latest = latest(id);
        var published = judgements.published(List.of(latest));
        var isPublic = published.contains(latest.key());
        return latest.response(isPublic, actions(latest, isPublic, !published.isEmpty()));
    }

    @Transactional
    EffectJudgementResponse.History history(UUID id) {
        latest(id);
        var versions = judgements.versions(id);
        var published = judgements.published(versions);
        return new EffectJudgementResponse.History(versions.stream()
                .map(one -> one.response(published.contains(one.key()), List.of()))
                .toList());
    }

    private EffectJudgement recorded(EffectJudgement judgement) {
        return judgement.recorded(own.now(), own.subject());
    }

    private EffectJudgementResponse store(EffectJudgement judgement) {
        var everPublic = !judgements.published(List.of(judgement)).isEmpty();
        judgements.persist(judgement);
        judgements.changed();
        return judgement.response(false, actions(judgement, false, everPublic));
    }

    private EffectJudgement standing(UUID id) {
        judgements.waitForOthersOf(id);
        var latest = latest(id);
        RecordWithdrawal.refuse(latest.withdrawal());
        return latest;
    }

    private EffectJudgement latest(UUID id) {
        var latest = judgements.findLatest(id).orElseThrow(ProblemException::notFound);
        own.refuseHidden(latest.activity());
        return latest;
    }

    private boolean isPublished(EffectJudgement judgement) {
        return judgements.published(List.of(judgement)).contains(judgement.key());
    }

    private List<String> actions(EffectJudgement judgement, boolean published, boolean everPublic) {
        if (judgement.withdrawal() != null) {
            return List.of();
        }
        var actions = new ArrayList<>(own.actions(ReportingAccess.WRITE_INVENTORIES, CORRECTION));
        if (!published) {
            actions.addAll(own.actions(ReportingAccess.PUBLISH_RESULTS, PUBLICATION));
        }
        actions.addAll(own.withdrawalAction(everPublic));
        return actions;
    }
}
