package nl.doorlichting.training.trainingtallies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.CountedDays;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.TrainingDataSet;
import nl.doorlichting.training.trainingtypes.TrainingTypes;

/** Records tallies, corrects them, and shows each in its latest version. */
@ApplicationScoped
class TrainingTallyService implements BodyRules {
    private final TrainingTallyRepository tallies;
    private final TrainingTypes types;
    private final MunicipalityRegister register;
    private final TrainingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    TrainingTallyService(
            TrainingTallyRepository tallies,
            TrainingTypes types,
            MunicipalityRegister register,
            TrainingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.tallies = tallies;
        this.types = types;
        this.register = register;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TrainingTallyResponse record(TrainingTallyRequest request) {
        check(request);
        tallies.waitForOthersOf(request.programme());
        refuseDuplicate(request);
        return stored(new TrainingTally(Ids.next(clock.instant()), request, targetGroup(request)));
    }

    /** Adds a version; former ones are kept and no longer counted. */
    @Transactional
    TrainingTallyResponse correct(UUID id, MergePatch changes) {
        var before = lock(id);
        var request = changes.applyTo(stated(before, changes), TrainingTallyCorrectionRequest.class);
        check(request);
        var corrected = before.corrected(request, targetGroup(request));
        StrictJson.refuseUnchanged(before.toCorrection(), corrected.toCorrection(), "reason");
        refuseLeavingSessionsOut(before, corrected);
        return stored(corrected);
    }

    /** From now on the tally counts nowhere. */
    @Transactional
    TrainingTallyResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        return stored(lock(id).withdrawn(request.reason()));
    }

    /** Latest versions, or those of a moment. */
    @Transactional
    Page<TrainingTallyResponse> page(Filter filter, Instant asOf, PageRequest request) {
        return tallies.page(filter, asOf, request).map(tally -> response(tally, asOf));
    }

    /** The latest version, or the one of a moment; 404 before the first. */
    @Transactional
    TrainingTallyResponse get(UUID id, Instant asOf) {
        var found = asOf == null ? tallies.findLatest(id) : tallies.findLatest(id, asOf);
        return found.map(tally -> response(tally, asOf)).orElseThrow(ProblemException::notFound);
    }

    /** The latest version. No other request makes one until this transaction ends. */
    private TrainingTally lock(UUID id) {
        var found = tallies.findLatest(id).orElseThrow(ProblemException::notFound);
        tallies.waitForOthersOf(found.programme());
        return tallies.findLatest(id).orElse(found);
    }

    /** What stays where the changes do not name it: the group of another training type does not. */
    private TrainingTallyCorrectionRequest stated(TrainingTally before, MergePatch changes) {
        var stated = before.toCorrection();
        var fields = changes.changes();
        var keepsGroup = !fields.has("trainingType")
                || stated.trainingType() == null
                || stated.targetGroup() != types.targetGroupOf(stated.trainingType());
        return keepsGroup ? stated : stated.withoutTargetGroup();
    }

    /** 409 for sessions that name the tally, which held them, and would not any more: they would count nowhere. */
    private void refuseLeavingSessionsOut(TrainingTally before, TrainingTally corrected) {
        var leftOut = new TreeMap<String, List<UUID>>();
        tallies.sessionsLeftOut(before, corrected)
                .forEach(session -> corrected
                        .differences(before.programme(), session.trainingType(), session.days())
                        .forEach(field -> leftOut.computeIfAbsent(field, each -> new ArrayList<>())
                                .add(session.id())));
        if (!leftOut.isEmpty()) {
            throw ProblemException.invalidState(
                    leftOut.entrySet().stream()
                            .map(field -> Violation.body(
                                    "/" + field.getKey(),
                                    ViolationCode.NOT_ALLOWED,
                                    Map.of("sessions", field.getValue()),
                                    Text.of("training-tally.sessions-left-out", field.getValue())))
                            .toList(),
                    before.possibleActions());
        }
    }

    private TrainingTallyResponse stored(TrainingTally tally) {
        if (!tally.isWithdrawn()) {
            refuseSame(tally);
        }
        tallies.persist(tally.recorded(clock.instant(), caller.get().subject()));
        dataSet.markChanged();
        return response(tally, null);
    }

    private TrainingTallyResponse response(TrainingTally tally, Instant asOf) {
        return tally.toResponse(asOf == null && caller.get().may(TrainingAccess.WRITE_TRAININGS));
    }

    private void refuseSame(TrainingTally tally) {
        tallies.findSame(tally).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("training-tally.taken"), TrainingTallyResource.PATH + "/" + existing.tallyId());
        });
    }

    private void refuseDuplicate(TrainingTallyRequest request) {
        tallies.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("training-tally.reference-taken"), TrainingTallyResource.PATH + "/" + existing.tallyId());
        });
    }

    private void check(TrainingTally.Fields stated) {
        ProblemException.together(
                () -> ProblemException.refuse(stated.violations()),
                () -> PlaceViolations.refuse(stated.place(), stated.period(), register),
                () -> refuseFuture(stated),
                () -> targetGroup(stated));
    }

    /** What else is wrong with a tally that is refused for its form: any field of it can be null. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (!(body instanceof TrainingTally.Fields stated)) {
            return List.of();
        }
        return ProblemException.noted(() -> targetGroup(stated), () -> {
            if (stated.period() != null) {
                PlaceViolations.refuse(stated.place(), stated.period(), register);
            }
        });
    }

    /** What is planned or expected may be to come. */
    private void refuseFuture(TrainingTally.Fields stated) {
        if (stated.participants() != null
                || stated.rating() != null
                || stated.sessions() != null && stated.sessions().statesPast()) {
            CountedDays.refuseFuture(stated.period(), clock.instant());
        }
    }

    /** The stated group, else the one of the type; null over all types. 409 when there is no such type. */
    private TargetGroup targetGroup(TrainingTally.Fields stated) {
        var ofType = stated.trainingType() == null ? null : types.targetGroupOf(stated.trainingType());
        return stated.targetGroup() == null ? ofType : stated.targetGroup();
    }
}
