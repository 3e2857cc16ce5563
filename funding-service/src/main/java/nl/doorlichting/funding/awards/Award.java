package nl.doorlichting.funding.awards;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.schemes.FundingPurpose;
import nl.doorlichting.platform.id.Ids;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Money granted to an organisation (verlening), with what is paid of it, held for payments and claimed back. */
@Entity
@DynamicUpdate
@BatchSize(size = 200)
@Table(name = "award")
class Award {
    /** Of a SUBSIDY, after its period, where the decision names no day itself. */
    static final int WEEKS_TO_ACCOUNT = 13;

    @Id
    UUID id;

    String programme;
    String scheme;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    FundingInstrument fundingInstrument;

    String number;

    @Column(name = "organisation_id")
    String organisationId;

    @Column(name = "application_id")
    UUID applicationId;

    @Column(name = "project_id")
    UUID projectId;

    String title;

    @Enumerated(EnumType.STRING)
    AwardStatus status;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    String currency;

    BigDecimal amount;

    @Column(name = "total_cost")
    BigDecimal totalCost;

    @Column(name = "settled_amount")
    BigDecimal settledAmount;

    BigDecimal reserved;
    BigDecimal disbursed;
    BigDecimal reclaimed;

    @Enumerated(EnumType.STRING)
    FundingPurpose purpose;

    /** Null for an award of the first release that was given none. */
    @Column(name = "budget_line_id")
    UUID budgetLineId;

    int year;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "decided_by")
    String decidedBy;

    String officer;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Column(name = "accountability_due")
    LocalDate accountabilityDue;

    /** Null until the recipient accounts for it. */
    @Embedded
    AwardAccount account;

    @Enumerated(EnumType.STRING)
    Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    ActionLine actionLine;

    @Embedded
    PlaceColumns place;

    @Column(name = "partner_municipalities")
    String[] partnerMunicipalities;

    String source;
    String note;

    @OneToMany(mappedBy = "award", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    @BatchSize(size = 200)
    List<AwardInstalment> instalments = new ArrayList<>();

    @OneToMany(mappedBy = "award", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @BatchSize(size = 200)
    List<AwardDecision> decisions = new ArrayList<>();

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Award() {}

    /** The budget line is the request's own or its scheme's. */
    Award(AwardRequest request, UUID applicationId, UUID budgetLineId, Instant createdAt, String createdBy) {
        this.id = Ids.next(createdAt);
        this.applicationId = applicationId;
        this.budgetLineId = budgetLineId;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        status = AwardStatus.GRANTED;
        identify(request);
        decide(request);
        grant(request);
        describe(request);
    }

    private void identify(AwardRequest request) {
        programme = request.programme();
        scheme = request.scheme();
        fundingInstrument = request.fundingInstrument();
        number = request.number();
        organisationId = request.organisationId();
        source = request.source();
    }

    private void decide(AwardRequest request) {
        decidedOn = request.decidedOn();
        decidedBy = request.decidedBy() == null ? createdBy : request.decidedBy();
        year = request.year() == null ? decidedOn.getYear() : request.year();
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        accountabilityDue = request.accountabilityDue() == null ? defaultDue() : request.accountabilityDue();
    }

    private void grant(AwardRequest request) {
        currency = request.amount().currency().getCurrencyCode();
        amount = request.amount().amount();
        totalCost = request.totalCost() == null ? null : request.totalCost().amount();
        purpose = request.purposeOrProject();
        reserved = BigDecimal.ZERO;
        disbursed = BigDecimal.ZERO;
        reclaimed = BigDecimal.ZERO;
        plan(request.plan(), createdAt);
    }

    private void describe(AwardRequest request) {
        title = request.title();
        projectId = request.projectId();
        officer = request.officer();
        track = request.track();
        actionLine = request.actionLine();
        place = PlaceColumns.of(request.place());
        partnerMunicipalities = request.partners().toArray(String[]::new);
        note = request.note();
    }

    void describe(AwardDescriptionRequest request) {
        title = request.title();
        projectId = request.projectId();
        officer = request.officer();
        track = request.track();
        actionLine = request.actionLine();
        note = request.note();
    }

    LocalDate defaultDue() {
        return fundingInstrument == FundingInstrument.SUBSIDY ? periodUntil.plusWeeks(WEEKS_TO_ACCOUNT) : null;
    }

    /** Adds parts to be paid, after those that are there. */
    void plan(List<AwardInstalmentRequest> parts, Instant now) {
        for (var part : parts) {
            instalments.add(new AwardInstalment(Ids.next(now), this, instalments.size() + 1, part));
        }
    }

    /** What the recipient has a right to as things stand. */
    BigDecimal entitled() {
        if (status == AwardStatus.REVOKED) {
            return BigDecimal.ZERO;
        }
        return status == AwardStatus.SETTLED ? settledAmount : amount;
    }

    /** What can still be paid; zero when more was paid than there is a right to. */
    Money left() {
        return money(entitled().subtract(reserved).subtract(disbursed).max(BigDecimal.ZERO));
    }

    /** What was paid without right to it and is not claimed back yet. */
    Money reclaimable() {
        return money(disbursed.subtract(entitled()).subtract(reclaimed).max(BigDecimal.ZERO));
    }

    Set<String> municipalities() {
        var all = new LinkedHashSet<String>(
                place == null ? List.of() : place.toPlace().municipalities());
        all.addAll(List.of(partnerMunicipalities));
        return all;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    Place place() {
        return place == null ? null : place.toPlace();
    }

    String etag() {
        return "\"" + version + "\"";
    }

    static Money money(BigDecimal number) {
        return number == null ? null : new Money(number, Money.EURO);
    }
}
