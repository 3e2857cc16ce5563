package nl.doorlichting.funding.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What money pays for (project), or a part of it (deelproject). Null means not stated. The trigger tr_project_kept
 * keeps its history.
 */
@Entity
class Project {
    /** What {@link #Project(Object[])} is made from. */
    static final List<String> FIELDS = List.of(
            "id",
            "programme",
            "code",
            "name",
            "organisationId",
            "fundingInstrument",
            "track",
            "actionLine",
            "parentId",
            "periodFrom",
            "periodUntil",
            "place.scope",
            "place.municipalities",
            "place.subArea",
            "place.country",
            "interventionTypes",
            "phenomena",
            "targetGroups",
            "partnerMunicipalities",
            "description",
            "notes",
            "source",
            "createdAt",
            "createdBy",
            "version");

    @Id
    private UUID id;

    @Column(updatable = false)
    private String programme;

    @Column(updatable = false)
    private String code;

    private String name;
    private String organisationId;

    @Enumerated(EnumType.STRING)
    private FundingInstrument fundingInstrument;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    private ActionLine actionLine;

    private UUID parentId;
    private LocalDate periodFrom;
    private LocalDate periodUntil;

    @Embedded
    private PlaceColumns place;

    private String[] interventionTypes;
    private String[] phenomena;
    private String[] targetGroups;
    private String[] partnerMunicipalities;
    private String description;
    private String[] notes;
    private String source;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Project() {}

    /** A project as it is shown, from its {@link #FIELDS}. */
    Project(Object[] fields) {
        id = (UUID) fields[0];
        programme = (String) fields[1];
        code = (String) fields[2];
        name = (String) fields[3];
        organisationId = (String) fields[4];
        fundingInstrument = (FundingInstrument) fields[5];
        track = (Track) fields[6];
        actionLine = (ActionLine) fields[7];
        parentId = (UUID) fields[8];
        periodFrom = (LocalDate) fields[9];
        periodUntil = (LocalDate) fields[10];
        place = PlaceColumns.of(
                (PlaceScope) fields[11], (String[]) fields[12], (String) fields[13], (String) fields[14]);
        interventionTypes = (String[]) fields[15];
        phenomena = (String[]) fields[16];
        targetGroups = (String[]) fields[17];
        partnerMunicipalities = (String[]) fields[18];
        description = (String) fields[19];
        notes = (String[]) fields[20];
        source = (String) fields[21];
        createdAt = (Instant) fields[22];
        createdBy = (String) fields[23];
        version = (Integer) fields[24];
    }

    Project(UUID id, ProjectRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.programme = request.programme();
        this.code = request.code();
        change(request);
    }

    /** Takes over everything but programme and code, by which other records name it. */
    void change(ProjectRequest request) {
        name = request.name();
        organisationId = request.organisationId();
        fundingInstrument = request.fundingInstrument();
        track = request.track();
        actionLine = request.actionLine();
        parentId = request.parentId();
        periodFrom = request.period() == null ? null : request.period().from();
        periodUntil = request.period() == null ? null : request.period().until();
        place = PlaceColumns.of(request.place());
        interventionTypes = texts(request.interventionTypes());
        phenomena = texts(request.phenomena());
        targetGroups = texts(request.targetGroups());
        partnerMunicipalities = texts(request.partnerMunicipalities());
        description = request.description();
        notes = request.notes() == null ? new String[0] : request.notes().toArray(String[]::new);
        source = request.source();
    }

    private static String[] texts(List<?> values) {
        return values == null
                ? new String[0]
                : values.stream().map(Object::toString).distinct().toArray(String[]::new);
    }

    private List<InterventionType> interventionTypes() {
        return Arrays.stream(interventionTypes).map(InterventionType::valueOf).toList();
    }

    private List<Phenomenon> phenomena() {
        return Arrays.stream(phenomena).map(Phenomenon::valueOf).toList();
    }

    private List<TargetGroup> targetGroups() {
        return Arrays.stream(targetGroups).map(TargetGroup::valueOf).toList();
    }

    private Period period() {
        return periodFrom == null ? null : new Period(periodFrom, periodUntil);
    }

    private Place place() {
        return place == null ? null : place.toPlace();
    }

    String etag() {
        return "\"" + version + "\"";
    }

    UUID id() {
        return id;
    }

    String programme() {
        return programme;
    }

    String code() {
        return code;
    }

    String organisationId() {
        return organisationId;
    }

    UUID parentId() {
        return parentId;
    }

    /** What a request that changes it starts from. */
    ProjectRequest toRequest() {
        return new ProjectRequest(
                programme,
                code,
                name,
                organisationId,
                fundingInstrument,
                track,
                actionLine,
                parentId,
                period(),
                place(),
                interventionTypes(),
                phenomena(),
                targetGroups(),
                List.of(partnerMunicipalities),
                description,
                List.of(notes),
                source);
    }

    ProjectResponse toResponse(List<String> allowedActions) {
        return new ProjectResponse(
                id,
                programme,
                code,
                name,
                organisationId,
                fundingInstrument,
                track,
                actionLine,
                parentId,
                period(),
                place(),
                interventionTypes(),
                phenomena(),
                targetGroups(),
                List.of(partnerMunicipalities),
                description,
                List.of(notes),
                source,
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }
}
