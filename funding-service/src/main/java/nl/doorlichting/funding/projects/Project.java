package nl.doorlichting.funding.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.place.PlaceColumns;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.Track;

/** What money pays for (project), or a part of it (deelproject). Null means not stated. */
@Entity
@Table(name = "project")
class Project {
    @Id
    UUID id;

    String programme;
    String code;
    String name;

    @Column(name = "organisation_id")
    String organisationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "funding_instrument")
    FundingInstrument fundingInstrument;

    @Enumerated(EnumType.STRING)
    Track track;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_line")
    ActionLine actionLine;

    @Column(name = "parent_id")
    UUID parentId;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Embedded
    PlaceColumns place;

    String description;
    String[] notes;
    String source;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Project() {}

    Project(UUID id, ProjectRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        identify(request);
        describe(request);
    }

    private void identify(ProjectRequest request) {
        programme = request.programme();
        code = request.code();
        name = request.name();
        organisationId = request.organisationId();
        fundingInstrument = request.fundingInstrument();
        track = request.track();
        actionLine = request.actionLine();
        parentId = request.parentId();
    }

    private void describe(ProjectRequest request) {
        var period = request.period();
        periodFrom = period == null ? null : period.from();
        periodUntil = period == null ? null : period.until();
        place = PlaceColumns.of(request.place());
        description = request.description();
        notes = request.notes() == null ? new String[0] : request.notes().toArray(String[]::new);
        source = request.source();
    }

    Period period() {
        return periodFrom == null ? null : new Period(periodFrom, periodUntil);
    }

    Place place() {
        return place == null ? null : place.toPlace();
    }

    List<String> notes() {
        return List.of(notes);
    }
}
