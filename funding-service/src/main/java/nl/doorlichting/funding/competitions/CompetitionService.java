package nl.doorlichting.funding.competitions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.projects.Projects;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

@ApplicationScoped
class CompetitionService implements BodyRules {
    private final CompetitionRepository competitions;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Projects projects;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final DutchCalendar calendar;

    CompetitionService(
            CompetitionRepository competitions,
            Programmes programmes,
            Organisations organisations,
            Projects projects,
            CurrentCaller caller,
            RecordedPast past,
            DutchCalendar calendar) {
        this.competitions = competitions;
        this.programmes = programmes;
        this.organisations = organisations;
        this.projects = projects;
        this.caller = caller;
        this.past = past;
        this.calendar = calendar;
    }

    @Transactional
    <Q extends Record & CompetitionRequest, R> R create(Competition.Kind<Q, R> kind, Q request) {
        refuse(kind, null, request);
        var now = calendar.now();
        var competition = kind.make().make(Ids.next(now), now, caller.get().subject());
        competition.change(request);
        competitions.add(competition);
        return response(competition);
    }

    @Transactional
    <Q extends Record & CompetitionRequest, R> R change(
            Competition.Kind<Q, R> kind, UUID id, String ifMatch, MergePatch patch) {
        var competition = visible(kind, id);
        IfMatch.refuseStale(ifMatch, competition.etag());
        competition.refuseWithdrawn();
        var changed = patch.applyTo(competition.toRequest(), kind.request());
        refuse(kind, id, changed);
        competition.change(changed);
        competitions.flush();
        return response(competition);
    }

    /** From now on it counts nowhere; lists and sums as of an earlier moment are as they were. */
    @Transactional
    <Q extends Record & CompetitionRequest, R> R withdraw(
            Competition.Kind<Q, R> kind, UUID id, RecordWithdrawalRequest request) {
        var competition = competitions.lock(kind, id).orElseThrow(ProblemException::notFound);
        competition.refuseWithdrawn();
        competition.withdraw(new RecordWithdrawal(calendar.now(), caller.get().subject(), request.reason()));
        competitions.flush();
        return response(competition);
    }

    @Transactional
    <Q extends Record & CompetitionRequest, R> Page<R> page(
            Competition.Kind<Q, R> kind, Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        var visible = organisations.narrow(filter, "organisationId", FundingAccess.READ_EVERY_GRANT);
        return competitions.page(kind, visible, request).map(this::response);
    }

    @Transactional
    <Q extends Record & CompetitionRequest, R> R get(Competition.Kind<Q, R> kind, UUID id, Instant asOf) {
        past.read(asOf);
        return response(visible(kind, id));
    }

    private <Q extends Record & CompetitionRequest, R> Competition<Q, R> visible(Competition.Kind<Q, R> kind, UUID id) {
        return competitions
                .find(kind, id)
                .filter(competition ->
                        organisations.shows(competition.organisationId(), FundingAccess.READ_EVERY_GRANT))
                .orElseThrow(ProblemException::notFound);
    }

    /**
     * 400 for a year that has not begun, 409 when it does not fit what is stored; the id is the record's own, or null for a
     * new one.
     */
    private void refuse(Competition.Kind<?, ?> kind, UUID id, CompetitionRequest request) {
        refuseMisfits(request);
        competitions
                .findByReference(kind, request.programme(), request.reference())
                .filter(existing -> !existing.id().equals(id))
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            kind.referenceTaken().get(), kind.path() + "/" + existing.id());
                });
    }

    // Of one that is refused for its form too: any field can be null.
    private void refuseMisfits(CompetitionRequest request) {
        ProblemException.together(
                () -> refuseFuture(request.year()),
                () -> programmes.refuseUnknown(request.programme()),
                () -> organisations.refuseUnknown(request.organisationId()),
                () -> projects.refuseUnknown(request.programme(), request.projectId()));
    }

    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof CompetitionRequest request
                ? ProblemException.noted(() -> refuseMisfits(request))
                : List.of();
    }

    private void refuseFuture(Integer year) {
        var latest = calendar.today().getYear();
        if (year != null && year > latest) {
            throw ProblemException.violation(Violation.body(
                    "/year",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", latest),
                    Text.of("competition.year-in-future")));
        }
    }

    private <R> R response(Competition<?, R> competition) {
        var isChangeable = competition.withdrawal() == null && !past.isRead();
        return competition.toResponse(
                isChangeable && caller.get().may(FundingAccess.WRITE_AWARDS)
                        ? List.of("update", "withdrawal")
                        : List.of());
    }
}
