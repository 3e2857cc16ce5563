package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.gateway.clients.funding.Programmes;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;

/**
 * 400 for figures of a programme that funding-service does not have, in place of an answer of a service that has nothing of
 * it. What services record of a programme is answered, whether funding-service has it or not. A client without a token
 * cannot read programmes, so it gets the answer of the service. funding-service itself refuses an unknown programme.
 */
@Singleton
class UnknownProgrammes {
    private static final String PROGRAMME = "programme";
    // A longer answer has something, but for the one that has all trainers, also of whom there is nothing.
    private static final int LONGEST_OF_NOTHING = 16_384;
    private static final int LONGEST_OF_TRAINERS = 262_144;
    private static final String TRAINERS = "/v1/trainer-statistics";
    // What stands in an answer without anything too.
    private static final Set<String> ABOUT_THE_ANSWER = Set.of("notes", "dimensions", "links", "revision");
    // Its totals have what they gave.
    private static final Set<String> TRAINERS_THEMSELVES =
            Set.of("notes", "dimensions", "links", "revision", "rows", "trainers");
    private static final int MOST_KNOWN = 1_000;

    private final ServiceLookups lookups;
    private final ProxyProblems problems;
    private final SharedRefusals refusals;
    private final ObjectMapper mapper;
    // A programme is never deleted.
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    UnknownProgrammes(ServiceLookups lookups, ProxyProblems problems, SharedRefusals refusals, ObjectMapper mapper) {
        this.lookups = lookups;
        this.problems = problems;
        this.refusals = refusals;
        this.mapper = mapper;
    }

    UpstreamProxy.ResponseCheck of(HttpServerRequest request, ForwardingTable.Entry entry) {
        return response -> asked(request, entry)
                .map(code -> check(response, code, request))
                .orElseGet(Future::succeededFuture);
    }

    private Optional<String> asked(HttpServerRequest request, ForwardingTable.Entry entry) {
        if (!entry.ofProgramme()
                || entry.service() == Service.FUNDING
                || request.method() != HttpMethod.GET
                || request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return Optional.empty();
        }
        // A repeated one is refused as such.
        var codes = request.params().getAll(PROGRAMME);
        return Optional.of(codes.size() == 1 ? codes.get(0) : "")
                .filter(code -> !code.isEmpty() && ScalarFormats.isText(code) && !known.contains(code));
    }

    private Future<Void> check(ProxyResponse response, String code, HttpServerRequest request) {
        var status = response.getStatusCode();
        var length = response.getBody().length();
        var longest = request.path().equals(TRAINERS) ? LONGEST_OF_TRAINERS : LONGEST_OF_NOTHING;
        if (status != 200 && status != 400 || length < 0 || length > longest) {
            return Future.succeededFuture();
        }
        return SharedRefusals.whole(response).compose(body -> {
            if (status == 200 && !isNothing(body, request.path())) {
                return Future.succeededFuture();
            }
            return lacks(code, request)
                    .compose(isUnknown -> isUnknown ? refuse(response, body, code, request) : Future.succeededFuture());
        });
    }

    private Future<Void> refuse(ProxyResponse response, Buffer body, String code, HttpServerRequest request) {
        return lookups.programmes(request).map(known -> {
            refusal(response.getStatusCode(), body, Programmes.unknown(code, known))
                    .ifPresent(problem -> problems.write(response.release(), request, problem));
            return null;
        });
    }

    /** Whether it has no programme with this code, as far as the caller may know; false if it does not answer. */
    private Future<Boolean> lacks(String code, HttpServerRequest request) {
        return lookups.programme(code, request)
                .map(answer -> {
                    if (!answer.isShown()) {
                        return false;
                    }
                    var lacks = answer.content().path("items").isEmpty();
                    if (!lacks && known.size() < MOST_KNOWN) {
                        known.add(code);
                    }
                    return lacks;
                })
                .otherwise(false);
    }

    private Optional<ProblemException> refusal(int status, Buffer body, Violation unknown) {
        return status == 400 ? refusals.with(List.of(unknown), body) : Optional.of(ProblemException.violation(unknown));
    }

    private boolean isNothing(Buffer body, String path) {
        if (path.endsWith(CsvExport.PATH)) {
            return body.toString().indexOf('\n') >= body.length() - 1;
        }
        try {
            return isNothing(
                    mapper.readTree(body.getBytes()),
                    path.equals(TRAINERS) ? TRAINERS_THEMSELVES : ABOUT_THE_ANSWER,
                    false);
        } catch (IOException noJson) {
            return false;
        }
    }

    /** No record, and no number but 0. A text is a record in a list only. */
    private static boolean isNothing(JsonNode node, Set<String> besides, boolean isListed) {
        if (node.isObject()) {
            return node.properties().stream()
                    .allMatch(field ->
                            besides.contains(field.getKey()) || isNothing(field.getValue(), besides, isListed));
        }
        if (node.isArray()) {
            return node.valueStream().allMatch(element -> isNothing(element, besides, true));
        }
        return node.isNumber() ? node.decimalValue().signum() == 0 : !(isListed && node.isTextual());
    }
}
