package nl.doorlichting.gateway.reports.policyreview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Dimension;

/** Paths of the projects behind a number of a policy review, and of the entries behind the money of a project. */
record ReviewLinks(String programme, Instant asOf) {
    /** Filter of the list of projects: those that use all of these types of intervention. */
    static final String ALL_TYPES = "allInterventionTypes";

    String projects() {
        return PolicyReviewResource.PATH + "/projects?programme=" + encoded(programme) + moment();
    }

    /** Those that state these values; null is not stated. */
    String projects(Dimension dimension, Object value) {
        return projects() + filter(dimension, value);
    }

    /** The same of an instrument by action line and track. */
    String projects(Dimension dimension, Object value, Object actionLine, Object track) {
        return projects(dimension, value) + filter(Dimension.ACTION_LINE, actionLine) + filter(Dimension.TRACK, track);
    }

    String projectsWithAll(Enum<?>... types) {
        return projects() + "&" + ALL_TYPES + "="
                + Arrays.stream(types).map(Enum::name).collect(Collectors.joining(","));
    }

    /** The entries that the payments of a project are made of. */
    String payments(UUID project) {
        return entries(project, "DISBURSEMENT");
    }

    /** The entries that what is promised to a project is made of. */
    String commitments(UUID project) {
        return entries(project, "COMMITMENT");
    }

    private String entries(UUID project, String kind) {
        return "/v1/budget-entries?programme=" + encoded(programme) + "&projectId=" + project + "&kind=" + kind
                + (asOf == null ? "&status=BOOKED" : moment());
    }

    String effectsByProject() {
        return "/v1/reports/effects?programme=" + encoded(programme) + "&by=" + Dimension.PROJECT.jsonName() + moment();
    }

    String lessons() {
        return "/v1/lessons?programme=" + encoded(programme) + "&withdrawn=false&translation=false" + moment();
    }

    private String moment() {
        return asOf == null ? "" : "&asOf=" + encoded(asOf.toString());
    }

    private static String filter(Dimension dimension, Object value) {
        return "&" + dimension.jsonName() + "=" + (value == null ? Dimension.NOT_STATED : Dimension.text(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
