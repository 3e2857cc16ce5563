package nl.doorlichting.platform.texts;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The language of the answer to a request, and the headers of the answer that state it. */
@RequestScoped
public class RequestLanguage {
    private static final String REQUEST = RequestLanguage.class.getName();

    private RoutingContext context;

    void takeFrom(RoutingContext request) {
        context = request;
    }

    // Outside a request, as in a job, no client asks for a language.
    Language get() {
        return context == null ? Language.ENGLISH : stated(context);
    }

    /** The language of the answer that is being made; English outside a request. */
    public static Language ofAnswer() {
        var container = Arc.container();
        return container == null || !container.requestContext().isActive()
                ? Language.ENGLISH
                : container.instance(RequestLanguage.class).get().get();
    }

    /** A writer of the answer to this request, also where it has not reached an operation. */
    public static ObjectWriter of(RoutingContext request, ObjectWriter json) {
        return json.withAttribute(REQUEST, request);
    }

    static Language of(SerializerProvider json) {
        return json.getAttribute(REQUEST) instanceof RoutingContext request ? stated(request) : ofAnswer();
    }

    /** The language that the client of this request prefers, stated in the headers of its answer. */
    public static Language stated(RoutingContext context) {
        var language = Language.of(context.request());
        var response = context.response();
        // The headers of an answer that is written piece by piece are on their way already.
        if (!response.headWritten()) {
            response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
            if (!response.headers().contains(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, true)) {
                response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            }
        }
        return language;
    }

    /** Notes the request that an operation answers. */
    static class Filter {
        private final RequestLanguage language;
        private final RoutingContext request;

        Filter(RequestLanguage language, RoutingContext request) {
            this.language = language;
            this.request = request;
        }

        @ServerRequestFilter(preMatching = true)
        void take() {
            language.takeFrom(request);
        }
    }
}
