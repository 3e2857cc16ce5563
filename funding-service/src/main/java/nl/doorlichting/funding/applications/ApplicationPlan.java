package nl.doorlichting.funding.applications;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.funding.schemes.FundingPurpose;

/** The activities: what, where, when and for which groups. Null means not stated. */
@Embeddable
class ApplicationPlan {
    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private FundingPurpose purpose;

    @Enumerated(EnumType.STRING)
    private Track track;

    @Enumerated(EnumType.STRING)
    private ActionLine actionLine;

    private String[] interventionTypes;
    private String[] phenomena;
    private String[] targetGroups;
    private LocalDate periodFrom;
    private LocalDate periodUntil;

    @Embedded
    private PlaceColumns place;

    private String[] partnerMunicipalities;

    /** For the persistence provider. */
    protected ApplicationPlan() {}

    ApplicationPlan(ApplicationRequest request) {
        title = request.title();
        description = request.description();
        purpose = request.purpose();
        track = request.track();
        actionLine = request.actionLine();
        interventionTypes = names(request.interventionTypes());
        phenomena = names(request.phenomena());
        targetGroups = names(request.targetGroups());
        periodFrom = request.period() == null ? null : request.period().from();
        periodUntil = request.period() == null ? null : request.period().until();
        place = PlaceColumns.of(request.place());
        partnerMunicipalities = request.partnerMunicipalities() == null
                ? new String[0]
                : request.partnerMunicipalities().stream().distinct().toArray(String[]::new);
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    FundingPurpose purpose() {
        return purpose;
    }

    Track track() {
        return track;
    }

    ActionLine actionLine() {
        return actionLine;
    }

    List<InterventionType> interventionTypes() {
        return Arrays.stream(interventionTypes).map(InterventionType::valueOf).toList();
    }

    List<Phenomenon> phenomena() {
        return Arrays.stream(phenomena).map(Phenomenon::valueOf).toList();
    }

    List<TargetGroup> targetGroups() {
        return Arrays.stream(targetGroups).map(TargetGroup::valueOf).toList();
    }

    Period period() {
        return periodFrom == null ? null : new Period(periodFrom, periodUntil);
    }

    Place place() {
        return place == null ? null : place.toPlace();
    }

    List<String> partnerMunicipalities() {
        return List.of(partnerMunicipalities);
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values == null
                ? new String[0]
                : values.stream().distinct().map(Enum::name).toArray(String[]::new);
    }
}
