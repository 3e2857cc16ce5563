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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;

/** What money pays for (project), or a part of it (deelproject). Null means not stated. */
@Entity
@Table(name = "project")
class Project {
    @Id
    UUID id;

    @Column(updatable = false)
    String programme;

    @Column(updatable = false)
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

    @Column(name = "intervention_types")
    private String[] interventionTypes;

    private String[] phenomena;

    @Column(name = "partner_municipalities")
    private String[] partnerMunicipalities;

    String description;
    String[] notes;
    String source;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Project() {}

    Project(UUID id, ProjectRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.programme = request.programme();
        this.code = request.code();
        change(request);
    }

    /** Takes over everything but programme and code, which other records know it by. */
    void change(ProjectRequest request) {
        relate(request);
        describe(request);
        tag(request);
    }

    private void relate(ProjectRequest request) {
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

    private void tag(ProjectRequest request) {
        interventionTypes = texts(request.interventionTypes());
        phenomena = texts(request.phenomena());
        partnerMunicipalities = texts(request.partnerMunicipalities());
    }

    private static String[] texts(List<?> values) {
        return values == null
                ? new String[0]
                : values.stream().map(Object::toString).distinct().toArray(String[]::new);
    }

    List<InterventionType> interventionTypes() {
        return Arrays.stream(interventionTypes).map(InterventionType::valueOf).toList();
    }

    List<Phenomenon> phenomena() {
        return Arrays.stream(phenomena).map(Phenomenon::valueOf).toList();
    }

    List<String> partnerMunicipalities() {
        return List.of(partnerMunicipalities);
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

    String etag() {
        return "\"" + version + "\"";
    }
}
