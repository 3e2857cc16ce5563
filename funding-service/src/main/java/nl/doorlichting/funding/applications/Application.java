package nl.doorlichting.funding.applications;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.schemes.SchemeTerms;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Formula;

/** An application (aanvraag) for money of a scheme, by the organisation that it is of. */
@Entity
@Table(name = "application")
class Application {
    private static final int PAGE = 200;

    @Id
    UUID id;

    @Column(name = "organisation_id", updatable = false)
    String organisationId;

    @Enumerated(EnumType.STRING)
    ApplicationStatus status;

    String scheme;
    String programme;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    FundingInstrument fundingInstrument;

    @Embedded
    ApplicationPlan plan;

    @Embedded
    ApplicationFinancing financing;

    /** Null until it is submitted. */
    @Embedded
    CaseProgress handling;

    /** Orders a list: what has no day to decide by, a draft, comes after all that have. */
    @Formula("coalesce(decision_due, make_date(2200, 1, 1))")
    private LocalDate decisionDueOrLast;

    /** Orders a list: what asks for nothing yet comes before all that does. */
    @Formula("coalesce(requested_amount, 0)")
    private BigDecimal requestedAmountOrNone;

    /** Null until it is assessed. */
    @Embedded
    Assessment assessment;

    /** Null until it is decided. */
    @Embedded
    Decision decision;

    @ElementCollection
    @CollectionTable(name = "application_cost_line", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    List<CostLine> costs = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "application_score", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    List<Score> scores = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "application_event", joinColumns = @JoinColumn(name = "application_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    List<Event> events = new ArrayList<>();

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Application() {}

    /** A draft of this organisation; the scheme may be null. */
    Application(UUID id, String organisationId, ApplicationRequest request, SchemeTerms terms, PerformedBy act) {
        this.id = id;
        this.organisationId = organisationId;
        this.status = ApplicationStatus.DRAFT;
        this.createdAt = act.at();
        this.createdBy = act.subject();
        change(request, terms);
    }

    /** Takes over what is asked; the applicant stays who it is. */
    void change(ApplicationRequest request, SchemeTerms terms) {
        scheme = terms == null ? null : terms.code();
        programme = terms == null ? null : terms.programme();
        fundingInstrument = terms == null ? null : terms.fundingInstrument();
        plan = new ApplicationPlan(request);
        financing = ApplicationFinancing.of(request);
        costs.clear();
        request.costs().forEach(line -> costs.add(CostLine.of(line)));
    }

    /** What can be done with it on this day; the terms are its scheme's, null while it names none. */
    Lifecycle lifecycle(LocalDate today, SchemeTerms terms) {
        return new Lifecycle(status, handling, today, terms == null || terms.openOn(today));
    }

    void submit(PerformedBy act) {
        handling = handling == null ? CaseProgress.received(act.at(), act.day()) : handling.completed(act.day());
        step(Transition.SUBMISSION, ApplicationStatus.SUBMITTED, null, act);
    }

    void requestCompletion(LocalDate deadline, String missing, PerformedBy act) {
        handling = handling.takenUpBy(act.subject()).completionRequested(act.day(), deadline, missing);
        step(Transition.COMPLETION_REQUEST, ApplicationStatus.INCOMPLETE, missing, act);
    }

    void assign(String officer) {
        handling = handling.assignedTo(officer);
    }

    void assess(List<Score> given, String advice, PerformedBy act) {
        handling = handling.takenUpBy(act.subject());
        scores.addAll(given);
        assessment = new Assessment(advice, act.at(), act.subject());
        step(Transition.ASSESSMENT, ApplicationStatus.ASSESSED, null, act);
    }

    /** The amount is null unless it is GRANTED. */
    void decide(DecisionOutcome outcome, String reasons, BigDecimal awarded, PerformedBy act) {
        handling = handling.takenUpBy(act.subject());
        decision = new Decision(reasons, awarded, act.at(), act.subject());
        step(Transition.DECISION, outcome.status(), reasons, act);
    }

    void withdraw(String reason, PerformedBy act) {
        step(Transition.WITHDRAWAL, ApplicationStatus.WITHDRAWN, reason, act);
    }

    private void step(Transition transition, ApplicationStatus next, String note, PerformedBy act) {
        status = next;
        events.add(new Event(transition.path(), next, note, act.at(), act.subject()));
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
