package nl.doorlichting.reporting.releases.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The money of a programme, of the funding service, with the token of the caller, so that the funding service decides. A
 * release has all parts or is not made: 503 while that service does not answer.
 */
@ApplicationScoped
class FundingFigures {
    private static final Logger LOG = Logger.getLogger(FundingFigures.class);

    private final BudgetStatisticsRestClient service;
    private final ObjectMapper mapper;

    FundingFigures(@RestClient BudgetStatisticsRestClient service, ObjectMapper mapper) {
        this.service = service;
        this.mapper = mapper;
    }

    /**
     * What one row is about.
     *
     * @param year null for all years together
     * @param fields the amounts or counts of the row by name, as the funding service states them
     */
    record Amounts(Integer year, JsonNode fields) {}

    /** A budget line with all beneath it; the root has no parent. */
    record Line(String code, String name, String parent, List<Amounts> amounts) {}

    /** Where money went, or came from. */
    record Destination(String name, String reason, List<Amounts> amounts) {}

    /** The money of a programme, in the order of its report. It names no grantee, no award and no project. */
    record Budget(List<Line> lines, List<Destination> destinations, List<JsonNode> projects) {
        static final Budget NONE = new Budget(List.of(), List.of(), List.of());
    }

    /** As recorded at an instant. A programme that the funding service does not have has no money. */
    Budget budget(String programme, Instant asOf) {
        var answer = ask(programme, asOf);
        if (answer.getStatus() == RestResponse.StatusCode.FORBIDDEN) {
            throw ProblemException.of(ProblemType.FORBIDDEN, Text.of("release.no-role-for-money"));
        }
        try {
            if (answer.getStatus() == RestResponse.StatusCode.BAD_REQUEST && isOfUnknownProgramme(answer)) {
                return Budget.NONE;
            }
            if (answer.getStatus() != RestResponse.StatusCode.OK) {
                throw unavailable("status " + answer.getStatus());
            }
            return budget(mapper.readTree(answer.getEntity()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unavailable(unreadable);
        }
    }

    // The client reads only a successful body as bytes.
    private boolean isOfUnknownProgramme(RestResponse<byte[]> answer) throws IOException {
        try (var body = answer.readEntity(InputStream.class)) {
            var violations = mapper.readTree(body).path("violations");
            return violations.size() == 1
                    && violations.path(0).path("name").asText().equals("programme");
        }
    }

    private static Budget budget(JsonNode answer) {
        var codes = new HashMap<String, String>();
        elements(answer, "rows").forEach(row -> codes.put(text(row, "lineId"), text(row, "code")));
        return new Budget(
                elements(answer, "rows")
                        .map(row -> new Line(
                                text(row, "code"),
                                text(row, "name"),
                                codes.get(row.path("parentId").asText()),
                                amounts(row)))
                        .toList(),
                elements(answer, "reallocations")
                        .map(row -> new Destination(text(row, "destination"), text(row, "reason"), destination(row)))
                        .toList(),
                elements(answer, "projects").toList());
    }

    private static List<Amounts> amounts(JsonNode row) {
        var amounts = new ArrayList<Amounts>();
        elements(row, "years")
                .forEach(year -> amounts.add(new Amounts(year.path("year").asInt(), year)));
        amounts.add(new Amounts(null, required(row, "total")));
        return amounts;
    }

    private static List<Amounts> destination(JsonNode row) {
        var amounts = new ArrayList<Amounts>();
        elements(row, "years")
                .forEach(year -> amounts.add(new Amounts(year.path("year").asInt(), year.path("amount"))));
        amounts.add(new Amounts(null, required(row, "total")));
        return amounts;
    }

    private static Stream<JsonNode> elements(JsonNode of, String name) {
        return StreamSupport.stream(required(of, name).spliterator(), false);
    }

    private static String text(JsonNode of, String name) {
        return required(of, name).asText();
    }

    private static JsonNode required(JsonNode of, String name) {
        if (!of.hasNonNull(name)) {
            throw new IllegalArgumentException("no " + name);
        }
        return of.get(name);
    }

    private RestResponse<byte[]> ask(String programme, Instant asOf) {
        try {
            return service.budget(programme, asOf.toString());
        } catch (RuntimeException unreachable) {
            throw unavailable(unreachable);
        }
    }

    private static ProblemException unavailable(Object failure) {
        LOG.warnf("No usable answer from funding-service: %s", failure);
        return ProblemException.of(ProblemType.UNAVAILABLE, Text.of("release.funding-unavailable"));
    }
}
