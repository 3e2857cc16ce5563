package nl.doorlichting.funding.schemes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Formula;

/**
 * A scheme (regeling): how money of a programme can be asked for, by whom, within which bounds. The trigger
 * tr_scheme_kept keeps its history.
 */
@Entity
public class Scheme {
    private static final int PAGE = 200;

    @Id
    private UUID id;

    @Column(updatable = false)
    private String programme;

    @Column(updatable = false)
    private String code;

    private String name;
    private String nameDutch;
    private String description;
    private String descriptionDutch;
    private String applyUrl;

    @Enumerated(EnumType.STRING)
    private FundingInstrument fundingInstrument;

    private String[] applicantKinds;
    private LocalDate openFrom;
    private LocalDate openUntil;

    /** When applications end: no money of a programme that is over can be applied for. */
    @Formula("least(open_until, (select p.period_until from programme p where p.code = programme))")
    private LocalDate closesOn;

    private BigDecimal ceiling;

    @Enumerated(EnumType.STRING)
    private AllocationOrder allocationOrder;

    private UUID budgetLineId;
    private String source;

    @ElementCollection
    @CollectionTable(name = "scheme_bound", joinColumns = @JoinColumn(name = "scheme_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    private List<ShareBound> bounds = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "scheme_condition", joinColumns = @JoinColumn(name = "scheme_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    private List<SchemeCondition> conditions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "scheme_weight", joinColumns = @JoinColumn(name = "scheme_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = PAGE)
    private List<CriterionWeight> weights = new ArrayList<>();

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Scheme() {}

    Scheme(UUID id, SchemeRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.programme = request.programme();
        this.code = request.code();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    /** Takes over everything but programme and code, by which other records name it. */
    void change(SchemeRequest request) {
        name = request.name();
        nameDutch = request.nameDutch();
        description = request.description();
        descriptionDutch = request.descriptionDutch();
        applyUrl = request.applyUrl();
        fundingInstrument = request.fundingInstrument();
        applicantKinds =
                request.applicantKinds().stream().distinct().map(Enum::name).toArray(String[]::new);
        openFrom = request.openFrom();
        openUntil = request.openUntil();
        ceiling = request.ceiling() == null ? null : request.ceiling().amount();
        allocationOrder = request.allocationOrder();
        budgetLineId = request.budgetLineId();
        source = request.source();
        replace(bounds, request.bounds(), SchemeBoundRequest::toBound);
        replace(weights, request.weights(), Function.identity());
        replace(conditions, request.conditions(), SchemeConditionRequest::toCondition);
    }

    /**
     * Notes changes by which applications and awards that name it would be held to something else than before: of its
     * instrument, its weights, and bounds that hold already, which can only be ended.
     */
    void checkUsed(SchemeRequest changed, LocalDate today, List<Violation> violations) {
        if (changed.fundingInstrument() != null && changed.fundingInstrument() != fundingInstrument) {
            violations.add(Violation.body(
                    "/fundingInstrument",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", List.of(fundingInstrument)),
                    Text.of("scheme.used")));
        }
        if (!List.copyOf(weights).equals(changed.weights() == null ? List.of() : changed.weights())) {
            violations.add(Violation.body("/weights", ViolationCode.NOT_ALLOWED, Text.of("scheme.used")));
        }
        if (changed.bounds() != null
                && !changed.bounds().stream().allMatch(bound -> bound != null && bound.statesAll())) {
            return;
        }
        var stated = changed.bounds() == null
                ? List.<ShareBound>of()
                : changed.bounds().stream().map(SchemeBoundRequest::toBound).toList();
        var begun = bounds.stream().filter(bound -> !bound.validFrom().isAfter(today));
        if (!begun.allMatch(bound -> stated.stream().anyMatch(other -> bound.isKeptBy(other, today)))) {
            violations.add(Violation.body("/bounds", ViolationCode.NOT_ALLOWED, Text.of("scheme.bounds-begun", today)));
        }
    }

    /**
     * Notes another order of allocation than the one that decisions were held to. One that no decision was held to is
     * changed to one that is.
     */
    void checkOrderStays(SchemeRequest changed, List<Violation> violations) {
        if (allocationOrder != AllocationOrder.DISTRIBUTION && changed.allocationOrder() != allocationOrder) {
            violations.add(Violation.body(
                    "/allocationOrder",
                    ViolationCode.NOT_ALLOWED,
                    Map.of("allowed", allocationOrder == null ? List.of() : List.of(allocationOrder)),
                    Text.of("scheme.order-decided-by")));
        }
    }

    private static <R, T> void replace(List<T> stored, List<R> requested, Function<R, T> read) {
        stored.clear();
        if (requested != null) {
            requested.forEach(one -> stored.add(read.apply(one)));
        }
    }

    List<OrganisationKind> applicantKinds() {
        return Arrays.stream(applicantKinds).map(OrganisationKind::valueOf).toList();
    }

    /** What awards may come to together (Awb 4:25); null without a ceiling. */
    public Money ceiling() {
        return Money.euros(ceiling);
    }

    String etag() {
        return "\"" + version + "\"";
    }

    /** How often the score of this criterion counts: once for one that is not named. */
    public int weight(AssessmentCriterion criterion) {
        return weights.stream()
                .filter(one -> one.criterion() == criterion)
                .mapToInt(CriterionWeight::weight)
                .findFirst()
                .orElse(1);
    }

    public boolean openOn(LocalDate day) {
        return (openFrom == null || !day.isBefore(openFrom)) && day.isBefore(closesOn);
    }

    /** Notes an applicant of a kind that the scheme is not for. */
    public void checkApplicant(String pointer, OrganisationKind applicant, List<Violation> violations) {
        var allowed = applicantKinds().stream().sorted().toList();
        if (!allowed.contains(applicant)) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.NOT_ALLOWED,
                    Map.of("applicant", applicant, "allowed", allowed),
                    Text.of("scheme.other-organisations", applicant)));
        }
    }

    /**
     * Notes a purpose that a scheme with bounds has none for on this day: that scheme does not pay for it.
     *
     * @return the bounds of the state's share for this purpose; empty without any
     */
    public Optional<ShareBound> checkPurpose(
            FundingPurpose purpose, LocalDate day, Text notPaid, List<Violation> violations) {
        var holding = bounds.stream().filter(bound -> bound.holdsOn(day)).toList();
        var found = holding.stream().filter(bound -> bound.purpose() == purpose).findFirst();
        if (found.isEmpty() && !bounds.isEmpty()) {
            var allowed = holding.stream().map(ShareBound::purpose).sorted().toList();
            violations.add(Violation.body("/purpose", ViolationCode.NOT_ALLOWED, Map.of("allowed", allowed), notPaid));
        }
        return found;
    }

    UUID id() {
        return id;
    }

    public String programme() {
        return programme;
    }

    public String code() {
        return code;
    }

    public FundingInstrument fundingInstrument() {
        return fundingInstrument;
    }

    /** First day to apply; null when it was always open. */
    public LocalDate openFrom() {
        return openFrom;
    }

    /** First day that it is too late to apply: the scheme's own, at the latest that after its programme. */
    public LocalDate closesOn() {
        return closesOn;
    }

    /** Who goes first below the ceiling; null when not stated. */
    public AllocationOrder allocationOrder() {
        return allocationOrder;
    }

    /** Line of the programme's budget that pays; null when not stated. */
    public UUID budgetLineId() {
        return budgetLineId;
    }

    public List<SchemeCondition> conditions() {
        return List.copyOf(conditions);
    }

    List<ShareBound> bounds() {
        return List.copyOf(bounds);
    }

    /** What a request that changes it starts from. */
    SchemeRequest toRequest() {
        return new SchemeRequest(
                programme,
                code,
                name,
                nameDutch,
                description,
                descriptionDutch,
                applyUrl,
                fundingInstrument,
                applicantKinds(),
                openFrom,
                openUntil,
                bounds.stream().map(SchemeBoundRequest::of).toList(),
                ceiling(),
                allocationOrder,
                List.copyOf(weights),
                budgetLineId,
                conditions.stream().map(SchemeConditionRequest::of).toList(),
                source);
    }

    SchemeResponse toResponse(List<String> allowedActions) {
        return new SchemeResponse(
                id,
                programme,
                code,
                name,
                nameDutch,
                description,
                descriptionDutch,
                applyUrl,
                fundingInstrument,
                applicantKinds(),
                openFrom,
                openUntil,
                bounds(),
                ceiling(),
                allocationOrder,
                List.copyOf(weights),
                budgetLineId,
                conditions(),
                source,
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }

    /**
     * What the public reads of it on this day.
     *
     * @param granted what its awards come to, in euros
     */
    OpportunityResponse toOpportunity(LocalDate today, BigDecimal granted) {
        return new OpportunityResponse(
                code,
                programme,
                name,
                nameDutch,
                description,
                descriptionDutch,
                OpportunityStatus.of(openFrom, closesOn, today),
                openFrom,
                closesOn,
                fundingInstrument,
                applicantKinds(),
                bounds.stream().filter(bound -> !bound.endedBy(today)).toList(),
                ceiling(),
                ceiling == null ? null : OpportunityResponse.inSteps(ceiling.subtract(granted), ceiling),
                allocationOrder,
                List.copyOf(weights),
                conditions(),
                applyUrl,
                source);
    }
}
