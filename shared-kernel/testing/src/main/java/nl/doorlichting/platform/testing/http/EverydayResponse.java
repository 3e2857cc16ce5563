package nl.doorlichting.platform.testing.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.contract.Answer;
import org.hamcrest.Matcher;

/** An answer in the three forms of rest-assured, which does whatever is not plain, and every check that does not pass. */
final class EverydayResponse implements InvocationHandler {
    private static final Pattern UTF_8 = Pattern.compile("text/[a-z]+; ?charset=UTF-8", Pattern.CASE_INSENSITIVE);

    private final Answer answer;
    private final Duration taken;
    private final String request;
    private final Response response = EverydayRequest.proxy(Response.class, this);
    private final ValidatableResponse validatable = EverydayRequest.proxy(ValidatableResponse.class, this);
    private ExtractableResponse<?> extractable;
    private Response real;
    private JsonFields fields;

    EverydayResponse(Answer answer, Duration taken, String request) {
        this.answer = answer;
        this.taken = taken;
        this.request = request;
    }

    Response response() {
        return response;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return EverydayRequest.invokeOf(this, method, arguments);
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        Optional<Optional<Object>> result =
                proxy == validatable ? checked(method.getName(), given) : read(method.getName(), given);
        if (result.isPresent()) {
            return result.get().orElse(null);
        }
        return byRestAssured(proxy, method, given);
    }

    /** A check that passes; empty for rest-assured to do it. */
    private Optional<Optional<Object>> checked(String name, Object[] given) {
        boolean passes = switch (name) {
            case "and", "assertThat", "using" -> true;
            case "statusCode" -> isStatus(given[0]);
            case "header" -> isHeader(given);
            case "contentType" -> isType(given);
            case "body" -> given.length == 2 ? isText(given) : isBody(given);
            case "time" -> isInTime(given);
            default -> false;
        };
        if (passes) {
            return Optional.of(Optional.of(validatable));
        }
        return name.equals("extract") ? Optional.of(Optional.of(extracted())) : Optional.empty();
    }

    private boolean isStatus(Object expected) {
        return expected instanceof Matcher<?> matcher
                ? matcher.matches(answer.status())
                : expected.equals(answer.status());
    }

    private boolean isHeader(Object[] given) {
        if (given.length == 2 && given[0] instanceof String name && !answer.hasHeader(name)) {
            return given[1] instanceof Matcher<?> matcher && matcher.matches(null);
        }
        if (given.length != 2 || !isSingle(given[0])) {
            return false;
        }
        String value = header((String) given[0]);
        return given[1] instanceof Matcher<?> matcher ? matcher.matches(value) : value.equals(given[1]);
    }

    private boolean isType(Object[] given) {
        return given.length == 1
                && given[0] instanceof String type
                && isSingle("Content-Type")
                && header("Content-Type").equals(type);
    }

    /** The body as a whole. */
    private boolean isText(Object[] given) {
        Optional<String> text = text();
        return text.isPresent()
                && given[0] instanceof Matcher<?> first
                && given[1] instanceof Matcher<?>[] more
                && Stream.concat(Stream.of(first), Stream.of(more)).allMatch(matcher -> matcher.matches(text.get()));
    }

    /** rest-assured does not know how long it took. */
    private boolean isInTime(Object[] given) {
        if (given.length == 1 && given[0] instanceof Matcher<?> matcher) {
            assertTrue(matcher.matches(taken.toMillis()), () -> "expected: " + matcher + ", was " + taken);
            return true;
        }
        return false;
    }

    private boolean isBody(Object[] given) {
        if (given.length != 3 || !(given[2] instanceof Object[] more) || more.length % 2 != 0) {
            return false;
        }
        List<Object> pairs = new ArrayList<>(List.of(given[0], given[1]));
        pairs.addAll(List.of(more));
        for (int pair = 0; pair < pairs.size(); pair += 2) {
            if (!(pairs.get(pair) instanceof String path) || !(pairs.get(pair + 1) instanceof Matcher<?> matcher)) {
                return false;
            }
            Optional<Optional<Object>> value = field(path);
            if (value.isEmpty() || !matcher.matches(value.get().orElse(null))) {
                return false;
            }
        }
        return true;
    }

    /** What is read; empty for rest-assured to read it. */
    private Optional<Optional<Object>> read(String name, Object[] given) {
        boolean bare = given.length == 0;
        return switch (name) {
            case "then" -> Optional.of(Optional.of(validatable));
            case "andReturn", "thenReturn", "response" -> Optional.of(Optional.of(response));
            case "time", "getTime" -> bare ? Optional.of(Optional.of(taken.toMillis())) : Optional.empty();
            case "statusCode", "getStatusCode" -> Optional.of(Optional.of(answer.status()));
            case "asByteArray" -> Optional.of(Optional.of(answer.body().clone()));
            case "asString" -> bare ? text().map(Optional::of) : Optional.empty();
            case "header", "getHeader" ->
                isSingle(given[0]) ? Optional.of(Optional.of(header((String) given[0]))) : Optional.empty();
            case "path" ->
                given.length == 2 && ((Object[]) given[1]).length == 0 ? own((String) given[0]) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The caller may change what it gets. */
    private Optional<Optional<Object>> own(String path) {
        Optional<Optional<Object>> value = field(path);
        fields = null;
        return value;
    }

    /** The value at a path, which can be null; empty for rest-assured to find it. */
    private Optional<Optional<Object>> field(String path) {
        if (!isJson() || answer.body().length == 0) {
            return Optional.empty();
        }
        try {
            fields = fields == null ? new JsonFields(answer.body()) : fields;
            return Optional.of(Optional.ofNullable(fields.at(path)));
        } catch (IOException | JsonFields.NotPlain otherwise) {
            return Optional.empty();
        }
    }

    private Optional<String> text() {
        boolean isPlain = isJson()
                || (isSingle("Content-Type")
                        && UTF_8.matcher(header("Content-Type")).matches());
        return isPlain ? Optional.of(new String(answer.body(), StandardCharsets.UTF_8)) : Optional.empty();
    }

    /** rest-assured reads other types than plain JSON in another character set, if they do not name this one. */
    private boolean isJson() {
        return answer.mediaType().equals("application/json")
                || (answer.mediaType().endsWith("+json") && isAscii());
    }

    private boolean isAscii() {
        for (byte next : answer.body()) {
            if (next < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isSingle(Object name) {
        return name instanceof String text
                && answer.hasHeader(text)
                && answer.headers().get(text).size() == 1;
    }

    private String header(String name) {
        return answer.headers().get(name).get(0);
    }

    private ExtractableResponse<?> extracted() {
        if (extractable == null) {
            extractable = EverydayRequest.proxy(ExtractableResponse.class, this);
        }
        return extractable;
    }

    private Object byRestAssured(Object proxy, Method method, Object[] given) throws Throwable {
        String name = method.getName().toLowerCase(Locale.ROOT);
        if (name.contains("time") || name.contains("cookie") || name.contains("session")) {
            throw new UnsupportedOperationException("for " + method.getName() + " take given() of RestAssured");
        }
        real = real == null ? real() : real;
        Object target = proxy == validatable
                ? real.then()
                : proxy == extractable ? real.then().extract() : real;
        try {
            Object result = EverydayRequest.invokeOf(target, method, given);
            return result instanceof ValidatableResponse ? validatable : result;
        } catch (AssertionError failure) {
            if (RestAssured.config().getLogConfig().isLoggingOfRequestAndResponseIfValidationFailsEnabled()) {
                System.out.println(request + "\n" + answer.status() + " " + answer.headers() + "\n"
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
            throw failure;
        }
    }

    private Response real() {
        List<Header> headers = new ArrayList<>();
        answer.headers().forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        var builder = new ResponseBuilder();
        if (answer.hasHeader("Content-Type")) {
            builder.setContentType(header("Content-Type"));
        }
        builder.setStatusCode(answer.status())
                .setStatusLine("HTTP/1.1 " + answer.status())
                .setHeaders(new Headers(headers))
                .setBody(answer.body());
        return builder.build();
    }
}
