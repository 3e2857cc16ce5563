package nl.doorlichting.platform.testing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.internal.http.URIBuilder;
import io.restassured.specification.AuthenticationSpecification;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.doorlichting.platform.testing.contract.Answer;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import nl.doorlichting.platform.testing.time.RunningTime;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPatch;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.entity.ByteArrayEntity;

/**
 * A request that is described as to rest-assured. It keeps every call, and repeats them to rest-assured as soon as one is out
 * of the ordinary.
 */
final class EverydayRequest implements InvocationHandler {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");
    private static final Pattern PATH = Pattern.compile("(/[\\w.-]+)+");
    private static final Pattern PARAMETER = Pattern.compile("[\\w.-]+=[\\w.*:,-]+");
    private static final Pattern ENCODED_PARAMETER = Pattern.compile("[\\w.-]+=([\\w.*-]|%[0-9A-F]{2})+");
    // As rest-assured makes JSON of an object.
    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    private record Call(Method method, Object[] arguments) {}

    private final RequestSpecification specification = proxy(RequestSpecification.class, this);
    private final List<Call> calls = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>(RestAssured.filters());
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private boolean encodes = true;
    private String body;
    /** rest-assured's own, from the first call that is out of the ordinary. */
    private RequestSpecification real;

    RequestSpecification specification() {
        return specification;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return invokeOf(this, method, arguments);
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (real == null) {
            Optional<Object> result = everyday(method, given);
            if (result.isPresent()) {
                return result.get();
            }
            real = repeated();
        }
        Object result = invokeOf(real, method, given);
        if (result instanceof RequestSpecification next) {
            real = next;
            return specification;
        }
        return result;
    }

    /** Empty for rest-assured to take over. */
    private Optional<Object> everyday(Method method, Object[] given) throws Throwable {
        return switch (method.getName()) {
            case "given", "when", "with", "and" -> Optional.of(specification);
            case "auth" ->
                Optional.of(proxy(
                        AuthenticationSpecification.class, (auth, way, token) -> authenticate(method, way, token)));
            case "get", "post", "put", "patch" -> sent(method.getName(), given);
            case "request" -> sentByName(given);
            default -> isKept(method.getName(), given) ? kept(method, given) : Optional.empty();
        };
    }

    private Optional<Object> kept(Method method, Object[] given) {
        calls.add(new Call(method, given));
        return Optional.of(specification);
    }

    private Object authenticate(Method auth, Method way, Object[] given) throws Throwable {
        if (real == null && way.getName().equals("oauth2") && given.length == 1) {
            calls.add(new Call(auth, new Object[0]));
            calls.add(new Call(way, given));
            headers.put("Authorization", "Bearer " + given[0]);
            return specification;
        }
        real = real == null ? repeated() : real;
        Object result = invokeOf(real.auth(), way, given);
        if (result instanceof RequestSpecification next) {
            real = next;
            return specification;
        }
        return result;
    }

    private boolean isKept(String name, Object[] given) throws JsonProcessingException {
        return switch (name) {
            case "contentType" -> {
                headers.put("Content-Type", text(given[0]));
                yield true;
            }
            case "accept" -> {
                headers.put(
                        "Accept", given[0] instanceof ContentType type ? type.getAcceptHeader() : (String) given[0]);
                yield true;
            }
            case "header" -> isKeptHeader(given);
            case "body" -> isKeptBody(given);
            case "queryParam" -> isKeptParameter(given);
            case "urlEncodingEnabled" -> {
                encodes = (Boolean) given[0];
                yield true;
            }
            case "filter" -> filters.add((Filter) given[0]);
            case "noFilters" -> {
                filters.clear();
                yield true;
            }
            case "noFiltersOfType" -> {
                filters.removeIf(((Class<?>) given[0])::isInstance);
                yield true;
            }
            default -> false;
        };
    }

    /** A second value of a header is out of the ordinary. */
    private boolean isKeptHeader(Object[] given) {
        return given.length == 3
                && given[0] instanceof String name
                && given[1] instanceof String value
                && ((Object[]) given[2]).length == 0
                && headers.putIfAbsent(name, value) == null;
    }

    private boolean isKeptParameter(Object[] given) {
        return given.length == 2
                && given[0] instanceof String name
                && given[1] instanceof Object[] values
                && values.length == 1
                && (values[0] instanceof String || values[0] instanceof Integer)
                && !values[0].equals("")
                && parameters.putIfAbsent(name, values[0].toString()) == null;
    }

    private boolean isKeptBody(Object[] given) throws JsonProcessingException {
        if (given.length != 1) {
            return false;
        }
        if (given[0] instanceof String text) {
            body = text;
            return true;
        }
        boolean json = headers.getOrDefault("Content-Type", "").endsWith("json");
        if (json && (given[0] instanceof Map || given[0] instanceof List || given[0] instanceof JsonNode)) {
            body = MAPPER.writeValueAsString(given[0]);
            return true;
        }
        return false;
    }

    private static String text(Object contentType) {
        return contentType instanceof ContentType type ? type.toString() : (String) contentType;
    }

    private Optional<Object> sentByName(Object[] given) throws URISyntaxException {
        return given.length == 3 && given[0] instanceof String name && METHODS.contains(name)
                ? sent(name.toLowerCase(Locale.ROOT), new Object[] {given[1], given[2]})
                : Optional.empty();
    }

    /** Empty for rest-assured to send it. */
    private Optional<Object> sent(String method, Object[] given) throws URISyntaxException {
        boolean plain = given.length == 2
                && given[0] instanceof String
                && given[1] instanceof Object[] placeholders
                && placeholders.length == 0
                && RestAssured.basePath.isEmpty()
                && filters.stream().allMatch(ContractFilter.class::isInstance);
        if (!plain) {
            return Optional.empty();
        }
        Optional<String> target = target((String) given[0]);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Optional<HttpRequestBase> request = request(method, target.get());
        if (request.isEmpty()) {
            return Optional.empty();
        }
        return received(request.get());
    }

    private Optional<Object> received(HttpRequestBase request) {
        Answer answer;
        Duration taken;
        try (RunningTime time = RunningTime.start()) {
            answer = Requests.send(request);
            taken = time.taken();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        if (answer.status() / 100 == 3 && answer.hasHeader("Location")) {
            if (request instanceof HttpGet) {
                return Optional.empty();
            }
            throw new IllegalStateException("to follow a redirect, take given() of RestAssured: " + request);
        }
        filters.forEach(filter -> ((ContractFilter) filter).verify(answer));
        return Optional.of(new EverydayResponse(answer, taken, request + "\n" + (body == null ? "" : body)).response());
    }

    /** With its query encoded as rest-assured does; empty where that is not plain. */
    private Optional<String> target(String path) throws URISyntaxException {
        int question = path.indexOf('?');
        String plain = question < 0 ? path : path.substring(0, question);
        Map<String, Object> query = new LinkedHashMap<>(parameters);
        if (!PATH.matcher(plain).matches() || (question >= 0 && !isPlain(path.substring(question + 1), query))) {
            return Optional.empty();
        }
        String target = RestAssured.baseURI + ":" + RestAssured.port + plain;
        if (!parameters.isEmpty()) {
            return Optional.of(new URIBuilder(
                            URI.create(target), encodes, RestAssured.config().getEncoderConfig())
                    .addQueryParams(query)
                    .toString());
        }
        return Optional.of(question < 0 ? target : target + encoded(path.substring(question)));
    }

    private String encoded(String query) {
        return encodes ? query.replace(",", "%2C").replace(":", "%3A") : query;
    }

    /** Whether it has one value of each name; they are added to the others. */
    private boolean isPlain(String query, Map<String, Object> all) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (!(encodes ? PARAMETER : ENCODED_PARAMETER).matcher(parameter).matches()
                    || all.put(parameter.substring(0, equals), parameter.substring(equals + 1)) != null) {
                return false;
            }
        }
        return true;
    }

    private Optional<HttpRequestBase> request(String method, String target) {
        HttpRequestBase request = switch (method) {
            case "get" -> new HttpGet();
            case "post" -> new HttpPost();
            case "put" -> new HttpPut();
            default -> new HttpPatch();
        };
        request.setURI(URI.create(target));
        String type = headers.get("Content-Type");
        request.setHeader("Accept", "*/*");
        request.setHeader("Accept-Encoding", "gzip,deflate");
        headers.forEach(request::setHeader);
        if (type != null) {
            if (type.toLowerCase(Locale.ROOT).contains("charset")) {
                return Optional.empty();
            }
            request.setHeader("Content-Type", type + charset(type));
        }
        if (!(request instanceof HttpEntityEnclosingRequestBase withBody)) {
            return body == null ? Optional.of(request) : Optional.empty();
        }
        if (type == null || (body != null && (body.isEmpty() || !isWritable(type)))) {
            return Optional.empty();
        }
        if (body != null) {
            withBody.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.of(withBody);
    }

    private static String charset(String type) {
        return type.equals(ContentType.JSON.toString()) ? "" : "; charset=ISO-8859-1";
    }

    /** rest-assured writes other types than JSON in another character set. */
    private boolean isWritable(String type) {
        return type.equals(ContentType.JSON.toString()) || body.chars().allMatch(character -> character < 128);
    }

    private RequestSpecification repeated() throws Throwable {
        Object repeated = RestAssured.given();
        for (Call call : calls) {
            repeated = invokeOf(repeated, call.method(), call.arguments());
        }
        return (RequestSpecification) repeated;
    }

    static Object invokeOf(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(EverydayRequest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
