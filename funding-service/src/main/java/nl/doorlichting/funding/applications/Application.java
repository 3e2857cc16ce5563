package nl.doorlichting.funding.applications;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.awards.AwardBasis;
import nl.doorlichting.funding.awards.AwardDescription;
import nl.doorlichting.funding.awards.AwardRequest;
import nl.doorlichting.funding.projects.ProjectRequest;
import nl.doorlichting.funding.schemes.AllocationOrder;
import nl.doorlichting.funding.schemes.AssessmentCriterion;
import nl.doorlichting.funding.schemes.Scheme;
import nl.doorlichting.platform.json.StrictJson;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Formula;

/**
 * An application (aanvraag) for money of a scheme, by the organisation that it is of. The trigger tr_application_kept
 * keeps its history.
 */
@Entity
class Application {
    private static final int PAGE = 200;

    /** An assessment on the merits: the advice, and the subject that gave it. */
    @Embeddable
    record Assessment(
            String advice,
            @Column(name = "assessed_at") Instant at,
            @Column(name = "assessed_by") String by) {}

    /**
     * How an application was decided; the outcome is its status.
     *
     * @param outOfOrderReason why it was decided against the order of allocation; null unless it was
     * @param awardedAmount euros; null unless granted
     * @param by subject that decided, which may not release the payments (docs/design/rules.md#four-eyes)
     */
    @Embeddable
    record Decision(
            @Column(name = "decision_reasons") String reasons,
            @Column(name = "out_of_order_reason") String outOfOrderReason,
            BigDecimal awardedAmount,
            @Column(name = "decided_at") Instant at,
            @Column(name = "decided_by") String by) {}

    /**
     * A step that was taken with the application.
     *
     * @param advice of an assessment; null for other steps, and for an assessment by the last release
     */
    @Embeddable
    record Event(
            String transition,
            @Enumerated(EnumType.STRING) ApplicationStatus status,
            String note,
            String advice,
            @Column(name = "happened_at") Instant at,
            @Column(name = "happened_by") String by) {

        boolean isAssessment() {
            return transition.equals(Transition.ASSESSMENT.path());
        }
    }

    /** One line of a cost breakdown, in euros. Null means not stated yet. */
    @Embeddable
    record CostLine(@Enumerated(EnumType.STRING) CostCategory category, String description, BigDecimal amount) {

        static CostLine of(ApplicationRequest.CostLine line) {
            var amount = line.amount() == null ? null : line.amount().amount();
            return new CostLine(line.category(), line.description(), amount);
        }
    }

    @Id
    private UUID id;

    @Column(updatable = false)
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private String scheme;
    private String programme;

    @Enumerated(EnumType.STRING)
    private FundingInstrument fundingInstrument;

    @Embedded
    private ApplicationPlan plan;

    @Embedded
    private ApplicationFinancing financing;

    /** Null until it is submitted. */
    @Embedded
    private ApplicationHandling handling;

    /** Orders a list: what has no day to decide by, a draft, comes after all that have. */
    @Formula("coalesce(decision_due, make_date(2200, 1, 1))")
    private LocalDate decisionDueOrLast;

    /** Orders a list: what asks for nothing yet comes before all that does. */
    @Formula("coalesce(requested_amount, 0)")
    private BigDecimal requestedAmountOrNone;

    /** Orders a list: what is not submitted comes after all that is. */
    @Formula("coalesce(submitted_at, to_timestamp(7258032000))")
    private Instant submittedAtOrLast;

    /** Sum of the scores, each as often as its scheme has it count; null until it is assessed. */
    private Integer totalScore;

    /** Orders a list: what is not assessed comes before all that is. */
    @Formula("coalesce(total_score, 0)")
    private Integer totalScoreOrNone;

    /** Moment since which it is complete; null in what the first release submitted. */
    private Instant completeAt;

    /** Null until it is assessed. */
    @Embedded
    private Assessment assessment;

    /** Null until it is decided. */
    @Embedded
    private Decision decision;

    @ElementCollection
    @CollectionTable(name = "application_cost_line", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    private List<CostLine> costs = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "application_score", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    private List<Score> scores = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "application_event", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    private List<Event> events = new ArrayList<>();

    /** The award that it was granted as; null unless granted. */
    @Formula("(select a.id from award a where a.application_id = id)")
    private UUID awardId;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Application() {}

    /** A draft of this organisation; the scheme may be null. */
    Application(UUID id, String organisationId, ApplicationRequest request, Scheme scheme, PerformedBy act) {
        this.id = id;
        this.organisationId = organisationId;
        this.status = ApplicationStatus.DRAFT;
        this.createdAt = act.at();
        this.createdBy = act.subject();
        change(request, scheme);
    }

    /** Whether the application states the same afterwards. */
    boolean isUnchangedBy(ApplicationRequest request, Scheme next) {
        var after = new Application();
        after.organisationId = organisationId;
        after.change(request, next);
        return StrictJson.isUnchanged(statedOrUsual(), after.statedOrUsual());
    }

    /** Takes over what is asked. The applicant stays the same. */
    void change(ApplicationRequest request, Scheme scheme) {
        this.scheme = scheme == null ? null : scheme.code();
        programme = scheme == null ? null : scheme.programme();
        fundingInstrument = scheme == null ? null : scheme.fundingInstrument();
        plan = new ApplicationPlan(request);
        financing = ApplicationFinancing.of(request);
        costs.clear();
        request.costs().forEach(line -> costs.add(CostLine.of(line)));
    }

    /**
     * What can be done with it on this day. The scheme is its own; null while it names none.
     *
     * @param decided whether an application of the scheme was granted or refused
     */
    ApplicationTransitions transitions(LocalDate today, Scheme scheme, boolean decided) {
        var open = scheme == null || scheme.openOn(today);
        return new ApplicationTransitions(status, handling, today, open, decided && isRanked(scheme));
    }

    /** Whether its scores say when it is decided. */
    boolean isRanked(Scheme scheme) {
        return isAssessed() && scheme != null && scheme.allocationOrder() == AllocationOrder.RANKING;
    }

    void submit(PerformedBy act) {
        handling = handling == null ? ApplicationHandling.received(act.at(), act.day()) : handling.completed(act.day());
        completeAt = act.at();
        step(Transition.SUBMISSION, ApplicationStatus.SUBMITTED, null, act);
    }

    void requestCompletion(LocalDate deadline, String missing, PerformedBy act) {
        handling = handling.takenUpBy(act.subject()).completionRequested(act.day(), deadline, missing);
        step(Transition.COMPLETION_REQUEST, ApplicationStatus.INCOMPLETE, missing, act);
    }

    void assign(String officer, PerformedBy act) {
        handling = handling.assignedTo(officer);
        step(Transition.ASSIGNMENT, status, officer, act);
    }

    /**
     * The scheme is its own. An earlier assessment makes way for this one, which has a reason then; its scores and its
     * advice stay stored.
     */
    void assess(List<Score> given, String advice, String reason, Scheme scheme, PerformedBy act) {
        handling = handling.takenUpBy(act.subject());
        scores.addAll(given);
        totalScore = given.stream()
                .mapToInt(one -> one.score() * scheme.weight(one.criterion()))
                .sum();
        assessment = new Assessment(advice, act.at(), act.subject());
        step(Transition.ASSESSMENT, ApplicationStatus.ASSESSED, reason, advice, act);
    }

    /** How it was decided; the amount is null unless it is GRANTED. */
    void decide(DecisionRequest request, PerformedBy act) {
        handling = handling.takenUpBy(act.subject());
        var awarded =
                request.awardedAmount() == null ? null : request.awardedAmount().amount();
        decision = new Decision(request.reasons(), request.outOfOrderReason(), awarded, act.at(), act.subject());
        step(Transition.DECISION, request.outcome().status(), request.reasons(), act);
    }

    void grantedAs(UUID award) {
        awardId = award;
    }

    void withdraw(String reason, PerformedBy act) {
        step(Transition.WITHDRAWAL, ApplicationStatus.WITHDRAWN, reason, act);
    }

    private void step(Transition transition, ApplicationStatus next, String note, PerformedBy act) {
        step(transition, next, note, null, act);
    }

    private void step(Transition transition, ApplicationStatus next, String note, String advice, PerformedBy act) {
        status = next;
        events.add(new Event(transition.path(), next, note, advice, act.at(), act.subject()));
    }

    ApplicationPlan plan() {
        return plan;
    }

    ApplicationFinancing financing() {
        return financing;
    }

    List<CostLine> costs() {
        return costs;
    }

    UUID id() {
        return id;
    }

    Integer totalScore() {
        return totalScore;
    }

    /** Moment of its receipt, as the order of allocation counts it. */
    Instant receivedAt() {
        return completeAt == null ? handling.submittedAt() : completeAt;
    }

    String organisationId() {
        return organisationId;
    }

    /** Code of the scheme; null while none is named. */
    String scheme() {
        return scheme;
    }

    ApplicationStatus status() {
        return status;
    }

    String etag() {
        return "\"" + version + "\"";
    }

    /** What was asked, as a request that changes it starts from. */
    ApplicationRequest toRequest() {
        return toRequest(financing);
    }

    private ApplicationRequest statedOrUsual() {
        return toRequest(financing.statedOrUsual());
    }

    private ApplicationRequest toRequest(ApplicationFinancing paid) {
        return new ApplicationRequest(
                organisationId,
                scheme,
                plan.title(),
                plan.description(),
                plan.purpose(),
                plan.track(),
                plan.actionLine(),
                plan.interventionTypes(),
                plan.phenomena(),
                plan.targetGroups(),
                plan.period(),
                plan.place(),
                plan.partnerMunicipalities(),
                costs.stream()
                        .map(line -> new ApplicationRequest.CostLine(
                                line.category(), line.description(), Money.euros(line.amount())))
                        .toList(),
                Money.euros(paid.ownContribution()),
                Money.euros(paid.otherFunding()),
                Money.euros(paid.requestedAmount()));
    }

    /** The award that a grant comes to. Its year is that of the decision, which was taken now, if null is given. */
    AwardBasis toBasis(String number, Integer year, PerformedBy act) {
        return new AwardBasis(
                programme,
                scheme,
                fundingInstrument,
                number,
                organisationId,
                id,
                plan.purpose(),
                year,
                act.day(),
                act.subject(),
                PlaceColumns.of(plan.place()),
                plan.partnerMunicipalities().toArray(String[]::new),
                null);
    }

    /** How that award is described. The budget line is the scheme's where the decision names none. */
    AwardDescription toDescription(UUID projectId, UUID budgetLineId) {
        return new AwardDescription(
                plan.title(), projectId, handling.officer(), plan.track(), plan.actionLine(), budgetLineId, null, null);
    }

    /** The terms of that award. The day to account by follows from the period. */
    AwardRequest.Terms toTerms(Money awarded, List<AwardRequest.Instalment> instalments) {
        var totalCost = Money.euros(financing.totalCost());
        return new AwardRequest.Terms(
                awarded, totalCost, plan.period(), null, instalments == null ? List.of() : instalments);
    }

    /** The project that it is about, under the code that the decision gives it. */
    ProjectRequest toProject(DecisionRequest.NewProject project, String source) {
        return new ProjectRequest(
                programme,
                project.code(),
                project.name() == null ? plan.title() : project.name(),
                organisationId,
                fundingInstrument,
                plan.track(),
                plan.actionLine(),
                null,
                plan.period(),
                plan.place(),
                plan.interventionTypes(),
                plan.phenomena(),
                plan.targetGroups(),
                plan.partnerMunicipalities(),
                plan.description(),
                null,
                source);
    }

    ApplicationResponse toResponse(List<String> allowedActions) {
        return new ApplicationResponse(
                id,
                organisationId,
                status,
                scheme,
                programme,
                fundingInstrument,
                plan.title(),
                plan.description(),
                plan.purpose(),
                plan.track(),
                plan.actionLine(),
                plan.interventionTypes(),
                plan.phenomena(),
                plan.targetGroups(),
                plan.period(),
                plan.place(),
                plan.partnerMunicipalities(),
                costs.stream()
                        .map(line -> new ApplicationResponse.CostLine(
                                line.category(), line.description(), Money.euros(line.amount())))
                        .toList(),
                Money.euros(financing.totalCost()),
                Money.euros(financing.ownContribution()),
                Money.euros(financing.otherFunding()),
                Money.euros(financing.requestedAmount()),
                handling == null ? null : handling.officer(),
                handling == null ? null : handling.submittedAt(),
                handling == null ? null : handling.decisionDue(),
                completion(),
                assessment == null
                        ? null
                        : new ApplicationResponse.Assessment(
                                scoresNow(), totalScore, assessment.advice(), assessment.at(), assessment.by()),
                decision == null
                        ? null
                        : new ApplicationResponse.Decision(
                                DecisionRequest.Outcome.valueOf(status.name()),
                                decision.reasons(),
                                decision.outOfOrderReason(),
                                Money.euros(decision.awardedAmount()),
                                decision.at(),
                                decision.by()),
                awardId,
                history(),
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }

    private List<ApplicationResponse.Event> history() {
        var assessments = new AtomicInteger();
        return events.stream()
                .map(event -> new ApplicationResponse.Event(
                        event.transition(),
                        event.status(),
                        event.note(),
                        event.isAssessment() ? scoresOf(assessments.getAndIncrement()) : null,
                        adviceOf(event),
                        event.at(),
                        event.by()))
                .toList();
    }

    /** Null for another step, and for an assessment by the last release after which there was another. */
    private String adviceOf(Event event) {
        return event.isAssessment() && event.advice() == null && event.at().equals(assessment.at())
                ? assessment.advice()
                : event.advice();
    }

    /** Those of the assessment that was the n-th, the first being 0. */
    private List<Score> scoresOf(int assessment) {
        var count = AssessmentCriterion.values().length;
        return List.copyOf(scores.subList(assessment * count, (assessment + 1) * count));
    }

    boolean isAssessed() {
        return assessment != null;
    }

    /** Those of the last assessment, which scores each criterion once. */
    private List<Score> scoresNow() {
        return List.copyOf(scores.subList(scores.size() - AssessmentCriterion.values().length, scores.size()));
    }

    private ApplicationResponse.Completion completion() {
        return handling == null || handling.completionDeadline() == null
                ? null
                : new ApplicationResponse.Completion(
                        handling.completionRequestedOn(),
                        handling.completionDeadline(),
                        handling.completionMissing(),
                        handling.completedOn());
    }
}
