package nl.doorlichting.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.refusals.GatewayRefusal;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Runs an operation once for each key. A rejected request stores nothing, so that its key can be used again. After a
 * crash either both the record and the answer are stored, or neither.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class IdempotentInterceptor {
    private final IdempotencyStore memory;
    private final CurrentCaller caller;
    private final RoutingContext request;
    private final ObjectMapper mapper;
    private final ResponseCodec keeping;

    IdempotentInterceptor(
            IdempotencyStore memory,
            CurrentCaller caller,
            RoutingContext request,
            ObjectMapper mapper,
            ResponseCodec keeping) {
        this.memory = memory;
        this.caller = caller;
        this.request = request;
        this.mapper = mapper;
        this.keeping = keeping;
    }

    @AroundInvoke
    Object once(InvocationContext operation) throws Exception {
        var header = request.request().getHeader(IdempotencyKey.HEADER);
        // IdempotencyKeyRules has refused a missing and an unusable key.
        if (header == null
                || !operation.getMethod().getAnnotation(Idempotent.class).remembered()) {
            return operation.proceed();
        }
        var fingerprint = keeping.hash(requestBytes(operation));
        var key = IdempotencyKey.of(
                caller.get(),
                request.request().method().name(),
                request.request().path(),
                header,
                fingerprint);
        return QuarkusTransaction.joiningExisting().call(() -> once(key, operation));
    }

    private Object once(IdempotencyKey key, InvocationContext operation) throws Exception {
        var remembered = memory.lockAndFind(key);
        if (remembered.isPresent()) {
            return replay(key, remembered.get());
        }
        var response = (RestResponse<?>) operation.proceed();
        var isShownOnce = response.getEntity() instanceof ShownOnce;
        var body = mapper.writeValueAsString(
                isShownOnce ? ((ShownOnce) response.getEntity()).withoutSecrets() : response.getEntity());
        memory.remember(key, answer(key, response, body));
        return response.getEntity() instanceof Record && !isShownOnce ? written(response, body) : response;
    }

    // What is stored is what is sent, so it is written once.
    private static RestResponse<String> written(RestResponse<?> response, String body) {
        return RestResponse.ResponseBuilder.create(response.getStatusInfo(), body)
                .replaceAll(response.getHeaders())
                .type(MediaType.APPLICATION_JSON)
                .build();
    }

    private RestResponse<String> replay(IdempotencyKey key, StoredResponse answer) {
        if (!key.fingerprint().equals(answer.fingerprint())) {
            throw ProblemException.of(ProblemType.KEY_REUSED, Text.of("idempotency.key-reused"));
        }
        return answer.replay(keeping.read(answer.body()));
    }

    private StoredResponse answer(IdempotencyKey key, RestResponse<?> response, String body) {
        return new StoredResponse(
                key.fingerprint(),
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                keeping.keep(body));
    }

    /**
     * The query as it came, and the body as it was understood: spaces and the order of fields make no other request.
     * Without a query the same bytes as in release 0.1.0, which finds what this one stored.
     */
    private byte[] requestBytes(InvocationContext operation) throws JsonProcessingException {
        var bodies = new ArrayList<Object>();
        for (var parameter : operation.getParameters()) {
            if (parameter instanceof Record) {
                bodies.add(parameter);
            }
            if (parameter instanceof MergePatch patch) {
                bodies.add(patch.changes());
            }
        }
        var query = GatewayRefusal.queryOfCaller(request);
        return mapper.writeValueAsBytes(query == null || query.isEmpty() ? bodies : List.of(query, bodies));
    }
}
