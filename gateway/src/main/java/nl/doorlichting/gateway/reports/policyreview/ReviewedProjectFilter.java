package nl.doorlichting.gateway.reports.policyreview;

import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.problems.ProblemException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the projects of a policy review can be narrowed by, with the values of its rows. */
public class ReviewedProjectFilter {
    @Parameter(
            description = "Only projects that state one of these funding instruments, separated by commas; NOT_STATED"
                    + " for those that state none.",
            example = "SUBSIDY")
    @QueryParam("fundingInstrument")
    String fundingInstrument;

    @Parameter(
            description = "Only projects that state one of these tracks, separated by commas; NOT_STATED for those that"
                    + " state none.",
            example = "LOCAL")
    @QueryParam("track")
    String track;

    @Parameter(
            description = "Only projects that state one of these action lines, separated by commas; NOT_STATED for those"
                    + " that state none.",
            example = "PREVENTION")
    @QueryParam("actionLine")
    String actionLine;

    @Parameter(
            description = "Only projects that use one of these types of intervention, separated by commas; NOT_STATED for"
                    + " those that state none.",
            example = "AWARENESS")
    @QueryParam("interventionType")
    String interventionType;

    @Parameter(
            description = "Only projects that use all of these types of intervention, separated by commas.",
            example = "AWARENESS,NETWORK_BUILDING")
    @QueryParam(ReviewLinks.ALL_TYPES)
    String allInterventionTypes;

    @Parameter(
            description = "Only projects whose reach is of one of these intensities, separated by commas; NOT_STATED for"
                    + " those of several, of none stated, and without reach.",
            example = "COURSE")
    @QueryParam("intensity")
    String intensity;

    /** The projects that pass; 400 with all values that are wrong. */
    Selection select(MunicipalityRegister register) {
        var values = new FilterValues(register, null);
        Map<Dimension, Set<Object>> only = new EnumMap<>(Dimension.class);
        add(only, values, Dimension.FUNDING_INSTRUMENT, fundingInstrument);
        add(only, values, Dimension.TRACK, track);
        add(only, values, Dimension.ACTION_LINE, actionLine);
        add(only, values, Dimension.INTERVENTION_TYPE, interventionType);
        add(only, values, Dimension.INTENSITY, intensity);
        Set<Object> all = allInterventionTypes == null
                ? Set.of()
                : values.several(ReviewLinks.ALL_TYPES, Dimension.INTERVENTION_TYPE, allInterventionTypes);
        ProblemException.refuse(values.violations());
        return new Selection(only, all);
    }

    private static void add(
            Map<Dimension, Set<Object>> only, FilterValues values, Dimension dimension, String text) {
        if (text != null) {
            only.put(dimension, values.several(dimension, text));
        }
    }

    /** Which projects are wanted. */
    record Selection(Map<Dimension, Set<Object>> only, Set<Object> allTypes) {
        List<ReviewedProject> of(List<ReviewedProject> projects) {
            return projects.stream()
                    .filter(project -> passes(Dimension.FUNDING_INSTRUMENT, one(project.fundingInstrument())))
                    .filter(project -> passes(Dimension.TRACK, one(project.track())))
                    .filter(project -> passes(Dimension.ACTION_LINE, one(project.actionLine())))
                    .filter(project -> passes(Dimension.INTERVENTION_TYPE, project.interventionTypes()))
                    .filter(project -> passes(Dimension.INTENSITY, one(project.intensity())))
                    .filter(project -> project.interventionTypes().containsAll(allTypes))
                    .toList();
        }

        private static Collection<?> one(Object value) {
            return value == null ? List.of() : List.of(value);
        }

        private boolean passes(Dimension dimension, Collection<?> stated) {
            var wanted = only.get(dimension);
            return wanted == null
                    || (stated.isEmpty()
                            ? wanted.contains(Dimension.NOT_STATED)
                            : stated.stream().anyMatch(wanted::contains));
        }
    }
}
