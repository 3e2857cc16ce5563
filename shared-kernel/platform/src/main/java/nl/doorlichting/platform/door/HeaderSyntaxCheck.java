package nl.doorlichting.platform.door;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Has the headers that the framework parses later parsed here first, by its own parsers: what they throw later would be
 * taken for a fault of ours. An Accept that cannot be read is 400, a Content-Type 415. A language that cannot be read is
 * as none (RFC 9110, 12.5.4), and so is an empty Accept (12.5.1).
 */
class HeaderSyntaxCheck {
    private final RoutingContext context;

    HeaderSyntaxCheck(RoutingContext context) {
        this.context = context;
    }

    @ServerRequestFilter(preMatching = true)
    void check() {
        var headers = context.request().headers();
        if (headers.getAll(HttpHeaders.ACCEPT).stream().allMatch(String::isBlank)) {
            headers.remove(HttpHeaders.ACCEPT);
        }
        if (!isReadable(headers, HttpHeaders.ACCEPT, MediaTypeHelper::parseHeader)) {
            throw ProblemException.violation(Violation.parameter(
                    Violation.In.HEADER,
                    HttpHeaders.ACCEPT,
                    ViolationCode.WRONG_FORMAT,
                    Map.of(),
                    "The header is no list of media types."));
        }
        if (!isReadable(headers, HttpHeaders.CONTENT_TYPE, MediaType::valueOf)) {
            throw new NotSupportedException();
        }
        if (!isReadable(headers, HttpHeaders.ACCEPT_LANGUAGE, Locale.LanguageRange::parse)) {
            headers.remove(HttpHeaders.ACCEPT_LANGUAGE);
        }
    }

    private static boolean isReadable(MultiMap headers, String name, Consumer<String> parser) {
        try {
            List.copyOf(headers.getAll(name)).forEach(parser);
            return true;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
