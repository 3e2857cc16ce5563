package nl.doorlichting.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.AccessRules;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.contract.OperationAccess;

/**
 * The access rules of all services, as their documents state them, and the gateway's own. A rule that two services
 * state differently fails the build.
 */
public final class GatewayAccess implements AccessRules {
    /** A rule of the funding service. */
    public static final String READ_BUDGET = "READ_BUDGET";
    /** A rule of the services that have the statistics behind the reports. */
    public static final String READ_REPORTS = "READ_REPORTS";
    /** A rule of the services that have the statistics of reach and of effects. */
    public static final String READ_RESULT_STATISTICS = "READ_RESULT_STATISTICS";
    /** A rule of the training service: figures about trainings. */
    public static final String READ_TRAINING_STATISTICS = "READ_TRAINING_STATISTICS";
    /** A rule of the reporting service: released figures by place. */
    public static final String READ_RELEASES = "READ_RELEASES";
    /** A rule of the reporting service: published tables and claims. */
    public static final String READ_PUBLISHED_TABLES = "READ_PUBLISHED_TABLES";
    /** A rule of the reporting service: lessons and other results of projects. */
    public static final String READ_PROJECT_RESULTS = "READ_PROJECT_RESULTS";
    /** A rule of the reporting service: records of inventories, of all organisations. */
    public static final String READ_INVENTORIES = "READ_INVENTORIES";
    /** A rule of the training service: sessions. */
    public static final String READ_TRAININGS = "READ_TRAININGS";
    /** A rule of the training service: tallies of trainings. */
    public static final String READ_TRAINING_RESULTS = "READ_TRAINING_RESULTS";
    /** A rule of the funding service. */
    public static final String READ_PROJECTS = "READ_PROJECTS";
    /** A rule of the funding service: projects are recorded and changed. */
    public static final String WRITE_PROJECTS = "WRITE_PROJECTS";
    /** A rule of the funding service. */
    public static final String READ_ORGANISATIONS = "READ_ORGANISATIONS";
    /** A rule of the funding service: organisations and projects of all owners. */
    public static final String READ_EVERY_ORGANISATION = "READ_EVERY_ORGANISATION";
    /** A rule of the funding service: the money of one project. */
    public static final String READ_PROJECT_FINANCES = "READ_PROJECT_FINANCES";
    /** A rule of the funding service: awards, prizes and procurements of all organisations. */
    public static final String READ_EVERY_GRANT = "READ_EVERY_GRANT";
    /** What is known of one project in one answer, for roles that may see the project and a part of that. */
    public static final String READ_DOSSIERS = "READ_DOSSIERS";

    /** The rule of the live report of these figures. */
    public static String liveReport(Structure structure) {
        return switch (structure) {
            case REACH, EFFECTS -> READ_RESULT_STATISTICS;
            case TRAINING -> READ_TRAINING_STATISTICS;
            default -> READ_REPORTS;
        };
    }

    @Override
    public List<AccessRule> rules() {
        var rules = new ArrayList<AccessRule>();
        List.of(Service.values()).forEach(service -> rules.addAll(statedBy(service)));
        rules.add(new AccessRule(
                READ_DOSSIERS,
                Role.PROGRAMME_MANAGER,
                Role.GRANT_OFFICER,
                Role.CONTROLLER,
                Role.ANALYST,
                Role.RESEARCHER,
                Role.REVIEWER,
                Role.TRAINING_COORDINATOR,
                Role.GRANTEE));
        return rules;
    }

    private static List<AccessRule> statedBy(Service service) {
        try (var document = service.document()) {
            var rules = new ArrayList<AccessRule>();
            new ObjectMapper()
                    .readTree(document)
                    .required(OperationAccess.TABLE)
                    .properties()
                    .forEach(rule -> rules.add(new AccessRule(rule.getKey(), texts(rule.getValue()))));
            return rules;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
